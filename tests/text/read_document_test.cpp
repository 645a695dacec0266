#include "aligner/text/read_document.h"

#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "aligner/error.h"
#include "aligner/text/digest.h"

#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"
#include "tests/text/notation.h"

namespace aligner::text {
namespace {

using namespace std::string_literals;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;
using tungse_tests::TemporaryDirectory;

const ReadOptions in_vietnamese{.language = LanguageTag::parse("vi")};

ReadDocument read_bytes(const std::string& bytes, const ReadOptions& options = in_vietnamese) {
  return read_document_bytes(bytes, "account.txt", options);
}

std::string failure_of(const std::string& bytes, const ReadOptions& options = in_vietnamese) {
  try {
    read_bytes(bytes, options);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string failure_of_path(const std::string& path, const ReadOptions& options = in_vietnamese) {
  try {
    read_document(path, options);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(ReadDocument, TakesUtf8AsItIs) {
  const std::string bytes = "Nga\u0300y 16\r\nthang\u0301 5\rđ\n";

  const ReadDocument read = read_bytes(bytes);

  EXPECT_EQ(read.document.bytes(), bytes);
  EXPECT_EQ(read.encoding, "UTF-8");
  EXPECT_FALSE(read.encoding_assumed);
  EXPECT_FALSE(read.language_assumed);
  EXPECT_THAT(read.notes, IsEmpty());
}

TEST(ReadDocument, LeavesOutTheByteOrderMarkButDigestsIt) {
  const ReadDocument read = read_bytes("\xEF\xBB\xBFNgày");

  EXPECT_EQ(read.document.bytes(), "Ngày");
  EXPECT_EQ(read.sha256, sha256_hex("\xEF\xBB\xBFNgày"));
}

TEST(ReadDocument, SaysWhichLanguageItFound) {
  const ReadDocument read = read_bytes(tungse_tests::vietnamese_account(), {});

  EXPECT_EQ(read.document.language().str(), "vi");
  EXPECT_TRUE(read.language_assumed);
  EXPECT_THAT(read.notes, ElementsAre(StartsWith("account.txt: language vi (detected: ")));
}

TEST(ReadDocument, AsksForTheLanguageWhereItCannotTell) {
  const ReadDocument read = read_bytes("1858-1860", {});

  EXPECT_TRUE(read.document.language().is_undetermined());
  EXPECT_THAT(read.notes, ElementsAre(HasSubstr("give the language")));
}

TEST(ReadDocument, ReadsFilesAndPipes) {
  const TemporaryDirectory directory;
  const std::string file = directory.write("account.txt", "Ngày");
  const std::string pipe = (directory.path() / "pipe").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(pipe) << "Ngày"; });

  const ReadDocument from_file = read_document(file, in_vietnamese);
  const ReadDocument from_pipe = read_document(pipe, in_vietnamese);
  writer.join();

  EXPECT_EQ(from_file.document.bytes(), "Ngày");
  EXPECT_EQ(from_pipe.document.bytes(), "Ngày");
  EXPECT_EQ(from_pipe.document.name(), pipe);
}

TEST(ReadDocument, NamesTheFileAndTheRemedyWhenItCannotRead) {
  const TemporaryDirectory directory;
  const std::string folder = directory.path().string();

  EXPECT_THAT(failure_of_path(folder), AllOf(StartsWith(folder), HasSubstr("is a directory")));
  EXPECT_THAT(failure_of_path(folder + "/none.txt"), AllOf(StartsWith(folder), HasSubstr("cannot be found")));
  EXPECT_THAT(failure_of_path(""), HasSubstr("name a text file"));
  // Opens, but reading at address 0 fails.
  EXPECT_THAT(failure_of_path("/proc/self/mem"), HasSubstr("cannot be read"));
}

TEST(ReadDocument, RefusesWhatExceedsTheLimit) {
  const TemporaryDirectory directory;
  const std::string file = directory.write("account.txt", std::string(2000, 'a'));
  ReadOptions options = in_vietnamese;
  options.byte_limit = 1999;

  EXPECT_THAT(failure_of_path(file, options), AllOf(StartsWith(file), HasSubstr("1999 bytes")));
  // Endless, and without a size.
  EXPECT_THAT(failure_of_path("/dev/zero", options), HasSubstr("1999 bytes"));
  EXPECT_THAT(failure_of(std::string(2000, 'a'), options), HasSubstr("1999 bytes"));
  options.byte_limit = 2000;
  EXPECT_EQ(failure_of_path(file, options), "");
}

TEST(ReadDocument, RefusesEmptyAndBlankText) {
  for (const std::string& bytes :
       {""s, " \t\r\n"s, "\xEF\xBB\xBF"s, "\xEF\xBB\xBF\n"s, "\u00A0\u3000"s, "\xFF\xFE \0\n\0"s}) {
    EXPECT_THAT(failure_of(bytes), HasSubstr("holds no text"));
  }
}

TEST(ReadDocument, RefusesBinaryData) {
  EXPECT_THAT(failure_of("\x7F"s
                         "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0"s),
              HasSubstr("binary"));
  EXPECT_THAT(failure_of("Ngày\0 16 tháng 5"s), HasSubstr("binary"));
  EXPECT_THAT(failure_of("\x01\x02\x03\x04 text"s), HasSubstr("binary"));
  EXPECT_THAT(failure_of("%PDF-1.4 and so on"s), HasSubstr("PDF"));
  EXPECT_THAT(failure_of("{\\rtf1 Ngay}"s), HasSubstr("RTF"));
}

TEST(ReadDocument, NamesTheLineOfAFaultInUtf8) {
  std::string account = tungse_tests::vietnamese_account();
  account[account.find("hữu") + 1] = '\xFF';

  EXPECT_THAT(failure_of(account), AllOf(StartsWith("account.txt:2: byte "), HasSubstr("not UTF-8")));
}

TEST(ReadDocument, NamesTheLineOfAByteTheGivenEncodingLacks) {
  ReadOptions options = in_vietnamese;
  options.encoding = "utf8";
  EXPECT_THAT(failure_of("one\ntwo\xE0", options), StartsWith("account.txt:2: byte 7"));

  // 0xD2 has no meaning in windows-1253, and 0x81 only a control character's in windows-1252.
  options.encoding = "cp1253";
  EXPECT_THAT(failure_of("one\n\ntwo\xD2", options), StartsWith("account.txt:3: byte 8"));
  options.encoding = "windows-1252";
  EXPECT_THAT(failure_of("\xE9\n\x81", options), StartsWith("account.txt:2: byte 2"));
}

TEST(ReadDocument, ListsEncodingsWhenItKnowsNoneOfThatName) {
  for (const char* name : {"", "windows-9999", "tcvn,locale=vi", "\xFF"}) {
    ReadOptions options = in_vietnamese;
    options.encoding = name;
    EXPECT_THAT(failure_of("text", options), AllOf(HasSubstr("is not known"), HasSubstr("VISCII")));
  }
}

TEST(ReadDocument, RefusesAnEncodingThatTheMarkContradicts) {
  ReadOptions options = in_vietnamese;
  options.encoding = "windows-1258";

  EXPECT_THAT(failure_of("\xEF\xBB\xBFNgày", options), HasSubstr("mark of UTF-8"));
}

}  // namespace
}  // namespace aligner::text
