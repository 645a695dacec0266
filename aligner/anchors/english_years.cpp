#include "aligner/anchors/english_years.h"

#include <cstdint>
#include <optional>

#include "aligner/anchors/date_reading.h"
#include "aligner/anchors/number_reading.h"

namespace aligner::anchors {
namespace {

using namespace sense;

// Index behind "year", "year of our Lord", "A.D.", with "in the" before it; else `at`.
std::size_t behind_year_words(const Phrase& phrase, std::size_t at) {
  std::size_t next = phrase.is(at, "in") ? at + 1 : at;
  if (phrase.is(next, "the")) ++next;
  if (!phrase.is(next, "year")) return behind_anno_domini(phrase, at);
  const bool of_lord = phrase.is(next + 1, "of") && phrase.is(next + 2, "our") && phrase.is(next + 3, "lord");
  return of_lord ? next + 4 : next + 1;
}

// A number in words and the index behind it; end 0 where none stands.
struct WordedNumber {
  std::int64_t value = 0;
  std::size_t end = 0;
};

// "fifty-eight", "fifty eight", "twelve", "oh five": the second half of a year.
WordedNumber read_below_hundred(const Phrase& phrase, std::size_t at) {
  const bool nought = phrase.is(at, "oh") || phrase.is(at, "o");
  if (nought && phrase[at + 1].has(unit_digit)) return {phrase[at + 1].value, at + 2};
  if (!phrase[at].has(teen | tens)) return {};
  const std::size_t unit = phrase[at + 1].is_dash() ? at + 2 : at + 1;
  const bool compound = phrase[at].has(tens) && phrase[unit].has(unit_digit);
  return compound ? WordedNumber{phrase[at].value + phrase[unit].value, unit + 1}
                  : WordedNumber{phrase[at].value, at + 1};
}

// "fifty-eight", "and six" behind hundreds.
WordedNumber read_rest_of_hundred(const Phrase& phrase, std::size_t at) {
  const bool linked = phrase.is(at, "and");
  const std::size_t next = linked ? at + 1 : at;
  if (const WordedNumber rest = read_below_hundred(phrase, next); rest.end != 0) return rest;
  return linked && phrase[next].has(unit_digit) ? WordedNumber{phrase[next].value, next + 1} : WordedNumber{0, at};
}

// A year in words, whatever stands around it.
WordedNumber read_number_of_year(const Phrase& phrase, std::size_t at) {
  const WordedNumber half = phrase[at].has(teen | tens) ? read_below_hundred(phrase, at + 1) : WordedNumber{};
  if (half.end != 0) return {100 * phrase[at].value + half.value, half.end};
  const std::optional<NumberReading> words = read_number_words(phrase, at, Language::en);
  if (!words || words->skip || words->number.value.scale != 0 || words->number.role != NumberRole::cardinal) return {};
  if (!phrase[words->end - 1].has(hundred_word)) return {words->number.value.units, words->end};
  const WordedNumber rest = read_rest_of_hundred(phrase, words->end);
  return {words->number.value.units + rest.value, rest.end};
}

}  // namespace

std::size_t behind_anno_domini(const Phrase& phrase, std::size_t at) {
  if (phrase.is(at, "ad") && phrase[at].all_capitals) return at + 1;
  const bool dotted = phrase.is(at, "a") && phrase[at + 1].is_mark(U'.') && phrase.is(at + 2, "d");
  if (!dotted) return phrase.is(at, "anno") && phrase.is(at + 1, "domini") ? at + 2 : at;
  return phrase[at + 3].is_mark(U'.') ? at + 4 : at + 3;
}

EnglishYear read_english_worded_year(const Phrase& phrase, std::size_t at) {
  if (!phrase[at].has(teen | tens | unit_digit)) return {};
  const WordedNumber year = read_number_of_year(phrase, at);
  if (year.value < 1100 || year.value >= 2100) return {};
  const Token& next = phrase[year.end];
  const bool counts = (next.is_word() && !next.has(function_word | date_link | opening)) ||
                      (next.is_dash() && phrase.is_tight(year.end));
  return counts ? EnglishYear{} : EnglishYear{static_cast<int>(year.value), year.end};
}

EnglishYear read_english_year(const Phrase& phrase, std::size_t at) {
  const bool linked = phrase[at].is_mark(U',') || phrase.is(at, "of");
  if (linked) ++at;
  const std::size_t named = behind_year_words(phrase, at);
  if (const int year = named != at ? read_named_year(phrase, named) : read_year(phrase, at); year != 0) {
    return {year, named + 1};
  }
  const EnglishYear worded = linked || named != at ? read_english_worded_year(phrase, named) : EnglishYear{};
  return worded.year != 0 ? worded : EnglishYear{0, at + 1};
}

bool is_named_year(const Phrase& phrase, std::size_t at) {
  if (at == 0) return false;
  if (phrase.is(at - 1, "year")) return true;
  return at >= 2 && ((phrase.is(at - 1, "of") && phrase.is(at - 2, "year")) ||
                     (phrase.is(at - 1, "lord") && phrase.is(at - 2, "our")));
}

}  // namespace aligner::anchors
