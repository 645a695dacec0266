// Russian reign dates: "8-й год правления Сяньфэн", "16-й день 4-й луны 8-го года Сяньфэн", "Сяньфэн 8/4/16".

#include "aligner/anchors/read_reign.h"

namespace aligner::anchors {
namespace {

using namespace sense;
using Unit = CountedPart::Unit;

bool is_leap_word(const Phrase& phrase, std::size_t at) {
  return phrase[at].has(era) && (phrase.text(at).starts_with("вставн") || phrase.text(at).starts_with("високосн"));
}

Unit unit_of(const Phrase& phrase, std::size_t at) {
  if (phrase[at].has(day_word)) return Unit::day;
  if (phrase[at].has(month_word)) return Unit::month;
  return phrase[at].has(year_word) ? Unit::year : Unit::none;
}

struct Ordinal {
  int value = 0;
  std::size_t end = 0;
};

// "8", "8-й", "восьмой", "двадцать восьмой".
Ordinal read_ordinal(const Phrase& phrase, std::size_t at) {
  const int digits = digits_value(phrase, at, 2);
  if (digits > 0) {
    const bool ending = phrase[at + 1].is_dash() && phrase.is_tight(at + 1) && phrase.is_tight(at + 2) &&
                        phrase[at + 2].script == TokenScript::cyrillic && phrase.text(at + 2).size() <= 6;
    return {digits, ending ? at + 3 : at + 1};
  }
  if (phrase[at].has(ordinal)) return {phrase[at].value, at + 1};
  const bool compound = phrase[at].has(tens) && phrase[at + 1].has(ordinal) && phrase[at + 1].value < 10;
  return compound ? Ordinal{phrase[at].value + phrase[at + 1].value, at + 2} : Ordinal{};
}

// "16-й день", "вставной 4-й луны", "8 г."
CountedPart read_part(const Phrase& phrase, std::size_t at) {
  CountedPart part;
  part.leap = is_leap_word(phrase, at);
  const Ordinal number = read_ordinal(phrase, part.leap ? at + 1 : at);
  if (number.end == 0) return {};
  std::size_t next = number.end;
  if (is_leap_word(phrase, next)) {
    part.leap = true;
    ++next;
  }
  part.unit = unit_of(phrase, next);
  part.number = number.value;
  part.end = next + 1;
  const bool dotted = phrase.is(next, "г") && phrase[part.end].is_mark(U'.') && phrase.is_tight(part.end);
  if (dotted) ++part.end;
  return part;
}

std::size_t read_parts(const Phrase& phrase, std::size_t at, ReignDate& date) {
  std::size_t end = at;
  for (std::size_t next = at;;) {
    const CountedPart part = read_part(phrase, next);
    if (part.unit == Unit::none || !add_part(date, part)) return end;
    end = part.end;
    next = phrase[end].is_mark(U',') ? end + 1 : end;
  }
}

bool is_reign_word(const Phrase& phrase, std::size_t at) {
  const std::string_view word = phrase.text(at);
  return word.starts_with("правлени") || word.starts_with("царствовани") || word.starts_with("эр") ||
         word.starts_with("девиз") || word.starts_with("император") || word == "под";
}

// "правления императора Канси", "эры «Сяньфэн»"; the era's end is behind the closing quotation mark.
std::optional<EraReading> read_named_era(const Phrase& phrase, std::size_t at) {
  constexpr std::size_t most_words = 4;
  const std::size_t begin = at;
  while (at < begin + most_words && is_reign_word(phrase, at)) ++at;
  const bool quoted = phrase[at].is_mark(U'\u00AB');
  std::optional<EraReading> named = read_era(phrase, quoted ? at + 1 : at, Language::ru);
  if (named && quoted && phrase[named->end].is_mark(U'\u00BB')) ++named->end;
  return named;
}

std::optional<DateReading> read_era_first(const Phrase& phrase, std::size_t at) {
  const std::optional<EraReading> named = read_era(phrase, at, Language::ru);
  if (!named) return std::nullopt;
  ReignDate date;
  const std::size_t begin = phrase[named->end].is_mark(U',') ? named->end + 1 : named->end;
  const std::size_t end = read_parts(phrase, begin, date);
  if (is_whole(date)) return make_reign_reading(*named->era, date, end);
  return read_numbered_reign(phrase, *named);
}

}  // namespace

std::optional<DateReading> read_russian_reign(const Phrase& phrase, std::size_t at) {
  if (phrase[at].has(era) && !is_leap_word(phrase, at)) return read_era_first(phrase, at);
  ReignDate date;
  const std::size_t behind_parts = read_parts(phrase, at, date);
  if (date.year == 0) return std::nullopt;
  const std::optional<EraReading> named = read_named_era(phrase, behind_parts);
  if (!named) return std::nullopt;
  std::size_t end = named->end;
  if (date.month.number == 0 && phrase[end].is_mark(U',')) {
    ReignDate whole = date;
    const std::size_t behind_month = read_parts(phrase, end + 1, whole);
    const bool of_next_year = read_part(phrase, behind_month).unit == Unit::year;
    if (behind_month > end + 1 && is_whole(whole) && !of_next_year) {
      date = whole;
      end = behind_month;
    }
  }
  return is_whole(date) ? std::optional(make_reign_reading(*named->era, date, end)) : std::nullopt;
}

}  // namespace aligner::anchors
