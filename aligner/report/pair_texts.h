#pragma once
// Private: reaching the text of beads, checked once so that no later step can read outside a document.
//
//   check_texts(texts);  // throws Error where alignment, segmentation and document do not belong together
//   std::string_view cited = text_of(texts.source, evidence.source);  // "" where the span is empty or lies outside

#include <string_view>

#include "aligner/align/aligned_texts.h"

namespace aligner::report {

/// Throws Error naming the document when a segment lies outside it or cuts a character, or a bead names a segment that
/// is not there. Evidence is not checked: text_of answers for it.
void check_texts(const align::AlignedTexts& texts);

/// True for a bead with both sides.
bool is_pair(const align::Bead& bead);

/// True when `span` is not empty, lies in the document and begins and ends between characters.
bool is_citable(const align::AlignedSide& side, text::Span span);

/// The bytes of a citable span; empty for any other. A view into the document.
std::string_view text_of(const align::AlignedSide& side, text::Span span);

}  // namespace aligner::report
