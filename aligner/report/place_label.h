#pragma once
// Private: where segments stand in the files they were taken from, as the reader's language names it.
//
//   place_label(texts.source, {4, 5}, speaker);  // "page 3": where the first of them begins; "" of plain text
//   place_labels(texts, bead, speaker);          // "page 3 : cue 17 at 00:01:05"; "" where neither side has places

#include <cstddef>
#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/messages/speaker.h"

namespace aligner::report {

std::string place_label(const align::AlignedSide& side, const std::vector<std::size_t>& segments,
                        const messages::Speaker& speaker);

/// The same of the words at `span`.
std::string place_label(const align::AlignedSide& side, text::Span span, const messages::Speaker& speaker);

std::string place_labels(const align::AlignedTexts& texts, const align::Bead& bead, const messages::Speaker& speaker);

}  // namespace aligner::report
