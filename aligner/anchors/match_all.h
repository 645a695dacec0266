#pragma once
// match_all: every pair of anchors of two passages that have to do with each other.
//
//   for (const RelatedPair& pair : match_all(source_anchors, target_anchors, terms)) {
//     std::cout << pair.source << " ~ " << pair.target << ": " << pair.match.reason << "\n";
//   }
//
// For passages, where every pair is worth a look. What whole texts share is counted and weighed in aligner/score.

#include <cstddef>
#include <span>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/anchors/match_anchors.h"
#include "aligner/terms/term_list.h"

namespace aligner::anchors {

struct RelatedPair {
  std::size_t source = 0;  // index of the source's anchor
  std::size_t target = 0;
  AnchorMatch match;

  friend bool operator==(const RelatedPair&, const RelatedPair&) = default;
};

/// By score, the best first, conflicts last; equal scores by source, then target. Compares only anchors that share a
/// key (match_keys.h), so the time goes with what comes out.
std::vector<RelatedPair> match_all(std::span<const Anchor> source, std::span<const Anchor> target,
                                   const terms::TermList& terms);

}  // namespace aligner::anchors
