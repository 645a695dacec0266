#pragma once
// The anchors by which segments of comparable texts are tied. For the rooms score and align.
//
//   std::vector<anchors::Anchor> all = anchors_for_links(text, &terms);   // "it" is the treaty named before
//   double strength = link_strength(all.front(), &terms);                 // 1.3 for a date
//
// Those of the text, but for dates and numbers that are a part of a name (the second of "Second Opium War"), with what
// segments inherit (discourse.h). "The treaty" that is known to be that of Aigun is no longer any treaty.

#include <string_view>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/score/anchored_text.h"
#include "aligner/terms/term_list.h"

namespace aligner::score {

/// By segment; inherited mentions behind the others of theirs. Without terms the anchors as they are.
std::vector<anchors::Anchor> anchors_for_links(const AnchoredText& text, const terms::TermList* terms);

/// The type of concepts that are deeds and things of treaties, not names.
inline constexpr std::string_view deed_type = "notion";

/// The concept that an anchor mentions; nullptr where it mentions none, or the terms (may be nullptr) do not have it.
const terms::Concept* concept_of(const anchors::Anchor& anchor, const terms::TermList* terms);

/// How seldom things of this kind agree by chance, beyond what their rarity says: a factor about 1.
double link_strength(const anchors::Anchor& anchor, const terms::TermList* terms);

}  // namespace aligner::score
