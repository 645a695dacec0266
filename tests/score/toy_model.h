#pragma once
// A toy bitext with everything learnt from its right alignment: what scoring and explaining start from.
//
//   const ToyModel toy(make_toy_bitext({}));
//   toy.model.score(toy.bitext.source[0], toy.bitext.target[0], toy.cells, {.source = 3, .target = 3}).total();

#include <vector>

#include "aligner/score/anchor_conflicts.h"
#include "aligner/score/bead_model.h"
#include "aligner/score/lexical_cells.h"
#include "aligner/score/prepared_bitext.h"

#include "tests/support/toy_bitext.h"

namespace aligner::score {

/// Every column for every row.
Band full_band(std::size_t source_count, std::size_t target_count);

/// The pairs of segments of the right beads, with probability 1.
PairWeights gold_weights(const tungse_tests::ToyBitext& toy);

struct ToyModel {
  explicit ToyModel(const tungse_tests::ToyBitext& toy, const terms::TermList* terms = nullptr);

  PreparedBitext bitext;
  std::vector<PairWeights> weights;
  LexicalModel lexicon;
  LexicalCells cells;
  BeadModel model;
  AnchorConflicts conflicts;

  double total(const BeadPlace& bead) const {
    return model.score(bitext.source[0], bitext.target[0], cells, bead).total();
  }
};

}  // namespace aligner::score
