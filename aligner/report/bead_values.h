#pragma once
// Private: beads and evidence as JSON.
//
//   bead_value(source, target, bead);  // {"source": [58], "target": [69], "cost": 0.03, "confidence": 0.97, ...

#include "aligner/align/aligned_texts.h"
#include "aligner/report/json_text.h"

namespace aligner::report {

Json evidence_value(const align::AlignedSide& source, const align::AlignedSide& target,
                    const score::Evidence& evidence);
Json bead_value(const align::AlignedSide& source, const align::AlignedSide& target, const align::Bead& bead);

}  // namespace aligner::report
