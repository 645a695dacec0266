// Manchu dates: "gubci elgiyengge i jakūci suwayan morin aniya, duin biyai juwan ninggun". Only reign dates give a
// value; a month and day without its year belong to the reign year named before.

#include "aligner/anchors/cycle_years.h"
#include "aligner/anchors/date_grammar.h"
#include "aligner/anchors/eras.h"

namespace aligner::anchors {
namespace {

using namespace sense;

struct SmallNumber {
  int value = 0;
  std::size_t end = 0;
};

// "juwan ninggun", "tofohon", "orin duin", "ilan".
SmallNumber read_cardinal(const Phrase& phrase, std::size_t at) {
  const Token& first = phrase[at];
  if (first.has(unit_digit)) return {first.value, at + 1};
  if (!first.has(teen | tens)) return {};
  const bool compound = first.value % 10 == 0 && phrase[at + 1].has(unit_digit);
  return compound ? SmallNumber{first.value + phrase[at + 1].value, at + 2} : SmallNumber{first.value, at + 1};
}

// "jakūci", "orin jakūci", "sucungga".
SmallNumber read_ordinal(const Phrase& phrase, std::size_t at) {
  const Token& first = phrase[at];
  if (first.has(ordinal)) return {first.value, at + 1};
  const bool compound = first.has(teen | tens) && first.value % 10 == 0 && phrase[at + 1].has(ordinal);
  return compound ? SmallNumber{first.value + phrase[at + 1].value, at + 2} : SmallNumber{};
}

std::size_t behind_genitive(const Phrase& phrase, std::size_t at) {
  const std::size_t word = phrase[at].is_dash() ? at + 1 : at;
  return phrase.is(word, "i") || phrase.is(word, "ni") ? word + 1 : at;
}

struct MonthDayReading {
  LunarMonth month;
  int day = 0;
  std::size_t end = 0;
};

// Index behind the day: "ice", "ice juwe", "juwan ninggun", each with or without inenggi; `at` where none stands.
std::size_t read_day(const Phrase& phrase, std::size_t at, int& day) {
  const bool first_ten = phrase.is(at, "ice");
  const SmallNumber number = read_cardinal(phrase, first_ten ? at + 1 : at);
  if (!first_ten && number.value == 0) return at;
  day = number.value != 0 ? number.value : 1;
  const std::size_t end = number.value != 0 ? number.end : at + 1;
  return phrase.is(end, "inenggi") ? end + 1 : end;
}

// "duin biyai juwan ninggun", "anagan i duin biyai", "aniyai ice": the first month is that of the year.
MonthDayReading read_month_and_day(const Phrase& phrase, std::size_t at) {
  MonthDayReading reading;
  if (phrase.is(at, "aniyai") && phrase.is(at + 1, "ice")) {
    reading.month.number = 1;
    reading.end = read_day(phrase, at + 1, reading.day);
    return reading;
  }
  reading.month.leap = phrase.is(at, "anagan");
  if (reading.month.leap) at = behind_genitive(phrase, at + 1);
  SmallNumber month = read_cardinal(phrase, at);
  if (phrase.is(at, "aniya")) month = {1, at + 1};
  if (phrase[at].has(month_name)) month = {phrase[at].value, at + 1};
  if (month.value == 0 || !phrase[month.end].has(month_word)) return {};
  reading.month.number = month.value;
  reading.end = read_day(phrase, month.end + 1, reading.day);
  return reading;
}

std::optional<DateReading> read_reign(const Phrase& phrase, std::size_t at) {
  const std::optional<EraReading> named = read_era(phrase, at, Language::mnc);
  if (!named) return std::nullopt;
  std::size_t next = behind_genitive(phrase, named->end);
  CycleYear cycle = read_manchu_cycle_year(phrase, next);
  const SmallNumber year = read_ordinal(phrase, cycle.number != 0 ? cycle.end : next);
  if (year.value == 0) return std::nullopt;
  next = year.end;
  if (cycle.number == 0) cycle = read_manchu_cycle_year(phrase, next);
  if (cycle.number != 0 && cycle.end > next) next = cycle.end;
  if (!phrase[next].has(year_word)) return std::nullopt;
  // "aniyai" needs no second "aniya": "emuci aniya aniyai ice inenggi", "emuci aniyai ice inenggi".
  const bool begins_month = phrase.is(next, "aniyai") && phrase.is(next + 1, "ice");
  std::size_t end = begins_month ? next : next + 1;
  const MonthDayReading month = read_month_and_day(phrase, phrase[end].is_mark(U',') ? end + 1 : end);
  if (month.end != 0) end = month.end;
  return make_reign_reading(*named->era, {.year = year.value, .month = month.month, .day = month.day}, end);
}

// Without its year: a lunar date, in the year of the reign named before.
std::optional<DateReading> read_lone_month_and_day(const Phrase& phrase, std::size_t at) {
  const MonthDayReading month = read_month_and_day(phrase, at);
  if (month.day == 0) return std::nullopt;
  std::optional<DateReading> reading = make_day_reading(0, month.month.number, month.day, month.end);
  if (!reading || month.month.leap) return DateReading{.end = month.end, .counts_other_years = true};
  reading->counts_other_years = true;
  reading->maybe_lunar = true;
  return reading;
}

class ManchuDates : public DateGrammar {
 public:
  std::optional<DateReading> read_base(const Phrase& phrase, std::size_t at) const override {
    const Token& token = phrase[at];
    if (token.has(era)) {
      if (std::optional<DateReading> reign = read_reign(phrase, at)) return reign;
    }
    if (token.has(unit_digit | teen | month_name | year_word) || phrase.is(at, "anagan")) {
      return read_lone_month_and_day(phrase, at);
    }
    if (!token.is_digits()) return std::nullopt;
    if (auto numeric = read_numeric_date(phrase, at, NumericOrder::day_first)) return numeric;
    return read_bare_years(phrase, at);
  }
};

}  // namespace

const DateGrammar& manchu_dates() {
  static const ManchuDates grammar;
  return grammar;
}

}  // namespace aligner::anchors
