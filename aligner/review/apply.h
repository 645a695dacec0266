#pragma once
// The two ways of applying decisions, one for each mode. Private to the room.

#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/review/decision.h"
#include "aligner/review/standing_decisions.h"

namespace aligner::review {

/// Beads of a parallel alignment after the decisions. Throws Error when accepted beads cross.
std::vector<align::Bead> apply_to_parallel(const align::Alignment& machine, const std::vector<Decision>& decisions,
                                           const StandingDecisions& standing);

/// Links of a comparable alignment after the decisions, accepted ones first.
std::vector<align::Bead> apply_to_links(const align::Alignment& machine, const std::vector<Decision>& decisions,
                                        const StandingDecisions& standing);

}  // namespace aligner::review
