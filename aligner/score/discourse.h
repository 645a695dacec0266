#pragma once
// Discourse: what a segment is about without naming it.
//
//   std::vector<anchors::Anchor> more = inherited_mentions(text, terms);
//   // "It consisted of twelve articles." inherits the treaty that the sentence before named
//
// A generic concept is one that the term list says others are narrower than ("treaty": the treaty of Aigun). Four
// rules:
//   1. A segment that speaks of the generic concept ("the treaty") or of a part of it ("article"), and names none of
//   the
//      narrower ones: the treaty named after a place of the segment ("a treaty at Tianjin"); else the narrower concept
//      that is most in mind; else the one of the text's title, for treaties else the one the text names most often.
//   2. One that opens with it, this, ông, он ...: the treaty most in mind, where one was named at most two segments
//   back.
//   3. One with he, him, ông, его ... anywhere that names no person: the first person of the last segment that names
//      one, at most two segments back. "Anh" (England) is no pronoun, and neither is the title in "ông Lý".
//   4. One with "this land", "vùng này" (a demonstrative beside a notion) that names no place: the places of the
//   segment
//      before.
// What is in mind fades from segment to segment, and more over a heading. Named, a concept counts one, inherited 0.7,
// and a treaty counts 0.4 where the place it is named after stands in the section's heading and is mentioned.

#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/score/anchored_text.h"
#include "aligner/terms/term_list.h"

namespace aligner::score {

/// Concept mentions with `inherited` set; their span is the word that stands for the concept. By segment.
std::vector<anchors::Anchor> inherited_mentions(const AnchoredText& text, const terms::TermList& terms);

}  // namespace aligner::score
