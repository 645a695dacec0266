#include "aligner/align/link_odds.h"

#include <vector>

#include <gtest/gtest.h>

namespace aligner::align {
namespace {

// `links` pairs with a margin of 6 that are alone in their row and column, and `decoys` rows whose best two margins are
// 6 as well.
std::vector<RankedPair> rows(std::uint32_t links, std::uint32_t decoys) {
  std::vector<RankedPair> pairs;
  std::uint32_t next = 0;
  for (std::uint32_t k = 0; k < links; ++k, next += 2) pairs.push_back({next, next, 6, 0});
  for (std::uint32_t k = 0; k < decoys; ++k, next += 2) {
    pairs.push_back({next, next, 6, 0});
    pairs.push_back({next, next + 1, 6, 0});
  }
  sort_best_first(pairs);
  return pairs;
}

TEST(LinkOdds, ChoosesTheBestOfEachRowAndColumn) {
  std::vector<RankedPair> pairs = {{0, 0, 5, 0}, {0, 1, 9, 0}, {1, 1, 8, 0}, {2, 2, 1, 0}, {1, 0, 2, 0}};
  sort_best_first(pairs);

  const std::vector<RankedPair> links = choose_one_to_one(pairs);

  ASSERT_EQ(links.size(), 3u);
  EXPECT_EQ(links[0].target, 1u);  // 0-1, 9
  EXPECT_EQ(links[1].target, 0u);  // 1-0, 2: 0-0 and 1-1 were taken
  EXPECT_EQ(links[2].target, 2u);
}

TEST(LinkOdds, WithoutPairsAreAsUsual) {
  const LinkOdds odds = fit_link_odds({}, {.center = 4, .slope = 1});

  EXPECT_EQ(odds.center, 4);
  EXPECT_EQ(odds.slope, 1);
  EXPECT_EQ(odds.probability(4), 0.5);
}

TEST(LinkOdds, RiseWithTheMargin) {
  const LinkOdds odds = fit_link_odds(rows(20, 5), {.center = 4, .slope = 1});

  EXPECT_LT(odds.probability(1), odds.probability(3));
  EXPECT_LT(odds.probability(3), odds.probability(9));
  EXPECT_LT(odds.probability(9), 1);
}

struct Counts {
  std::uint32_t links;
  std::uint32_t decoys;
  double least;  // probability of a link with a margin of 6
  double most;
};

class LinkOddsOf : public testing::TestWithParam<Counts> {};

TEST_P(LinkOddsOf, AgreeWithTheDecoys) {
  const LinkOdds odds = fit_link_odds(rows(GetParam().links, GetParam().decoys), {.center = 4, .slope = 1});

  EXPECT_GE(odds.probability(6), GetParam().least);
  EXPECT_LE(odds.probability(6), GetParam().most);
}

INSTANTIATE_TEST_SUITE_P(Decoys, LinkOddsOf,
                         testing::Values(Counts{100, 0, 0.95, 1},    // nothing else comes near
                                         Counts{90, 10, 0.8, 0.95},  // one in ten is as good a second choice
                                         Counts{50, 50, 0.2, 0.5},   // half of them are
                                         Counts{0, 100, 0, 0.2}));   // all are

}  // namespace
}  // namespace aligner::align
