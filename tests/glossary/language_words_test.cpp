#include "aligner/glossary/language_words.h"

#include <gtest/gtest.h>

#include "tests/support/case_file.h"

namespace aligner::glossary {
namespace {

using text::LanguageTag;

// cases/edges.tsv: language, word, and of "begins", "ends", "inside" those that a term may have it for.
TEST(FunctionWords, StandWhereTheCasesSay) {
  for (const tungse_tests::Case& one : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/edges.tsv")) {
    const LanguageWords words(LanguageTag::parse(one.fields.at(0)));
    const std::string allowed = one.fields.size() > 2 ? one.fields[2] : "";

    EXPECT_EQ(words.may_begin(one.fields[1]), allowed.find("begins") != std::string::npos) << one.where();
    EXPECT_EQ(words.may_end(one.fields[1]), allowed.find("ends") != std::string::npos) << one.where();
    EXPECT_EQ(words.may_stand_inside(one.fields[1]), allowed.find("inside") != std::string::npos) << one.where();
  }
}

TEST(Stems, AreSnowballsWhereItKnowsTheLanguage) {
  EXPECT_EQ(LanguageWords(LanguageTag::parse("ru")).stem("границами"), "границ");
  EXPECT_EQ(LanguageWords(LanguageTag::parse("en")).stem("treaties"), "treati");
}

TEST(Stems, AreTheWordsThemselvesElsewhere) {
  EXPECT_EQ(LanguageWords(LanguageTag::parse("vi")).stem("ước"), "ước");
  EXPECT_EQ(LanguageWords(LanguageTag::parse("zh")).stem("條約"), "條約");
  EXPECT_FALSE(LanguageWords(LanguageTag::parse("vi")).has_inflection());
}

TEST(Background, KnowsCommonWordsAndAddsUpTheirForms) {
  const LanguageWords english(LanguageTag::parse("en"));

  EXPECT_GT(english.background_share("file"), 0.01);
  EXPECT_GT(english.background_share("file"), english.background_share("treati"));
  EXPECT_EQ(english.background_share("nerchinsk"), 0);
}

TEST(Background, IsEmptyForALanguageWithoutOne) {
  EXPECT_EQ(LanguageWords(LanguageTag::parse("mnc")).background_texts(), 0);
}

}  // namespace
}  // namespace aligner::glossary
