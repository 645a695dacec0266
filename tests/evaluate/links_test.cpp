#include "aligner/evaluate/links.h"

#include <random>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/evaluate/notation.h"

namespace aligner::evaluate {
namespace {

using align::Grade;

constexpr double rounding = 1e-12;

std::vector<GoldLink> gold(const std::string& same, const std::string& partly = "") {
  std::vector<GoldLink> links;
  for (const IndexBead& bead : beads(same)) links.push_back({.link = bead, .grade = Grade::same});
  for (const IndexBead& bead : beads(partly)) links.push_back({.link = bead, .grade = Grade::partly});
  return links;
}

TEST(AveragePrecision, IsOneWhenEveryGoldLinkComesFirst) {
  EXPECT_NEAR(average_precision(gold("0-0 5-2"), beads("5-2 0-0 7-7 8-8")), 1, rounding);
}

TEST(AveragePrecision, IsTheMeanOfThePrecisionsAtTheRanksOfGoldLinks) {
  // ranks of the gold links: 1, 3, never: (1/1 + 2/3 + 0) / 3
  EXPECT_NEAR(average_precision(gold("0-0 1-1 2-2"), beads("0-0 9-9 1-1 8-8")), (1 + 2.0 / 3) / 3, rounding);
}

TEST(AveragePrecision, FallsWhenAWrongLinkComesFirst) {
  EXPECT_NEAR(average_precision(gold("0-0"), beads("9-9 0-0")), 0.5, rounding);
}

TEST(AveragePrecision, AcceptsOverlapOnBothSides) {
  EXPECT_NEAR(average_precision(gold("58-69,70"), beads("58-70")), 1, rounding);
}

TEST(AveragePrecision, GivesFurtherPartsOfAReachedLinkNoRank) {
  // 58-70 is the other half of the link already reached, so 1-1 has rank 2
  EXPECT_NEAR(average_precision(gold("58-69,70 1-1"), beads("58-69 58-70 1-1")), 1, rounding);
}

TEST(AveragePrecision, GivesLinksOfWeakerGradesNoRank) {
  EXPECT_NEAR(average_precision(gold("1-1", "0-0"), beads("0-0 1-1"), Grade::mostly), 1, rounding);
  EXPECT_NEAR(average_precision(gold("1-1", "0-0"), beads("0-0"), Grade::mostly), 0, rounding);
}

TEST(AveragePrecision, IsZeroWithoutGoldOrWithoutLinks) {
  EXPECT_EQ(average_precision({}, beads("0-0")), 0);
  EXPECT_EQ(average_precision(gold("0-0"), {}), 0);
}

TEST(AveragePrecision, StaysWithinZeroAndOne) {
  std::mt19937 random(6);
  for (int round = 0; round < 200; ++round) {
    std::vector<GoldLink> links(random() % 10);
    for (GoldLink& link : links) link = {{{random() % 6}, {random() % 6}}, static_cast<Grade>(random() % 4)};
    std::vector<IndexBead> ranked(random() % 20);
    for (IndexBead& link : ranked) link = {{random() % 6, random() % 6}, {random() % 6}};

    const double value = average_precision(links, ranked, static_cast<Grade>(random() % 4));

    EXPECT_GE(value, 0);
    EXPECT_LE(value, 1 + rounding);
  }
}

TEST(PrecisionAt, IsTheShareOfRightLinksAmongTheFirst) {
  EXPECT_NEAR(precision_at(4, gold("0-0 1-1", "2-2"), beads("0-0 9-9 2-2 8-8 1-1")), 2.0 / 4, rounding);
}

TEST(PrecisionAt, LeavesWeakerGradesOut) {
  EXPECT_NEAR(precision_at(2, gold("0-0", "2-2"), beads("0-0 2-2"), Grade::mostly), 1.0 / 2, rounding);
}

TEST(PrecisionAt, JudgesMissingLinksAsWrong) {
  EXPECT_NEAR(precision_at(10, gold("0-0"), beads("0-0")), 1.0 / 10, rounding);
}

TEST(PrecisionAt, IsZeroForTheFirstNone) { EXPECT_EQ(precision_at(0, gold("0-0"), beads("0-0")), 0); }

}  // namespace
}  // namespace aligner::evaluate
