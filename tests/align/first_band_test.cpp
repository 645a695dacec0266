#include "aligner/align/first_band.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace aligner::align {
namespace {

using Nodes = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

constexpr std::uint32_t source_count = 1500;
constexpr std::uint32_t missing_begin = 600;  // source segments that the target lacks
constexpr std::uint32_t missing_end = 900;
constexpr std::uint32_t target_count = source_count - (missing_end - missing_begin);

// The nodes of the true path: one to one, then a block that is missing, then one to one.
Nodes true_path() {
  Nodes nodes;
  for (std::uint32_t i = 0; i <= source_count; ++i) {
    const std::uint32_t j = i < missing_begin ? i : i < missing_end ? missing_begin : i - (missing_end - missing_begin);
    nodes.emplace_back(i, j);
  }
  return nodes;
}

// A match in every tenth pair of the path, and as many again by chance.
std::vector<score::RareMatch> rare_matches(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<score::RareMatch> matches;
  for (const auto& [i, j] : true_path()) {
    const bool has_counterpart = i < missing_begin || (i >= missing_end && i < source_count);
    if (has_counterpart && random() % 10 == 0) matches.push_back({i, j, 0.8F});
    if (random() % 10 == 0) {
      matches.push_back({std::min(i, source_count - 1), static_cast<std::uint32_t>(random() % target_count), 0.3F});
    }
  }
  std::sort(matches.begin(), matches.end(), [](const score::RareMatch& a, const score::RareMatch& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  });
  return matches;
}

void expect_well_formed(const score::Band& band, std::size_t sources, std::size_t targets) {
  ASSERT_EQ(band.rows.size(), sources + 1);
  EXPECT_EQ(band.rows.front().begin, 0u);
  EXPECT_EQ(band.rows.back().end, targets + 1);
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    ASSERT_LT(band.rows[i].begin, band.rows[i].end) << "row " << i;
    ASSERT_LE(band.rows[i].end, targets + 1) << "row " << i;
    if (i == 0) continue;
    ASSERT_GE(band.rows[i].begin, band.rows[i - 1].begin) << "row " << i;
    ASSERT_GE(band.rows[i].end, band.rows[i - 1].end) << "row " << i;
  }
}

std::size_t node_count(const score::Band& band) {
  std::size_t nodes = 0;
  for (const auto& range : band.rows) nodes += range.end - range.begin;
  return nodes;
}

TEST(FirstBand, OfShortTextsIsTheWholeMatrix) {
  const score::Band band = first_band({}, 30, 50);

  expect_well_formed(band, 30, 50);
  for (const auto& range : band.rows) {
    EXPECT_EQ(range.begin, 0u);
    EXPECT_EQ(range.end, 51u);
  }
}

TEST(FirstBand, OfLongTextsHoldsTheTruePathAroundAMissingBlock) {
  for (const unsigned seed : {1u, 2u, 3u}) {
    const score::Band band = first_band(rare_matches(seed), source_count, target_count);

    expect_well_formed(band, source_count, target_count);
    for (const auto& [i, j] : true_path()) {
      EXPECT_TRUE(j >= band.rows[i].begin && j < band.rows[i].end) << "seed " << seed << " node " << i << " " << j;
    }
    EXPECT_LT(node_count(band), std::size_t{source_count} * target_count / 5) << "seed " << seed;
  }
}

TEST(FirstBand, OfLongTextsIsNarrowWhereMatchesAreDense) {
  constexpr std::uint32_t count = 6000;
  std::vector<score::RareMatch> matches;
  for (std::uint32_t i = 0; i < count; i += 15) matches.push_back({i, i, 0.8F});

  const score::Band band = first_band(matches, count, count);

  expect_well_formed(band, count, count);
  EXPECT_LT(node_count(band), std::size_t{count} * 40);
}

TEST(FirstBand, LooksAgainForWhatIsRareBetweenLinksThatAreFarApart) {
  constexpr std::uint32_t count = 3000;
  const score::SegmentBlock whole = {{0, count}, {0, count}};
  // In the whole, only a few lines are rare; in its parts every tenth is.
  const FindMatches find = [&](const score::SegmentBlock& block) {
    const std::uint32_t step = block.source.end - block.source.begin == count ? 500 : 10;
    std::vector<score::RareMatch> matches;
    for (std::uint32_t i = (block.source.begin + step - 1) / step * step; i < block.source.end; i += step) {
      for (std::uint32_t k = i; k < std::min(i + 2, block.source.end); ++k) {
        if (k >= block.target.begin && k < block.target.end) matches.push_back({k, k, 0.8F});
      }
    }
    return matches;
  };

  const score::Band band = first_band(find, whole);

  expect_well_formed(band, count, count);
  EXPECT_LT(node_count(band), std::size_t{count} * 40);
  for (std::uint32_t i = 0; i <= count; ++i) EXPECT_TRUE(i >= band.rows[i].begin && i < band.rows[i].end) << i;
}

TEST(FirstBand, OfLongTextsHoldsTheCornersOfALargeInsertion) {
  constexpr std::uint32_t count = 4000;
  constexpr std::uint32_t inserted = 1500;  // segments of the target, before its segment 2000
  std::vector<score::RareMatch> matches;
  for (std::uint32_t i = 0; i < count; i += 12) matches.push_back({i, i < 2000 ? i : i + inserted, 0.8F});

  const score::Band band = first_band(matches, count, count + inserted);

  expect_well_formed(band, count, count + inserted);
  for (std::uint32_t i = 1990; i < 2000; ++i) EXPECT_TRUE(i >= band.rows[i].begin && i < band.rows[i].end) << i;
  EXPECT_LE(band.rows[2000].begin, 2000u);
  EXPECT_GT(band.rows[2000].end, 2000 + inserted);
  EXPECT_LT(node_count(band), std::size_t{count} * 60);
}

TEST(FirstBand, WithoutMatchesLongTextsAreSearchedWhole) {
  const score::Band band = first_band({}, 1000, 800);

  expect_well_formed(band, 1000, 800);
  EXPECT_EQ(node_count(band), std::size_t{1001} * 801);
}

TEST(FirstBand, IsWellFormedWhateverTheMatches) {
  std::mt19937 random(77);
  for (int round = 0; round < 100; ++round) {
    const auto sources = static_cast<std::uint32_t>(1 + random() % 120);
    const auto targets = static_cast<std::uint32_t>(1 + random() % 120);
    std::vector<score::RareMatch> matches;
    for (std::uint32_t i = 0; i < sources; ++i) {
      std::uint32_t j = 0;
      while ((j += static_cast<std::uint32_t>(1 + random() % 60)) < targets) {
        matches.push_back({i, j, static_cast<float>(random() % 100) / 100.0F});
      }
    }

    expect_well_formed(first_band(matches, sources, targets, 0), sources, targets);
  }
}

TEST(FirstBand, OfEmptyTextsHasOneNode) {
  expect_well_formed(first_band({}, 0, 0), 0, 0);
  expect_well_formed(first_band({}, 0, 5, 0), 0, 5);
  expect_well_formed(first_band({}, 5, 0, 0), 5, 0);
}

}  // namespace
}  // namespace aligner::align
