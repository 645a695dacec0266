#include "aligner/align/link_order.h"

#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace aligner::align {
namespace {

TEST(OrderKept, IsTheLongestSequenceThatRises) {
  EXPECT_EQ(order_kept({}), 1);
  EXPECT_EQ(order_kept({{5, 2}}), 1);
  EXPECT_EQ(order_kept({{0, 3}, {4, 9}, {6, 7}, {8, 12}}), 0.75);
  EXPECT_EQ(order_kept({{8, 12}, {0, 3}, {6, 7}, {4, 9}}), 0.75);  // however they are given
  EXPECT_EQ(order_kept({{0, 3}, {1, 2}, {2, 1}, {3, 0}}), 0.25);
}

// Sums over all subsets.
std::vector<double> posteriors_by_hand(const std::vector<PlacedPair>& pairs) {
  std::vector<double> sums(pairs.size(), 0);
  double all = 0;
  for (std::size_t subset = 0; subset < std::size_t{1} << pairs.size(); ++subset) {
    double weight = 1;
    const PlacedPair* last = nullptr;
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      if ((subset >> k & 1) == 0) continue;
      if (last != nullptr && (last->source >= pairs[k].source || last->target >= pairs[k].target)) weight = 0;
      weight *= std::exp(pairs[k].log_odds);
      last = &pairs[k];
    }
    all += weight;
    for (std::size_t k = 0; k < pairs.size(); ++k) sums[k] += (subset >> k & 1) != 0 ? weight : 0;
  }
  for (double& sum : sums) sum /= all;
  return sums;
}

TEST(OrderPosteriors, AreTheSumsOverAllChains) {
  std::mt19937 random(1858);
  for (int round = 0; round < 50; ++round) {
    std::vector<PlacedPair> pairs;
    for (std::uint32_t i = 0; i < 5; ++i) {
      for (std::uint32_t j = 0; j < 5; ++j) {
        if (random() % 3 == 0) pairs.push_back({i, j, static_cast<double>(random() % 80) / 10 - 4});
      }
    }
    if (pairs.size() > 12) pairs.resize(12);

    const std::vector<double> found = order_posteriors(pairs);

    const std::vector<double> expected = posteriors_by_hand(pairs);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t k = 0; k < found.size(); ++k) EXPECT_NEAR(found[k], expected[k], 1e-9);  // logarithms in between
  }
}

TEST(OrderPosteriors, APairBetweenSureOnesGainsOverOneThatCrossesThem) {
  const std::vector<double> found =
      order_posteriors(std::vector<PlacedPair>{{0, 0, 6}, {5, 5, 0}, {5, 40, 0}, {10, 10, 6}, {20, 20, 6}});

  EXPECT_GT(found[1], 0.49);  // fits in
  EXPECT_LT(found[2], 0.01);  // crosses two
}

TEST(OrderPosteriors, OfNothingAreNothing) { EXPECT_TRUE(order_posteriors({}).empty()); }

TEST(OrderPosteriors, OddsBeyondAllMeasureStayProbabilities) {
  for (const double probability : order_posteriors(std::vector<PlacedPair>{{0, 0, 900}, {1, 1, -900}, {2, 0, 900}})) {
    EXPECT_GE(probability, 0);
    EXPECT_LE(probability, 1);
  }
}

}  // namespace
}  // namespace aligner::align
