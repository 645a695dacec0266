// What a file is shows in its bytes.

#include "aligner/documents/format.h"

#include <gmock/gmock.h>

#include "aligner/documents/read_file.h"
#include "aligner/error.h"

#include "tests/documents/small_files.h"

using aligner::Error;
using aligner::documents::find_format;
using aligner::documents::read_file_bytes;
using documents_tests::make_docx;
using documents_tests::make_pdf;
using documents_tests::make_zip;
using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

namespace {

struct FormatCase {
  const char* why;
  std::string bytes;
  const char* name;
  const char* format;
};

class Formats : public testing::TestWithParam<FormatCase> {};

TEST_P(Formats, AreTold) {
  const FormatCase& one = GetParam();

  EXPECT_EQ(to_string(find_format(one.bytes, one.name)), one.format) << one.why;
}

const std::string srt = "1\n00:00:01,000 --> 00:00:02,000\nWords.\n";

// With its mark, the lower byte first.
std::string in_utf16(const std::string& ascii) {
  std::string bytes = "\xFF\xFE";
  for (const char c : ascii) bytes += {c, '\0'};
  return bytes;
}

INSTANTIATE_TEST_SUITE_P(
    Files, Formats,
    testing::Values(FormatCase{"prose", "On May 28, 1858 they signed.", "a", "text"},
                    FormatCase{"nothing at all", "", "a", "text"},
                    FormatCase{"prose of any name", "On May 28, 1858 they signed.", "a.seg", "text"},
                    FormatCase{"an archive with a document", make_docx("<w:p/>"), "standard input", "docx"},
                    FormatCase{"a name that lies", make_docx("<w:p/>"), "a.txt", "docx"},
                    FormatCase{"OpenDocument's first member",
                               make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}}), "a", "odt"},
                    FormatCase{"an e-book's first member", make_zip({{"mimetype", "application/epub+zip"}}), "a",
                               "epub"},
                    FormatCase{"a PDF", make_pdf({{}}), "a", "pdf"},
                    FormatCase{"a PDF behind something else", "junk\n" + make_pdf({{}}), "a.pdf", "pdf"},
                    FormatCase{"prose about PDF", "A file that begins with %PDF-1.4 is one.", "a", "text"},
                    FormatCase{"a page", "\xEF\xBB\xBF<!-- a page -->\n<!DOCTYPE HTML>\n<p>a", "a", "html"},
                    FormatCase{"a page in XML", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", "a", "html"},
                    FormatCase{"part of a page", "<p>a</p>", "a.html", "html"},
                    FormatCase{"a page kept as text", "<html><p>a", "a.txt", "text"},
                    FormatCase{"SubRip", srt, "a", "srt"}, FormatCase{"SubRip in UTF-16", in_utf16(srt), "a", "srt"},
                    FormatCase{"a list with a number alone", "1\nOne thing: that.\n", "a", "text"},
                    FormatCase{"WebVTT", "WEBVTT - film\n\n00:01.000 --> 00:02.000\nWords.", "a", "vtt"},
                    FormatCase{"a word that begins so", "WEBVTTX is no signature.", "a", "text"},
                    FormatCase{"a catalogue", "# Vietnamese\nmsgid \"\"\nmsgstr \"\"\n", "a", "po"},
                    FormatCase{"notes with a hash", "# Notes\nmsgid is a word of gettext.\n", "a", "text"},
                    FormatCase{"subtitles by their name", "00:00:01,000 --> 00:00:02,000\nWords.", "a.SRT", "srt"}));

struct RefusedCase {
  const char* why;
  std::string bytes;
  const char* name;
  std::vector<const char*> words;
};

class RefusedFiles : public testing::TestWithParam<RefusedCase> {};

TEST_P(RefusedFiles, AreNamedWithARemedy) {
  const RefusedCase& one = GetParam();
  try {
    read_file_bytes(one.bytes, one.name);
    FAIL() << one.why;
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr(one.name)) << one.why;
    for (const char* word : one.words) EXPECT_THAT(error.what(), HasSubstr(word)) << one.why;
  }
}

std::string cut(const std::string& bytes, std::size_t size) { return bytes.substr(0, size); }

INSTANTIATE_TEST_SUITE_P(
    Files, RefusedFiles,
    testing::Values(
        RefusedCase{"another archive", make_zip({{"xl/workbook.xml", "x"}}), "a.xlsx", {"no DOCX", "save"}},
        RefusedCase{"the end is missing", cut(make_docx("<w:p/>"), 300), "a.docx", {"cut off", "again"}},
        RefusedCase{"the directory is missing",
                    cut(make_docx("<w:p/>"), 40) + "PK\x05\x06" + std::string(18, '\x01'),
                    "a.docx",
                    {"broken"}},
        RefusedCase{"a binary of that name",
                    std::string("\x7F"
                                "ELF\x02\x01\x01\0\0\0\0",
                                11),
                    "a.docx",
                    {"name of a docx", "--from"}},
        RefusedCase{"prose of that name", "Words.", "a.pdf", {"name of a pdf", "--from"}},
        RefusedCase{"an old Word document", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more", "a.doc", {"old Word", "DOCX"}},
        RefusedCase{
            "it says itself that it is too large",
            make_zip({{"mimetype", "application/epub+zip"},
                      {.name = "a.xhtml", .bytes = "x", .repeats = 0, .ending = "", .size_said = 3'000'000'000}}),
            "a.epub",
            {"unpacks to 2861 MiB", "256 MiB", "split"}},
        RefusedCase{"nothing in it", "", "a.docx", {"no text"}}));

TEST(FileFormats, ThatAreGivenOverrideWhatTheFileIs) {
  const auto read =
      read_file_bytes("<p>Words.", "a.html", {.format = aligner::documents::DocumentFormat::text, .language = {}});

  EXPECT_EQ(read.read.document.bytes(), "<p>Words.");
  EXPECT_TRUE(read.places.empty());
}

TEST(FileFormats, PlainTextStaysAsItIs) {
  const std::string bytes = "Ngày 16 tháng 5.\r\n\r\n  1858\u00AD-60.\n";

  const auto read = read_file_bytes(bytes, "vi.txt");

  EXPECT_EQ(read.read.document.bytes(), bytes);
}

TEST(FileFormats, HaveNames) {
  for (const std::string& name : aligner::documents::format_names()) {
    EXPECT_EQ(to_string(*aligner::documents::parse_format(name)), name);
  }
  EXPECT_FALSE(aligner::documents::parse_format("doc"));
}

}  // namespace
