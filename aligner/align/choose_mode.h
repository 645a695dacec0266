#pragma once
// Decides whether two texts are translations of each other (parallel) or accounts of the same events (comparable).
//
//   ModeDecision decision = choose_mode(parallel_alignment);
//   decision.reason;  // "chosen: a monotone alignment is sure of 97 % of the segments, 95 % of them in runs ..."
//
// A monotone alignment is made first. Between translations it is sure of nearly every bead, and sure beads follow each
// other, even where foreign blocks stand between them; between accounts of the same events there are many paths and
// none is sure; where single sentences have a counterpart, sure beads stand alone. What counts is the geometric mean of
// both shares. Measured: translations .92 and more, with three tenths deleted .75, with half of one side deleted .68,
// with foreign text inserted .62 to .76; mixtures of which a fifth has a counterpart .26 to .32; accounts of the same
// events and unrelated texts .00 to .25.

#include <string>

#include "aligner/align/alignment.h"

namespace aligner::align {

struct ModeDecision {
  Mode mode = Mode::parallel;
  double sure_share = 0;  // of the segments of both sides that could have a counterpart, 0 to 1
  double run_share = 0;   // of the sure pairs, that are followed by another, 0 to 1
  double support = 0;     // the geometric mean of both
  std::string reason;
};

/// Judges an alignment made by align_parallel.
ModeDecision choose_mode(const Alignment& parallel);

}  // namespace aligner::align
