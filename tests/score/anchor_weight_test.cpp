#include "aligner/score/anchor_weight.h"

#include <cmath>

#include <gtest/gtest.h>

namespace aligner::score {
namespace {

using anchors::Anchor;
using anchors::AnchorMatch;
using anchors::AnchorRelation;

const Anchor day{.value = anchors::make_day(1858, 5, 16)};
const Anchor year{.value = anchors::make_year(1858)};
const Anchor name{.value = anchors::Name{.key = "muravev"}};

AnchorMatch match(AnchorRelation relation, double score = 1) { return {relation, score, ""}; }

TEST(Rarity, IsTheLogarithmOfTheShareOfSegments) {
  EXPECT_NEAR(rarity(1, 99), -std::log(0.015), 1e-12);
  EXPECT_NEAR(rarity(50, 100), std::log(2), 1e-3);
}

TEST(Rarity, FallsWithTheCountAndIsNeverNegative) {
  for (std::size_t count = 1; count < 100; ++count) EXPECT_GT(rarity(count - 1, 100), rarity(count, 100));
  EXPECT_EQ(rarity(7, 6), 0);  // twice in one segment counts once, but callers may err
  EXPECT_GE(rarity(0, 0), 0);
}

TEST(AnchorWeight, OfAYearThatOneSentenceEachNamesIsManyTimesThatOfANameInEveryOther) {
  const double rare = anchor_weight(match(AnchorRelation::same), year, rarity(1, 100), rarity(1, 100));
  const double common = anchor_weight(match(AnchorRelation::same), name, rarity(50, 100), rarity(50, 100));

  EXPECT_GT(rare, 4);
  EXPECT_LT(common, 0.7);
}

TEST(AnchorWeight, NeedsRarityOnBothSides) {
  EXPECT_LT(anchor_weight(match(AnchorRelation::same), name, rarity(1, 100), rarity(90, 100)),
            0.4 * anchor_weight(match(AnchorRelation::same), name, rarity(1, 100), rarity(1, 100)));
}

TEST(AnchorWeight, GrowsWithHowWellTheValuesAgree) {
  EXPECT_GT(anchor_weight(match(AnchorRelation::variant, 0.9), name, 3, 3),
            anchor_weight(match(AnchorRelation::variant, 0.6), name, 3, 3));
}

TEST(AnchorWeight, OfOneDayIsMoreThanOfAnyOtherEqualValue) {
  const double same_day = anchor_weight(match(AnchorRelation::same), day, 3, 3);

  EXPECT_GT(same_day, anchor_weight(match(AnchorRelation::same), year, 3, 3));
  EXPECT_EQ(same_day, anchor_weight(match(AnchorRelation::same_other_calendar), day, 3, 3));
}

TEST(AnchorWeight, OfDatesThatOnlyTouchIsLess) {
  for (const AnchorRelation relation :
       {AnchorRelation::contains, AnchorRelation::contained, AnchorRelation::overlaps, AnchorRelation::near}) {
    EXPECT_LT(anchor_weight(match(relation), day, 3, 3), 0.5 * anchor_weight(match(AnchorRelation::same), year, 3, 3));
  }
}

TEST(AnchorWeight, OfAConflictIsNegativeAndGrowsWithRarity) {
  const AnchorMatch conflict = match(AnchorRelation::conflict, 0);

  EXPECT_LT(anchor_weight(conflict, day, 4, 4), anchor_weight(conflict, day, 1, 1));
  EXPECT_LT(anchor_weight(conflict, day, 1, 1), 0);
}

TEST(AnchorPrior, IsThatOfIdenticalNumbersAtBestAndNothingForConflicts) {
  EXPECT_DOUBLE_EQ(anchor_prior(match(AnchorRelation::same)), 0.9);
  EXPECT_DOUBLE_EQ(anchor_prior(match(AnchorRelation::reading, 0.5)), 0.45);
  EXPECT_EQ(anchor_prior(match(AnchorRelation::conflict, 0)), 0);
}

}  // namespace
}  // namespace aligner::score
