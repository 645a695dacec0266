// DOCX, ODT, HTML and EPUB, as pandoc reads them. Skipped where it is not installed.

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>

#include "aligner/documents/child_program.h"
#include "aligner/documents/read_file.h"
#include "aligner/error.h"

#include "tests/documents/small_files.h"
#include "tests/support/temporary_directory.h"

using aligner::Error;
using aligner::documents::FileOptions;
using aligner::documents::read_file_bytes;
using documents_tests::make_docx;
using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

namespace {

class OfficeDocuments : public testing::Test {
 protected:
  void SetUp() override {
    if (!documents_tests::has_program("pandoc")) GTEST_SKIP() << "pandoc is not installed";
  }

  // A document that pandoc itself writes from Markdown. Binary forms are not written to standard output by default.
  static std::string made_from(const std::string& markdown, const std::string& format) {
    return aligner::documents::run_child(
        {.program = "pandoc",
         .package = "pandoc",
         .arguments = {"-f", "markdown", "-t", format, "--standalone", "--metadata", "title=", "--output", "-"},
         .input = markdown,
         .document = "the test's own"});
  }
};

constexpr const char* account =
    "# The border\n\nOn *May 28*, 1858[^1] they **signed** the [treaty](https://example.org/).\n\n1. The left bank.\n"
    "2. The right bank.\n\n> A quotation.\n\n[^1]: By the Gregorian calendar.\n";

class OfficeFormats : public OfficeDocuments, public testing::WithParamInterface<const char*> {};

TEST_P(OfficeFormats, HaveTheTextOfTheirParagraphsAndNotes) {
  const auto read = read_file_bytes(made_from(account, GetParam()), "standard input", {.language = {}});

  const std::string& text = read.read.document.bytes();
  EXPECT_EQ(to_string(read.format), GetParam());
  EXPECT_THAT(text,
              HasSubstr("The border\n\nOn May 28, 1858 they signed the treaty.\n\n1. The left bank.\n\n2. The right "
                        "bank.\n\nA quotation.\n\nBy the Gregorian calendar."));
  EXPECT_EQ(to_string(*read.places.find(text.find("By the"))), "note 1");
  EXPECT_EQ(to_string(*read.places.find(text.find("On May")))[0], 'p');
}

INSTANTIATE_TEST_SUITE_P(All, OfficeFormats, testing::Values("docx", "odt", "html", "epub"));

TEST_F(OfficeDocuments, PagesAreReadInTheEncodingThatTheyName) {
  const auto read =
      read_file_bytes("<html><head><meta charset=\"windows-1251\"></head><body><p>\xC0\xEC\xF3\xF0.</p></body>", "a");

  EXPECT_EQ(read.read.document.bytes(), "Амур.");
  EXPECT_EQ(read.read.encoding, "windows-1251");
}

TEST_F(OfficeDocuments, PagesLeaveOutScriptsAndStyles) {
  const auto read =
      read_file_bytes("<!doctype html><style>p {}</style><script>let a = 1;</script><p>Words.<!-- no -->", "a");

  EXPECT_EQ(read.read.document.bytes(), "Words.");
}

TEST_F(OfficeDocuments, WithoutTextAreRefused) {
  EXPECT_THAT([] { read_file_bytes(make_docx("<w:p/>"), "a.docx"); },
              ThrowsMessage<Error>(HasSubstr("a.docx: holds no text")));
}

TEST_F(OfficeDocuments, BrokenWithinAreRefused) {
  EXPECT_THAT([] { read_file_bytes(make_docx("<w:p><w:r></w:p>"), "a.docx"); },
              ThrowsMessage<Error>(AllOf(HasSubstr("a.docx: pandoc cannot read it"), HasSubstr("save"))));
}

TEST_F(OfficeDocuments, ThatUnpackToMoreThanTheyHaveSaidAreStopped) {
  FileOptions options;
  options.limits.memory = 512 << 20;
  options.limits.time = std::chrono::seconds(60);
  const std::string bomb = documents_tests::make_zip(
      {{.name = "word/document.xml",
        .bytes = "<w:document "
                 "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>",
        .repeats = 1'000'000'000,
        .ending = "</w:t></w:r></w:p></w:body></w:document>",
        .size_said = 1000},
       {.name = "_rels/.rels", .bytes = "<Relationships/>"}});

  EXPECT_THAT([&] { read_file_bytes(bomb, "bomb.docx", options); },
              ThrowsMessage<Error>(HasSubstr("bomb.docx: pandoc")));
}

TEST_F(OfficeDocuments, DoNotExpandEntitiesWithoutEnd) {
  std::string entities = "<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">";
  for (int k = 1; k < 12; ++k) {
    std::string ten;
    for (int j = 0; j < 10; ++j) ten += "&a" + std::to_string(k - 1) + ";";
    entities += "<!ENTITY a" + std::to_string(k) + " \"" + ten + "\">";
  }
  FileOptions options;
  options.limits.memory = 512 << 20;
  const std::string bomb = documents_tests::make_zip(
      {{.name = "word/document.xml",
        .bytes = entities +
                 "]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                 "<w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>"},
       {.name = "_rels/.rels",
        .bytes =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
            "Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
            "Target=\"word/document.xml\"/></Relationships>"}});

  EXPECT_THROW(read_file_bytes(bomb, "bomb.docx", options), Error);
}

// A program of the same name that never ends stands first on PATH.
TEST(SlowReaders, AreEndedInTime) {
  const tungse_tests::TemporaryDirectory folder;
  const std::string stand_in = folder.write("pandoc", "#!/bin/sh\nsleep 1000\n");
  std::filesystem::permissions(stand_in, std::filesystem::perms::owner_all);
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", (folder.path().string() + ":" + path).c_str(), 1);
  FileOptions options;
  options.limits.time = std::chrono::milliseconds(500);

  EXPECT_THAT([&] { read_file_bytes("<html><p>Words.", "a.html", options); },
              ThrowsMessage<Error>(HasSubstr("a.html: pandoc was not done with it in 0.5 seconds")));

  ::setenv("PATH", path.c_str(), 1);
}

TEST(MissingReaders, AreNamedWithTheirPackages) {
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);

  EXPECT_THAT([] { read_file_bytes(make_docx("<w:p/>"), "a.docx"); },
              ThrowsMessage<Error>(AllOf(HasSubstr("a.docx"), HasSubstr("apt-get install pandoc"))));
  EXPECT_THAT([] { read_file_bytes(documents_tests::make_pdf({{}}), "a.pdf"); },
              ThrowsMessage<Error>(HasSubstr("apt-get install poppler-utils")));

  ::setenv("PATH", path.c_str(), 1);
}

}  // namespace
