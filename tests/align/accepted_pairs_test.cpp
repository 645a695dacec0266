// Pairs that are known to be right, and what is aligned around them.

#include <algorithm>
#include <random>
#include <span>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "aligner/align/align_parallel.h"
#include "aligner/align/fixed_points.h"
#include "aligner/align/lattice.h"
#include "aligner/align/link_comparable.h"
#include "aligner/error.h"

#include "tests/support/toy_bitext.h"

using aligner::Error;
using aligner::align::Bead;
using aligner::align::end_of;
using aligner::align::FixedPoint;
using aligner::align::FixedPoints;
using aligner::align::Lattice;
using aligner::align::PathPriors;
using aligner::align::WeightedBead;
using aligner::align::with_beads;

namespace {

// All beads that a path may take, all equally good; the point's end is a point as well.
std::vector<WeightedBead> beads_through(const FixedPoint& given, std::size_t source_count, std::size_t target_count) {
  aligner::score::Band band;
  band.rows.assign(source_count + 1, {0, static_cast<std::uint32_t>(target_count + 1)});
  Lattice lattice(band, source_count, target_count, {given, end_of(given)});
  lattice.score([](std::size_t, std::size_t, aligner::align::Shape) { return 0.0; }, aligner::align::shapes.size(), 1);
  PathPriors priors;
  priors.shape.fill(0.1);
  return lattice.posteriors(priors, 1);
}

TEST(AcceptedPair, OfAShapeThatIsSearchedIsTheOnlyWayThrough) {
  const auto beads = beads_through({.source = 1, .target = 1, .source_size = 2, .target_size = 2}, 4, 4);

  for (const WeightedBead& bead : beads) {
    const auto shape = aligner::align::shapes[bead.shape];
    const bool is_given = bead.source == 1 && bead.target == 1;
    EXPECT_EQ(is_given, shape.source == 2 && shape.target == 2 && bead.source < 3 && bead.target < 3);
    if (is_given) {
      EXPECT_NEAR(static_cast<double>(bead.probability), 1, 1e-5);
    }
    EXPECT_TRUE(is_given || bead.source >= 3 || bead.source + shape.source <= 1);
    EXPECT_TRUE(is_given || bead.target >= 3 || bead.target + shape.target <= 1);
  }
}

TEST(AcceptedPair, OfAnotherShapeIsPassedByGaps) {
  const auto beads = beads_through({.source = 1, .target = 1, .source_size = 7, .target_size = 2}, 9, 4);

  std::size_t inside = 0;
  for (const WeightedBead& bead : beads) {
    if (bead.source >= 1 && bead.source < 8 && bead.target >= 1) {
      ++inside;
      EXPECT_LT(bead.shape, aligner::align::gap_shapes);
      EXPECT_NEAR(static_cast<double>(bead.probability), 1, 1e-5);
    }
  }
  EXPECT_EQ(inside, 9u);
}

TEST(AcceptedPair, BecomesAPointInOrder) {
  const FixedPoints points = with_beads({{.source = 5, .target = 5}},
                                        {{.source = {7, 8}, .target = {6}}, {.source = {0}, .target = {2, 3}}}, 9, 9);

  EXPECT_EQ(points, (FixedPoints{{.source = 0, .target = 2, .source_size = 1, .target_size = 2},
                                 {.source = 5, .target = 5},
                                 {.source = 7, .target = 6, .source_size = 2, .target_size = 1}}));
}

TEST(AcceptedPair, OfDelimitersIsTheDelimiter) {
  const FixedPoints delimiters{{.source = 2, .target = 3, .is_delimiter = true}};

  EXPECT_EQ(with_beads(delimiters, {{.source = {2}, .target = {3}}}, 5, 5), delimiters);
}

TEST(AcceptedPair, ThatCrossesAPointOrAnotherIsRefused) {
  EXPECT_THROW(with_beads({{.source = 2, .target = 2}}, {{.source = {1, 2}, .target = {1}}}, 5, 5), Error);
  EXPECT_THROW(with_beads({}, {{.source = {1}, .target = {2}}, {.source = {2}, .target = {1}}}, 5, 5), Error);
  EXPECT_THROW(with_beads({}, {{.source = {4, 5}, .target = {2}}}, 5, 5), Error);
}

TEST(AcceptedPair, OfOneSideOrMovedIsNoPoint) {
  EXPECT_EQ(with_beads({}, {{.source = {1}}, {.target = {1}}, {.source = {0}, .target = {4}, .moved = true}}, 5, 5),
            FixedPoints{});
}

// Accepted pairs anywhere, of any shape, most of them where no alignment of its own would have them.
std::vector<Bead> random_pairs(std::size_t sources, std::size_t targets, std::mt19937& random) {
  std::vector<Bead> pairs;
  for (std::size_t i = random() % 6, j = random() % 6;;) {
    const std::size_t m = random() % 8;
    const std::size_t n = m == 0 ? 1 : random() % 8;
    if (i + m > sources || j + n > targets) return pairs;
    Bead pair;
    for (std::size_t k = 0; k < m; ++k) pair.source.push_back(i + k);
    for (std::size_t k = 0; k < n; ++k) pair.target.push_back(j + k);
    pairs.push_back(pair);
    i += m + random() % 7;
    j += n + random() % 7;
  }
}

TEST(AcceptedPair, StandsInTheAlignmentWhateverTheTextsSay) {
  const tungse_tests::ToyBitext toy = tungse_tests::make_toy_bitext({.sentences = 60});
  const aligner::score::AnchoredBitext view = toy.view();
  std::mt19937 random(1858);
  for (int round = 0; round < 25; ++round) {
    aligner::align::ParallelOptions options;
    options.passes = 2;
    options.accepted = {random_pairs(view.source.segmentation.size(), view.target.segmentation.size(), random)};

    const auto alignment =
        aligner::align::align_parallel(std::span(&view, 1), {.terms = &aligner::terms::bundled_terms()}, options).at(0);

    EXPECT_NO_THROW(check_alignment(alignment));
    for (const Bead& pair : options.accepted[0]) {
      if (pair.source.empty() || pair.target.empty()) continue;
      EXPECT_TRUE(std::any_of(alignment.beads.begin(), alignment.beads.end(), [&](const Bead& bead) {
        return bead.source == pair.source && bead.target == pair.target && bead.confidence == 1;
      }));
    }
  }
}

TEST(AcceptedPair, OfNoneChangesNothing) {
  const tungse_tests::ToyBitext toy = tungse_tests::make_toy_bitext({.sentences = 40});
  const aligner::score::AnchoredBitext view = toy.view();
  aligner::align::ParallelOptions with_none;
  with_none.accepted = {{}};

  EXPECT_EQ(aligner::align::align_parallel(std::span(&view, 1), {}, with_none),
            aligner::align::align_parallel(std::span(&view, 1), {}));
}

TEST(AcceptedLink, ComesFirstAndKeepsItsSegmentsFromStrongLinks) {
  const tungse_tests::ToyBitext toy = tungse_tests::make_toy_bitext({.sentences = 40});
  const Bead accepted{.source = {3}, .target = {9, 10}};

  const auto links = aligner::align::link_comparable(toy.view(), {}, {.accepted = {accepted}});

  ASSERT_FALSE(links.beads.empty());
  EXPECT_EQ(links.beads[0].source, accepted.source);
  EXPECT_EQ(links.beads[0].target, accepted.target);
  EXPECT_EQ(links.beads[0].confidence, 1);
  for (std::size_t k = 1; k < links.beads.size(); ++k) {
    const Bead& link = links.beads[k];
    const bool shares = std::count(link.source.begin(), link.source.end(), 3u) > 0;
    EXPECT_FALSE(shares && (link.grade == aligner::align::Grade::same || link.grade == aligner::align::Grade::mostly));
  }
}

}  // namespace
