#pragma once
// Decides whether two texts are translations of each other (parallel) or accounts of the same events (comparable).
//
//   ModeDecision decision = choose_mode(parallel_alignment);
//   decision.reason;  // "parallel: 93 % of the segments stand in beads that words or anchors support"
//
// A monotone alignment is made first. Between translations most beads are held together by words and anchors; between
// accounts of the same events a monotone path can explain little, and what it joins it joins by length alone.

#include <string>

#include "aligner/align/alignment.h"

namespace aligner::align {

struct ModeDecision {
  Mode mode = Mode::parallel;
  double supported_share = 0;  // of the segments of both sides that could be supported, 0 to 1
  std::string reason;
};

/// Judges an alignment made by align_parallel.
ModeDecision choose_mode(const Alignment& parallel);

}  // namespace aligner::align
