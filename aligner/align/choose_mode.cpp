#include "aligner/align/choose_mode.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace aligner::align {
namespace {

constexpr double smallest_confidence = 0.5;       // of a bead that counts as sure
constexpr double smallest_parallel_share = 0.55;  // of segments in sure beads

}  // namespace

ModeDecision choose_mode(const Alignment& parallel) {
  double sure = 0;
  for (const Bead& bead : parallel.beads) {
    const bool is_pair = !bead.source.empty() && !bead.target.empty();
    if (is_pair && bead.confidence >= smallest_confidence) {
      sure += static_cast<double>(bead.source.size() + bead.target.size());
    }
  }
  // Where one side is shorter, only so much of the other can have a counterpart at all; twice the shorter is the
  // measure.
  const double possible = 2.0 * static_cast<double>(std::min(parallel.source_count, parallel.target_count));
  ModeDecision decision;
  decision.sure_share = possible > 0 ? std::min(1.0, sure / possible) : 0;
  decision.mode = decision.sure_share >= smallest_parallel_share ? Mode::parallel : Mode::comparable;
  const auto percent = static_cast<long>(std::lround(100 * decision.sure_share));
  decision.reason = "chosen: a monotone alignment is sure of " + std::to_string(percent) +
                    " % of the segments (55 % and more mean parallel)";
  return decision;
}

}  // namespace aligner::align
