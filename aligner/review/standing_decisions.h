#pragma once
// StandingDecisions: what is left of a history of decisions once later ones have taken back earlier ones.
// Private to the room.
//
//   StandingDecisions standing = find_standing(decisions, machine);

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/review/decision.h"

namespace aligner::review {

using Groups = std::pair<std::vector<std::size_t>, std::vector<std::size_t>>;  // source, target

inline Groups groups_of(const Decision& decision) { return {decision.source, decision.target}; }
inline Groups groups_of(const align::Bead& bead) { return {bead.source, bead.target}; }

struct StandingDecisions {
  // Invariants
  //   1. Keys of both maps are different: a pair is accepted or rejected.
  //   2. Positions are those of the list of decisions.
  std::map<Groups, std::size_t> accepted;  // position of the decision
  std::map<Groups, std::size_t> rejected;

  bool is_accepted(const align::Bead& bead) const { return accepted.count(groups_of(bead)) > 0; }
  bool is_rejected(const align::Bead& bead) const { return rejected.count(groups_of(bead)) > 0; }
};

/// Throws Error naming the decision that does not fit `machine`'s segments or its mode.
StandingDecisions find_standing(const std::vector<Decision>& decisions, const align::Alignment& machine);

/// "decision 3 (accepted by Lan)": for messages.
std::string describe(std::size_t position, const Decision& decision);

}  // namespace aligner::review
