#include "aligner/text/manchu.h"

#include <gmock/gmock.h>

#include "tests/support/case_file.h"

namespace {

using aligner::text::has_manchu_letters;
using aligner::text::latin_to_manchu;
using aligner::text::manchu_to_latin;

TEST(Manchu, IsReadAsInTheTable) {
  for (const tungse_tests::Case& row : tungse_tests::read_cases(TUNGSE_CASES "/manchu.tsv")) {
    EXPECT_EQ(manchu_to_latin(row.fields[1]), row.fields[0]) << row.where();
    if (row.fields[2] == "both") {
      EXPECT_EQ(latin_to_manchu(row.fields[0]), row.fields[1]) << row.where();
    }
  }
}

TEST(Manchu, IsReadAlikeInALongText) {
  std::string manchu;
  std::string latin;
  for (int i = 0; i < 3000; ++i) {
    manchu += "ᠠᠩᡤᠠ ᠵᡠ\n";
    latin += "angga ju\n";
  }

  EXPECT_EQ(manchu_to_latin(manchu), latin);
}

TEST(Manchu, ComesBackFromLatin) {
  for (const char* word : {"sahaliyan", "ninggun", "jiyanggiyūn", "k'an", "g'ang", "h'o", "tsy", "sy", "dzung", "žen",
                           "c'y", "jakūn", "šanggiyan", "usuri ula", "inenggi", "uju", "fiyodoro", "wang"}) {
    EXPECT_EQ(manchu_to_latin(latin_to_manchu(word)), word);
  }
}

TEST(Manchu, LetsOtherLettersPass) {
  EXPECT_EQ(manchu_to_latin("Aigun 璦琿 ᠠᡳᡥᡡᠨ, 1858"), "Aigun 璦琿 aihūn, 1858");
  EXPECT_EQ(manchu_to_latin(""), "");
}

TEST(Manchu, TakesTheNarrowSpaceBeforeAnEndingForASpace) { EXPECT_EQ(manchu_to_latin("ᠮᠠᠨᠵᡠ\u202Fᡳ"), "manju i"); }

TEST(Manchu, IsToldByItsLetters) {
  EXPECT_TRUE(has_manchu_letters("xyz ᡠᠯᠠ"));
  EXPECT_FALSE(has_manchu_letters("tiếng Việt Ấ ẩ 黑龍江 Амур"));
  EXPECT_FALSE(has_manchu_letters(""));
}

}  // namespace
