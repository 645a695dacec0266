#include "aligner/align/choose_mode.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace aligner::align {
namespace {

constexpr double smallest_support = 2.0;         // nats that words and anchors must give a bead
constexpr double smallest_parallel_share = 0.5;  // of segments in supported beads

bool is_support(score::EvidenceKind kind) {
  return kind != score::EvidenceKind::length && kind != score::EvidenceKind::boundary;
}

}  // namespace

ModeDecision choose_mode(const Alignment& parallel) {
  double supported = 0;
  for (const Bead& bead : parallel.beads) {
    double support = 0;
    for (const score::Evidence& evidence : bead.evidence) {
      if (is_support(evidence.kind)) support += evidence.weight;
    }
    if (support >= smallest_support) supported += static_cast<double>(bead.source.size() + bead.target.size());
  }
  // Where one side is shorter, only so much of the other can have a counterpart at all; twice the shorter is the
  // measure.
  const double possible = 2.0 * static_cast<double>(std::min(parallel.source_count, parallel.target_count));
  ModeDecision decision;
  decision.supported_share = possible > 0 ? std::min(1.0, supported / possible) : 0;
  decision.mode = decision.supported_share >= smallest_parallel_share ? Mode::parallel : Mode::comparable;
  const auto percent = static_cast<long>(std::lround(100 * decision.supported_share));
  decision.reason = "chosen: in a monotone alignment words or anchors support " + std::to_string(percent) +
                    " % of the segments (50 % and more mean parallel)";
  return decision;
}

}  // namespace aligner::align
