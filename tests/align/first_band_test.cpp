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
