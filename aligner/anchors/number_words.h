#pragma once
// The grammar of number words, language by language. Private.
//
// A language says how numbers below a thousand are put together; read_number_words multiplies them by thousands and
// more, which all five languages do alike: "two hundred | thousand, twelve", "hai trăm | nghìn mười hai".

#include <cstddef>
#include <cstdint>
#include <optional>

#include "aligner/anchors/number_reading.h"
#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

/// A number below a thousand (in English below ten thousand: "eighteen hundred").
struct WordGroup {
  int value = 0;
  std::size_t end = 0;  // index of the token behind it; 0: none
  bool ordinal = false;
  bool one_word = false;
  bool doubtful = false;  // see NumberReading
  int exponent = 0;       // powers of ten at its end: "two hundred" 2
};

WordGroup read_english_group(const Phrase& phrase, std::size_t at);
WordGroup read_vietnamese_group(const Phrase& phrase, std::size_t at);
WordGroup read_russian_group(const Phrase& phrase, std::size_t at);
WordGroup read_manchu_group(const Phrase& phrase, std::size_t at);

/// Numbers of groups and powers of ten, without ordinals of their own form and without judging doubts.
std::optional<NumberReading> read_word_groups(const Phrase& phrase, std::size_t at, Language language);

/// "thứ ba", "thứ 3", "thứ nhất", "đệ nhị", "đầu tiên".
std::optional<NumberReading> read_vietnamese_ordinal(const Phrase& phrase, std::size_t at);

/// 六十四, 第三, 五六千 (a range), 一 (doubtful).
std::optional<NumberReading> read_chinese_number(const Phrase& phrase, std::size_t at);

/// True when a hyphen at `at` joins the words on both sides of it.
bool is_hyphen(const Phrase& phrase, std::size_t at);

}  // namespace aligner::anchors
