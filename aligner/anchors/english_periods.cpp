#include "aligner/anchors/english_periods.h"

namespace aligner::anchors {
namespace {

using namespace sense;

struct CenturyNumber {
  int number = 0;
  std::size_t end = 0;
};

CenturyNumber read_century_number(const Phrase& phrase, std::size_t at) {
  const int digits = digits_value(phrase, at, 2);
  if (digits > 0) {
    const std::size_t end = behind_ordinal_ending(phrase, at + 1);
    return end > at + 1 ? CenturyNumber{digits, end} : CenturyNumber{};
  }
  if (phrase[at].has(ordinal)) return {phrase[at].value, at + 1};
  const bool twenty_first = phrase[at].has(tens) && phrase[at + 1].is_dash() && phrase[at + 2].has(ordinal);
  return twenty_first ? CenturyNumber{phrase[at].value + phrase[at + 2].value, at + 3} : CenturyNumber{};
}

}  // namespace

std::size_t behind_ordinal_ending(const Phrase& phrase, std::size_t at) {
  if (!phrase.is_tight(at)) return at;
  const std::string_view ending = phrase.text(at);
  return ending == "st" || ending == "nd" || ending == "rd" || ending == "th" ? at + 1 : at;
}

// "1850s", "1850's"; hundreds are centuries in English ("the 1800s"), those of living memory decades.
std::optional<DateReading> read_english_decade(const Phrase& phrase, std::size_t at) {
  const int year = digits_value(phrase, at);
  if (year < 1000 || year % 10 != 0 || phrase.text(at).size() != 4) return std::nullopt;
  const bool apostrophe = phrase[at + 1].kind == TokenKind::mark && !phrase[at + 1].is_dash() &&
                          phrase.is_tight(at + 1) &&
                          (phrase[at + 1].is_mark(U'\'') || phrase[at + 1].is_mark(U'\u2019'));
  const std::size_t ending = apostrophe ? at + 2 : at + 1;
  if (!phrase.is(ending, "s") || !phrase.is_tight(ending)) return std::nullopt;
  const bool is_century = year % 100 == 0 && year < 1900;
  const std::optional<Date> date = is_century ? make_century(year / 100 + 1) : make_decades(year, year);
  return date ? std::optional(DateReading{.end = ending + 1, .date = *date}) : std::nullopt;
}

std::optional<DateReading> read_english_century(const Phrase& phrase, std::size_t at) {
  const CenturyNumber first = read_century_number(phrase, at);
  if (first.number == 0) return std::nullopt;
  CenturyNumber last = first;
  const std::size_t second = behind_dash(phrase, first.end);
  if (phrase[first.end].has(date_link) || second != 0) {
    std::size_t next = first.end + 1;
    if (phrase.is(next, "the")) ++next;
    const CenturyNumber reading = read_century_number(phrase, next);
    if (reading.number > first.number) last = reading;
  }
  const std::size_t word = phrase[last.end].is_dash() ? last.end + 1 : last.end;
  if (!phrase[word].has(century_word)) return std::nullopt;
  const std::optional<Date> centuries = make_centuries(first.number, last.number);
  return centuries ? std::optional(DateReading{.end = word + 1, .date = *centuries}) : std::nullopt;
}

// "last quarter", "first third", "closing decade", "latter half", without what follows.
std::optional<Part> find_english_fraction(const Phrase& phrase, std::size_t at) {
  const bool last =
      phrase.is(at, "last") || phrase.is(at, "latter") || phrase.is(at, "final") || phrase.is(at, "closing");
  const bool first = phrase.is(at, "former") || phrase.is(at, "opening");
  const int step = first ? 1 : phrase[at].has(ordinal) ? phrase[at].value : 0;
  if (phrase[at + 1].has(half)) {
    if (step == 1) return Part::first_half;
    return step == 2 || last ? std::optional(Part::second_half) : std::nullopt;
  }
  if (phrase.is(at + 1, "decade")) {
    if (step == 1) return Part::first_decade;
    return last ? std::optional(Part::last_decade) : std::nullopt;
  }
  const bool quarter = phrase.is(at + 1, "quarter");
  if (!quarter && !phrase.is(at + 1, "third")) return std::nullopt;
  const int parts = quarter ? 4 : 3;
  if (!last && (step < 1 || step > parts)) return std::nullopt;
  const int base = static_cast<int>(quarter ? Part::first_quarter : Part::first_third);
  return static_cast<Part>(base + (last ? parts : step) - 1);
}

}  // namespace aligner::anchors
