#include "aligner/evaluate/score.h"

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/evaluate/notation.h"
#include "tests/support/case_file.h"

namespace aligner::evaluate {
namespace {

constexpr double rounding = 1e-12;  // sums of a few ratios

std::string fraction(std::size_t part, std::size_t whole) { return std::to_string(part) + "/" + std::to_string(whole); }

std::vector<IndexBead> swapped(std::vector<IndexBead> list) {
  for (IndexBead& bead : list) std::swap(bead.source, bead.target);
  return list;
}

// Beads over 40 segments a side, groups of up to three, empty sides included.
std::vector<IndexBead> random_beads(std::mt19937& random) {
  std::vector<IndexBead> list(random() % 30);
  for (IndexBead& bead : list) {
    for (std::size_t n = random() % 4; n > 0; --n) bead.source.push_back(random() % 40);
    for (std::size_t n = random() % 4; n > 0; --n) bead.target.push_back(random() % 40);
  }
  return list;
}

bool share(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

TEST(ScoreAlignment, GivesTheHandComputedValuesOfTheCaseFile) {
  for (const auto& example : tungse_tests::read_cases(TUNGSE_CASES "/score.tsv")) {
    SCOPED_TRACE(example.where());
    ASSERT_EQ(example.fields.size(), 6u);

    const AlignmentScore score = score_alignment(beads(example.fields[0]), beads(example.fields[1]));

    EXPECT_EQ(fraction(score.strict.hits, score.strict.found), example.fields[2]);
    EXPECT_EQ(fraction(score.strict.recalled, score.strict.expected), example.fields[3]);
    EXPECT_EQ(fraction(score.lax.hits, score.lax.found), example.fields[4]);
    EXPECT_EQ(fraction(score.lax.recalled, score.lax.expected), example.fields[5]);
  }
}

TEST(ScoreAlignment, TakesRatiosAndTheirHarmonicMean) {
  const AlignmentScore score = score_alignment(beads("0-0 1-1 2-2 3-3"), beads("0-0 9-9"));

  EXPECT_NEAR(score.strict.precision, 1.0 / 2, rounding);
  EXPECT_NEAR(score.strict.recall, 1.0 / 4, rounding);
  EXPECT_NEAR(score.strict.f1, 1.0 / 3, rounding);
}

TEST(ScoreAlignment, GivesGoldAgainstItselfOne) {
  std::mt19937 random(1);
  for (int round = 0; round < 100; ++round) {
    std::vector<IndexBead> gold = random_beads(random);
    gold.push_back({.source = {0}, .target = {0}});

    const AlignmentScore score = score_alignment(gold, gold);

    EXPECT_EQ(score.strict.f1, 1);
    EXPECT_EQ(score.lax.f1, 1);
  }
}

TEST(ScoreAlignment, DoesNotChangeWhenTheSidesAreSwapped) {
  std::mt19937 random(2);
  for (int round = 0; round < 200; ++round) {
    const auto gold = random_beads(random);
    const auto hypothesis = random_beads(random);

    EXPECT_EQ(score_alignment(gold, hypothesis), score_alignment(swapped(gold), swapped(hypothesis)));
  }
}

TEST(ScoreAlignment, ExchangesPrecisionAndRecallWithGoldAndHypothesis) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const auto one = random_beads(random);
    const auto other = random_beads(random);

    const AlignmentScore there = score_alignment(one, other);
    const AlignmentScore back = score_alignment(other, one);

    EXPECT_EQ(there.lax.precision, back.lax.recall);
    EXPECT_EQ(there.strict.recall, back.strict.precision);
    EXPECT_NEAR(there.lax.f1, back.lax.f1, rounding);
  }
}

TEST(ScoreAlignment, CountsAStrictBeadAsLaxToo) {
  std::mt19937 random(4);
  for (int round = 0; round < 200; ++round) {
    const AlignmentScore score = score_alignment(random_beads(random), random_beads(random));

    EXPECT_LE(score.strict.hits, score.lax.hits);
    EXPECT_LE(score.strict.recalled, score.lax.recalled);
  }
}

TEST(ScoreAlignment, FindsTheSameLaxBeadsAsComparingEachWithEach) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    const auto gold = random_beads(random);
    const auto hypothesis = random_beads(random);

    const std::vector<Verdict> verdicts = judge_beads(gold, hypothesis);

    for (std::size_t i = 0; i < hypothesis.size(); ++i) {
      const bool lax = std::any_of(gold.begin(), gold.end(), [&](const IndexBead& bead) {
        return share(bead.source, hypothesis[i].source) && share(bead.target, hypothesis[i].target);
      });
      EXPECT_EQ(verdicts[i] == Verdict::lax || verdicts[i] == Verdict::strict, lax);
    }
  }
}

TEST(ScoreAlignment, ScoresALongBookAtOnce) {
  std::vector<IndexBead> gold;
  for (std::size_t i = 0; i < 50'000; ++i) gold.push_back({.source = {i}, .target = {i}});

  EXPECT_EQ(score_alignment(gold, gold).lax.hits, 50'000u);
}

TEST(ScoreAlignment, IsNotSlowedByASegmentThatStandsInEveryBead) {
  std::vector<IndexBead> gold;
  for (std::size_t i = 0; i < 50'000; ++i) gold.push_back({.source = {0}, .target = {i}});

  EXPECT_EQ(score_alignment(gold, gold).strict.f1, 1);
}

TEST(ScoreAlignment, IsNotSlowedByOneBeadOverEverything) {
  IndexBead everything;
  for (std::size_t i = 0; i < 50'000; ++i) everything.source.push_back(i);
  everything.target = everything.source;

  EXPECT_EQ(score_alignment({everything}, {everything}).lax.hits, 1u);
}

TEST(AddScores, AddsCountsBeforeItTakesRatios) {
  const AlignmentScore small = score_alignment(beads("0-0"), beads("0-0"));
  const AlignmentScore large = score_alignment(beads("0-0 1-1 2-2"), beads("0-1 1-2 2-0"));

  const AlignmentScore sum = add_scores({small, large});

  EXPECT_NEAR(sum.strict.precision, 1.0 / 4, rounding);  // not the mean of 1 and 0
  EXPECT_EQ(sum.lax.expected, 4u);
}

TEST(AddScores, GivesZeroForNoDocument) { EXPECT_EQ(add_scores({}), AlignmentScore{}); }

TEST(JudgeBeads, SaysHowEachBeadFaredInOrder) {
  using V = Verdict;

  EXPECT_THAT(judge_beads(beads("0-0 1,2-1 3-2"), beads("3-2 2-1 0-2 4- 0-0")),
              testing::ElementsAre(V::strict, V::lax, V::wrong, V::uncounted, V::strict));
}

}  // namespace
}  // namespace aligner::evaluate
