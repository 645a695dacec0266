// The pieces of dates that all languages share: years, numeric dates, Roman numerals, second days.

#include <algorithm>
#include <array>
#include <string>

#include "aligner/anchors/date_reading.h"
#include "aligner/anchors/units.h"

namespace aligner::anchors {
namespace {

bool is_decimal_sign(const Token& token) { return token.is_mark(U'.') || token.is_mark(U','); }

bool is_number_sign(const Token& token) {
  return token.is_mark(U'$') || token.is_mark(U'#') || token.is_mark(U'\u2116') || token.is_mark(U'\u20AC') ||
         token.is_mark(U'\u00A3') || token.is_mark(U'\u20BD') || token.is_mark(U'\u00A5') || token.is_mark(U'\u00A7');
}

bool is_quantity_sign(const Token& token) {
  return token.is_mark(U'%') || token.is_mark(U'\u00B0') || token.is_mark(U'\u2030') || token.is_mark(U'\u20AC');
}

std::size_t digit_count(const Phrase& phrase, std::size_t at) {
  return phrase[at].is_digits() ? phrase.text(at).size() : 0;
}

// A word glued to the digits ("1500km", "1850th") makes them no plain year.
bool has_glued_word(const Phrase& phrase, std::size_t at) {
  const bool before =
      at > 0 && phrase.is_tight(at) && phrase[at - 1].is_word() && phrase[at - 1].script != TokenScript::han;
  const bool behind = phrase.is_tight(at + 1) && phrase[at + 1].is_word() && phrase[at + 1].script != TokenScript::han;
  return before || behind;
}

bool is_round(int year) { return year % 100 == 0; }

// "2000 soldiers" is a number, "in 2000", "(2000)" and "2000." are years.
bool stands_like_a_year(const Phrase& phrase, std::size_t at) {
  const Token& next = phrase[at + 1];
  if (at > 0 && phrase[at - 1].has(sense::time_preposition | sense::range_start | sense::opening | sense::part)) {
    return true;
  }
  return !next.is_word() || next.has(sense::year_word | sense::date_link | sense::function_word);
}

// What is counted in thousands: "1858 người", "1858 men".
bool is_counted_noun(std::string_view word) {
  static constexpr std::array<std::string_view, 13> nouns = {"người",  "lính",     "quân",   "tên",     "men",
                                                             "people", "soldiers", "troops", "persons", "человек",
                                                             "людей",  "солдат",   "душ"};
  return std::find(nouns.begin(), nouns.end(), word) != nouns.end();
}

bool has_quantity_behind(const Phrase& phrase, std::size_t at) {
  const Token& next = phrase[at + 1];
  if (is_counted_noun(phrase.text(at + 1)) || is_quantity_sign(next) ||
      next.has(sense::magnitude | sense::hundred_word))
    return true;
  if (next.has(sense::year_word)) return false;
  for (const Language language : {Language::vi, Language::en, Language::ru}) {
    if (read_unit(phrase, at + 1, language)) return true;
  }
  return false;
}

// The month of a Roman numeral in letters of either case and either alphabet, or 0.
int roman_month(std::string_view word) {
  static constexpr std::array<std::string_view, 12> months = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                                              "vii", "viii", "ix",  "x",  "xi", "xii"};
  static constexpr std::string_view cyrillic_kha = "\u0445";
  std::string latin(word);
  if (latin.starts_with(cyrillic_kha)) latin.replace(0, cyrillic_kha.size(), "x");
  const auto found = std::find(months.begin(), months.end(), latin);
  return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

// "28.V.1858", "16-vi-1858".
std::optional<DateReading> read_roman_month_date(const Phrase& phrase, std::size_t at) {
  if (!phrase[at + 2].is_word() || phrase[at + 2].folded_size > 4 || !phrase[at + 4].is_digits()) return std::nullopt;
  const Token& separator = phrase[at + 1];
  const bool separates = separator.is_mark(U'.') || separator.is_mark(U'/') || separator.is_dash();
  if (!separates || !phrase[at + 3].is_mark(separator.mark)) return std::nullopt;
  for (std::size_t i = at + 1; i <= at + 4; ++i) {
    if (!phrase.is_tight(i)) return std::nullopt;
  }
  const int month = roman_month(phrase.text(at + 2));
  const int year = digit_count(phrase, at + 4) == 4 ? digits_value(phrase, at + 4) : 0;
  return month == 0 || year <= 0 ? std::nullopt : make_day_reading(year, month, digits_value(phrase, at, 2), at + 5);
}

// "about 1850": a year only where nothing follows that could be counted.
bool is_estimate(const Phrase& phrase, std::size_t at) {
  if (at == 0) return false;
  return phrase[at - 1].has(sense::circa) ||
         (at >= 2 && phrase[at - 1].is_mark(U'.') && phrase[at - 2].has(sense::circa));
}

bool counts_what_follows(const Phrase& phrase, std::size_t at) {
  const Token& next = phrase[at];
  const bool goes_on = next.has(sense::year_word | sense::date_link | sense::function_word | sense::opening);
  return next.is_word() && !next.capital && !goes_on;
}

}  // namespace

int digits_value(const Phrase& phrase, std::size_t at, std::size_t most_digits) {
  if (!phrase[at].is_digits() || phrase[at].folded_size > most_digits) return -1;
  int value = 0;
  for (const char digit : phrase.text(at)) value = 10 * value + (digit - '0');
  return value;
}

bool is_inside_number(const Phrase& phrase, std::size_t at) {
  const bool sign_before = at >= 2 && phrase.is_tight(at) && is_decimal_sign(phrase[at - 1]) &&
                           phrase.is_tight(at - 1) && phrase[at - 2].is_digits();
  if (sign_before && digit_count(phrase, at - 2) != 4) return true;
  const bool sign_behind = phrase.is_tight(at + 1) && is_decimal_sign(phrase[at + 1]) && phrase.is_tight(at + 2) &&
                           phrase[at + 2].is_digits();
  return sign_behind && digit_count(phrase, at + 2) != 4;
}

int read_day_number(const Phrase& phrase, std::size_t at) {
  const int day = digits_value(phrase, at, 2);
  return day >= 1 && day <= 31 ? day : 0;
}

int read_named_year(const Phrase& phrase, std::size_t at) {
  const int year = digits_value(phrase, at);
  return year >= 100 && year <= 2100 && !is_inside_number(phrase, at) ? year : 0;
}

int read_year(const Phrase& phrase, std::size_t at) {
  const int year = digits_value(phrase, at);
  return year >= 1000 && year <= 2100 && !is_inside_number(phrase, at) && !has_glued_word(phrase, at) ? year : 0;
}

std::size_t behind_dash(const Phrase& phrase, std::size_t at) {
  if (!phrase[at].is_dash()) return 0;
  // A hyphen binds on both sides or on none; "1850 -1864" is a slip, not a range.
  const bool tight = phrase.is_tight(at);
  return tight == phrase.is_tight(at + 1) ? at + 1 : 0;
}

std::optional<DateReading> read_years(const Phrase& phrase, std::size_t at, int first_year) {
  const std::size_t second = behind_dash(phrase, at + 1);
  if (second != 0) {
    int last = digits_value(phrase, second);
    const bool short_form = digit_count(phrase, second) == 2 && phrase.is_tight(second) && first_year >= 1000;
    if (short_form) last += first_year / 100 * 100;
    const bool plausible = digit_count(phrase, second) == 4 || short_form;
    if (plausible && last > first_year && last <= 2100 && !is_inside_number(phrase, second) &&
        !has_glued_word(phrase, second)) {
      return DateReading{.end = second + 1, .date = make_years(first_year, last)};
    }
  }
  return DateReading{.end = at + 1, .date = make_year(first_year)};
}

std::optional<DateReading> read_bare_years(const Phrase& phrase, std::size_t at) {
  const int year = read_year(phrase, at);
  if (year < 1500 || digit_count(phrase, at) != 4) return std::nullopt;
  const std::size_t before = at >= 2 && phrase[at - 1].is_mark(U'.') ? at - 2 : at - 1;  // "No. 1858"
  if (at > 0 && (phrase[before].has(sense::label) || is_number_sign(phrase[at - 1]))) return std::nullopt;
  const std::optional<DateReading> years = read_years(phrase, at, year);
  const bool is_range = years->end > at + 1;
  if (has_quantity_behind(phrase, years->end - 1)) return std::nullopt;
  if (is_estimate(phrase, at) && counts_what_follows(phrase, years->end)) return std::nullopt;
  if (!is_range && is_round(year) && !stands_like_a_year(phrase, at)) return std::nullopt;
  return years;
}

std::optional<DateReading> read_numeric_date(const Phrase& phrase, std::size_t at, NumericOrder order) {
  if (auto roman = read_roman_month_date(phrase, at)) return roman;
  const Token& separator = phrase[at + 1];
  if (!phrase[at].is_digits() || !(separator.is_mark(U'/') || separator.is_mark(U'.') || separator.is_dash())) {
    return std::nullopt;
  }
  for (std::size_t i = at + 1; i <= at + 4; ++i) {
    if (!phrase.is_tight(i)) return std::nullopt;
  }
  if (!phrase[at + 3].is_mark(separator.mark)) return std::nullopt;
  const std::array<int, 3> values = {digits_value(phrase, at), digits_value(phrase, at + 2),
                                     digits_value(phrase, at + 4)};
  const bool goes_on = phrase.is_tight(at + 5) && phrase[at + 5].is_mark(separator.mark) && phrase.is_tight(at + 6) &&
                       phrase[at + 6].is_digits();
  const bool begins_before =
      at >= 2 && phrase.is_tight(at) && phrase[at - 1].is_mark(separator.mark) && phrase[at - 2].is_digits();
  if (goes_on || begins_before) return std::nullopt;
  if (digit_count(phrase, at) == 4 && digit_count(phrase, at + 2) <= 2 && digit_count(phrase, at + 4) <= 2) {
    return values[0] == 0 ? std::nullopt : make_day_reading(values[0], values[1], values[2], at + 5);
  }
  if (digit_count(phrase, at + 4) != 4 || digit_count(phrase, at) > 2 || digit_count(phrase, at + 2) > 2) {
    return std::nullopt;
  }
  const bool month_first = order == NumericOrder::month_first && separator.mark != U'.';
  const int day = month_first ? values[1] : values[0];
  const int month = month_first ? values[0] : values[1];
  if (values[2] == 0) return std::nullopt;
  // 5/28/1858 can only be read one way, whatever the custom.
  return month > 12 ? make_day_reading(values[2], day, month, at + 5) : make_day_reading(values[2], month, day, at + 5);
}

int read_roman(const Phrase& phrase, std::size_t at) {
  const Token& token = phrase[at];
  const std::string_view letters = phrase.text(at);
  const bool capital = token.capital && (token.all_capitals || letters.size() <= 2);
  if (!token.is_word() || !capital || letters.size() > 20) return 0;
  int value = 0;
  int previous = 100;
  int repeated = 0;
  for (std::size_t i = 0; i < letters.size();) {
    int letter = 0;
    std::size_t size = 1;
    if (letters[i] == 'i') letter = 1;
    if (letters[i] == 'v') letter = 5;
    if (letters[i] == 'x') letter = 10;
    if (letters.substr(i, 2) == "\u0445") letter = 10;  // Cyrillic kha
    if (letters.substr(i, 2) == "\u0456") letter = 1;   // Cyrillic dotted i
    if (letter == 0) return 0;
    if (static_cast<unsigned char>(letters[i]) >= 0x80) size = 2;
    repeated = letter == previous ? repeated + 1 : 1;
    if (repeated > (letter == 5 ? 1 : 3)) return 0;
    if (letter > previous) {
      if (previous == 5 || (previous == 1 && letter > 10)) return 0;
      value += letter - 2 * previous;
    } else {
      value += letter;
    }
    previous = letter;
    i += size;
  }
  return value < 40 ? value : 0;
}

std::size_t read_second_day(const Phrase& phrase, std::size_t at, int& day) {
  const bool bracket = phrase[at].is_mark(U'(') || phrase[at].is_mark(U'[');
  const bool slash = phrase[at].is_mark(U'/') && phrase.is_tight(at) && phrase.is_tight(at + 1);
  if (!bracket && !slash) return at;
  const int second = read_day_number(phrase, at + 1);
  const bool closed = slash || phrase[at + 2].is_mark(U')') || phrase[at + 2].is_mark(U']');
  if (second == 0 || !closed) return at;
  day = second;
  return slash ? at + 2 : at + 3;
}

}  // namespace aligner::anchors
