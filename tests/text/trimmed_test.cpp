#include "aligner/text/trimmed.h"

#include <gtest/gtest.h>

namespace aligner::text {
namespace {

TEST(Trimmed, LosesTheWhiteSpaceAround) {
  EXPECT_EQ(trimmed(" \t msgid \"one two\"\r\n"), "msgid \"one two\"");
  EXPECT_EQ(trimmed("Aigun"), "Aigun");
}

TEST(Trimmed, IsEmptyWhereThereIsNothingElse) {
  EXPECT_EQ(trimmed(""), "");
  EXPECT_EQ(trimmed(" \t\r\n\f\v "), "");
}

TEST(Trimmed, KeepsWhiteSpaceBeyondAscii) { EXPECT_EQ(trimmed(" \u00a0x\u3000 "), "\u00a0x\u3000"); }

}  // namespace
}  // namespace aligner::text
