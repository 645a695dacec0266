#pragma once
// Links the segments of comparable texts: two accounts of the same events, most of which have no counterpart.
//
//   Alignment links = link_comparable(bitext, knowledge);
//   links.beads[0];  // the surest link, with its grade and its reasons
//
// Every pair that shares something is scored (aligner/score/link_model.h); links are taken best first. A segment stands
// in one link of grade same or mostly, and in up to three in all; a link grows to a neighbour of either side where the
// neighbour, too, is tied to the same counterpart more strongly than to anything else.

#include <functional>

#include "aligner/align/alignment.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::align {

struct LinkOptions {
  double smallest_confidence = 0.4;  // links less sure are not given
  unsigned threads = 1;              // the result does not depend on it
  /// Called now and then with what is done, 0 to 1; returning false ends the work with Error("interrupted ...").
  std::function<bool(double done)> progress;
};

/// Links, best first. Confidence: a logistic function of the margin, fitted on two judged pairs of accounts.
/// mode_reason is left empty.
Alignment link_comparable(const score::AnchoredBitext& bitext, const score::Knowledge& knowledge,
                          const LinkOptions& options = {});

}  // namespace aligner::align
