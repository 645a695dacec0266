#pragma once
// Links the segments of comparable texts: two accounts of the same events, most of which have no counterpart.
//
//   Alignment links = link_comparable(bitext, knowledge);
//   links.beads[0];  // the surest link, with its grade and its reasons
//
// Two kinds of evidence. Ties (aligner/score/link_model.h): segments that share rare anchors, as accounts of the same
// events do. Translations (aligner/score/pair_model.h): segments that say the same word for word, found among thousands
// that have no counterpart by a lexicon that the surest pairs teach, round by round, and by order where the texts keep
// one. How sure either is, is read off pairs that cannot be right; of which kind links are in these texts, too: where
// nearly all links are translations, what is only tied counts little, and the other way round. Links are taken best
// first. A segment stands in one link of grade same or mostly, and in up to eight in all; a tied link grows to a
// neighbour of either side where the neighbour, too, is tied to the same counterpart. Parts that a monotone alignment
// found to be translated (translated_parts.h) are links before all others are sought, and what is known to be right
// before these: its segments stand in no other link of grade same or mostly, and no other link is a cut of the same
// pair. Time and memory grow with what rare words and anchors bring together, not with the product of the texts.

#include <functional>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/score/link_model.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::align {

struct LinkOptions {
  double smallest_confidence = 0.4;  // links less sure are not given
  unsigned threads = 1;              // the result does not depend on it
  std::vector<Bead> accepted;        // links that are known to be right: first, in this order, with confidence 1
  std::vector<Bead> translated;      // beads of translated parts: links of grade same, or mostly where less sure
  // Of texts in which many documents are joined: which may be tied; nullptr: all. Translations are found everywhere.
  const score::TieScope* scope = nullptr;
  score::Inherited inherited = score::Inherited::find;
  /// Called now and then with what is done, 0 to 1; returning false ends the work with Error("interrupted ...").
  std::function<bool(double done)> progress;
};

/// Links, best first. mode_reason is left empty. Throws Error where progress ended the work.
Alignment link_comparable(const score::AnchoredBitext& bitext, const score::Knowledge& knowledge,
                          const LinkOptions& options = {});

}  // namespace aligner::align
