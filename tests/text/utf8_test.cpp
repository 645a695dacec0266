#include "aligner/text/utf8.h"

#include <gtest/gtest.h>

namespace aligner::text {
namespace {

TEST(IsValidUtf8, TakesLettersOfEveryLength) {
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_TRUE(is_valid_utf8("Ngày 條約 𠮷"));
}

TEST(IsValidUtf8, RefusesWhatIsIllFormed) {
  EXPECT_FALSE(is_valid_utf8("Ng\xE0y")) << "a letter of another encoding";
  EXPECT_FALSE(is_valid_utf8("\xE1\xBA")) << "cut short";
  EXPECT_FALSE(is_valid_utf8("\xC1\x81")) << "overlong";
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80")) << "a surrogate";
  EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80")) << "beyond U+10FFFF";
}

}  // namespace
}  // namespace aligner::text
