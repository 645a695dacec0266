#pragma once
// Chooses which documents belong together, and says how surely. Private to this room.
//
//   for (const DocumentMatch& match : match_documents(model.pairs())) ...  // the surest first

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "aligner/score/document_model.h"

namespace aligner::align {

struct DocumentMatch {
  score::DocumentScore pair;
  double probability = 0;  // 0 to 1: that the two belong together
  bool is_chosen = false;  // the best of both documents that is left when those before are taken
};

/// All candidates, the surest first; equal ones by source, then target. `known` belong together already: they are
/// chosen before all others, where they are candidates.
std::vector<DocumentMatch> match_documents(std::span<const score::DocumentScore> pairs,
                                           std::span<const std::pair<std::size_t, std::size_t>> known);

}  // namespace aligner::align
