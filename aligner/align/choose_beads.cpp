#include "aligner/align/choose_beads.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "aligner/align/accurate_path.h"
#include "aligner/align/calibrate.h"
#include "aligner/align/moved_blocks.h"
#include "aligner/align/place_moved.h"
#include "aligner/align/swapped_parts.h"
#include "aligner/score/explain_bead.h"

namespace aligner::align {
namespace {

using score::Ingredient;

constexpr int most_looks = 5;        // for moved blocks; each takes what those before made free
constexpr double largest_cost = 50;  // -ln p of a gap that the last pass found impossible

// Beads that are given and of a shape that is not searched: paths have gaps in their place.
class GivenBeads {
 public:
  explicit GivenBeads(const FixedPoints& points) {
    for (const FixedPoint& point : points) {
      if (point.source_size > 0 && !find_shape(point.source_size, point.target_size)) beads_.push_back(point);
    }
  }

  /// The bead that a gap is part of; nullptr where it is of none.
  const FixedPoint* find(const WeightedBead& step) const {
    if (step.shape >= gap_shapes || beads_.empty()) return nullptr;
    const bool is_source = shapes[step.shape].source > 0;
    const std::uint32_t segment = is_source ? step.source : step.target;
    const auto side = is_source ? &FixedPoint::source : &FixedPoint::target;
    const auto next = std::partition_point(beads_.begin(), beads_.end(),
                                           [&](const FixedPoint& bead) { return bead.*side <= segment; });
    if (next == beads_.begin() || segment >= end_of(*std::prev(next)).*side) return nullptr;
    return &*std::prev(next);
  }

  bool is_crossed_by(const Bead& bead) const {
    return std::any_of(beads_.begin(), beads_.end(), [&](const FixedPoint& given) {
      return (bead.source.front() < given.source) != (bead.target.front() < given.target);
    });
  }

 private:
  std::vector<FixedPoint> beads_;  // in the order of both texts
};

class Chooser {
 public:
  Chooser(ParallelModels& models, std::size_t d, const Report& report)
      : models_(models), d_(d), report_(report), given_(models.documents[d].points) {}

  Alignment run() {
    Alignment alignment;
    alignment.source_count = models_.source_count(d_);
    alignment.target_count = models_.target_count(d_);
    alignment.method = "lattice-em/2";
    if (models_.source_count(d_) == 0 || models_.target_count(d_) == 0) {
      add_one_sided(alignment);
      return alignment;
    }
    const score::CellMaker maker = models_.make_cell_maker(d_);
    Lattice lattice = scored_lattice(maker);
    std::vector<WeightedBead> path = find_path(lattice);
    std::vector<WeightedBead> moved = accepted_moved();
    if (models_.options.order == Order::blocks_may_move) take_out_moved(maker, lattice, path, moved);
    const Calibration calibration(pairs_of(path, lattice));
    const std::vector<PlacedBead> placed = place_moved(path, moved);
    std::vector<std::vector<score::Evidence>> evidence = explain(maker, placed);
    for (std::size_t k = 0; k < placed.size(); ++k) {
      const WeightedBead& step = placed[k].bead;
      if (const FixedPoint* whole = given_.find(step)) {
        if (step.source == whole->source && step.target == whole->target) alignment.beads.push_back(bead_of(*whole));
        continue;
      }
      Bead bead = make_bead(step, calibration);
      bead.moved = placed[k].is_moved;
      bead.evidence = std::move(evidence[k]);
      if (lattice.is_delimiter(step.source, step.target)) {
        bead.confidence = 1;
        bead.cost = 0;
      }
      alignment.beads.push_back(std::move(bead));
    }
    make_sure(alignment.beads);
    return alignment;
  }

 private:
  // That of the last pass where it still holds.
  Lattice scored_lattice(const score::CellMaker& maker) const {
    if (std::optional<Lattice>& scored = models_.documents[d_].lattice) return *std::exchange(scored, std::nullopt);
    Lattice lattice = models_.make_lattice(d_);
    models_.fill(d_, maker, lattice, shapes.size(), report_);
    return lattice;
  }

  // Looks for moved blocks and takes them out of the path, which is searched anew without their segments: what they
  // held together by chance finds its right place then, and may set free more of them. Then for neighbours that changed
  // places.
  void take_out_moved(const score::CellMaker& maker, Lattice& lattice, std::vector<WeightedBead>& path,
                      std::vector<WeightedBead>& moved) const {
    std::vector<bool> is_source_moved(models_.source_count(d_));
    std::vector<bool> is_target_moved(models_.target_count(d_));
    const auto take_out = [&](const std::vector<MovedBlock>& blocks) {
      for (const MovedBlock& block : blocks) {
        for (const WeightedBead& bead : block.beads) {
          std::fill_n(is_source_moved.begin() + bead.source, shapes[bead.shape].source, true);
          std::fill_n(is_target_moved.begin() + bead.target, shapes[bead.shape].target, true);
          moved.push_back(bead);
        }
      }
      if (blocks.empty()) return false;
      lattice.leave_alone(is_source_moved, is_target_moved);
      path = find_path(lattice);
      return true;
    };
    const auto search = [&] { return search_for_moved(maker, lattice, path, is_source_moved, is_target_moved); };
    for (int look = 0; look < most_looks && take_out(find_moved_blocks(search())); ++look) continue;
    take_out(find_swapped_parts(search(), path));
  }

  // Moved pairs that are known to be right, and that no bead of another shape crosses: that one holds its place.
  std::vector<WeightedBead> accepted_moved() const {
    std::vector<WeightedBead> moved;
    for (const Bead& bead : models_.accepted(d_)) {
      const std::optional<std::size_t> shape = find_shape(bead.source.size(), bead.target.size());
      if (!bead.moved || !shape || given_.is_crossed_by(bead)) continue;
      moved.push_back({static_cast<std::uint32_t>(bead.source.front()), static_cast<std::uint32_t>(bead.target.front()),
                       static_cast<std::uint8_t>(*shape), 1.0F});
    }
    return moved;
  }

  static Bead bead_of(const FixedPoint& whole) {
    Bead bead{.confidence = 1};
    for (std::uint32_t k = 0; k < whole.source_size; ++k) bead.source.push_back(whole.source + k);
    for (std::uint32_t k = 0; k < whole.target_size; ++k) bead.target.push_back(whole.target + k);
    return bead;
  }

  // What people accepted is sure; segments that they left alone are so, each by itself.
  void make_sure(std::vector<Bead>& beads) const {
    std::set<std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> accepted;
    for (const Bead& bead : models_.accepted(d_)) {
      if (!bead.source.empty() && !bead.target.empty()) accepted.insert({bead.source, bead.target});
      if (bead.target.empty())
        std::for_each(bead.source.begin(), bead.source.end(), [&](std::size_t i) { accepted.insert({{i}, {}}); });
      if (bead.source.empty())
        std::for_each(bead.target.begin(), bead.target.end(), [&](std::size_t j) { accepted.insert({{}, {j}}); });
    }
    for (Bead& bead : beads) {
      if (!accepted.contains({bead.source, bead.target})) continue;
      bead.confidence = 1;
      bead.cost = 0;
    }
  }

  MoveSearch search_for_moved(const score::CellMaker& maker, const Lattice& lattice,
                              const std::vector<WeightedBead>& path, const std::vector<bool>& is_source_moved,
                              const std::vector<bool>& is_target_moved) const {
    MoveSearch search{
        .source = models_.bitext.source[d_],
        .target = models_.bitext.target[d_],
        .lexicon = models_.lexicon,
        .cells = maker,
        .priors = models_.priors,
        .points = models_.documents[d_].walls,
        .bead_score = [this](const score::LexicalCells& cells,
                             const score::BeadPlace& bead) { return models_.score_bead(d_, cells, bead); },
        .source_prices = prices(is_source_moved),
        .target_prices = prices(is_target_moved),
        .threads = models_.options.threads};
    for (const WeightedBead& step : path) {
      if (step.shape < gap_shapes) continue;
      const bool is_delimiter = lattice.is_delimiter(step.source, step.target);
      const double price = is_delimiter ? never_moved : price_of(step, lattice.score_of(step), models_.priors);
      std::fill_n(search.source_prices.begin() + step.source, shapes[step.shape].source, price);
      std::fill_n(search.target_prices.begin() + step.target, shapes[step.shape].target, price);
    }
    for (const Bead& bead : models_.accepted(d_)) {
      for (const std::size_t i : bead.source) search.source_prices[i] = never_moved;
      for (const std::size_t j : bead.target) search.target_prices[j] = never_moved;
    }
    return search;
  }

  static std::vector<double> prices(const std::vector<bool>& is_moved) {
    std::vector<double> all;
    for (const bool moved : is_moved) all.push_back(moved ? never_moved : 0);
    return all;
  }

  score::ExplainContext explain_context(const score::LexicalCells& cells) const {
    return {models_.bitext.source[d_],
            models_.bitext.target[d_],
            cells,
            models_.lexicon,
            models_.model,
            models_.bitext.source_anchors,
            models_.bitext.target_anchors,
            models_.bitext.anchor_pairs,
            models_.conflicts[d_]};
  }

  // Evidence by bead: none of gaps, nor where it is not wanted.
  std::vector<std::vector<score::Evidence>> explain(const score::CellMaker& maker,
                                                    const std::vector<PlacedBead>& placed) const {
    std::vector<std::vector<score::Evidence>> evidence(placed.size());
    if (models_.options.reasons == Reasons::leave) return evidence;
    std::vector<score::CellWindow> windows;
    for (const PlacedBead& step : placed) windows.push_back(window_of(step.bead));
    maker.visit(windows, models_.options.threads, [&](std::size_t k, const score::LexicalCells& cells) {
      if (placed[k].bead.shape >= gap_shapes) {
        evidence[k] = score::explain_bead(explain_context(cells), place_of(placed[k].bead));
      }
    });
    return evidence;
  }

  // The path that is expected to get most right, by posteriors at the temperature that is calibrated.
  std::vector<WeightedBead> find_path(Lattice& lattice) const {
    const double temperature =
        models_.is_left_out(Ingredient::calibration) ? models_.options.temperature : calibration_temperature;
    return most_accurate_path(lattice.posteriors(models_.priors, temperature),
                              {models_.source_count(d_), models_.target_count(d_)}, models_.documents[d_].points);
  }

  // Delimiters and accepted pairs are sure, and say nothing about the others.
  static std::vector<PosteriorBead> pairs_of(const std::vector<WeightedBead>& path, const Lattice& lattice) {
    std::vector<PosteriorBead> pairs;
    for (const WeightedBead& step : path) {
      const bool is_sure = lattice.is_delimiter(step.source, step.target) || lattice.is_given(step.source, step.target);
      if (step.shape >= gap_shapes && !is_sure) pairs.push_back(posterior_bead(step));
    }
    return pairs;
  }

  static PosteriorBead posterior_bead(const WeightedBead& step) {
    return {static_cast<double>(step.probability), shapes[step.shape].source, shapes[step.shape].target};
  }

  Bead make_bead(const WeightedBead& step, const Calibration& calibration) const {
    Bead bead;
    const score::BeadPlace place = place_of(step);
    for (std::size_t i = 0; i < place.source_count; ++i) bead.source.push_back(place.source + i);
    for (std::size_t j = 0; j < place.target_count; ++j) bead.target.push_back(place.target + j);
    const bool is_raw = step.shape < gap_shapes || models_.is_left_out(Ingredient::calibration);
    bead.confidence = is_raw ? static_cast<double>(step.probability) : calibration.confidence(posterior_bead(step));
    bead.cost = bead.confidence > 0 ? std::clamp(-std::log(bead.confidence), 0.0, largest_cost) : largest_cost;
    return bead;
  }

  // A text against nothing: every segment alone, and surely so.
  static void add_one_sided(Alignment& alignment) {
    for (std::size_t i = 0; i < alignment.source_count; ++i) {
      alignment.beads.push_back({.source = {i}, .target = {}, .confidence = 1, .grade = {}, .evidence = {}});
    }
    for (std::size_t j = 0; j < alignment.target_count; ++j) {
      alignment.beads.push_back({.source = {}, .target = {j}, .confidence = 1, .grade = {}, .evidence = {}});
    }
  }

  ParallelModels& models_;
  std::size_t d_;  // the document
  const Report& report_;
  GivenBeads given_;
};

}  // namespace

Alignment choose_beads(ParallelModels& models, std::size_t d, const Report& report) {
  return Chooser(models, d, report).run();
}

}  // namespace aligner::align
