#include "aligner/review/decision.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "aligner/review/apply.h"
#include "aligner/review/standing_decisions.h"

namespace aligner::review {

align::Alignment apply_decisions(align::Alignment machine, const std::vector<Decision>& decisions) {
  align::check_alignment(machine);
  const StandingDecisions standing = find_standing(decisions, machine);
  const auto apply = machine.mode == align::Mode::parallel ? apply_to_parallel : apply_to_links;
  std::vector<align::Bead> beads = apply(machine, decisions, standing);
  machine.beads = std::move(beads);
  align::check_alignment(machine);
  return machine;
}

std::vector<align::Bead> accepted_beads(const align::Alignment& machine, const std::vector<Decision>& decisions) {
  const StandingDecisions standing = find_standing(decisions, machine);
  std::vector<std::size_t> positions;
  for (const auto& [groups, position] : standing.accepted) positions.push_back(position);  // by source
  if (machine.mode == align::Mode::comparable) std::sort(positions.begin(), positions.end());
  std::set<Groups> moved;
  for (const align::Bead& bead : machine.beads) {
    if (bead.moved) moved.insert(groups_of(bead));
  }
  std::vector<align::Bead> beads;
  for (const std::size_t position : positions) {
    const Decision& decision = decisions[position];
    beads.push_back({.source = decision.source,
                     .target = decision.target,
                     .confidence = 1,
                     .moved = moved.contains(groups_of(decision))});
  }
  return beads;
}

std::string to_string(Verdict verdict) { return verdict == Verdict::accepted ? "accepted" : "rejected"; }

}  // namespace aligner::review
