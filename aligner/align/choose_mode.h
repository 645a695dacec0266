#pragma once
// Decides whether two texts are translations of each other (parallel) or accounts of the same events (comparable).
//
//   ModeDecision decision = choose_mode(parallel_alignment);
//   decision.reason;  // "chosen: a monotone alignment is sure of 97 % of the segments (55 % and more mean parallel)"
//
// A monotone alignment is made first. Between translations it is sure of nearly every bead, even where there is little
// to learn from; between accounts of the same events there are many paths and none is sure. Measured:
// translations .82 (with three tenths deleted, or a fifth and blocks moved) to 1, with foreign text inserted .70, one
// with as much on both sides .56 and another .64; mixtures of which a fifth has a counterpart .22 to .30; accounts of
// the same events and unrelated texts .00 to .15.

#include <string>

#include "aligner/align/alignment.h"

namespace aligner::align {

struct ModeDecision {
  Mode mode = Mode::parallel;
  double sure_share = 0;  // of the segments of both sides that could have a counterpart, 0 to 1
  std::string reason;
};

/// Judges an alignment made by align_parallel.
ModeDecision choose_mode(const Alignment& parallel);

}  // namespace aligner::align
