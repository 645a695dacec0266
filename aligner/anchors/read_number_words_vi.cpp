// Vietnamese numbers below a thousand: hai trăm linh năm, hai mươi mốt, hai mốt, ba chục; and ordinals. Homographs are
// kept out by context: năm alone is "year", không "not", tư "private", ba and tám parts of names.

#include <algorithm>
#include <array>
#include <string_view>

#include "aligner/anchors/number_words.h"

namespace aligner::anchors {
namespace {

using namespace sense;

constexpr std::size_t most_digits_of_ordinal = 3;

bool is_year_next(const Phrase& phrase, std::size_t at) { return phrase[at + 1].is_digits(); }

// mốt, tư, lăm and nhăm stand behind tens only.
bool stands_behind_tens_only(const Phrase& phrase, std::size_t at) {
  return phrase.is(at, "mốt") || phrase.is(at, "tư") || phrase.is(at, "lăm") || phrase.is(at, "nhăm");
}

// năm is a digit where mươi or trăm follows it or tens precede it, else a year.
bool is_digit(const Phrase& phrase, std::size_t at) {
  if (!phrase[at].has(unit_digit) || stands_behind_tens_only(phrase, at)) return false;
  if (!phrase[at].has(year_word)) return true;
  return phrase[at + 1].has(tens | hundred_word | magnitude) && !is_year_next(phrase, at);
}

// Words before which năm can only be five: classifiers, and what has been counted once more in years ("năm năm").
bool counts_with_five(const Phrase& phrase, std::size_t at) {
  static constexpr std::array<std::string_view, 10> classifiers = {"chiếc", "vị",  "khẩu", "bức",  "tòa",
                                                                   "ngôi",  "hòn", "tên",  "cảng", "điều"};
  const bool classifier = std::find(classifiers.begin(), classifiers.end(), phrase.text(at)) != classifiers.end();
  return classifier && !phrase[at].capital;
}

bool is_unit_behind_tens(const Phrase& phrase, std::size_t at) {
  return phrase[at].has(unit_digit) && !phrase[at].has(year_word) && !phrase[at].capital;
}

WordGroup read_below_hundred(const Phrase& phrase, std::size_t at) {
  const Token& first = phrase[at];
  if (first.has(teen)) {
    // After mười, năm is always "year": fifteen is mười lăm.
    if (is_unit_behind_tens(phrase, at + 1)) return {.value = 10 + phrase[at + 1].value, .end = at + 2};
    return {.value = 10, .end = at + 1, .one_word = true};
  }
  if (!is_digit(phrase, at)) {
    const bool five = first.has(year_word) && !is_year_next(phrase, at);
    if (!five) return {};
    return {.value = 5, .end = at + 1, .one_word = true, .doubtful = !counts_with_five(phrase, at + 1)};
  }
  if (phrase[at + 1].has(tens)) {
    const int value = 10 * first.value;
    if (is_unit_behind_tens(phrase, at + 2)) return {.value = value + phrase[at + 2].value, .end = at + 3};
    return {.value = value, .end = at + 2, .exponent = 1};
  }
  const bool short_tens = first.value > 1 && stands_behind_tens_only(phrase, at + 1) && !phrase.is(at + 1, "tư");
  if (short_tens) return {.value = 10 * first.value + phrase[at + 1].value, .end = at + 2};  // "hai mốt"
  return {.value = first.value, .end = at + 1, .one_word = true, .doubtful = first.value == 1};
}

NumberReading ordinal_reading(std::int64_t value, std::size_t end) {
  return {.end = end, .number = {.value = {.units = value}, .role = NumberRole::ordinal}};
}

// Sino-Vietnamese numerals, which count rulers, republics and ranks: "đệ nhị".
int sino_vietnamese_numeral(std::string_view word) {
  static constexpr std::array<std::string_view, 11> words = {"",    "nhất", "nhị", "tam", "tứ",  "ngũ",
                                                             "lục", "thất", "bát", "cửu", "thập"};
  const auto found = std::find(words.begin() + 1, words.end(), word);
  return found == words.end() ? 0 : static_cast<int>(found - words.begin());
}

// "thứ ba, ngày 16": Tuesday; "lần thứ ba, ngày 16": for the third time.
bool is_weekday(const Phrase& phrase, std::size_t at, std::size_t end) {
  if (at > 0 && phrase.is(at - 1, "lần")) return false;
  const std::size_t next = phrase[end].is_mark(U',') ? end + 1 : end;
  return phrase[next].has(day_word);
}

NumberReading weekday_or_ordinal(const Phrase& phrase, std::size_t at, std::int64_t value, std::size_t end) {
  NumberReading reading = ordinal_reading(value, end);
  reading.skip = is_weekday(phrase, at, end);
  return reading;
}

}  // namespace

WordGroup read_vietnamese_group(const Phrase& phrase, std::size_t at) {
  const bool no_hundreds = phrase.is(at, "không");  // "một nghìn không trăm linh hai"
  const bool hundreds_follow = phrase[at + 1].has(hundred_word);
  if (!hundreds_follow || (!no_hundreds && !is_digit(phrase, at))) return read_below_hundred(phrase, at);
  const int value = no_hundreds ? 0 : 100 * phrase[at].value;
  const bool linking = phrase.is(at + 2, "linh") || phrase.is(at + 2, "lẻ");
  if (linking && phrase[at + 3].has(unit_digit)) return {.value = value + phrase[at + 3].value, .end = at + 4};
  const WordGroup rest = read_below_hundred(phrase, at + 2);
  const bool follows = rest.end != 0 && rest.value >= 10;  // "một trăm hai" is colloquial for 120: leave it
  if (follows) return {.value = value + rest.value, .end = rest.end};
  return no_hundreds ? WordGroup{} : WordGroup{.value = value, .end = at + 2, .exponent = 2};
}

std::optional<NumberReading> read_vietnamese_ordinal(const Phrase& phrase, std::size_t at) {
  if (phrase.is(at, "đầu") && phrase.is(at + 1, "tiên")) return ordinal_reading(1, at + 2);
  if (phrase.is(at, "đệ")) {
    const int value = sino_vietnamese_numeral(phrase.text(at + 1));
    return value == 0 ? std::nullopt : std::optional(ordinal_reading(value, at + 2));
  }
  if (!phrase.is(at, "thứ")) return std::nullopt;
  if (phrase.is(at + 1, "nhất")) return ordinal_reading(1, at + 2);
  if (phrase.is(at + 1, "nhì")) return ordinal_reading(2, at + 2);
  if (phrase[at + 1].is_digits() && phrase[at + 1].folded_size <= most_digits_of_ordinal) {
    int value = 0;
    for (const char digit : phrase.text(at + 1)) value = 10 * value + (digit - '0');
    return ordinal_reading(value, at + 2);
  }
  if (phrase.is(at + 1, "tư")) return weekday_or_ordinal(phrase, at, 4, at + 2);
  if (phrase[at + 1].has(year_word) && is_year_next(phrase, at + 1)) return std::nullopt;
  const std::optional<NumberReading> cardinal = read_word_groups(phrase, at + 1, Language::vi);
  if (!cardinal || cardinal->number.value.units == 1) return std::nullopt;
  return weekday_or_ordinal(phrase, at, cardinal->number.value.units, cardinal->end);
}

}  // namespace aligner::anchors
