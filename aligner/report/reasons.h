#pragma once
// Private: the evidence of a bead as two sentences, one for it and one against it.
//
//   Reasons reasons = reasons_of(texts, bead, 5);
//   reasons.why;  // "date: 16 May 1858 Julian = 28 May 1858 Gregorian (+5.2); term: Aigun (+3.1); +2 more (+0.9)"
//   reasons.but;  // "dates disagree: 13 June 1858 and 28 May 1858 (-2.3)", or empty

#include <cstddef>
#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/messages/speaker.h"

namespace aligner::report {

struct Reasons {
  std::string why;  // strongest first; harmless text; may be empty
  std::string but;  // contradictions first; likewise
};

/// Equal reasons are added up, words are one reason. At most `limit` are named on each line, the rest counted. What
/// weighs nothing (under 0.05 nats) is left out, but never a contradiction.
Reasons reasons_of(const align::AlignedTexts& texts, const align::Bead& bead, std::size_t limit,
                   const messages::Speaker& speaker);

}  // namespace aligner::report
