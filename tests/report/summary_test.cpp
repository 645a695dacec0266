#include "aligner/report/summary.h"

#include "aligner/error.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/report/sample_texts.h"

namespace aligner::report {
namespace {

constexpr double rounding = 1e-12;

TEST(Summarise, CountsTheBeadsOfAParallelChapter) {
  const Summary summary = summarise(parallel_chapter());

  EXPECT_EQ(summary.pairs, 2u);
  EXPECT_THAT(summary.shapes,
              testing::ElementsAre(ShapeCount{0, 1, 1}, ShapeCount{1, 0, 1}, ShapeCount{1, 1, 1}, ShapeCount{2, 1, 1}));
  EXPECT_EQ(summary.source.linked_segments, 3u);
  EXPECT_EQ(summary.source.unlinked_segments(), 1u);
  EXPECT_EQ(summary.target.linked_segments, 2u);
  EXPECT_NEAR(summary.mean_confidence, (0.999 + 0.9) / 2, rounding);
  EXPECT_EQ(summary.below_half, 0u);
}

TEST(Summarise, CountsASegmentOfSeveralLinksOnce) {
  const Summary summary = summarise(aigun_links());

  EXPECT_EQ(summary.pairs, 3u);
  EXPECT_EQ(summary.target.linked_segments, 2u);
  EXPECT_THAT(summary.grades, testing::ElementsAre(1u, 1u, 0u, 1u));
  EXPECT_EQ(summary.below_half, 1u);
}

TEST(Summarise, PutsTheMostFrequentShapeFirst) {
  EXPECT_EQ(summarise(aigun_links()).shapes.at(0), (ShapeCount{1, 1, 3}));
}

TEST(Summarise, CountsCharactersAsPeopleDo) {
  const Summary summary = summarise(one_pair("a\u0301\u0323 b", "瑷珲"));

  EXPECT_EQ(summary.source.characters, 3u);
  EXPECT_EQ(summary.target.linked_characters, 2u);
}

TEST(Summarise, TellsWhereMovedPartsStand) {
  EXPECT_THAT(summarise(moved_chapter()).moved,
              testing::ElementsAre(MovedPart{{1, 2}, {4, 5}, 4}, MovedPart{{5, 5}, {0, 0}, std::nullopt}));
}

TEST(Summarise, PartsMovedBeadsThatDoNotStandTogetherInTheTarget) {
  align::AlignedTexts texts = moved_chapter();
  texts.alignment.beads[1].target = {5};
  texts.alignment.beads[2].target = {4};

  EXPECT_EQ(summarise(texts).moved.size(), 3u);
}

TEST(Summarise, LetsASentenceWithoutCounterpartStandInAMovedPart) {
  align::AlignedTexts texts = moved_chapter();
  texts.alignment.beads[4] = {.source = {4}};
  texts.alignment.beads[3] = {.source = {3}, .target = {2}, .moved = true};
  texts.alignment.beads[5] = {.source = {5}, .target = {3}, .moved = true};

  EXPECT_EQ(summarise(texts).moved.back(), (MovedPart{{3, 5}, {2, 3}, 0}));
}

TEST(Summarise, GivesZerosForEmptyTexts) { EXPECT_EQ(summarise({}), Summary{}); }

TEST(Summarise, RefusesASegmentThatCutsACharacter) {
  align::AlignedTexts texts = one_pair("Ấn", "B.");
  texts.source.segmentation.segments[0].span = {1, 4};

  EXPECT_THROW(summarise(texts), Error);
}

}  // namespace
}  // namespace aligner::report
