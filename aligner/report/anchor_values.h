#pragma once
// Private: an anchor as words and as JSON.
//
//   normalised_form(anchor, terms, speaker);  // "16 May 1858", "600000 km2", "muravev", "Amur"
//   remarks_on(anchor, speaker);              // "r_amur, deprecated"
//   anchor_value(side, anchor, terms);  // {"kind": "date", "segment": 3, "begin": 40, "end": 64, "text": ..., ...}

#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/anchors/anchor.h"
#include "aligner/messages/speaker.h"
#include "aligner/report/json_text.h"
#include "aligner/terms/term_list.h"

namespace aligner::report {

/// What writings of one thing have in common: a date or number in the reader's language, a name's entity (its key where
/// it has none), a concept's English name.
std::string normalised_form(const anchors::Anchor& anchor, const terms::TermList& terms,
                            const messages::Speaker& speaker);

/// What the normalised form leaves out, with commas between; may be empty.
std::string remarks_on(const anchors::Anchor& anchor, const messages::Speaker& speaker);

/// The anchor as an object, its words English; see this room's README.md for its fields.
Json anchor_value(const align::AlignedSide& side, const anchors::Anchor& anchor, const terms::TermList& terms);

}  // namespace aligner::report
