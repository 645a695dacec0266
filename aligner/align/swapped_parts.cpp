#include "aligner/align/swapped_parts.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "aligner/align/calibrate.h"
#include "aligner/align/parallel_models.h"

namespace aligner::align {
namespace {

// Nats against a swap, as for moved blocks on the scale of the calibrated posteriors. Measured: of some 19,000 beads of
// translations one holds a swap, with 6.7; of all others the best got .1. Segments left alone around a bead got -2.3 at
// most in whole texts; where parts of both were cut out four of 369 got more than 3. Of neighbours that were exchanged
// in real translations half to four fifths are found.
constexpr double swap_surprise = 3;

bool is_divisible(const WeightedBead& bead) {
  return !is_gap(bead) && shapes[bead.shape].source > 1 && shapes[bead.shape].target > 1;
}

bool may_move(const MoveSearch& search, const WeightedBead& bead) {
  return search.source_prices[bead.source] < never_moved && search.target_prices[bead.target] < never_moved &&
         block_of(search.points, bead.source, &FixedPoint::source) ==
             block_of(search.points, bead.target, &FixedPoint::target);
}

// Beads of one segment each that are left alone around a bead, crosswise.
std::vector<WeightedBead> pairs_around_beads(std::span<const WeightedBead> path) {
  const std::size_t one_to_one = *find_shape(1, 1);
  std::vector<WeightedBead> pairs;
  for (std::size_t k = 1; k + 1 < path.size(); ++k) {
    const WeightedBead& before = path[k - 1];
    const WeightedBead& behind = path[k + 1];
    if (is_gap(path[k]) || !is_gap(before) || !is_gap(behind) || before.shape == behind.shape) continue;
    const bool is_source_before = shapes[before.shape].source > 0;
    pairs.push_back({is_source_before ? before.source : behind.source, is_source_before ? behind.target : before.target,
                     static_cast<std::uint8_t>(one_to_one), 1.0F});
  }
  return pairs;
}

// Nats of a bead over its segments being unrelated, with the prior of its shape.
double log_score(const MoveSearch& search, const score::LexicalCells& cells, const WeightedBead& bead) {
  return search.bead_score(cells, place_of(bead)) + std::log(search.priors.shape[bead.shape]);
}

// The likeliest two beads that cover what `whole` does, crosswise.
class Crossing {
 public:
  Crossing(const MoveSearch& search, const score::LexicalCells& cells, const WeightedBead& whole)
      : search_(search), cells_(cells) {
    const Shape shape = shapes[whole.shape];
    for (std::uint8_t m = 1; m < shape.source; ++m) {
      for (std::uint8_t n = 1; n < shape.target; ++n) {
        const auto tail = static_cast<std::uint8_t>(shape.target - n);
        consider({whole.source, whole.target + n}, {m, tail}, {whole.source + m, whole.target},
                 {static_cast<std::uint8_t>(shape.source - m), n});
      }
    }
    margin_ = best_ - log_score(search_, cells_, whole);
  }

  /// Nats for the two over the whole.
  double margin() const { return margin_; }
  const std::vector<WeightedBead>& beads() const { return beads_; }

 private:
  struct Begin {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
  };

  void consider(Begin first, Shape first_shape, Begin second, Shape second_shape) {
    const std::optional<std::size_t> a = find_shape(first_shape.source, first_shape.target);
    const std::optional<std::size_t> b = find_shape(second_shape.source, second_shape.target);
    if (!a || !b) return;
    const WeightedBead one{first.source, first.target, static_cast<std::uint8_t>(*a), 1.0F};
    const WeightedBead other{second.source, second.target, static_cast<std::uint8_t>(*b), 1.0F};
    const double both = log_score(search_, cells_, one) + log_score(search_, cells_, other);
    if (!beads_.empty() && both <= best_) return;
    best_ = both;
    beads_ = {one, other};
  }

  const MoveSearch& search_;
  const score::LexicalCells& cells_;
  std::vector<WeightedBead> beads_;
  double best_ = 0;
  double margin_ = 0;
};

// A swap that scores so many nats over there being none.
MovedBlock swap_of(std::vector<WeightedBead> beads, double score) {
  const double log_ratio = calibration_temperature * score;
  MovedBlock swap{std::move(beads), log_ratio, 1 / (1 + std::exp(swap_surprise - log_ratio))};
  for (WeightedBead& bead : swap.beads) bead.probability = static_cast<float>(swap.posterior);
  return swap;
}

}  // namespace

std::vector<MovedBlock> find_swapped_parts(const MoveSearch& search, std::span<const WeightedBead> path) {
  std::vector<WeightedBead> places;
  std::copy_if(path.begin(), path.end(), std::back_inserter(places), is_divisible);
  const std::size_t wholes = places.size();
  const std::vector<WeightedBead> pairs = pairs_around_beads(path);
  places.insert(places.end(), pairs.begin(), pairs.end());
  std::vector<score::CellWindow> windows;
  std::transform(places.begin(), places.end(), std::back_inserter(windows), window_of);
  std::vector<MovedBlock> found(places.size());
  search.cells.visit(windows, search.threads, [&](std::size_t k, const score::LexicalCells& cells) {
    if (!may_move(search, places[k])) return;
    if (k < wholes) {
      const Crossing crossing(search, cells, places[k]);
      found[k] = swap_of(crossing.beads(), crossing.margin());
    } else {
      found[k] = swap_of({places[k]}, log_score(search, cells, places[k]));
    }
  });
  std::erase_if(found, [](const MovedBlock& swap) { return swap.posterior <= 0.5; });
  return without_rivals(std::move(found), search.source_prices.size(), search.target_prices.size());
}

}  // namespace aligner::align
