#pragma once
// NumberReading: a number on the way from words or digits to a Number. Private.

#include <cstddef>
#include <optional>

#include "aligner/anchors/number.h"
#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

struct NumberReading {
  std::size_t end = 0;  // index of the token behind it
  Number number;
  bool skip =
      false;  // the tokens are no number, and none is to be looked for inside them: "1.2.3", "tens of thousands"
};

/// Digits with the separators of the language: "600.000", "1,5", "600 000"; the sequence 1.2.3 is to be skipped.
std::optional<NumberReading> read_digits(const Phrase& phrase, std::size_t at, Language language);

/// Number words: "sixty-four", "sáu mươi bốn", "шестьдесят четыре", "second", "thứ ba", "двадцать первого".
std::optional<NumberReading> read_number_words(const Phrase& phrase, std::size_t at, Language language);

}  // namespace aligner::anchors
