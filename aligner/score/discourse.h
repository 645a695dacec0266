#pragma once
// Discourse: what a segment is about without naming it.
//
//   std::vector<anchors::Anchor> more = inherited_mentions(text, terms);
//   // "It consisted of twelve articles." inherits the treaty that the sentence before named
//
// A generic concept is one that the term list says others are narrower than ("treaty": the treaty of Aigun). Two rules,
// each for a segment that names none of the narrower concepts itself:
//   1. it speaks of the generic concept ("the treaty") or of a part of it ("article"): the narrower one named last in
//   the
//      section, else the one in the text's title, else for treaties the one the text names most often;
//   2. it opens with a pronoun or demonstrative (it, this, ông, он, это ...): the treaty named last, two segments back
//   at most.

#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/score/anchored_text.h"
#include "aligner/terms/term_list.h"

namespace aligner::score {

/// Concept mentions with `inherited` set; their span is the word that stands for the concept. By segment.
std::vector<anchors::Anchor> inherited_mentions(const AnchoredText& text, const terms::TermList& terms);

}  // namespace aligner::score
