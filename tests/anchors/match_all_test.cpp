#include "aligner/anchors/match_all.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "tests/anchors/notation.h"

namespace aligner::anchors {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using tungse_tests::anchors_of;

TEST(MatchAll, PutsTheBestFirstAndConflictsLast) {
  const std::vector<Anchor> source = anchors_of("16 May 1858, 600,000 km2", "en");
  const std::vector<Anchor> target = anchors_of("600,000 km2, 28 May 1858, 20 May 1858, 1858", "en");

  const std::vector<RelatedPair> pairs = match_all(source, target, terms::TermList());

  ASSERT_THAT(pairs, SizeIs(4));
  EXPECT_EQ(pairs[0].match.relation, AnchorRelation::same);
  EXPECT_EQ(pairs[1].match.relation, AnchorRelation::same_other_calendar);
  EXPECT_EQ(pairs[2].match.relation, AnchorRelation::contained);
  EXPECT_EQ(pairs[3].match.relation, AnchorRelation::conflict);
  EXPECT_EQ(pairs[3].target, 2U);
}

TEST(MatchAll, GivesEqualScoresInTheOrderOfTheTexts) {
  const std::vector<Anchor> years = anchors_of("1858, 1858", "en");

  const std::vector<RelatedPair> pairs = match_all(years, years, terms::TermList());

  ASSERT_THAT(pairs, SizeIs(4));
  EXPECT_TRUE(std::is_sorted(pairs.begin(), pairs.end(), [](const RelatedPair& a, const RelatedPair& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  }));
}

TEST(MatchAll, FindsWhatComparingEveryPairFinds) {
  const std::vector<Anchor> source = anchors_of("Ngày 16 tháng 5 năm 1858 Muravyov, 4.200 người; thế kỷ 19", "vi");
  const std::vector<Anchor> target =
      anchors_of("16 (28) мая 1858 г. Муравьёв, 4200 человек, 4,2 версты; в 1850-х годах", "ru");
  std::size_t expected = 0;
  for (const Anchor& from : source) {
    for (const Anchor& to : target) expected += match_anchors(from, to, terms::TermList()) ? 1U : 0U;
  }

  EXPECT_GT(expected, 3U);
  EXPECT_THAT(match_all(source, target, terms::TermList()), SizeIs(expected));
}

TEST(MatchAll, FindsDaysInSpansOfManyCenturies) {
  const std::vector<Anchor> day = anchors_of("16 May 1858", "en");
  const std::vector<Anchor> spans = anchors_of("before 1860; since 1500; before 1900", "en");

  EXPECT_THAT(match_all(day, spans, terms::TermList()), SizeIs(3));
  EXPECT_THAT(match_all(spans, day, terms::TermList()), SizeIs(3));
  EXPECT_THAT(match_all(spans, spans, terms::TermList()), SizeIs(9));
}

TEST(MatchAll, GivesNothingForNothing) {
  EXPECT_THAT(match_all({}, anchors_of("1858", "en"), terms::TermList()), IsEmpty());
}

}  // namespace
}  // namespace aligner::anchors
