// Contradiction candidates: what the aligner's evidence calls a conflict. Days that conflict are found by check_dates
// in pairs that are judged; here are the others, links that are surely about one matter only in part.

#include <algorithm>

#include "aligner/align/alignment.h"
#include "aligner/check/checked_texts.h"
#include "aligner/score/evidence.h"

namespace aligner::check {

void check_contradictions(const CheckedTexts& view, Findings& findings) {
  const auto& beads = view.texts.alignment.beads;
  for (std::size_t i = 0; i < beads.size(); ++i) {
    if (!align::is_contradiction(beads[i])) continue;
    const bool is_judged = std::binary_search(view.pairs.begin(), view.pairs.end(), i);
    for (const score::Evidence& one : beads[i].evidence) {
      if (!score::is_conflict(one) || (is_judged && one.kind == score::EvidenceKind::date)) continue;
      const bool has_place = !one.source.empty() || !one.target.empty();
      findings.add({.kind = FindingKind::contradiction,
                    .severity = Severity::warning,
                    .bead = i,
                    .source = has_place ? one.source : view.source.passage(beads[i].source),
                    .target = has_place ? one.target : view.target.passage(beads[i].target),
                    .value = one.reason,
                    .reason = one.reason,
                    .remedy = "Read both passages; one of them may be wrong, or they speak of two things."});
    }
  }
}

}  // namespace aligner::check
