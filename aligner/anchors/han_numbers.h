#pragma once
// Numbers in Han characters, for dates and for numbers. Private.
//
//   read_han_number(phrase, 0);  // "一千八百五十八" -> {1858, 7}; "一八五八" -> {1858, 4}; "六十万" -> {600000, 3}
//
// Either digit by digit (years, telephone numbers) or by powers of ten; 〇 and 零 are nought, 兩 and 两 two, 廿 twenty,
// 卅 thirty. Simplified and traditional forms count alike.

#include <cstddef>
#include <cstdint>
#include <optional>

#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

struct HanNumber {
  std::int64_t value = 0;
  std::size_t end = 0;     // index of the token behind it
  bool by_digits = false;  // "一八五八": a row of two digits or more, no power of ten in it
};

/// The value 0-9 of a Han digit, or -1.
int han_digit(std::string_view character);

/// The longest number that begins at `at`, below 10^16; ASCII digits are not read. Empty where none begins.
std::optional<HanNumber> read_han_number(const Phrase& phrase, std::size_t at);

}  // namespace aligner::anchors
