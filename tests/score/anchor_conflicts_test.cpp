#include "aligner/score/anchor_conflicts.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/score/toy_model.h"

namespace aligner::score {
namespace {

using tungse_tests::toy_text;
using tungse_tests::ToyBitext;

// One sentence a side, among others that make what they name rare.
ToyBitext pair_of(const std::string& source, const std::string& target) {
  const std::string snow = "Snow.\nRain.\nHail.\nFog.\nIce.\nWind.\n";
  return {toy_text("en", source + "\n" + snow), toy_text("en", target + "\n" + snow), {{{0}, {0}}}};
}

std::vector<AnchorConflict> conflicts_of(const ToyBitext& bitext, const BeadPlace& bead = {}) {
  const ToyModel toy(bitext);
  return toy.conflicts.find(bead);
}

TEST(AnchorConflicts, AreTwoDaysThatCannotBeTheSame) {
  const ToyBitext bitext = pair_of("Signed on 16 May 1858.", "Signed on 20 May 1858.");
  const ToyModel toy(bitext);

  const std::vector<AnchorConflict> found = toy.conflicts.find({});

  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(bitext.source.document.slice(found[0].source), "16 May 1858");
  EXPECT_EQ(bitext.target.document.slice(found[0].target), "20 May 1858");
  EXPECT_EQ(found[0].kind, EvidenceKind::date);
  EXPECT_LT(found[0].weight, -0.5);
  EXPECT_DOUBLE_EQ(toy.conflicts.weight({}), found[0].weight);
}

TEST(AnchorConflicts, AreNoneBetweenDaysOfTwoCalendarsEvenIfOneOff) {
  EXPECT_TRUE(conflicts_of(pair_of("Signed on 16 May 1858.", "Signed on 28 May 1858.")).empty());
  EXPECT_TRUE(conflicts_of(pair_of("Signed on 16 May 1858.", "Signed on 29 May 1858.")).empty());
  EXPECT_TRUE(conflicts_of(pair_of("Signed on 16 May 1858.", "Signed on 16 May 1689.")).empty());
}

TEST(AnchorConflicts, AreNeighbouringDaysOfOneCalendar) {
  EXPECT_EQ(conflicts_of(pair_of("Signed on 16 May 1858.", "Signed on 17 May 1858.")).size(), 1u);
}

TEST(AnchorConflicts, AreNoneWhereBothDaysHaveTheirCounterparts) {
  const std::string both = "From 16 May 1858 he waited. On 30 June 1858 he left.";

  EXPECT_TRUE(conflicts_of(pair_of(both, both)).empty());
}

TEST(AnchorConflicts, AreNotSettledByAYearThatHoldsTheDay) {
  EXPECT_EQ(conflicts_of(pair_of("Signed on 16 May 1858.", "In 1858 they met; signed on 20 May 1858.")).size(), 1u);
}

TEST(AnchorConflicts, NameNoAnchorTwice) {
  EXPECT_EQ(conflicts_of(pair_of("On 16 May 1858.", "On 20 May 1858. On 25 June 1858.")).size(), 1u);
}

TEST(AnchorConflicts, AreLookedForInTheWholeBead) {
  const ToyBitext bitext{toy_text("en", "It began.\nOn 16 May 1858 it ended.\nSnow.\n"),
                         toy_text("en", "On 20 May 1858 it was over.\nSnow.\n"),
                         {}};

  EXPECT_TRUE(conflicts_of(bitext, {.source = 0, .target = 0}).empty());
  EXPECT_EQ(conflicts_of(bitext, {.source = 0, .source_count = 2, .target = 0}).size(), 1u);
  EXPECT_TRUE(conflicts_of(bitext, {.source = 1, .target = 1}).empty());
}

TEST(AnchorConflicts, MirrorWhenTheSidesAreSwapped) {
  const ToyBitext bitext = pair_of("Signed on 16 May 1858.", "Signed on 20 May 1858, not on 1 July 1858.");
  const AnchoredBitext view = bitext.mirrored_view();
  const PreparedBitext mirrored(std::span(&view, 1), {});

  const std::vector<AnchorConflict> there = conflicts_of(bitext);
  const std::vector<AnchorConflict> back = AnchorConflicts(mirrored, 0).find({});

  ASSERT_EQ(there.size(), 1u);
  ASSERT_EQ(back.size(), 1u);
  EXPECT_EQ(there[0].source, back[0].target);
  EXPECT_EQ(there[0].target, back[0].source);
  EXPECT_DOUBLE_EQ(there[0].weight, back[0].weight);
}

TEST(AnchorConflicts, WeighLessForDaysThatAreNamedOften) {
  std::string often = "Signed on 16 May 1858.\n";
  for (int i = 0; i < 6; ++i) often += "Again on 16 May 1858.\n";
  const ToyBitext common{toy_text("en", often), toy_text("en", "On 20 May 1858.\nSnow.\nRain.\n"), {}};
  const ToyBitext rare = pair_of("Signed on 16 May 1858.", "On 20 May 1858.");

  EXPECT_GT(conflicts_of(common)[0].weight, conflicts_of(rare)[0].weight);
}

TEST(AnchorConflicts, AreNotLookedForInATableOfDaysInOneLine) {
  std::string table;
  for (int day = 1; day < 20; ++day) table += "On " + std::to_string(day) + " May 1858. ";

  EXPECT_TRUE(conflicts_of(pair_of(table, "On 30 June 1858.")).empty());
}

}  // namespace
}  // namespace aligner::score
