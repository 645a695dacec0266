// Syllables of Mandarin in their spellings, and what their readings prove.

#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "aligner/anchors/han_readings.h"
#include "aligner/anchors/mandarin_syllables.h"
#include "aligner/anchors/match_names.h"
#include "aligner/anchors/name.h"
#include "aligner/anchors/vietnamese_key.h"

#include "tests/support/case_file.h"

namespace {

using namespace aligner::anchors;  // NOLINT(google-build-using-namespace): the subject of every line
using aligner::text::LanguageTag;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;
using tungse_tests::Case;

bool may_stand_for(const std::string& spelled, Romanisation romanisation, const std::string& pinyin) {
  const std::vector<SyllableId>& found = find_syllables(spelled, romanisation);
  return std::any_of(found.begin(), found.end(), [&](SyllableId id) { return pinyin_of(id) == pinyin; });
}

Name name(const std::string& written, const std::string& language) {
  return read_name(written, LanguageTag::parse(language));
}

TEST(MandarinSyllables, AreSpelledAsInTheTable) {
  for (const Case& row : tungse_tests::read_cases(TUNGSE_CASES "/syllables.tsv")) {
    ASSERT_EQ(row.fields.size(), 3U) << row.where();
    EXPECT_TRUE(row.fields[1] == "-" || may_stand_for(row.fields[1], Romanisation::wade_giles, row.fields[0]))
        << row.where();
    EXPECT_TRUE(row.fields[2] == "-" || may_stand_for(row.fields[2], Romanisation::palladius, row.fields[0]))
        << row.where();
  }
}

// ICU knows the way from pinyin to Palladius.
TEST(MandarinSyllables, AreSpelledInCyrillicAsIcuSpellsThem) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> icu_rules(
      icu::Transliterator::createInstance("zh_Latn_PINYIN-ru", UTRANS_FORWARD, status));
  ASSERT_TRUE(U_SUCCESS(status));

  for (std::size_t id = 0; id < syllable_count(); ++id) {
    const std::string& pinyin = pinyin_of(static_cast<SyllableId>(id));
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(pinyin);
    text.findAndReplace("v", icu::UnicodeString(static_cast<UChar>(0xFC)));
    icu_rules->transliterate(text);
    std::string cyrillic;
    text.toUTF8String(cyrillic);
    EXPECT_TRUE(may_stand_for(cyrillic, Romanisation::palladius, pinyin)) << pinyin << " " << cyrillic;
  }
}

TEST(MandarinSyllables, KeepEveryWayToCutAWord) {
  using Cut = std::vector<std::string_view>;

  EXPECT_THAT(cut_syllables("xian", Romanisation::pinyin), UnorderedElementsAre(Cut{"xian"}, Cut{"xi", "an"}));
  EXPECT_THAT(cut_syllables("xi'an", Romanisation::pinyin), ElementsAre(Cut{"xi", "an"}));
  EXPECT_THAT(cut_syllables("tientsin", Romanisation::wade_giles), ::testing::Contains(Cut{"tien", "tsin"}));
  EXPECT_THAT(cut_syllables("тяньцзинь", Romanisation::palladius), ElementsAre(Cut{"тянь", "цзинь"}));
  EXPECT_TRUE(cut_syllables("muravyov", Romanisation::pinyin).empty());
  EXPECT_TRUE(cut_syllables("", Romanisation::pinyin).empty());
}

TEST(MandarinSyllables, TakeNoLongTimeToCutHostileWords) {
  std::string word;
  while (word.size() < 60) word += "ana";

  EXPECT_LE(cut_syllables(word, Romanisation::wade_giles).size(), 6U);
  EXPECT_TRUE(cut_syllables(word + "x", Romanisation::wade_giles).empty());
}

TEST(VietnameseKey, PutsTheToneBehindTheSyllable) {
  EXPECT_EQ(vietnamese_key("hòa"), "hoa2");
  EXPECT_EQ(vietnamese_key("hoà"), "hoa2");
  EXPECT_EQ(vietnamese_key("kỳ"), vietnamese_key("kì"));
  EXPECT_EQ(vietnamese_key("quý"), vietnamese_key("quí"));
  EXPECT_NE(vietnamese_key("tay"), vietnamese_key("tai"));
  EXPECT_EQ(without_vietnamese_marks(vietnamese_key("đường")), "duong");
}

TEST(HanReadings, KnowWhatSyllablesHaveInCommon) {
  const HanReadings& table = HanReadings::table();
  const auto thien = table.hanviet("thiên");

  EXPECT_EQ(HanReadings::shared_character(thien, table.mandarin("tian", Romanisation::pinyin)), U'天');
  EXPECT_GT(table.lift(thien, table.mandarin("tian", Romanisation::pinyin)), 10);
  EXPECT_EQ(table.lift(thien, table.mandarin("long", Romanisation::pinyin)), 0);
  EXPECT_GT(table.lift(table.character(U'龙'), table.hanviet("long")), 10);
  EXPECT_EQ(table.simplified(U'龍'), U'龙');
  EXPECT_TRUE(table.hanviet("xyz").is_empty());
}

TEST(MatchReadings, NameTheCharacters) {
  const auto found = match_readings(name("Cát Lâm", "vi"), name("Jilin", "en"));

  ASSERT_TRUE(found);
  EXPECT_EQ(found->relation, AnchorRelation::reading);
  EXPECT_EQ(found->reason, "Cát Lâm and Jilin are readings of the same characters, such as 吉林");
}

TEST(MatchReadings, AreSurerOfThreeSyllablesThanOfTwo) {
  const auto two = match_readings(name("Thiên Tân", "vi"), name("Tianjin", "en"));
  const auto three = match_readings(name("Hắc Long Giang", "vi"), name("Heilongjiang", "en"));

  ASSERT_TRUE(two);
  ASSERT_TRUE(three);
  EXPECT_GT(three->score, two->score);
  EXPECT_LE(three->score, 0.95);
}

TEST(MatchReadings, AreSurerOfAnExactSpellingThanOfALooseOne) {
  const Name vietnamese = name("Thiên Tân", "vi");

  EXPECT_GT(match_readings(vietnamese, name("Tianjin", "en"))->score,
            match_readings(vietnamese, name("Tientsin", "en"))->score);
}

}  // namespace
