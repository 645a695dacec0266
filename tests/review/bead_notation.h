#pragma once
// Beads in a reader's notation: "0-0 1,2-1 -2" is three beads, the last without a source. "!" before a pair rejects it.

#include <string>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/review/decision.h"

namespace review_tests {

/// Beads with cost 1 and confidence 0.5, so that what a decision left alone can be told.
std::vector<aligner::align::Bead> beads(const std::string& notation);

/// An alignment of these beads; counts are the highest index named, plus one, in parallel mode.
aligner::align::Alignment alignment(aligner::align::Mode mode, const std::string& notation);

/// "0-1 !1,2-3": accepted and rejected.
std::vector<aligner::review::Decision> decisions(const std::string& notation);

/// The groups of beads in the same notation.
std::string notation(const std::vector<aligner::align::Bead>& beads);

}  // namespace review_tests
