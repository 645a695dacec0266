#include "aligner/anchors/match_anchors.h"

#include <algorithm>
#include <random>
#include <stdexcept>

#include <gmock/gmock.h>

#include "aligner/anchors/match_keys.h"
#include "aligner/anchors/name.h"

#include "tests/anchors/notation.h"
#include "tests/support/case_file.h"

namespace {

using namespace aligner::anchors;  // NOLINT(google-build-using-namespace): the subject of every line
using aligner::terms::Concept;
using aligner::terms::RelationKind;
using aligner::terms::TermList;
using ::testing::HasSubstr;
using tungse_tests::Case;

Anchor anchor(Date date) { return {.value = date}; }
Anchor anchor(Number number) { return {.value = number}; }
Anchor mention(const std::string& id) { return {.value = ConceptMention{.concept_id = id}}; }

bool is_cyrillic(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c == '\xD0' || c == '\xD1'; });
}

// The name as found in a sentence: what find_anchors makes of it is what has to match. Chinese and Manchu names, which
// no text gives, are read alone. An empty language: Russian for Cyrillic, else English.
Anchor name(const std::string& written, std::string language = "") {
  if (language.empty()) language = is_cyrillic(written) ? "ru" : "en";
  if (language == "zh" || language == "mnc") {
    return {.value = read_name(written, aligner::text::LanguageTag::parse(language))};
  }
  const std::string before = language == "ru" ? "это " : language == "vi" ? "ở " : "see ";
  for (const Anchor& found : tungse_tests::anchors_of(before + written, language)) {
    if (found.kind() == AnchorKind::name) return found;
  }
  throw std::runtime_error("no name in " + written);
}

std::string field(const Case& row, std::size_t at) { return at < row.fields.size() ? row.fields[at] : ""; }

std::optional<AnchorMatch> match(const Anchor& source, const Anchor& target) {
  return match_anchors(source, target, TermList());
}

TEST(MatchNames, RelatesThePairsOfTheTable) {
  for (const Case& row : tungse_tests::read_cases(TUNGSE_CASES "/name_pairs.tsv")) {
    SCOPED_TRACE(row.where() + ": " + row.text);
    ASSERT_GE(row.fields.size(), 3U);
    const Anchor first = name(row.fields[0], field(row, 3));
    const Anchor second = name(row.fields[1], field(row, 4));

    const auto forward = match(first, second);
    const auto backward = match(second, first);

    ASSERT_TRUE(forward);
    EXPECT_EQ(to_string(forward->relation), row.fields[2]);
    EXPECT_GT(forward->score, 0);
    EXPECT_LE(forward->score, 1);
    ASSERT_TRUE(backward);
    EXPECT_DOUBLE_EQ(backward->score, forward->score);
  }
}

TEST(MatchNames, SaysWhatPlaceTwoNamesAreOf) {
  const auto found = match(name("Nga", "vi"), name("Россия"));

  ASSERT_TRUE(found);
  EXPECT_EQ(found->reason, "Nga and Россия are names of Russia (territory RU)");
  EXPECT_EQ(found->score, 0.95);
}

TEST(MatchNames, TrustsADerivedWordLessThanAVariant) {
  const auto derived = match(name("Siberia"), name("Siberian"));
  const auto variant = match(name("Muravyov"), name("Muraviev"));

  ASSERT_TRUE(derived);
  EXPECT_EQ(derived->reason, "Siberia and Siberian: one is derived from the other");
  EXPECT_LT(derived->score, variant->score);
}

// Buckets must hold what matches.
TEST(MatchKeys, AreSharedByThePairsOfTheTable) {
  for (const Case& row : tungse_tests::read_cases(TUNGSE_CASES "/name_pairs.tsv")) {
    const auto first = match_keys(name(row.fields[0], field(row, 3)), TermList());
    const auto second = match_keys(name(row.fields[1], field(row, 4)), TermList());

    const bool shared = std::any_of(first.begin(), first.end(), [&](const std::string& key) {
      return std::find(second.begin(), second.end(), key) != second.end();
    });
    EXPECT_TRUE(shared) << row.where() << ": " << row.text;
  }
}

TEST(MatchNames, KeepsTheNonPairsOfTheTableApart) {
  for (const Case& row : tungse_tests::read_cases(TUNGSE_CASES "/name_non_pairs.tsv")) {
    SCOPED_TRACE(row.where() + ": " + row.text);
    ASSERT_GE(row.fields.size(), 2U);
    const Anchor first = name(row.fields[0], field(row, 2));
    const Anchor second = name(row.fields[1], field(row, 3));

    EXPECT_FALSE(match(first, second));
    EXPECT_FALSE(match(second, first));
  }
}

TEST(MatchDates, JoinsOneDayInTwoCalendarsAndSaysWhy) {
  const auto found = match(anchor(make_day(1858, 5, 16)), anchor(make_day(1858, 5, 28)));

  ASSERT_TRUE(found);
  EXPECT_EQ(found->relation, AnchorRelation::same_other_calendar);
  EXPECT_EQ(found->reason, "16 May 1858 Julian = 28 May 1858 Gregorian");
  EXPECT_GT(found->score, 0.9);
}

TEST(MatchDates, FindsAMonthMoreTellingThanACentury) {
  const Anchor day = anchor(make_day(1858, 5, 16));

  const auto month = match(day, anchor(make_month(1858, 5)));
  const auto year = match(day, anchor(make_year(1858)));
  const auto century = match(day, anchor(make_years(1801, 1900)));

  EXPECT_GT(month->score, year->score);
  EXPECT_GT(year->score, century->score);
  EXPECT_EQ(century->relation, AnchorRelation::contained);
}

TEST(MatchDates, ReportsAConflictOnlyBetweenDaysOfOneTime) {
  const auto conflict = match(anchor(make_day(1858, 5, 16)), anchor(make_day(1858, 6, 13)));
  ASSERT_TRUE(conflict);
  EXPECT_EQ(conflict->relation, AnchorRelation::conflict);
  EXPECT_EQ(conflict->score, 0);

  EXPECT_TRUE(match(anchor(make_day(1858, 5, 16)), anchor(make_day(1859, 6, 13))));
  EXPECT_FALSE(match(anchor(make_day(1858, 5, 16)), anchor(make_day(1860, 6, 13))));
  EXPECT_FALSE(match(anchor(make_year(1858)), anchor(make_year(1859))));
}

TEST(MatchDates, TakesALunarYearForTheYearThatItMostlyIs) {
  const std::vector<Anchor> lunar = tungse_tests::anchors_of("năm Hàm Phong thứ 8", "vi");
  ASSERT_EQ(lunar.size(), 1U);

  const auto found = match(anchor(make_year(1858)), lunar[0]);
  const auto next = match(lunar[0], anchor(make_year(1859)));

  ASSERT_TRUE(found);
  EXPECT_EQ(found->relation, AnchorRelation::overlaps);
  EXPECT_DOUBLE_EQ(found->score, 0.85);
  EXPECT_EQ(found->reason, "Xianfeng 8 is mostly 1858");
  ASSERT_TRUE(next);
  EXPECT_LT(next->score, 0.2);
}

TEST(MatchDates, LetsRoughDaysContradictNothing) {
  Date rough = make_day(1858, 5, 16);
  rough.qualifier = DateQualifier::circa;

  EXPECT_FALSE(match(anchor(rough), anchor(make_day(1858, 6, 20))));
}

TEST(MatchDates, DoubtsAssumedYears) {
  Date assumed = make_day(1858, 5, 16);
  assumed.year_assumed = true;

  EXPECT_LT(match(anchor(assumed), anchor(make_day(1858, 5, 16)))->score, 1);
  EXPECT_FALSE(match(anchor(assumed), anchor(make_day(1858, 6, 20))));
}

TEST(MatchNumbers, ReadsASeparatorEitherWay) {
  const Number vietnamese{.value = {600000, 0}, .alternative = Decimal{600, 0}, .unit = "km2"};
  const Number english{.value = {600, 0}, .alternative = Decimal{600000, 0}};

  const auto found = match(anchor(vietnamese), anchor(english));

  ASSERT_TRUE(found);
  EXPECT_EQ(found->relation, AnchorRelation::same);
  EXPECT_THAT(found->reason, HasSubstr("600000 km2"));
}

TEST(MatchNumbers, KeepsRolesAndUnitsApart) {
  const Number three{.value = {3, 0}};
  const Number article{.value = {3, 0}, .role = NumberRole::label, .unit = "article"};
  const Number chapter{.value = {3, 0}, .role = NumberRole::label, .unit = "chapter"};
  const Number marker{.value = {3, 0}, .role = NumberRole::list_marker};

  EXPECT_FALSE(match(anchor(three), anchor(article)));
  EXPECT_FALSE(match(anchor(article), anchor(chapter)));
  EXPECT_FALSE(match(anchor(marker), anchor(marker)));
  EXPECT_TRUE(match(anchor(article), anchor(article)));
}

TEST(MatchNumbers, TrustsANumberLessWhereOnlyOneSideNamesAUnit) {
  const auto score = [](const Number& source, const Number& target) {
    return match(anchor(source), anchor(target))->score;
  };
  const Number two{.value = {2, 0}};
  const Number two_years{.value = {2, 0}, .unit = "year"};
  const Number area{.value = {600000, 0}};
  const Number area_in_km2{.value = {600000, 0}, .unit = "km2"};

  EXPECT_DOUBLE_EQ(score(two_years, two_years), 1);
  EXPECT_LT(score(two, two_years), 0.7);
  EXPECT_GT(score(area, area_in_km2), 0.8);
  EXPECT_EQ(match(anchor(two), anchor(two_years))->reason, "2 and 2 year are one number");
}

TEST(MatchNumbers, TakesVietnameseDamForMileAndLi) {
  const auto measured = [](const char* unit) { return anchor(Number{.value = {100, 0}, .unit = unit}); };

  EXPECT_TRUE(match(measured("dam"), measured("mile")));
  EXPECT_TRUE(match(measured("li"), measured("dam")));
  EXPECT_FALSE(match(measured("mile"), measured("li")));
}

// "vi: 4.200 km": the first number of a text, as it is found there.
Anchor number(const std::string& written) {
  const std::size_t colon = written.find(": ");
  if (colon == std::string::npos) throw std::runtime_error("no language before " + written);
  for (const Anchor& found : tungse_tests::anchors_of("- " + written.substr(colon + 2), written.substr(0, colon))) {
    if (found.kind() == AnchorKind::number) return found;
  }
  throw std::runtime_error("no number in " + written);
}

bool share_a_key(const Anchor& first, const Anchor& second) {
  const std::vector<std::string> keys = match_keys(first, TermList());
  const std::vector<std::string> others = match_keys(second, TermList());
  return std::find_first_of(keys.begin(), keys.end(), others.begin(), others.end()) != keys.end();
}

std::string turned_round(const std::string& relation) {
  if (relation == "contains") return "contained";
  return relation == "contained" ? "contains" : relation;
}

TEST(MatchNumbers, RelatesThePairsOfTheTable) {
  for (const Case& row : tungse_tests::read_cases(TUNGSE_CASES "/number_pairs.tsv")) {
    SCOPED_TRACE(row.where() + ": " + row.text);
    ASSERT_EQ(row.fields.size(), 3U);
    const Anchor source = number(row.fields[0]);
    const Anchor target = number(row.fields[1]);

    const auto forward = match(source, target);
    const auto backward = match(target, source);

    ASSERT_TRUE(forward);
    ASSERT_TRUE(backward);
    EXPECT_EQ(to_string(forward->relation), row.fields[2]);
    EXPECT_EQ(to_string(backward->relation), turned_round(row.fields[2]));
    EXPECT_GT(forward->score, 0);
    EXPECT_LE(forward->score, 1);
    EXPECT_DOUBLE_EQ(backward->score, forward->score);
    EXPECT_TRUE(share_a_key(source, target));
  }
}

TEST(MatchNumbers, KeepsTheNonPairsOfTheTableApart) {
  for (const Case& row : tungse_tests::read_cases(TUNGSE_CASES "/number_non_pairs.tsv")) {
    SCOPED_TRACE(row.where() + ": " + row.text);
    ASSERT_EQ(row.fields.size(), 2U);

    EXPECT_FALSE(match(number(row.fields[0]), number(row.fields[1])));
    EXPECT_FALSE(match(number(row.fields[1]), number(row.fields[0])));
  }
}

TEST(MatchNumbers, SaysWhatWasConvertedAndTrustsItByHowCloseItComes) {
  const auto exact = match(number("en: 4,200 km"), number("en: 3,937 versts"));
  const auto rounded = match(number("en: 600,000 km2"), number("en: 240,000 sq mi"));

  ASSERT_TRUE(exact);
  ASSERT_TRUE(rounded);
  EXPECT_EQ(match(number("en: 600,000 km2"), number("en: 231,661 sq mi"))->reason, "600000 km2 = 231661 mi2");
  EXPECT_LT(exact->score, 1);
  EXPECT_GT(exact->score, 0.89);
  EXPECT_LT(rounded->score, 0.7);
  EXPECT_GE(rounded->score, 0.5);
}

TEST(MatchNumbers, FindsTheSameRangeMoreTellingThanANumberInside) {
  const double same = match(number("en: 5-7 km"), number("ru: 5—7 км"))->score;
  const double part = match(number("en: 5-8 km"), number("ru: 5—7 км"))->score;
  const double inside = match(number("en: 5-7 km"), number("ru: 6 км"))->score;
  const double wide = match(number("en: 2-9 km"), number("ru: 6 км"))->score;

  EXPECT_GT(same, part);
  EXPECT_GT(part, inside);
  EXPECT_GT(inside, wide);
}

// A number of any kind, of few values, so that many pairs match.
Number any_number(std::mt19937& random) {
  static const std::vector<std::string> units = {"",    "km",  "verst", "li",   "dam", "mile",
                                                 "km2", "mi2", "%",     "tael", "kg"};
  const auto pick = [&](int first, int last) { return std::uniform_int_distribution<int>(first, last)(random); };
  Number number{.value = Decimal{pick(0, 60), pick(0, 1)}.normalised()};
  number.value = *number.value.times_power_of_ten(pick(0, 3));
  number.role = static_cast<NumberRole>(pick(0, 3) == 0 ? pick(0, 6) : 0);
  number.unit = units.at(static_cast<std::size_t>(pick(0, 10)));
  if (pick(0, 3) == 0 && number.value.units > 0)
    number.upper = Decimal{number.value.units * pick(2, 12), number.value.scale}.normalised();
  if (!number.upper && pick(0, 5) == 0) number.denominator = pick(2, 9);
  return number;
}

TEST(MatchNumbers, AreSymmetricalAndNeverRelateWhatSharesNoKey) {
  std::mt19937 random(1899);
  int matches = 0;
  for (int round = 0; round < 200'000; ++round) {
    const Anchor source = anchor(any_number(random));
    const Anchor target = anchor(any_number(random));
    const auto forward = match(source, target);
    const auto backward = match(target, source);
    ASSERT_EQ(forward.has_value(), backward.has_value());
    if (!forward) continue;
    ++matches;
    ASSERT_TRUE(share_a_key(source, target)) << forward->reason;
    ASSERT_DOUBLE_EQ(forward->score, backward->score) << forward->reason;
    ASSERT_EQ(to_string(forward->relation), turned_round(to_string(backward->relation))) << forward->reason;
    ASSERT_GT(forward->score, 0) << forward->reason;
    ASSERT_LE(forward->score, 1) << forward->reason;
  }
  EXPECT_GT(matches, 1000);
}

TEST(MatchTerms, JoinsWordingsOfOneConceptAndRelatedConcepts) {
  Concept river{.id = "r_amur", .type = "river"};
  Concept region{.id = "g_amur", .type = "region"};
  river.relations.push_back({"g_amur", RelationKind::part_of});
  region.relations.push_back({"r_amur", RelationKind::has_part});
  const TermList list({river, region});

  const auto same = match_anchors(mention("r_amur"), mention("r_amur"), list);
  const auto related = match_anchors(mention("r_amur"), mention("g_amur"), list);

  EXPECT_EQ(same->relation, AnchorRelation::term);
  EXPECT_EQ(same->score, 1);
  ASSERT_TRUE(related);
  EXPECT_EQ(related->relation, AnchorRelation::related);
  EXPECT_THAT(related->score, ::testing::AllOf(::testing::Ge(0.3), ::testing::Le(0.6)));
  EXPECT_FALSE(match_anchors(mention("r_amur"), mention("unknown"), list));
}

TEST(MatchAnchors, LeavesDifferentKindsApart) {
  EXPECT_FALSE(match(anchor(make_year(1858)), anchor(Number{.value = {1858, 0}})));
  EXPECT_FALSE(match(name("Amur"), mention("r_amur")));
}

}  // namespace
