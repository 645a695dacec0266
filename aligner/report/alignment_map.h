#pragma once
// Private: a map of two texts as SVG: the source along the top, the target along the bottom, a ribbon for each pair.
//
//   page += alignment_map(texts, speaker);  // <svg ...>; a click on a ribbon goes to the row "p12" of its pair

#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/messages/speaker.h"

namespace aligner::report {

/// Ribbons are as wide as their passages, in characters, and as strong as their confidence; moved pairs and
/// contradictions stand out. Of more than 4000 pairs the surest are drawn.
std::string alignment_map(const align::AlignedTexts& texts, const messages::Speaker& speaker);

}  // namespace aligner::report
