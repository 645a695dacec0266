#include "aligner/text/language_tag.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/case_file.h"

namespace aligner::text {
namespace {

using ::testing::HasSubstr;
using tungse_tests::Case;
using tungse_tests::read_cases;

const std::string cases = TUNGSE_CASES;

TEST(LanguageTag, CanonicalisesEveryTagOfTheCaseFile) {
  for (const Case& c : read_cases(cases + "/language_tags.tsv")) {
    const auto tag = LanguageTag::try_parse(c.fields.at(0));
    ASSERT_TRUE(tag) << c.where() << tag.error().message;
    EXPECT_EQ(tag.value().str(), c.fields.at(1)) << c.where();
    EXPECT_EQ(LanguageTag::parse(tag.value().str()), tag.value()) << c.where();
  }
}

TEST(LanguageTag, RefusesWhatIsNoTagAndSaysSo) {
  for (const Case& c : read_cases(cases + "/not_language_tags.tsv")) {
    const auto tag = LanguageTag::try_parse(c.fields.at(0));
    ASSERT_FALSE(tag) << c.where();
    EXPECT_THAT(tag.error().message, HasSubstr(c.fields.at(0))) << c.where();
    EXPECT_THAT(tag.error().message, HasSubstr(c.fields.at(1))) << c.where();
  }
}

TEST(LanguageTag, ThrowsOnAnEmptyTagAndOnBytesThatAreNoText) {
  EXPECT_THROW(LanguageTag::parse(""), Error);
  EXPECT_THROW(LanguageTag::parse(std::string_view("vi\0", 3)), Error);
  EXPECT_THROW(LanguageTag::parse("\xFF"), Error);
}

TEST(LanguageTag, ShowsOnlyTheBeginningOfAnEnormousTag) {
  const auto tag = LanguageTag::try_parse(std::string(1 << 20, 'a'));

  ASSERT_FALSE(tag);
  EXPECT_LT(tag.error().message.size(), 200U);
}

TEST(LanguageTag, NamesLanguageAndScript) {
  const LanguageTag tag = LanguageTag::parse("mnc-latn-x-mollend");

  EXPECT_EQ(tag.language(), "mnc");
  EXPECT_EQ(tag.script(), "Latn");
}

TEST(LanguageTag, FindsTheScriptBehindAnExtendedLanguage) {
  EXPECT_EQ(LanguageTag::parse("zh-yue-hant-hk").script(), "Hant");
  EXPECT_EQ(LanguageTag::parse("vi-VN").script(), "");
  // Behind a singleton four letters are no script.
  EXPECT_EQ(LanguageTag::parse("en-x-Latn").script(), "");
}

TEST(LanguageTag, IsUndeterminedUnlessSaidOtherwise) {
  EXPECT_TRUE(LanguageTag().is_undetermined());
  EXPECT_TRUE(LanguageTag::parse("UND").is_undetermined());
  EXPECT_FALSE(LanguageTag::parse("vi").is_undetermined());
}

}  // namespace
}  // namespace aligner::text
