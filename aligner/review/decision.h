#pragma once
// Decision: what a person says about a pair. Stronger than any machine.
//
//   Decision yes{.verdict = Verdict::accepted, .source = {4}, .target = {6, 7}, .by = "Lan",
//                .at = "2026-03-01T09:30:00Z"};
//   align::Alignment reviewed = apply_decisions(machine, {yes});
//
// Decisions are taken in the order given and the later one holds: accepting takes back an earlier rejection of the same
// pair, rejecting takes back an earlier acceptance. In parallel mode, where a segment stands in one bead only,
// accepting also takes back earlier acceptances that share a segment with it.

#include <cstddef>
#include <string>
#include <vector>

#include "aligner/align/alignment.h"

namespace aligner::review {

enum class Verdict { accepted, rejected };

struct Decision {
  Verdict verdict = Verdict::accepted;
  std::vector<std::size_t> source;  // segment indexes, 0-based, ascending
  std::vector<std::size_t> target;
  std::string by;    // who decided
  std::string at;    // when, ISO 8601 UTC: "2026-03-01T09:30:00Z"
  std::string note;  // may be empty

  friend bool operator==(const Decision&, const Decision&) = default;
};

/// `machine` as the decisions leave it. The result keeps the rules of its mode (check_alignment); without decisions it
/// is `machine`; applying the same decisions again changes nothing.
///
/// Parallel mode
///   accepted  stands as a bead with confidence 1; one side may be empty ("has no counterpart"). Machine beads that
///   share
///             a segment with it or would cross it go; each segment left over is a bead of its own with an empty side,
///             cost 0 and confidence 0. A bead that the machine has as moved stays so, and may cross others.
///   rejected  the machine's bead of exactly these groups becomes two beads with an empty side, cost 0 and confidence
///   0;
///             one with an empty side already stays, with confidence 0.
/// Comparable mode
///   accepted  comes first, in the order decided, with confidence 1. Machine links that share segments with it on both
///             sides go: they are other cuts of the same pair.
///   rejected  the machine's link of exactly these groups goes.
///
/// An accepted bead that the machine had made as well keeps its cost, grade and evidence; another has cost 0 and none.
/// Throws Error naming the decision when it names segments that are not there, out of order or twice, when a group of
/// parallel mode is not contiguous, when an accepted link has an empty side, and when accepted beads cross of which the
/// machine has neither as moved.
align::Alignment apply_decisions(align::Alignment machine, const std::vector<Decision>& decisions);

/// The pairs that the decisions accept and leave accepted, as beads with confidence 1: in parallel mode by source,
/// those that the machine has as moved marked so; in comparable mode in the order decided. Throws Error as
/// apply_decisions does, but where pairs cross.
std::vector<align::Bead> accepted_beads(const align::Alignment& machine, const std::vector<Decision>& decisions);

/// "accepted", "rejected".
std::string to_string(Verdict verdict);

}  // namespace aligner::review
