// cases/bundled.tsv: a linguist can add lines without a compiler.

#include "aligner/lexicon/bundled_lexicons.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/case_file.h"

namespace aligner::lexicon {
namespace {

using testing::HasSubstr;
using tungse_tests::Case;
using tungse_tests::read_cases;

const text::LanguageTag en = text::LanguageTag::parse("en");
const text::LanguageTag ru = text::LanguageTag::parse("ru");
const text::LanguageTag vi = text::LanguageTag::parse("vi");

constexpr std::size_t largest_file = std::size_t{5} << 20;
// 11 ms for 170 000 entries, turned round or not: measured by tests/benchmark, bounded here.
constexpr std::size_t most_entries = 250'000;

std::string names(const std::vector<BundledLexicon>& files) {
  std::string all;
  for (const BundledLexicon& file : files) all += (all.empty() ? "" : " ") + file.name;
  return all;
}

// The geometric mean of both directions; 0 where the lexicon has no such pair.
double strength(const Lexicon& lexicon, const std::string& source, const std::string& target) {
  for (const LexiconEntry& entry : lexicon.entries) {
    if (lexicon.source_words[entry.source] != source || lexicon.target_words[entry.target] != target) continue;
    return std::sqrt(static_cast<double>(entry.forward) * static_cast<double>(entry.backward));
  }
  return 0;
}

TEST(BundledLexicons, AreBetweenVietnameseRussianAndEnglish) {
  EXPECT_EQ(names(bundled_lexicons()), "ru-en vi-en vi-ru");
}

TEST(BundledLexicons, HoldTheLanguagesOfTheirNamesAndNameTheirSources) {
  for (const BundledLexicon& file : bundled_lexicons()) {
    const Lexicon lexicon = parse_lexicon(file.bytes, file.name);

    EXPECT_EQ(lexicon.source_language.str() + "-" + lexicon.target_language.str(), file.name);
    EXPECT_THAT(lexicon.note, HasSubstr("corpora/lexicons/sources.tsv")) << file.name;
  }
}

TEST(BundledLexicons, AreSmallEnoughToBeLoadedEveryTime) {
  for (const BundledLexicon& file : bundled_lexicons()) {
    EXPECT_LE(file.bytes.size(), largest_file) << file.name;
    EXPECT_LE(parse_lexicon(file.bytes, file.name).entries.size(), most_entries) << file.name;
  }
}

TEST(BundledLexicons, AreFoundInEitherDirectionAndForRegions) {
  EXPECT_EQ(find_bundled_lexicon(vi, en)->name, "vi-en");
  EXPECT_EQ(find_bundled_lexicon(en, vi)->name, "vi-en");
  EXPECT_EQ(find_bundled_lexicon(text::LanguageTag::parse("en-GB"), text::LanguageTag::parse("ru-RU"))->name, "ru-en");
}

TEST(BundledLexicons, AreOfNoOtherLanguages) {
  EXPECT_EQ(find_bundled_lexicon(en, en), std::nullopt);
  EXPECT_EQ(find_bundled_lexicon(vi, text::LanguageTag::parse("zh")), std::nullopt);
  EXPECT_EQ(find_bundled_lexicon(text::LanguageTag(), en), std::nullopt);
}

TEST(BundledLexicons, AreTurnedRoundWhereTheTextsRunTheOtherWay) {
  const BundledLexicon file = *find_bundled_lexicon(en, vi);

  const Lexicon back = read_bundled_lexicon(file, en, vi);

  EXPECT_EQ(back.source_language.str(), "en");
  EXPECT_EQ(reversed(back), read_bundled_lexicon(file, vi, en));
}

TEST(BundledLexicons, KnowTheWordsOfTheCases) {
  std::map<std::string, Lexicon> lexicons;
  for (const BundledLexicon& file : bundled_lexicons()) lexicons[file.name] = parse_lexicon(file.bytes, file.name);
  for (const Case& c : read_cases(std::string(TUNGSE_CASES) + "/bundled.tsv")) {
    const Lexicon& lexicon = lexicons.at(c.fields.at(0));
    const double found = strength(lexicon, c.fields.at(1), c.fields.at(2));
    if (c.fields.at(3) == "none") {
      EXPECT_EQ(found, 0) << c.where();
    } else {
      EXPECT_GE(found, std::stod(c.fields.at(3))) << c.where();
    }
  }
}

}  // namespace
}  // namespace aligner::lexicon
