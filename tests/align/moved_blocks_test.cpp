// A block that stands elsewhere in the target is found by a second look, and nothing is moved that is not.

#include "aligner/align/moved_blocks.h"

#include <algorithm>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/align/align_parallel.h"
#include "aligner/align/place_moved.h"
#include "aligner/evaluate/score.h"

#include "tests/support/toy_bitext.h"

namespace aligner::align {
namespace {

using evaluate::IndexBead;
using tungse_tests::make_toy_bitext;
using tungse_tests::toy_text;
using tungse_tests::ToyBead;
using tungse_tests::ToyBitext;

struct Move {
  std::size_t first = 0;  // segments of the target
  std::size_t count = 0;
  std::size_t before = 0;  // the place among the others
};

// The same texts with a block of the target put elsewhere; the gold follows.
ToyBitext with_moved(const ToyBitext& toy, const Move& move) {
  std::vector<std::size_t> order;  // new place -> old
  for (std::size_t j = 0; j < toy.target.segmentation.size(); ++j) {
    if (j < move.first || j >= move.first + move.count) order.push_back(j);
  }
  for (std::size_t k = 0; k < move.count; ++k) {
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(move.before + k), move.first + k);
  }
  std::string lines;
  std::vector<std::size_t> new_place(order.size());
  for (std::size_t k = 0; k < order.size(); ++k) {
    lines += std::string(toy.target.document.slice(toy.target.segmentation.segments[order[k]].span)) + "\n";
    new_place[order[k]] = k;
  }
  std::string source_lines;
  for (const auto& segment : toy.source.segmentation.segments) {
    source_lines += std::string(toy.source.document.slice(segment.span)) + "\n";
  }
  ToyBitext moved{toy_text("en", source_lines), toy_text("ru", lines), toy.gold};
  for (ToyBead& bead : moved.gold) {
    for (std::size_t& segment : bead.target) segment = new_place[segment];
    std::sort(bead.target.begin(), bead.target.end());
  }
  return moved;
}

Alignment align(const ToyBitext& toy, const ParallelOptions& options = {}) {
  const score::AnchoredBitext view = toy.view();
  return align_parallel(std::span(&view, 1), {.terms = &terms::bundled_terms()}, options).at(0);
}

double strict_f1(const ToyBitext& toy, const Alignment& alignment) {
  std::vector<IndexBead> gold;
  for (const ToyBead& bead : toy.gold) gold.push_back({bead.source, bead.target});
  std::vector<IndexBead> found;
  for (const Bead& bead : alignment.beads) found.push_back({bead.source, bead.target});
  return evaluate::score_alignment(gold, found).strict.f1;
}

std::vector<std::size_t> moved_sources(const Alignment& alignment) {
  std::vector<std::size_t> sources;
  for (const Bead& bead : alignment.beads) {
    if (bead.moved) sources.insert(sources.end(), bead.source.begin(), bead.source.end());
  }
  return sources;
}

std::vector<std::size_t> range(std::size_t begin, std::size_t end) {
  std::vector<std::size_t> all;
  for (std::size_t k = begin; k < end; ++k) all.push_back(k);
  return all;
}

TEST(MovedBlocks, ABlockThatStandsLaterInTheTargetIsFoundAndMarked) {
  const ToyBitext toy = with_moved(make_toy_bitext({.sentences = 80}), {.first = 12, .count = 8, .before = 50});

  const Alignment found = align(toy);

  EXPECT_EQ(moved_sources(found), range(12, 20));
  EXPECT_GE(strict_f1(toy, found), 0.99);
  EXPECT_NO_THROW(check_alignment(found));
}

TEST(MovedBlocks, ABlockThatStandsEarlierInTheTargetIsFoundAndMarked) {
  const ToyBitext toy = with_moved(make_toy_bitext({.sentences = 80}), {.first = 60, .count = 8, .before = 5});

  const Alignment found = align(toy);

  EXPECT_EQ(moved_sources(found), range(60, 68));
  EXPECT_GE(strict_f1(toy, found), 0.99);
}

TEST(MovedBlocks, BeadsThatAreMovedHaveReasonsAndConfidenceLikeOthers) {
  const ToyBitext toy = with_moved(make_toy_bitext({.sentences = 80}), {.first = 12, .count = 8, .before = 50});

  const Alignment found = align(toy);

  for (const Bead& bead : found.beads) {
    if (!bead.moved) continue;
    EXPECT_FALSE(bead.evidence.empty());
    EXPECT_GT(bead.confidence, 0.5);
    EXPECT_FALSE(bead.source.empty() || bead.target.empty());
  }
}

TEST(MovedBlocks, MonotoneOrderFindsNone) {
  const ToyBitext toy = with_moved(make_toy_bitext({.sentences = 80}), {.first = 12, .count = 8, .before = 50});

  const Alignment found = align(toy, {.order = Order::monotone});

  EXPECT_TRUE(moved_sources(found).empty());
  EXPECT_LT(strict_f1(toy, found), 0.96);
  EXPECT_NO_THROW(check_alignment(found));
}

TEST(MovedBlocks, ATextWithoutMovesIsAlignedAsInMonotoneOrder) {
  for (const unsigned seed : {1u, 2u, 3u, 4u}) {
    const ToyBitext toy = make_toy_bitext({.sentences = 50, .merges = true, .deleted = 5, .seed = seed});

    EXPECT_EQ(align(toy), align(toy, {.order = Order::monotone})) << seed;
  }
}

TEST(MovedBlocks, TextsThatHaveNothingToDoWithEachOtherAreNotMovedTogether) {
  for (const unsigned seed : {1u, 2u, 3u}) {
    const ToyBitext toy = make_toy_bitext({.sentences = 60, .unrelated = true, .seed = seed});

    EXPECT_TRUE(moved_sources(align(toy)).empty()) << seed;
  }
}

TEST(MovedBlocks, NoBlockMovesOverAFixedPoint) {
  const ToyBitext toy = with_moved(make_toy_bitext({.sentences = 80}), {.first = 12, .count = 8, .before = 50});
  ParallelOptions options;
  options.fixed_points = {{{.source = 40, .target = 32}}};

  const Alignment found = align(toy, options);

  EXPECT_TRUE(moved_sources(found).empty());
}

TEST(MovedBlocks, EverySegmentStandsInOneBeadWhateverIsMoved) {
  std::mt19937 random(1858);
  for (unsigned seed = 1; seed <= 4; ++seed) {
    ToyBitext toy = make_toy_bitext({.sentences = 60, .merges = true, .deleted = 3, .seed = seed});
    for (int k = 0; k < 3; ++k) {
      const std::size_t count = toy.target.segmentation.size();
      const std::size_t length = 3 + random() % 8;
      toy = with_moved(toy, {random() % (count - length), length, random() % (count - length)});
    }

    const Alignment found = align(toy, {.passes = 4});

    EXPECT_NO_THROW(check_alignment(found)) << seed;
    std::size_t sources = 0;
    std::size_t targets = 0;
    for (const Bead& bead : found.beads) {
      sources += bead.source.size();
      targets += bead.target.size();
    }
    EXPECT_EQ(sources, found.source_count);
    EXPECT_EQ(targets, found.target_count);
  }
}

TEST(MovedBlocks, OneThreadAndFourGiveTheSameBits) {
  ToyBitext toy = make_toy_bitext({.sentences = 100});
  toy = with_moved(toy, {.first = 12, .count = 8, .before = 50});
  toy = with_moved(toy, {.first = 70, .count = 9, .before = 2});

  EXPECT_EQ(align(toy, {.threads = 1}), align(toy, {.threads = 4}));
}

// SWAPPED PARTS: two sentences that changed places.

// Every twelfth sentence of the target stands behind the one after it.
ToyBitext with_swaps(unsigned seed = 1) {
  ToyBitext toy = make_toy_bitext({.sentences = 240, .seed = seed});
  for (std::size_t j = 11; j + 1 < toy.target.segmentation.size(); j += 12) {
    toy = with_moved(toy, {.first = j, .count = 1, .before = j + 1});
  }
  return toy;
}

constexpr std::size_t swap_count = 19;

TEST(SwappedParts, NeighboursThatChangedPlacesArePairedCrosswise) {
  for (const unsigned seed : {1u, 2u, 3u, 4u}) {
    const ToyBitext toy = with_swaps(seed);

    const Alignment found = align(toy);
    const std::vector<std::size_t> moved = moved_sources(found);

    EXPECT_GT(moved.size(), swap_count / 2) << seed;
    for (const std::size_t source : moved) EXPECT_TRUE(source % 12 == 11 || source % 12 == 0) << source;
    EXPECT_GT(strict_f1(toy, found), strict_f1(toy, align(toy, {.order = Order::monotone})) + 0.02) << seed;
    EXPECT_NO_THROW(check_alignment(found)) << seed;
  }
}

TEST(SwappedParts, HaveReasonsAndConfidenceLikeOthers) {
  for (const Bead& bead : align(with_swaps()).beads) {
    if (!bead.moved) continue;
    EXPECT_FALSE(bead.evidence.empty());
    EXPECT_GT(bead.confidence, 0.3);
  }
}

TEST(SwappedParts, AreNotLookedForInMonotoneOrder) {
  EXPECT_TRUE(moved_sources(align(with_swaps(), {.order = Order::monotone})).empty());
}

TEST(SwappedParts, AnAcceptedPairOfBothIsKept) {
  ParallelOptions options;
  options.accepted = {{Bead{.source = {11, 12}, .target = {11, 12}}}};

  const Alignment found = align(with_swaps(), options);

  EXPECT_TRUE(std::any_of(found.beads.begin(), found.beads.end(), [](const Bead& bead) {
    return bead.source == std::vector<std::size_t>{11, 12} && bead.target == std::vector<std::size_t>{11, 12};
  }));
}

// The point stands between both sentences, or before the one that stays in its place.
TEST(SwappedParts, DoNotCrossAFixedPoint) {
  for (const std::uint32_t behind : {0U, 1U}) {
    ParallelOptions options{.fixed_points = {{}}};
    for (std::uint32_t k = 12; k < 240; k += 12) options.fixed_points[0].push_back({.source = k, .target = k - behind});

    EXPECT_TRUE(moved_sources(align(with_swaps(), options)).empty()) << behind;
  }
}

TEST(SwappedParts, OneThreadAndFourGiveTheSameBits) {
  EXPECT_EQ(align(with_swaps(), {.threads = 1}), align(with_swaps(), {.threads = 4}));
}

// PLACING: paths in the notation of shapes: "1-0" is a gap of the source.

WeightedBead step(std::uint32_t source, std::uint32_t target, std::uint8_t from, std::uint8_t to) {
  for (std::uint8_t s = 0; s < shapes.size(); ++s) {
    if (shapes[s].source == from && shapes[s].target == to) return {source, target, s, 0};
  }
  return {};
}

std::string shown(const std::vector<PlacedBead>& beads) {
  std::string text;
  for (const auto& [bead, is_moved] : beads) {
    const Shape shape = shapes[bead.shape];
    if (shape.source > 0) text += std::to_string(bead.source);
    text += '-';
    if (shape.target > 0) text += std::to_string(bead.target);
    text += is_moved ? "! " : " ";
  }
  return text;
}

TEST(PlaceMoved, AMovedBeadStandsWhereItsSourceDoes) {
  const std::vector<WeightedBead> path = {step(0, 0, 1, 1), step(1, 1, 1, 0), step(2, 1, 1, 1), step(3, 2, 0, 1)};

  EXPECT_EQ(shown(place_moved(path, {step(1, 2, 1, 1)})), "0-0 1-2! 2-1 ");
}

TEST(PlaceMoved, WhatIsInOrderWhereItIsIsNotMarked) {
  const std::vector<WeightedBead> path = {step(0, 0, 1, 1), step(1, 1, 0, 1), step(1, 2, 0, 1), step(1, 3, 1, 0),
                                          step(2, 3, 1, 1)};

  EXPECT_EQ(shown(place_moved(path, {step(1, 2, 1, 1)})), "0-0 -1 1-2 2-3 ");
}

TEST(PlaceMoved, GapsBehindWhatFellInPlaceStayBehindIt) {
  const std::vector<WeightedBead> path = {step(0, 0, 0, 1), step(0, 1, 0, 1), step(0, 2, 1, 0), step(1, 2, 1, 0)};

  EXPECT_EQ(shown(place_moved(path, {step(0, 0, 1, 1)})), "0-0 -1 1- ");
}

TEST(PlaceMoved, OfTwoThatCrossBetweenTheSameBeadsOneIsMarked) {
  const std::vector<WeightedBead> path = {step(0, 0, 1, 0), step(1, 0, 1, 0), step(2, 0, 0, 1), step(2, 1, 0, 1)};

  EXPECT_EQ(shown(place_moved(path, {step(0, 1, 1, 1), step(1, 0, 1, 1)})), "0-1 1-0! ");
}

}  // namespace
}  // namespace aligner::align
