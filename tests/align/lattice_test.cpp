// The lattice against the sum over every path, written out, on texts small enough for it.

#include "aligner/align/lattice.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <random>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/align/accurate_path.h"

namespace aligner::align {
namespace {

using BeadKey = std::tuple<std::uint32_t, std::uint32_t, std::uint8_t>;  // source, target, shape

constexpr std::size_t rows = 4;
constexpr std::size_t columns = 4;

score::Band full_nodes(std::size_t source_count, std::size_t target_count) {
  score::Band band;
  band.rows.assign(source_count + 1, {0, static_cast<std::uint32_t>(target_count + 1)});
  return band;
}

PathPriors some_priors() {
  PathPriors priors;
  priors.shape[0] = 0.6;
  priors.shape[1] = 0.4;
  double sum = 0;
  for (std::size_t s = gap_shapes; s < shapes.size(); ++s) sum += priors.shape[s] = 1.0 / static_cast<double>(s);
  for (std::size_t s = gap_shapes; s < shapes.size(); ++s) priors.shape[s] /= sum;
  priors.gap_after_match = 0.1;
  priors.gap_after_gap = 0.3;
  return priors;
}

// A score for every bead that does not depend on the order of asking; whole numbers of sixteenths, exact in a float.
Lattice::BeadScore random_scores(unsigned seed) {
  return [seed](std::size_t i, std::size_t j, Shape shape) {
    std::mt19937 random(seed + static_cast<unsigned>(i * 7919 + j * 104729 + shape.source * 31 + shape.target * 17));
    random.discard(3);
    return (static_cast<double>(random() % 129) - 64) / 16;
  };
}

struct Path {
  std::vector<BeadKey> beads;
  double log_score = 0;  // at temperature 1
};

void extend(const Lattice::BeadScore& scores, const PathPriors& priors, std::size_t i, std::size_t j, bool in_gap,
            Path& path, double temperature, std::vector<Path>& all) {
  if (i == rows && j == columns) {
    all.push_back(path);
    return;
  }
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    if (i + shapes[s].source > rows || j + shapes[s].target > columns) continue;
    const bool is_gap = s < gap_shapes;
    const double gap = in_gap ? priors.gap_after_gap : priors.gap_after_match;
    const double step =
        std::log(priors.shape[s]) + std::log(is_gap ? gap : 1 - gap) + (is_gap ? 0.0 : scores(i, j, shapes[s]));
    path.beads.emplace_back(i, j, s);
    path.log_score += temperature * step;
    extend(scores, priors, i + shapes[s].source, j + shapes[s].target, is_gap, path, temperature, all);
    path.log_score -= temperature * step;
    path.beads.pop_back();
  }
}

std::vector<Path> all_paths(const Lattice::BeadScore& scores, const PathPriors& priors, double temperature) {
  std::vector<Path> all;
  Path path;
  extend(scores, priors, 0, 0, false, path, temperature, all);
  return all;
}

double log_sum(const std::vector<Path>& paths) {
  double largest = -1e300;
  for (const Path& path : paths) largest = std::max(largest, path.log_score);
  double sum = 0;
  for (const Path& path : paths) sum += std::exp(path.log_score - largest);
  return largest + std::log(sum);
}

Lattice scored(const score::Band& band, std::size_t source_count, std::size_t target_count, unsigned seed,
               unsigned threads = 1) {
  Lattice lattice(band, source_count, target_count);
  lattice.score(random_scores(seed), shapes.size(), threads);
  return lattice;
}

std::vector<BeadKey> keys(const std::vector<WeightedBead>& beads) {
  std::vector<BeadKey> made;
  for (const WeightedBead& bead : beads) made.emplace_back(bead.source, bead.target, bead.shape);
  return made;
}

// The path by posteriors at temperature 1.
std::vector<WeightedBead> path_of(Lattice& lattice, const PathPriors& priors, TextSizes sizes) {
  return most_accurate_path(lattice.posteriors(priors, 1), sizes);
}

TEST(Lattice, PosteriorsAreTheSharesOfAllPaths) {
  for (const double temperature : {1.0, 0.8}) {
    const PathPriors priors = some_priors();
    const std::vector<Path> paths = all_paths(random_scores(9), priors, temperature);
    const double total = log_sum(paths);
    std::map<BeadKey, double> expected;
    for (const Path& path : paths) {
      for (const BeadKey& bead : path.beads) expected[bead] += std::exp(path.log_score - total);
    }
    Lattice lattice = scored(full_nodes(rows, columns), rows, columns, 9);

    const std::vector<WeightedBead> beads = lattice.posteriors(priors, temperature);

    EXPECT_NEAR(lattice.log_evidence(), total, 1e-6);
    for (const WeightedBead& bead : beads) {
      EXPECT_NEAR(bead.probability, (expected[{bead.source, bead.target, bead.shape}]), 1e-5);
    }
    const auto probable = std::count_if(expected.begin(), expected.end(),
                                        [](const auto& entry) { return entry.second > 1.01e-3; });  // floor 1e-3
    EXPECT_GE(beads.size(), static_cast<std::size_t>(probable));
  }
}

TEST(Lattice, ThePosteriorsOfAllBeadsThatCoverASegmentSumToOne) {
  constexpr std::size_t source_count = 12;
  constexpr std::size_t target_count = 9;
  for (unsigned seed = 20; seed < 25; ++seed) {
    Lattice lattice = scored(full_nodes(source_count, target_count), source_count, target_count, seed);
    std::vector<double> source(source_count, 0);
    std::vector<double> target(target_count, 0);

    // A temperature above 1 gathers the probability in few beads, so that little is lost under the floor of 1e-3.
    for (const WeightedBead& bead : lattice.posteriors(some_priors(), 4)) {
      for (std::size_t k = 0; k < shapes[bead.shape].source; ++k) source[bead.source + k] += double{bead.probability};
      for (std::size_t k = 0; k < shapes[bead.shape].target; ++k) target[bead.target + k] += double{bead.probability};
    }

    for (const double sum : source) EXPECT_NEAR(sum, 1, 0.005) << seed;
    for (const double sum : target) EXPECT_NEAR(sum, 1, 0.005) << seed;
  }
}

TEST(Lattice, AWideBandGivesWhatTheFullBandGives) {
  constexpr std::uint32_t count = 20;
  // Strong one-to-one beads on the diagonal; all else is far behind.
  const Lattice::BeadScore diagonal = [](std::size_t i, std::size_t j, Shape shape) {
    return i == j && shape.source == 1 && shape.target == 1 ? 8.0 : -8.0;
  };
  score::Band wide;
  for (std::uint32_t i = 0; i <= count; ++i) wide.rows.push_back({i < 6 ? 0 : i - 6, std::min(count + 1, i + 7)});
  Lattice full(full_nodes(count, count), count, count);
  Lattice banded(wide, count, count);
  full.score(diagonal, shapes.size(), 1);
  banded.score(diagonal, shapes.size(), 1);

  const std::vector<WeightedBead> all = full.posteriors(some_priors(), 0.8);
  const std::vector<WeightedBead> inside = banded.posteriors(some_priors(), 0.8);

  EXPECT_EQ(keys(path_of(banded, some_priors(), {count, count})), keys(path_of(full, some_priors(), {count, count})));
  ASSERT_EQ(keys(inside), keys(all));
  for (std::size_t k = 0; k < all.size(); ++k) EXPECT_NEAR(inside[k].probability, all[k].probability, 1e-4);
}

TEST(Lattice, ABandAroundThePathGivesThePathAgain) {
  for (unsigned seed = 40; seed < 45; ++seed) {
    Lattice full = scored(full_nodes(15, 17), 15, 17, seed);
    const std::vector<WeightedBead> best = path_of(full, some_priors(), {15, 17});
    full.posteriors(some_priors(), 0.8);

    Lattice narrow = scored(full.narrowed_band({.pad = 2}), 15, 17, seed);

    EXPECT_EQ(keys(path_of(narrow, some_priors(), {15, 17})), keys(best)) << seed;
  }
}

TEST(Lattice, NarrowedBandsKeepTheCornersAndNeverDecrease) {
  for (unsigned seed = 50; seed < 60; ++seed) {
    Lattice lattice = scored(full_nodes(15, 9), 15, 9, seed);
    lattice.posteriors(some_priors(), 1);

    for (const std::uint32_t pad : {0u, 2u, 100u}) {
      const score::Band band = lattice.narrowed_band({.pad = pad});
      ASSERT_EQ(band.rows.size(), 16u);
      EXPECT_EQ(band.rows.front().begin, 0u);
      EXPECT_EQ(band.rows.back().end, 10u);
      for (std::size_t i = 0; i < band.rows.size(); ++i) {
        EXPECT_LE(band.rows[i].begin, band.rows[i].end);
        EXPECT_LE(band.rows[i].end, 10u);
        if (i == 0) continue;
        EXPECT_GE(band.rows[i].begin, band.rows[i - 1].begin);
        EXPECT_GE(band.rows[i].end, band.rows[i - 1].end);
      }
    }
  }
}

TEST(Lattice, SegmentBandReachesEveryBeadInsideTheBand) {
  Lattice lattice = scored(full_nodes(15, 17), 15, 17, 61);
  lattice.posteriors(some_priors(), 1);
  const score::Band nodes = lattice.narrowed_band({.pad = 1});
  const Lattice narrow(nodes, 15, 17);

  const score::Band reach = narrow.segment_band();

  const auto holds = [&](std::size_t i, std::size_t j) {
    return i < nodes.rows.size() && j >= nodes.rows[i].begin && j < nodes.rows[i].end;
  };
  ASSERT_EQ(reach.rows.size(), 15u);
  for (std::size_t i = 0; i <= 15; ++i) {
    for (std::size_t j = 0; j <= 17; ++j) {
      for (const Shape& shape : shapes) {
        if (!holds(i, j) || !holds(i + shape.source, j + shape.target)) continue;
        for (std::size_t m = i; m < i + shape.source; ++m) {
          for (std::size_t n = j; n < j + shape.target; ++n) {
            EXPECT_TRUE(n >= reach.rows[m].begin && n < reach.rows[m].end) << m << " " << n;
          }
        }
      }
    }
  }
}

TEST(Lattice, SegmentBandLeavesOutWhatOnlyBeadsReachThatAreNotScored) {
  score::Band diagonal;
  for (std::uint32_t i = 0; i <= 12; ++i) diagonal.rows.push_back({i, i + 1});
  Lattice lattice(diagonal, 12, 12);
  lattice.confine_large_beads({std::vector<score::Band::Range>(13, {0, 0})});

  const score::Band reach = lattice.segment_band();

  ASSERT_EQ(reach.rows.size(), 12u);
  for (std::uint32_t i = 0; i < 12; ++i) {
    EXPECT_EQ(reach.rows[i].begin, i);
    EXPECT_EQ(reach.rows[i].end, i + 1);
  }
}

TEST(Lattice, TransitionsAreThoseOfAllPaths) {
  const PathPriors priors = some_priors();
  const std::vector<Path> paths = all_paths(random_scores(70), priors, 1);
  const double total = log_sum(paths);
  Lattice::Transitions expected;
  for (const Path& path : paths) {
    const double share = std::exp(path.log_score - total);
    bool in_gap = false;
    for (const auto& [i, j, s] : path.beads) {
      const bool is_gap = s < gap_shapes;
      (in_gap ? expected.from_gap : expected.from_match) += share;
      if (is_gap) (in_gap ? expected.gap_to_gap : expected.match_to_gap) += share;
      in_gap = is_gap;
    }
    (in_gap ? expected.from_gap : expected.from_match) += share;  // the last node is counted as well
  }
  Lattice lattice = scored(full_nodes(rows, columns), rows, columns, 70);

  lattice.posteriors(priors, 1);

  EXPECT_NEAR(lattice.transitions().from_match, expected.from_match, 1e-3);  // nodes below 1e-5 are not counted
  EXPECT_NEAR(lattice.transitions().from_gap, expected.from_gap, 1e-3);
  EXPECT_NEAR(lattice.transitions().match_to_gap, expected.match_to_gap, 1e-3);
  EXPECT_NEAR(lattice.transitions().gap_to_gap, expected.gap_to_gap, 1e-3);
}

TEST(Lattice, ScoresAreTheSameForAnyNumberOfThreads) {
  Lattice one = scored(full_nodes(100, 80), 100, 80, 80, 1);
  Lattice four = scored(full_nodes(100, 80), 100, 80, 80, 4);

  const std::vector<WeightedBead> a = one.posteriors(some_priors(), 0.8);
  const std::vector<WeightedBead> b = four.posteriors(some_priors(), 0.8);

  ASSERT_EQ(keys(a), keys(b));
  for (std::size_t k = 0; k < a.size(); ++k) EXPECT_EQ(a[k].probability, b[k].probability);
}

TEST(Lattice, WithSmallShapesNoOtherIsPossible) {
  Lattice lattice(full_nodes(15, 20), 15, 20);
  lattice.score(random_scores(90), small_shapes, 1);

  for (const WeightedBead& bead : lattice.posteriors(some_priors(), 1)) EXPECT_LT(bead.shape, small_shapes);
}

// Two segments against two, where the pair of 1-1 beads scores 10 and the 2-2 bead `margin` more.
std::vector<WeightedBead> path_with_margin(double margin, double probability_of_2_2, bool charge) {
  PathPriors priors = some_priors();
  for (std::size_t s = gap_shapes; s < shapes.size(); ++s) {
    const bool is_2_2 = shapes[s].source == 2 && shapes[s].target == 2;
    const bool is_1_1 = shapes[s].source == 1 && shapes[s].target == 1;
    priors.shape[s] = is_2_2 ? probability_of_2_2 : is_1_1 ? 0.5 : 1e-6;
  }
  Lattice lattice(full_nodes(2, 2), 2, 2);
  lattice.score(
      [&](std::size_t i, std::size_t j, Shape shape) {
        if (shape.source == 2 && shape.target == 2) return 10 + margin;
        return shape.source == 1 && shape.target == 1 && i == j ? 5.0 : -20.0;
      },
      shapes.size(), 1);
  if (charge) lattice.charge_splittable(priors);
  return path_of(lattice, priors, {2, 2});
}

TEST(Lattice, ConfinedLargeBeadsHaveBothEndsInside) {
  score::Band diagonal = full_nodes(rows, columns);
  for (std::uint32_t i = 0; i <= rows; ++i) diagonal.rows[i] = {i, i + 1};
  Lattice lattice(full_nodes(rows, columns), rows, columns);
  lattice.confine_large_beads(diagonal);
  lattice.score(random_scores(1860), shapes.size(), 1);

  bool has_large = false;
  for (const WeightedBead& bead : lattice.posteriors(some_priors(), 1)) {
    if (bead.shape < pair_shapes) continue;
    has_large = true;
    EXPECT_EQ(bead.source, bead.target);
    EXPECT_EQ(shapes[bead.shape].source, shapes[bead.shape].target);
  }
  EXPECT_TRUE(has_large);
}

TEST(Lattice, ConfinedToWhatIsAtAllPossibleItFindsTheSame) {
  Lattice whole(full_nodes(rows, columns), rows, columns);
  whole.score(random_scores(7), shapes.size(), 1);
  const std::vector<WeightedBead> expected = whole.posteriors(some_priors(), 1);
  Lattice confined(full_nodes(rows, columns), rows, columns);
  confined.confine_large_beads(whole.nodes_above(1e-7F));
  confined.score(random_scores(7), shapes.size(), 1);

  const std::vector<WeightedBead> found = confined.posteriors(some_priors(), 1);

  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t k = 0; k < found.size(); ++k) EXPECT_NEAR(found[k].probability, expected[k].probability, 1e-5);
}

TEST(Lattice, ABandThatMissesTheRightPathComesToItPassByPass) {
  constexpr std::uint32_t count = 300;
  constexpr std::uint32_t inserted = 40;  // target segments that answer to nothing, before number 150
  const auto right = [](std::size_t i) { return i < 150 ? i : i + inserted; };
  const Lattice::BeadScore scores = [&](std::size_t i, std::size_t j, Shape shape) {
    return j == right(i) && shape.source == 1 && shape.target == 1 ? 8.0 : -40.0;
  };
  score::Band band;  // straight on, and over to the other side only at the end
  for (std::uint32_t i = 0; i <= count; ++i) {
    band.rows.push_back({i < 4 ? 0 : i - 4, i + 5 > count ? count + inserted + 1 : i + 5});
  }

  std::vector<WeightedBead> path;
  for (int pass = 0; pass < 6; ++pass) {
    Lattice lattice(band, count, count + inserted);
    lattice.score(scores, shapes.size(), 1);
    path = path_of(lattice, some_priors(), {count, count + inserted});
    lattice.posteriors(some_priors(), 0.8);
    band = lattice.narrowed_band({.pad = 2});
  }

  const auto is_right = [&](const WeightedBead& bead) { return bead.shape == 2 && bead.target == right(bead.source); };
  EXPECT_EQ(std::count_if(path.begin(), path.end(), is_right), count);
}

TEST(Lattice, ScoredInPartsItIsTheSame) {
  Lattice whole = scored(full_nodes(40, 45), 40, 45, 3);
  Lattice parts(full_nodes(40, 45), 40, 45);
  parts.begin_scores(shapes.size());
  for (std::size_t row = 0; row < parts.row_count(); row += 7) {
    parts.score_rows(row, std::min(row + 7, parts.row_count()), random_scores(3), 1);
  }

  const std::vector<WeightedBead> of_whole = whole.posteriors(some_priors(), 0.8);
  const std::vector<WeightedBead> of_parts = parts.posteriors(some_priors(), 0.8);

  ASSERT_EQ(keys(of_parts), keys(of_whole));
  EXPECT_EQ(parts.log_evidence(), whole.log_evidence());
  for (std::size_t k = 0; k < of_whole.size(); ++k) EXPECT_EQ(of_parts[k].probability, of_whole[k].probability);
}

TEST(Lattice, ABeadThatCouldBeTwoMustBeMuchBetterThanThem) {
  EXPECT_EQ(path_with_margin(6, 0.01, false).size(), 1u);
  EXPECT_EQ(path_with_margin(0.5, 0.01, true).size(), 2u);
  EXPECT_EQ(path_with_margin(6, 0.01, true).size(), 1u);
}

TEST(Lattice, ABeadThatCouldBeTwoNeedsLittleWhereItsShapeIsUsual) {
  EXPECT_EQ(path_with_margin(1, 0.3, true).size(), path_with_margin(1, 0.3, false).size());
}

TEST(Lattice, ATextAgainstNothingIsAllGaps) {
  Lattice lattice = scored(full_nodes(3, 0), 3, 0, 1);

  const std::vector<WeightedBead> path = path_of(lattice, some_priors(), {3, 0});

  EXPECT_EQ(keys(path), (std::vector<BeadKey>{{0, 0, 0}, {1, 0, 0}, {2, 0, 0}}));
}

}  // namespace
}  // namespace aligner::align
