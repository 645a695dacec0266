#pragma once
// Says why a bead was made: the anchors and words that drew its two sides together, and what speaks against.
//
//   std::vector<Evidence> why = explain_bead(bitext, model, cells, bead);  // strongest first
//
// The weights of words and anchors are their own terms in the bead's score, so that they add up to about its lexical
// part. Anchors that contradict each other are named with what they take off it.

#include <cstddef>
#include <vector>

#include "aligner/score/anchor_conflicts.h"
#include "aligner/score/anchor_tokens.h"
#include "aligner/score/bead_model.h"
#include "aligner/score/evidence.h"

namespace aligner::score {

/// What explain_bead looks things up in. A view: what it names must outlive it.
struct ExplainContext {
  const PreparedText& source;
  const PreparedText& target;
  const LexicalCells& cells;
  const LexicalModel& lexicon;
  const BeadModel& model;
  const AnchorTokens& source_anchors;
  const AnchorTokens& target_anchors;
  const std::vector<AnchorPair>& anchor_pairs;  // by source, then target, as match_anchor_types gives them
  const AnchorConflicts& conflicts;
  std::size_t word_limit = 8;  // of word pairs, the strongest
};

std::vector<Evidence> explain_bead(const ExplainContext& context, const BeadPlace& bead);

}  // namespace aligner::score
