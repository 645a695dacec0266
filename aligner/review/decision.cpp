#include "aligner/review/decision.h"

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

std::string to_string(Verdict verdict) { return verdict == Verdict::accepted ? "accepted" : "rejected"; }

}  // namespace aligner::review
