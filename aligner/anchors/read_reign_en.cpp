// English reign dates: "the eighth year of Xianfeng", "28th year of Kang Xi, 7th month, 24th day", "Xianfeng 8/4/16",
// "16th day of the intercalary 4th month of the 8th year of the Xianfeng Emperor", "Xianfeng Year 8, Month 4, Day 16".

#include "aligner/anchors/read_reign.h"

namespace aligner::anchors {
namespace {

using namespace sense;
using Unit = CountedPart::Unit;

bool is_leap_word(const Phrase& phrase, std::size_t at) {
  return phrase.is(at, "intercalary") || phrase.is(at, "leap");
}

Unit unit_of(const Phrase& phrase, std::size_t at) {
  if (phrase.is(at, "day")) return Unit::day;
  if (phrase.is(at, "month") || phrase.is(at, "moon")) return Unit::month;
  return phrase.is(at, "year") ? Unit::year : Unit::none;
}

struct Ordinal {
  int value = 0;
  std::size_t end = 0;
};

// "28th", "eighth", "twenty-eighth".
Ordinal read_ordinal(const Phrase& phrase, std::size_t at) {
  const int digits = digits_value(phrase, at, 2);
  if (digits > 0) {
    const std::string_view ending = phrase.is_tight(at + 1) ? phrase.text(at + 1) : std::string_view();
    const bool is_ending = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    return is_ending ? Ordinal{digits, at + 2} : Ordinal{};
  }
  if (phrase[at].has(ordinal)) return {phrase[at].value, at + 1};
  const bool compound = phrase[at].has(tens) && phrase[at + 1].is_dash() && phrase[at + 2].has(ordinal);
  return compound ? Ordinal{phrase[at].value + phrase[at + 2].value, at + 3} : Ordinal{};
}

// "8th year", "leap 4th month", "4th intercalary month", "Year 8".
CountedPart read_part(const Phrase& phrase, std::size_t at) {
  const Unit unit_before = unit_of(phrase, at);
  if (unit_before != Unit::none) {
    const int number = digits_value(phrase, at + 1, 2);
    return number > 0 ? CountedPart{unit_before, number, false, at + 2} : CountedPart{};
  }
  CountedPart part;
  part.leap = is_leap_word(phrase, at);
  const Ordinal number = read_ordinal(phrase, part.leap ? at + 1 : at);
  if (number.end == 0) return {};
  std::size_t next = number.end;
  if (is_leap_word(phrase, next)) {
    part.leap = true;
    ++next;
  }
  if (phrase.is(next, "lunar")) ++next;
  part.unit = unit_of(phrase, next);
  part.number = number.value;
  part.end = next + 1;
  return part;
}

std::size_t behind_links(const Phrase& phrase, std::size_t at) {
  if (phrase[at].is_mark(U',')) ++at;
  if (phrase.is(at, "of") || phrase.is(at, "in")) ++at;
  return phrase.is(at, "the") ? at + 1 : at;
}

// As many parts as follow one another; returns the index behind them.
std::size_t read_parts(const Phrase& phrase, std::size_t at, ReignDate& date) {
  std::size_t end = at;
  for (std::size_t next = at;;) {
    const CountedPart part = read_part(phrase, next);
    if (part.unit == Unit::none || !add_part(date, part)) return end;
    end = part.end;
    next = behind_links(phrase, end);
  }
}

bool is_reign_word(const Phrase& phrase, std::size_t at) {
  return phrase.is(at, "reign") || phrase.is(at, "emperor") || phrase.is(at, "era") || phrase.is(at, "period");
}

std::size_t behind_reign_words(const Phrase& phrase, std::size_t at) {
  const bool genitive = (phrase[at].is_mark(U'\'') || phrase[at].is_mark(U'\u2019')) && phrase.is(at + 1, "s");
  if (genitive) at += 2;
  while (is_reign_word(phrase, at)) ++at;
  return at;
}

// "of the reign of the Emperor Kangxi"; the era's end is behind all its words.
std::optional<EraReading> read_named_era(const Phrase& phrase, std::size_t at) {
  constexpr std::size_t most_words = 8;
  const std::size_t begin = at;
  while (at < begin + most_words &&
         (phrase[at].is_mark(U',') || phrase.is(at, "of") || phrase.is(at, "the") || is_reign_word(phrase, at))) {
    ++at;
  }
  std::optional<EraReading> named = read_era(phrase, at, Language::en);
  if (named) named->end = behind_reign_words(phrase, named->end);
  return named;
}

std::optional<DateReading> read_era_first(const Phrase& phrase, std::size_t at) {
  std::optional<EraReading> named = read_era(phrase, at, Language::en);
  if (!named) return std::nullopt;
  const int year = digits_value(phrase, named->end, 2);
  if (year > 0 && phrase[named->end + 1].is_mark(U',')) {  // Guangxu 24, 8th month
    ReignDate date{.year = year};
    const std::size_t end = read_parts(phrase, named->end + 2, date);
    if (end > named->end + 2 && is_whole(date)) return make_reign_reading(*named->era, date, end);
  }
  if (std::optional<DateReading> numbered = read_numbered_reign(phrase, *named)) return numbered;
  named->end = behind_reign_words(phrase, named->end);
  ReignDate date;
  const std::size_t begin = phrase[named->end].is_mark(U',') ? named->end + 1 : named->end;
  const std::size_t end = read_parts(phrase, begin, date);
  return is_whole(date) ? std::optional(make_reign_reading(*named->era, date, end)) : std::nullopt;
}

}  // namespace

std::optional<DateReading> read_english_reign(const Phrase& phrase, std::size_t at) {
  if (phrase[at].has(era) && !is_leap_word(phrase, at)) return read_era_first(phrase, at);
  ReignDate date;
  const std::size_t behind_parts = read_parts(phrase, at, date);
  if (date.year == 0) return std::nullopt;
  const std::optional<EraReading> named = read_named_era(phrase, behind_parts);
  if (!named) return std::nullopt;
  std::size_t end = named->end;
  if (date.month.number == 0) {
    const std::size_t month_at = behind_links(phrase, end);
    ReignDate whole = date;
    const std::size_t behind_month = read_parts(phrase, month_at, whole);
    const bool of_next_year = read_part(phrase, behind_links(phrase, behind_month)).unit == Unit::year;
    if (behind_month > month_at && is_whole(whole) && !of_next_year) {
      date = whole;
      end = behind_month;
    }
  }
  return is_whole(date) ? std::optional(make_reign_reading(*named->era, date, end)) : std::nullopt;
}

}  // namespace aligner::anchors
