#pragma once
// Years as English dates write them. Private.
//
//   read_english_year(phrase, 2);         // "May 28, in the year of our Lord 1858": 1858
//   read_english_worded_year(phrase, 0);  // "eighteen fifty-eight"

#include <cstddef>

#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

struct EnglishYear {
  int year = 0;  // 0 where none stands
  std::size_t end = 0;
};

/// Index behind "A.D." or "AD", else `at`.
std::size_t behind_anno_domini(const Phrase& phrase, std::size_t at);

/// "eighteen fifty-eight", "one thousand eight hundred and fifty-eight": for where the words around speak of a year;
/// none where something follows that could be counted.
EnglishYear read_english_worded_year(const Phrase& phrase, std::size_t at);

/// Behind a day or month: "1858", ", 1858", "of 1858", ", in the year of our Lord 1858", ", eighteen fifty-eight".
EnglishYear read_english_year(const Phrase& phrase, std::size_t at);

/// True behind "year", "year of", "year of our Lord".
bool is_named_year(const Phrase& phrase, std::size_t at);

}  // namespace aligner::anchors
