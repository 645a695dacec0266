// The path of which most is expected to be right, against every path written out.

#include "aligner/align/accurate_path.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace aligner::align {
namespace {

constexpr std::uint8_t source_gap = 0;
constexpr std::uint8_t target_gap = 1;
constexpr std::uint8_t one_to_one = 2;
constexpr std::uint8_t one_to_two = 3;
constexpr double wrong_pair = 0.2;

struct Alone {
  std::vector<double> source;
  std::vector<double> target;
};

Alone alone_of(const std::vector<WeightedBead>& beads, TextSizes sizes) {
  Alone alone{std::vector<double>(sizes.source, 0), std::vector<double>(sizes.target, 0)};
  for (const WeightedBead& bead : beads) {
    if (bead.shape == source_gap) alone.source[bead.source] += static_cast<double>(bead.probability);
    if (bead.shape == target_gap) alone.target[bead.target] += static_cast<double>(bead.probability);
  }
  return alone;
}

double count_of(const std::vector<WeightedBead>& path, const std::vector<WeightedBead>& beads, TextSizes sizes) {
  const Alone alone = alone_of(beads, sizes);
  double sum = 0;
  for (const WeightedBead& bead : path) {
    sum += bead.shape == source_gap   ? 0.5 * alone.source[bead.source]
           : bead.shape == target_gap ? 0.5 * alone.target[bead.target]
                                      : static_cast<double>(bead.probability) - wrong_pair;
  }
  return sum;
}

// The best count of any path from (i, j) on.
double best_count(std::size_t i, std::size_t j, const std::vector<WeightedBead>& beads, const Alone& alone) {
  double best = i == alone.source.size() && j == alone.target.size() ? 0 : -1e9;
  if (i < alone.source.size()) best = std::max(best, 0.5 * alone.source[i] + best_count(i + 1, j, beads, alone));
  if (j < alone.target.size()) best = std::max(best, 0.5 * alone.target[j] + best_count(i, j + 1, beads, alone));
  for (const WeightedBead& bead : beads) {
    if (bead.shape < gap_shapes || bead.source != i || bead.target != j) continue;
    best = std::max(best, static_cast<double>(bead.probability) - wrong_pair +
                              best_count(i + shapes[bead.shape].source, j + shapes[bead.shape].target, beads, alone));
  }
  return best;
}

// Random beads over the texts, as sums of probabilities they need not make sense.
std::vector<WeightedBead> random_beads(TextSizes sizes, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<WeightedBead> beads;
  for (std::uint32_t i = 0; i <= sizes.source; ++i) {
    for (std::uint32_t j = 0; j <= sizes.target; ++j) {
      for (std::uint8_t s = 0; s < shapes.size(); ++s) {
        if (i + shapes[s].source > sizes.source || j + shapes[s].target > sizes.target) continue;
        const bool is_gap = s < gap_shapes;
        if (!is_gap && random() % 3 != 0) continue;
        beads.push_back({i, j, s, static_cast<float>(random() % 100) / (is_gap ? 500.0F : 100.0F)});
      }
    }
  }
  return beads;
}

// Every segment once, in order.
void expect_whole(const std::vector<WeightedBead>& path, TextSizes sizes) {
  std::size_t i = 0;
  std::size_t j = 0;
  for (const WeightedBead& bead : path) {
    EXPECT_EQ(bead.source, i);
    EXPECT_EQ(bead.target, j);
    i += shapes[bead.shape].source;
    j += shapes[bead.shape].target;
  }
  EXPECT_EQ(i, sizes.source);
  EXPECT_EQ(j, sizes.target);
}

TEST(AccuratePath, NoPathIsExpectedToGetMoreRight) {
  const TextSizes sizes{4, 5};
  for (unsigned seed = 0; seed < 40; ++seed) {
    const std::vector<WeightedBead> beads = random_beads(sizes, seed);

    const std::vector<WeightedBead> path = most_accurate_path(beads, sizes);

    expect_whole(path, sizes);
    EXPECT_NEAR(count_of(path, beads, sizes), best_count(0, 0, beads, alone_of(beads, sizes)), 1e-6) << seed;
  }
}

TEST(AccuratePath, APairThatIsLessLikelyThanThatItsSegmentsStandAloneIsLeftOut) {
  const std::vector<WeightedBead> beads = {
      {0, 0, source_gap, 0.6F}, {0, 0, target_gap, 0.6F}, {0, 0, one_to_one, 0.4F}};

  const std::vector<WeightedBead> path = most_accurate_path(beads, {1, 1});

  ASSERT_EQ(path.size(), 2u);
  EXPECT_EQ(path[0].shape, source_gap);
  EXPECT_EQ(path[0].probability, 0.6F);
  EXPECT_EQ(path[1].shape, target_gap);
}

TEST(AccuratePath, OfPairsThatContendTheLikelierStaysWhereNothingSpeaksForAGap) {
  const std::vector<WeightedBead> beads = {
      {0, 0, one_to_one, 0.45F}, {0, 0, one_to_two, 0.4F}, {0, 1, target_gap, 0.45F}};

  const std::vector<WeightedBead> path = most_accurate_path(beads, {1, 2});

  ASSERT_EQ(path.size(), 2u);
  EXPECT_EQ(path[0].shape, one_to_one);
  EXPECT_EQ(path[1].shape, target_gap);
}

TEST(AccuratePath, TheProbabilityOfAGapIsSummedOverThePlacesOfThePath) {
  const std::vector<WeightedBead> beads = {{0, 0, source_gap, 0.3F}, {0, 1, source_gap, 0.5F}};

  const std::vector<WeightedBead> path = most_accurate_path(beads, {1, 1});

  ASSERT_EQ(path[0].shape, source_gap);
  EXPECT_FLOAT_EQ(path[0].probability, 0.8F);
}

TEST(AccuratePath, GapsGoThroughTheFixedPoints) {
  const std::vector<WeightedBead> path = most_accurate_path({}, {4, 4}, {{.source = 1, .target = 3}});

  expect_whole(path, {4, 4});
  EXPECT_TRUE(std::any_of(path.begin(), path.end(),
                          [](const WeightedBead& bead) { return bead.source == 1 && bead.target == 3; }));
}

TEST(AccuratePath, TextsWithoutSegmentsHaveAPath) {
  EXPECT_TRUE(most_accurate_path({}, {0, 0}).empty());
  EXPECT_EQ(most_accurate_path({}, {2, 0}).size(), 2u);
  EXPECT_EQ(most_accurate_path({}, {0, 3}).size(), 3u);
}

}  // namespace
}  // namespace aligner::align
