#pragma once
// ParallelModels: what the search of parallel texts knows, and how beads are scored by it. Private to this room.
//
//   ParallelModels models(bitexts, knowledge, options, report);
//   learn_models(models, report);                              // learn_models.h
//   Alignment alignment = choose_beads(models, 0, report);     // choose_beads.h
//
// All documents of a run share lexicon, models and priors; each has a band and fixed points of its own.

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "aligner/align/align_parallel.h"
#include "aligner/align/lattice.h"
#include "aligner/score/anchor_conflicts.h"
#include "aligner/score/bead_model.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::align {

/// Called between the parts of the work on a document; throws to end it.
using Report = std::function<void(std::size_t document)>;

/// What one document needs between passes.
struct DocumentState {
  FixedPoints points;  // with the ends of delimiters and of beads that are given
  FixedPoints walls;   // those that nothing is moved over
  // Segments that are left alone, by accepted beads of one side or moved ones; both empty where there are none.
  std::vector<bool> source_alone;
  std::vector<bool> target_alone;
  score::Band band;
  // Scored in the last pass, where that moved next to nothing and the lexicon is still the same.
  std::optional<Lattice> lattice;
  score::Band thinkable;       // nodes that the pass before did not rule out; no rows before the first
  score::PairWeights weights;  // of the pass before
  score::PairWeights taught;   // those that the present lexicon was learnt from
};

struct ParallelModels {
  /// First guesses, from the texts and what is known beforehand. Throws Error where fixed points do not fit the texts.
  ParallelModels(std::span<const score::AnchoredBitext> bitexts, const score::Knowledge& knowledge,
                 const ParallelOptions& wanted, const Report& report);

  bool is_left_out(score::Ingredient ingredient) const { return options.left_out.contains(ingredient); }
  std::size_t source_count(std::size_t d) const { return bitext.source[d].tokens.segments.size(); }
  std::size_t target_count(std::size_t d) const { return bitext.target[d].tokens.segments.size(); }

  /// The pairs of document d that are known to be right.
  const std::vector<Bead>& accepted(std::size_t d) const;

  Lattice make_lattice(std::size_t d) const;
  /// Cells of document d by the present lexicon; what a pair of segments taught it is left out. The lexicon and what
  /// the document taught must outlive it unchanged.
  score::CellMaker make_cell_maker(std::size_t d) const;

  /// Nats.
  double score_bead(std::size_t d, const score::LexicalCells& cells, const score::BeadPlace& bead) const;

  /// Scores all beads of the first `shape_count` shapes, in parts: the cells of a long text take more room than all
  /// else.
  void fill(std::size_t d, const score::CellMaker& maker, Lattice& lattice, std::size_t shape_count,
            const Report& report);

  ParallelOptions options;
  score::PreparedBitext bitext;
  score::BeadModel model;
  std::vector<score::AnchorConflicts> conflicts;  // by document
  score::LexicalModel lexicon;
  PathPriors priors;
  std::vector<DocumentState> documents;

 private:
  void set_points(std::size_t d);
};

/// Probabilities of shapes that were met so often, by shape; `prior_weight` is the number of beads that the first
/// guesses count as. Gaps and others sum to 1 each.
std::array<double, shapes.size()> shape_probabilities(const std::array<double, shapes.size()>& counts,
                                                      double prior_weight);

score::BeadPlace place_of(const WeightedBead& bead);
/// The cells that a bead stands on; none of a gap.
score::CellWindow window_of(const WeightedBead& bead);

}  // namespace aligner::align
