#include "aligner/text/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"

namespace aligner::text {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::string message_of(const std::string& bytes) {
  try {
    Document::from_utf8(bytes, LanguageTag(), "account.txt");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Document, KeepsTheBytesAsTheyAre) {
  // Not composed, with both kinds of line end.
  const std::string bytes = "Nga\xCC\x80y\r\n16\r";

  const Document account = Document::from_utf8(bytes, LanguageTag::parse("vi"), "account.txt");

  EXPECT_EQ(account.bytes(), bytes);
  EXPECT_EQ(account.language().str(), "vi");
  EXPECT_EQ(account.name(), "account.txt");
}

TEST(Document, SlicesByBytes) {
  const Document account = Document::from_utf8("Ngày 16", LanguageTag::parse("vi"), "account.txt");

  EXPECT_EQ(account.slice({0, 5}), "Ngày");
  EXPECT_EQ(account.slice({8, 8}), "");
}

TEST(Document, NamesTheLineAndTheByteThatIsNotUtf8) {
  EXPECT_THAT(message_of("one\ntwo\r\nthr\xE9\x65"),
              AllOf(HasSubstr("account.txt:3:"), HasSubstr("byte 12"), HasSubstr("encoding")));
}

TEST(Document, CountsALoneCarriageReturnAsALineEnd) {
  EXPECT_THAT(message_of("one\rtwo\r\xFF"), HasSubstr("account.txt:3:"));
}

TEST(Document, RefusesEveryKindOfIllFormedUtf8) {
  for (const char* bytes : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                            "\xF8\x88\x80\x80\x80", "\xF0\x9F\x91", "\xFE", "\xEF\xBF"}) {
    EXPECT_THAT(message_of(bytes), HasSubstr("not UTF-8"));
  }
}

TEST(Document, TakesWhatUtf8Allows) {
  EXPECT_EQ(message_of(std::string("\0 \xF4\x8F\xBF\xBF \xEF\xBF\xBE \xEF\xBB\xBF", 14)), "");
  EXPECT_EQ(message_of(""), "");
}

}  // namespace
}  // namespace aligner::text
