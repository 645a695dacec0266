#pragma once
// Texts to store: a small pair to read, and random ones of any shape.

#include <cstddef>
#include <string>
#include <vector>

#include "aligner/align/aligned_texts.h"

#include "tests/support/dice.h"

namespace store_tests {

using tungse_tests::Dice;

inline constexpr const char* monday = "2026-03-02T09:30:00Z";
inline constexpr const char* tuesday = "2026-03-03T09:30:00Z";

/// One sentence a segment, parted by spaces: side("en.txt", "en", {"One.", "Two."}).
aligner::align::AlignedSide side(const std::string& name, const std::string& language,
                                 const std::vector<std::string>& sentences);

/// Three Vietnamese and three English sentences, paired 0-0 1-1 2-2 in parallel mode, with evidence.
aligner::align::AlignedTexts treaty();

/// The treaty with its first two Vietnamese sentences as one segment.
aligner::align::AlignedTexts treaty_cut_otherwise();

/// The same pair as links of comparable texts: 2-2, then 0-0.
aligner::align::AlignedTexts treaty_links();

/// `count` one-to-one beads, each with `evidence_count` pieces of evidence.
aligner::align::AlignedTexts many_beads(std::size_t count, std::size_t evidence_count);

/// Words in many scripts, sometimes with quotes, zero bytes and line breaks.
std::string random_words(Dice& dice, std::size_t most);

/// A valid value of any shape: both modes, empty sides, empty segments, no beads at all.
aligner::align::AlignedTexts random_texts(Dice& dice);

}  // namespace store_tests
