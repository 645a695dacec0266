#pragma once
// Aligns parallel texts: order kept, nearly everything has a counterpart.
//
//   std::vector<Alignment> done = align_parallel(bitexts, knowledge, {.threads = 2});
//   done[0].beads[0].confidence;  // 0 to 1
//
// Method: expectation maximisation over a lattice of beads. Each pass learns a lexicon (IBM Model 1, leave-one-out) and
// length and boundary models from the posterior probabilities of the pass before, over all documents jointly, then
// searches a band that narrows. The first pass knows spelling and anchors alone. The last gives the path that is
// expected to get most right, and each bead its posterior, calibrated. Time: near-linear in segments once the band is
// narrow. The result does not depend on the number of threads.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/align/fixed_points.h"
#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/score/bead_model.h"
#include "aligner/score/ingredients.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::align {

/// Whether blocks that stand elsewhere in the target are looked for when the monotone path is found.
enum class Order { blocks_may_move, monotone };

/// Whether beads come with evidence. Working it out takes longer than choosing the beads; who shows none leaves it.
enum class Reasons { give, leave };

struct ParallelOptions {
  int passes = 6;            // after the first
  double temperature = 0.8;  // of posteriors
  score::BeadWeights weights;
  unsigned threads = 1;
  score::Ingredients left_out;  // for measuring what each earns
  Order order = Order::blocks_may_move;
  Reasons reasons = Reasons::give;        // nothing else depends on it
  std::vector<FixedPoints> fixed_points;  // by document; where they end there are none
  /// Pairs that are known to be right, by document; where they end there are none. They stand in the result as they
  /// are, with confidence 1, and what is between them is aligned around them. One side may be empty: these segments are
  /// left alone, each by itself. Moved ones (of shapes that are searched) stay so; the others are in the order of both
  /// texts.
  std::vector<std::vector<Bead>> accepted;
  /// Called now and then with what is done, 0 to 1; returning false ends the work with Error("interrupted ...").
  std::function<bool(double done)> progress;
};

/// One alignment per bitext, in their order, with evidence for every bead that has two sides where reasons are to be
/// given. mode_reason is left empty.
std::vector<Alignment> align_parallel(std::span<const score::AnchoredBitext> bitexts, const score::Knowledge& knowledge,
                                      const ParallelOptions& options = {});

/// Aligns as align_parallel does and gives the lexicon that was learnt on the way; `note` says where it comes from.
lexicon::Lexicon learn_parallel(std::span<const score::AnchoredBitext> bitexts, const score::Knowledge& knowledge,
                                std::string note, const ParallelOptions& options = {});

}  // namespace aligner::align
