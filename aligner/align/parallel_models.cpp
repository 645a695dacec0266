#include "aligner/align/parallel_models.h"

#include <algorithm>
#include <numeric>

#include "aligner/align/block_band.h"
#include "aligner/score/rare_matches.h"

namespace aligner::align {
namespace {

constexpr std::size_t part_rows = 512;  // of a lattice, whose cells are kept at a time

// First guesses by shape, in the order of `shapes`; gaps and others are normalised apart.
constexpr std::array<double, shapes.size()> first_shapes = {
    0.03, 0.03, 0.70, 0.07, 0.07, 0.02, 0.015, 0.015, 0.006, 0.006, 0.005, 0.005, 0.002, 0.002, 0.002, 0.001, 0.001};

}  // namespace

std::array<double, shapes.size()> shape_probabilities(const std::array<double, shapes.size()>& counts,
                                                      double prior_weight) {
  std::array<double, shapes.size()> probabilities{};
  const double prior_total = std::accumulate(first_shapes.begin(), first_shapes.end(), 0.0);
  const auto fill = [&](std::size_t begin, std::size_t end) {
    double total = 0;
    for (std::size_t s = begin; s < end; ++s) {
      probabilities[s] = counts[s] + prior_weight * first_shapes[s] / prior_total;
      total += probabilities[s];
    }
    for (std::size_t s = begin; s < end; ++s) probabilities[s] /= total;
  };
  fill(0, gap_shapes);
  fill(gap_shapes, shapes.size());
  return probabilities;
}

score::BeadPlace place_of(const WeightedBead& bead) {
  return {bead.source, shapes[bead.shape].source, bead.target, shapes[bead.shape].target};
}

score::CellWindow window_of(const WeightedBead& bead) {
  const score::Band::Range columns{bead.target, bead.target + shapes[bead.shape].target};
  return {bead.source, {std::vector(is_gap(bead) ? 0 : shapes[bead.shape].source, columns)}};
}

ParallelModels::ParallelModels(std::span<const score::AnchoredBitext> bitexts, const score::Knowledge& knowledge,
                               const ParallelOptions& wanted, const Report& report)
    : options(wanted),
      bitext(bitexts, knowledge, wanted.left_out),
      model(bitext.source, bitext.target, wanted.weights, wanted.left_out),
      documents(bitexts.size()) {
  priors.shape = shape_probabilities({}, 1);
  if (is_left_out(score::Ingredient::affine_gaps)) priors.gap_after_gap = priors.gap_after_match;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    report(d);
    set_points(d);
    const score::RareMatches matches(bitext, d);
    documents[d].band = first_band_between(
        documents[d].points, [&](const score::SegmentBlock& block) { return matches.in(block); }, source_count(d),
        target_count(d));
    conflicts.emplace_back(bitext, d, model.weights());
  }
}

const std::vector<Bead>& ParallelModels::accepted(std::size_t d) const {
  static const std::vector<Bead> nothing;
  return d < options.accepted.size() ? options.accepted[d] : nothing;
}

void ParallelModels::set_points(std::size_t d) {
  DocumentState& document = documents[d];
  FixedPoints points;
  if (d < options.fixed_points.size()) points = options.fixed_points[d];
  check_fixed_points(points, source_count(d), target_count(d));
  const std::vector<Bead>& beads = accepted(d);
  document.points = with_delimiter_ends(with_beads(points, beads, source_count(d), target_count(d)));
  for (const Bead& bead : beads) {
    // Paths pass such a bead by gaps, and gaps hold no place against what is moved.
    const bool is_searched = find_shape(bead.source.size(), bead.target.size()).has_value();
    if (is_searched || bead.source.empty() || bead.target.empty()) continue;
    points = with_beads(points, {bead}, source_count(d), target_count(d));
  }
  document.walls = with_delimiter_ends(points);
  if (beads.empty()) return;
  document.source_alone.assign(source_count(d), false);
  document.target_alone.assign(target_count(d), false);
  for (const Bead& bead : beads) {
    if (!bead.moved && !bead.source.empty() && !bead.target.empty()) continue;
    for (const std::size_t i : bead.source) document.source_alone.at(i) = true;
    for (const std::size_t j : bead.target) document.target_alone.at(j) = true;
  }
}

Lattice ParallelModels::make_lattice(std::size_t d) const {
  Lattice lattice(documents[d].band, source_count(d), target_count(d), documents[d].points);
  lattice.confine_large_beads(documents[d].thinkable);
  return lattice;
}

score::CellMaker ParallelModels::make_cell_maker(std::size_t d) const {
  static const score::PairWeights nothing;
  const score::PairWeights& taught = is_left_out(score::Ingredient::leave_one_out) ? nothing : documents[d].taught;
  return {bitext.source[d].tokens, bitext.target[d].tokens, lexicon, taught};
}

double ParallelModels::score_bead(std::size_t d, const score::LexicalCells& cells, const score::BeadPlace& bead) const {
  return model.score(bitext.source[d], bitext.target[d], cells, bead).total() + conflicts[d].weight(bead);
}

void ParallelModels::fill(std::size_t d, const score::CellMaker& maker, Lattice& lattice, std::size_t shape_count,
                          const Report& report) {
  model.fill_source_shares(bitext.source[d], bitext.source_side);
  model.fill_target_shares(bitext.target[d], bitext.target_side);
  lattice.begin_scores(shape_count);
  const score::Band reach = lattice.segment_band();
  for (std::size_t first = 0; first < lattice.row_count(); first += part_rows) {
    report(d);
    const std::size_t last = std::min(first + part_rows, lattice.row_count());
    const std::size_t reached = std::min(last - 1 + longest_group, source_count(d));
    score::LexicalCells cells = maker.make(reach, std::min(first, reached), reached, options.threads);
    model.sum_cells(bitext.source[d], bitext.target[d], cells, options.threads);
    lattice.score_rows(
        first, last,
        [&](std::size_t i, std::size_t j, Shape shape) {
          return score_bead(d, cells, {i, shape.source, j, shape.target});
        },
        options.threads);
  }
  if (!is_left_out(score::Ingredient::composite_charge)) lattice.charge_splittable(priors);
  if (!documents[d].source_alone.empty()) lattice.leave_alone(documents[d].source_alone, documents[d].target_alone);
}

}  // namespace aligner::align
