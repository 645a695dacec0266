#pragma once
// Decades, centuries and their parts as English writes them. Private.
//
//   read_english_decade(phrase, 0);    // "1850s"
//   read_english_century(phrase, 0);   // "19th century", "seventeenth and eighteenth centuries"
//   find_english_fraction(phrase, 0);  // "last quarter": Part::last_quarter

#include <cstddef>
#include <optional>

#include "aligner/anchors/date_reading.h"
#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

/// Index behind "st", "nd", "rd", "th" glued to the digits before it, else `at`.
std::size_t behind_ordinal_ending(const Phrase& phrase, std::size_t at);

std::optional<DateReading> read_english_decade(const Phrase& phrase, std::size_t at);
std::optional<DateReading> read_english_century(const Phrase& phrase, std::size_t at);

/// Two words that name a part: "last quarter", "first third", "closing decade", "latter half".
std::optional<Part> find_english_fraction(const Phrase& phrase, std::size_t at);

}  // namespace aligner::anchors
