#include "aligner/align/choose_mode.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace aligner::align {
namespace {

constexpr double smallest_confidence = 0.5;  // of a bead that counts as sure
constexpr double smallest_parallel_support =
    0.5;  // the middle between translations and others, measured (choose_mode.h)

bool is_sure_pair(const Bead& bead) {
  return !bead.source.empty() && !bead.target.empty() && bead.confidence >= smallest_confidence;
}

// Where one side is shorter, only so much of the other can have a counterpart at all; twice the shorter is the measure.
double find_sure_share(const Alignment& parallel) {
  double sure = 0;
  for (const Bead& bead : parallel.beads) {
    if (is_sure_pair(bead)) sure += static_cast<double>(bead.source.size() + bead.target.size());
  }
  const double possible = 2.0 * static_cast<double>(std::min(parallel.source_count, parallel.target_count));
  return possible > 0 ? std::min(1.0, sure / possible) : 0;
}

// Of the sure pairs that are not the last, how many are followed by another, without a gap; a single one is a run.
double find_run_share(const Alignment& parallel) {
  std::size_t sure = 0;
  std::size_t followed = 0;
  for (std::size_t k = 0; k < parallel.beads.size(); ++k) {
    if (!is_sure_pair(parallel.beads[k])) continue;
    ++sure;
    if (k + 1 < parallel.beads.size() && is_sure_pair(parallel.beads[k + 1])) ++followed;
  }
  return sure > 1 ? static_cast<double>(followed) / static_cast<double>(sure - 1) : static_cast<double>(sure);
}

std::string percent(double share) { return std::to_string(std::lround(100 * share)) + " %"; }

}  // namespace

ModeDecision choose_mode(const Alignment& parallel) {
  ModeDecision decision;
  decision.sure_share = find_sure_share(parallel);
  decision.run_share = find_run_share(parallel);
  decision.support = std::sqrt(decision.sure_share * decision.run_share);
  decision.mode = decision.support >= smallest_parallel_support ? Mode::parallel : Mode::comparable;
  decision.reason = "chosen: a monotone alignment is sure of " + percent(decision.sure_share) + " of the segments, " +
                    percent(decision.run_share) + " of them in runs (" + percent(decision.support) + " together, " +
                    percent(smallest_parallel_support) + " and more mean parallel)";
  return decision;
}

}  // namespace aligner::align
