// No bead crosses a fixed point, whatever the texts say.

#include "aligner/align/fixed_points.h"

#include <cstdint>
#include <random>
#include <span>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/align/align_parallel.h"
#include "aligner/align/block_band.h"
#include "aligner/align/lattice.h"
#include "aligner/error.h"

#include "tests/support/toy_bitext.h"

namespace aligner::align {
namespace {

using tungse_tests::make_toy_bitext;
using tungse_tests::toy_text;
using tungse_tests::ToyBitext;

Alignment align(const ToyBitext& toy, const FixedPoints& points) {
  const score::AnchoredBitext view = toy.view();
  ParallelOptions options;
  options.passes = 3;
  options.fixed_points = {points};
  return align_parallel(std::span(&view, 1), {.terms = &terms::bundled_terms()}, options).at(0);
}

// A point is kept where the beads before it end just there on both sides.
bool goes_through(const Alignment& alignment, const FixedPoint& point) {
  std::size_t source = 0;
  std::size_t target = 0;
  for (const Bead& bead : alignment.beads) {
    if (source == point.source && target == point.target) return true;
    source += bead.source.size();
    target += bead.target.size();
  }
  return source == point.source && target == point.target;
}

bool has_bead(const Alignment& alignment, std::size_t source, std::size_t target) {
  for (const Bead& bead : alignment.beads) {
    if (bead.source == std::vector{source} && bead.target == std::vector{target}) return true;
  }
  return false;
}

// Points anywhere, in order: most of them where no alignment of its own would go.
FixedPoints random_points(std::size_t sources, std::size_t targets, std::mt19937& random) {
  FixedPoints points;
  std::uint32_t i = 0;
  std::uint32_t j = 0;
  for (;;) {
    i += static_cast<std::uint32_t>(random() % 9);
    j += static_cast<std::uint32_t>(random() % 9);
    const bool is_delimiter = random() % 2 == 0;
    if (i >= sources || j >= targets) return points;
    points.push_back({i, j, is_delimiter});
    if (is_delimiter) ++i, ++j;
  }
}

TEST(FixedPoints, NoBeadCrossesOneAnywhere) {
  const ToyBitext toy = make_toy_bitext({.sentences = 50, .merges = true, .deleted = 4});
  std::mt19937 random(1858);
  for (int time = 0; time < 6; ++time) {
    const FixedPoints points = random_points(toy.source.segmentation.size(), toy.target.segmentation.size(), random);

    const Alignment found = align(toy, points);

    EXPECT_NO_THROW(check_alignment(found));
    for (const FixedPoint& point : points) {
      EXPECT_TRUE(goes_through(found, point)) << point.source << ":" << point.target;
      if (point.is_delimiter) {
        EXPECT_TRUE(has_bead(found, point.source, point.target)) << point.source << ":" << point.target;
      }
    }
  }
}

TEST(FixedPoints, WithNoneTheResultIsTheSameToTheLastBit) {
  const ToyBitext toy = make_toy_bitext({.sentences = 40, .merges = true, .deleted = 4});
  const score::AnchoredBitext view = toy.view();
  const Alignment plain = align_parallel(std::span(&view, 1), {.terms = &terms::bundled_terms()}, {.passes = 3}).at(0);

  EXPECT_EQ(align(toy, {}), plain);
  EXPECT_EQ(align(toy, {{0, 0}}), plain) << "what every path goes through anyway changes nothing";
}

TEST(FixedPoints, MayStandBesideGaps) {
  const ToyBitext toy{toy_text("en", "Snow fell.\nThe river froze.\n"),
                      toy_text("vi", "Tuyết rơi.\nMột.\nHai.\nSông đóng băng.\n"),
                      {}};

  const Alignment found = align(toy, {{1, 1}, {1, 3}});

  EXPECT_TRUE(has_bead(found, 0, 0));
  EXPECT_TRUE(has_bead(found, 1, 3));
  EXPECT_EQ(found.beads.size(), 4u) << "between the two stand gaps only";
}

TEST(FixedPoints, ADelimiterIsSurelyABead) {
  const ToyBitext toy{toy_text("en", "Snow fell.\n.EOA\nThe river froze.\n"),
                      toy_text("vi", "Tuyết rơi.\n.EOA\nSông đóng băng.\n"),
                      {}};

  const Alignment found = align(toy, {{1, 1, true}});

  ASSERT_EQ(found.beads.size(), 3u);
  EXPECT_NEAR(found.beads[1].confidence, 1, 1e-6);
}

TEST(FixedPoints, DelimitersAtBothEndsAndSideBySideAreBeads) {
  const ToyBitext toy{toy_text("en", ".\n.\nSnow fell.\n.\n"), toy_text("vi", ".\n.\nTuyết rơi.\n.\n"), {}};

  const Alignment found = align(toy, {{0, 0, true}, {1, 1, true}, {3, 3, true}});

  EXPECT_EQ(found.beads.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_TRUE(has_bead(found, i, i)) << i;
}

TEST(FixedPoints, OutOfOrderOrOutsideTheTextsAreRefused) {
  const FixedPoints wrong[] = {{{2, 2}, {1, 3}}, {{2, 2}, {3, 1}}, {{4, 1}},
                               {{1, 4}},         {{3, 3, true}},   {{1, 1, true}, {1, 2}}};
  for (const FixedPoints& points : wrong) EXPECT_THROW(check_fixed_points(points, 3, 3), Error);

  EXPECT_NO_THROW(check_fixed_points({{0, 0}, {1, 1, true}, {2, 2, true}, {3, 3}}, 3, 3));
}

TEST(FixedPoints, LongTextsAreSearchedBlockByBlock) {
  constexpr std::size_t count = 6000;
  FixedPoints points;
  for (std::uint32_t i = 100; i < count; i += 100) points.push_back({i, i, true});

  const score::Band band = first_band_between(with_delimiter_ends(points), {}, count, count);

  std::size_t nodes = 0;
  for (const score::Band::Range& row : band.rows) nodes += row.end - row.begin;
  EXPECT_LT(nodes, count * 110) << "not the whole, which is 36 millions";
  for (const FixedPoint& point : points) {
    EXPECT_LE(band.rows[point.source].begin, point.target);
    EXPECT_GT(band.rows[point.source].end, point.target);
  }
}

TEST(FixedPoints, ABandIsConfinedToTheBlocks) {
  score::Band full;
  full.rows.assign(5, {0, 7});

  const score::Band band = confined(full, {{1, 2}, {3, 4}});

  const std::vector<std::pair<std::uint32_t, std::uint32_t>> expected = {{0, 3}, {0, 5}, {2, 5}, {2, 7}, {4, 7}};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(band.rows[i].begin, expected[i].first) << "row " << i;
    EXPECT_EQ(band.rows[i].end, expected[i].second) << "row " << i;
  }
}

}  // namespace
}  // namespace aligner::align
