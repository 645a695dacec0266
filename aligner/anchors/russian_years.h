#pragma once
// Years and short words as Russian dates write them. Private.
//
//   read_russian_year(phrase, 2);   // "16 мая 1858-го г.": 1858, and the index behind "г."
//   read_russian_worded_year(phrase, 0);   // "тысяча восемьсот пятьдесят восьмого года"

#include <cstddef>
#include <string_view>

#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

struct RussianYear {
  int year = 0;  // 0 where none stands
  std::size_t end = 0;
};

/// "янв", "сент": a month cut short.
bool is_short_russian_month(std::string_view word);

/// Index behind a word and the dot of its short form: "г.", "гг.", "в.", "янв.".
std::size_t behind_russian_word(const Phrase& phrase, std::size_t at);

/// Index behind "года", "г.", "гг.", or `at`.
std::size_t behind_russian_year_word(const Phrase& phrase, std::size_t at);

/// Index behind an ending joined by a hyphen ("16-го", "1850-х", "19-й"), or `at`.
std::size_t behind_russian_ending(const Phrase& phrase, std::size_t at);

/// An ordinal number in words before "год" and its like.
RussianYear read_russian_worded_year(const Phrase& phrase, std::size_t at);

/// "1858", "1858 года", "1858-го года", or in words.
RussianYear read_russian_year(const Phrase& phrase, std::size_t at);

}  // namespace aligner::anchors
