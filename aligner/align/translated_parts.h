#pragma once
// Finds the parts of comparable texts that are translations after all: a translated chapter inside a free account.
//
//   for (const TranslatedPart& part : find_translated_parts(monotone)) ...  // its beads are links of the account
//
// A monotone alignment of two accounts is sure of nothing but of what is translated in it. A part is a stretch of its
// beads that scores highest: a sure pair counts for it, any other segment against it; it ends where the score has
// fallen by more than four (after the X-drop of Altschul et al. 1997). Ten sure pairs more than other segments make a
// part: none was found in two accounts that were never translations of each other, nor in mixtures of single sentences.

#include <cstddef>
#include <string>
#include <vector>

#include "aligner/align/alignment.h"

namespace aligner::align {

/// A run of beads of a monotone alignment, [begin, end); the first and the last are sure pairs.
struct TranslatedPart {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const TranslatedPart&, const TranslatedPart&) = default;
};

/// The parts, in order, apart from each other. Moved beads end a part.
std::vector<TranslatedPart> find_translated_parts(const Alignment& monotone);

/// The beads of two sides in them, in order.
std::vector<Bead> beads_of_translated_parts(const Alignment& monotone);

/// Whether links of comparable texts leave room for a translated part: five of them are followed closely by another. A
/// monotone alignment costs several times what links do; where this is false it would find none.
bool may_hold_translated_part(const Alignment& links);

/// "; translated in order: source 12-40 = target 33-60" for each part: for a mode's reason. Empty where there is none.
std::string describe_translated_parts(const Alignment& monotone);

}  // namespace aligner::align
