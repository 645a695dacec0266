// Russian dates: 16 (28) мая 1858 года, в июне 1855 г., середина 1850-х гг., в первой половине XIX века.

#include "aligner/anchors/date_grammar.h"
#include "aligner/anchors/read_reign.h"
#include "aligner/anchors/russian_years.h"

namespace aligner::anchors {
namespace {

using namespace sense;

bool is_day_word(const Phrase& phrase, std::size_t at) {
  return phrase.is(at, "дня") || phrase.is(at, "день") || phrase.is(at, "числа") || phrase.is(at, "число");
}

struct DayReading {
  int day = 0;
  std::size_t end = 0;
};

// "16", "16-го", "шестнадцатого", "двадцать восьмого".
DayReading read_day(const Phrase& phrase, std::size_t at) {
  const int digits = read_day_number(phrase, at);
  if (digits != 0) return {digits, behind_russian_ending(phrase, at + 1)};
  if (phrase[at].has(ordinal) && phrase[at].value <= 30) return {phrase[at].value, at + 1};
  const bool compound =
      phrase[at].has(tens) && phrase[at].value <= 30 && phrase[at + 1].has(ordinal) && phrase[at + 1].value < 10;
  return compound ? DayReading{phrase[at].value + phrase[at + 1].value, at + 2} : DayReading{};
}

// "(28 мая)" between a day and its year.
std::size_t read_second_date(const Phrase& phrase, std::size_t at, std::optional<MonthDay>& other) {
  if (!phrase[at].is_mark(U'(')) return at;
  const int day = read_day_number(phrase, at + 1);
  if (day == 0 || !phrase[at + 2].has(month_name)) return at;
  const std::size_t closing = behind_russian_word(phrase, at + 2);
  if (!phrase[closing].is_mark(U')')) return at;
  other = {static_cast<unsigned>(phrase[at + 2].value), static_cast<unsigned>(day)};
  return closing + 1;
}

// "16 мая 1858 года", "16 (28) мая", "16-20 мая", "16 по 28 мая" (behind с).
std::optional<DateReading> read_day_and_month(const Phrase& phrase, std::size_t at) {
  const DayReading day = read_day(phrase, at);
  if (day.day == 0) return std::nullopt;
  int other_day = 0;
  int last_day = 0;
  std::size_t next = read_second_day(phrase, day.end, other_day);
  const bool linked = phrase[next].has(date_link) && at > 0 && phrase[at - 1].has(range_start);
  const std::size_t second = linked ? next + 1 : behind_dash(phrase, next);
  if (second != 0) {
    const DayReading last = read_day(phrase, second);
    if (last.day != 0 && phrase[second].is_digits()) {
      last_day = last.day;
      next = last.end;
    }
  }
  if (!phrase[next].has(month_name)) return std::nullopt;
  const int month = phrase[next].value;
  std::optional<MonthDay> other;
  if (other_day != 0) other = {static_cast<unsigned>(month), static_cast<unsigned>(other_day)};
  next = read_second_date(phrase, behind_russian_word(phrase, next), other);
  const RussianYear year = read_russian_year(phrase, next);
  const std::size_t end = year.year != 0 ? year.end : next;
  std::optional<DateReading> reading = make_day_reading(year.year, month, day.day, end);
  if (!reading) return std::nullopt;
  reading->other = other;
  if (last_day == 0) return reading;
  const std::optional<DateReading> last = make_day_reading(year.year, month, last_day, end);
  return last ? join(*reading, *last) : std::nullopt;
}

// "мая 16-го 1858 г.", "мая 16 дня", "мая 16 (28) дня 1858 года": the month first, as papers of old have it. `year` is
// that of "1858 года мая 16 дня", or 0.
std::optional<DateReading> read_month_first(const Phrase& phrase, std::size_t at, int year) {
  const int month = phrase[at].value;
  const std::size_t day_at = behind_russian_word(phrase, at);
  const DayReading day = read_day(phrase, day_at);
  if (day.day == 0 || phrase[day_at].is_word() || is_inside_number(phrase, day_at)) return std::nullopt;
  int other_day = 0;
  std::size_t next = read_second_day(phrase, day.end, other_day);
  const bool named = is_day_word(phrase, next) || day.end > day_at + 1;
  if (is_day_word(phrase, next)) ++next;
  const RussianYear year_behind = year == 0 ? read_russian_year(phrase, next) : RussianYear{year, next};
  if (year_behind.year == 0 && !named) return std::nullopt;
  const std::size_t end = year_behind.year != 0 ? year_behind.end : next;
  std::optional<DateReading> reading = make_day_reading(year_behind.year, month, day.day, end);
  if (reading && other_day != 0) reading->other = {static_cast<unsigned>(month), static_cast<unsigned>(other_day)};
  return reading;
}

std::optional<DateReading> read_month(const Phrase& phrase, std::size_t at) {
  if (auto day = read_month_first(phrase, at, 0)) return day;
  const std::size_t next = behind_russian_word(phrase, at);
  const RussianYear year = read_russian_year(phrase, next);
  if (year.year != 0) return make_month_reading(year.year, phrase[at].value, year.end);
  const bool after_preposition = at > 0 && phrase[at - 1].has(time_preposition | part);
  const bool begins_range = behind_dash(phrase, next) != 0 && phrase[next + 1].has(month_name);
  if ((!after_preposition && !begins_range) || is_short_russian_month(phrase.text(at))) return std::nullopt;
  return make_month_reading(0, phrase[at].value, next);
}

struct CenturyNumber {
  int number = 0;
  std::size_t end = 0;
};

// "XIX", "19", "19-й", "девятнадцатый".
CenturyNumber read_century_number(const Phrase& phrase, std::size_t at) {
  const int digits = digits_value(phrase, at, 2);
  if (digits >= 1 && digits <= 21) return {digits, behind_russian_ending(phrase, at + 1)};
  const int roman = read_roman(phrase, at);
  if (roman >= 1 && roman <= 21) return {roman, at + 1};
  if (phrase[at].has(ordinal) && phrase[at].value <= 20) return {phrase[at].value, at + 1};
  const bool twenty_first = phrase[at].has(tens) && phrase[at].value == 20 && phrase[at + 1].has(ordinal);
  return twenty_first ? CenturyNumber{20 + phrase[at + 1].value, at + 2} : CenturyNumber{};
}

// The letter в is the preposition unless a dot follows.
bool is_century_word(const Phrase& phrase, std::size_t at) {
  if (!phrase[at].has(century_word)) return false;
  const bool letter = phrase.is(at, "в") || phrase.is(at, "вв");
  return !letter || (phrase[at + 1].is_mark(U'.') && phrase.is_tight(at + 1));
}

std::optional<DateReading> read_century(const Phrase& phrase, std::size_t at) {
  const CenturyNumber first = read_century_number(phrase, at);
  if (first.number == 0) return std::nullopt;
  CenturyNumber last = first;
  const std::size_t dash = behind_dash(phrase, first.end);
  const std::size_t second = dash != 0 ? dash : phrase.is(first.end, "и") ? first.end + 1 : 0;
  if (second != 0) {
    const CenturyNumber reading = read_century_number(phrase, second);
    if (reading.number > first.number) last = reading;
  }
  if (!is_century_word(phrase, last.end)) return std::nullopt;
  const std::optional<Date> centuries = make_centuries(first.number, last.number);
  return centuries ? std::optional(DateReading{.end = behind_russian_word(phrase, last.end), .date = *centuries})
                   : std::nullopt;
}

std::size_t behind_decade_ending(const Phrase& phrase, std::size_t at) {
  const std::size_t end = behind_russian_ending(phrase, at);
  if (end == at) return at;
  const std::string_view ending = phrase.text(end - 1);
  return ending == "е" || ending == "х" || ending == "ые" || ending == "ых" || ending == "м" || ending == "ми" ? end
                                                                                                               : at;
}

// "1850-е годы", "1850-х", "1850-1860-х гг.", "50-е годы XIX века".
std::optional<DateReading> read_decade(const Phrase& phrase, std::size_t at) {
  const int first = digits_value(phrase, at);
  if (first < 10 || first % 10 != 0) return std::nullopt;
  int last = first;
  std::size_t next = behind_decade_ending(phrase, at + 1);
  const std::size_t dash = behind_dash(phrase, next);
  if (dash != 0 && digits_value(phrase, dash) > first && behind_decade_ending(phrase, dash + 1) != dash + 1) {
    last = digits_value(phrase, dash);
    next = behind_decade_ending(phrase, dash + 1);
  }
  if (next == at + 1) return std::nullopt;
  next = behind_russian_year_word(phrase, next);
  if (first >= 1000) {
    const std::optional<Date> decades = make_decades(first, last);
    return decades ? std::optional(DateReading{.end = next, .date = *decades}) : std::nullopt;
  }
  if (last > 90) return std::nullopt;
  const std::optional<DateReading> century = read_century(phrase, next);
  if (!century || century->date.precision != DatePrecision::century) return std::nullopt;
  const int base = static_cast<int>(century->date.earliest.year()) - 1;
  const std::optional<Date> decades = make_decades(base + first, base + last);
  return decades ? std::optional(DateReading{.end = century->end, .date = *decades}) : std::nullopt;
}

// Years whose word says so ("988 год", "1850-1864 гг."), else bare ones.
std::optional<DateReading> read_year_forms(const Phrase& phrase, std::size_t at) {
  const RussianYear named = read_russian_year(phrase, at);
  if (named.year >= 1000 && phrase[named.end].has(month_name)) {  // 1858 года мая 16 дня
    if (auto day = read_month_first(phrase, named.end, named.year)) return day;
  }
  if (named.year != 0 && behind_russian_ending(phrase, at + 1) != at + 1 && named.end > at + 1) {  // в 1858-м году
    return DateReading{.end = named.end, .date = make_year(named.year)};
  }
  if (phrase[at + 1].has(year_word)) {
    const int year = read_named_year(phrase, at);
    // "150 лет" and "300 годов" count years; numbers below a thousand are years only before год, года, г.
    const bool counts =
        year < 1000 && !phrase.is(at + 1, "год") && !phrase.is(at + 1, "году") && !phrase.is(at + 1, "г");
    if (year == 0 || counts) return std::nullopt;
    return DateReading{.end = behind_russian_word(phrase, at + 1), .date = make_year(year)};
  }
  const int year = read_year(phrase, at);
  if (year != 0) {
    std::optional<DateReading> years = read_years(phrase, at, year);
    if (phrase[years->end].has(year_word)) {
      years->end = behind_russian_word(phrase, years->end);
      return years;
    }
  }
  return read_bare_years(phrase, at);
}

std::optional<DateReading> read_season(const Phrase& phrase, std::size_t at) {
  const RussianYear year = read_russian_year(phrase, at + 1);
  if (year.year == 0) return std::nullopt;
  const std::size_t month_at = behind_russian_ending(phrase, year.end);
  if (phrase.is(at, "лета") && phrase[month_at].has(month_name)) {  // лета 1689 августа 27 дня: "of the year"
    if (auto day = read_month_first(phrase, month_at, year.year)) return day;
  }
  return DateReading{.end = year.end, .date = make_season(year.year, phrase[at].value)};
}

class RussianDates : public DateGrammar {
 public:
  std::optional<DateReading> read_base(const Phrase& phrase, std::size_t at) const override;
  std::optional<PartReading> read_part(const Phrase& phrase, std::size_t at) const override;
  std::optional<OpeningReading> read_opening(const Phrase& phrase, std::size_t at) const override;
  std::size_t behind_link(const Phrase& phrase, std::size_t at) const override {
    return phrase[at].has(date_link) ? at + 1 : 0;
  }
  bool means_since(const Phrase& phrase, std::size_t at) const override { return !phrase.is(at, "между"); }
  std::size_t behind_circa(const Phrase& phrase, std::size_t at) const override;
  std::optional<CalendarReading> read_calendar(const Phrase& phrase, std::size_t at) const override;
};

std::optional<DateReading> RussianDates::read_base(const Phrase& phrase, std::size_t at) const {
  const Token& token = phrase[at];
  if (token.is_digits() || token.has(era | ordinal | tens)) {
    if (auto reign = read_russian_reign(phrase, at)) return reign;
  }
  if (token.is_digits()) {
    if (auto numeric = read_numeric_date(phrase, at, NumericOrder::day_first)) {
      numeric->end = behind_russian_year_word(phrase, numeric->end);
      return numeric;
    }
    if (auto day = read_day_and_month(phrase, at)) return day;
    if (auto decade = read_decade(phrase, at)) return decade;
    if (auto century = read_century(phrase, at)) return century;
    return read_year_forms(phrase, at);
  }
  if (token.has(month_name)) return read_month(phrase, at);
  if (token.has(season)) return read_season(phrase, at);
  if (token.has(ordinal | tens)) {
    if (auto day = read_day_and_month(phrase, at)) return day;
    return read_century(phrase, at);
  }
  if (token.capital) {
    if (auto century = read_century(phrase, at)) return century;
  }
  const RussianYear year = read_russian_worded_year(phrase, at);
  return year.year != 0 ? std::optional(DateReading{.end = year.end, .date = make_year(year.year)}) : std::nullopt;
}

// "около", "ок.", "примерно в".
std::size_t RussianDates::behind_circa(const Phrase& phrase, std::size_t at) const {
  if (phrase.is(at, "ок")) return phrase[at + 1].is_mark(U'.') ? at + 2 : 0;
  return phrase.is(at + 1, "в") || phrase.is(at + 1, "во") || phrase.is(at + 1, "к") ? at + 2 : at + 1;
}

// "первая четверть", "последнее десятилетие", "вторая половина".
std::optional<Part> find_fraction(const Phrase& phrase, std::size_t at) {
  const bool last = phrase[at].has(part_word) && phrase.text(at).starts_with("последн");
  const int step = phrase[at].has(ordinal) ? phrase[at].value : 0;
  if (!last && step == 0) return std::nullopt;
  if (phrase[at + 1].has(half)) {
    if (step == 1) return Part::first_half;
    return step == 2 || last ? std::optional(Part::second_half) : std::nullopt;
  }
  if (!phrase[at + 1].has(part_word)) return std::nullopt;
  const std::string_view word = phrase.text(at + 1);
  if (word.starts_with("десятилет")) {
    if (step == 1) return Part::first_decade;
    return last ? std::optional(Part::last_decade) : std::nullopt;
  }
  const bool quarter = word.starts_with("четверт");
  if (!quarter && !word.starts_with("трет")) return std::nullopt;
  const int parts = quarter ? 4 : 3;
  if (!last && step > parts) return std::nullopt;
  const int base = static_cast<int>(quarter ? Part::first_quarter : Part::first_third);
  return static_cast<Part>(base + (last ? parts : step) - 1);
}

std::optional<PartReading> RussianDates::read_part(const Phrase& phrase, std::size_t at) const {
  const Token& token = phrase[at];
  if (token.has(part)) return PartReading{static_cast<Part>(token.value), at + 1};
  if (!token.has(ordinal | part_word)) return std::nullopt;
  const std::optional<Part> fraction = find_fraction(phrase, at);
  return fraction ? std::optional(PartReading{*fraction, at + 2}) : std::nullopt;
}

std::optional<OpeningReading> RussianDates::read_opening(const Phrase& phrase, std::size_t at) const {
  return OpeningReading{static_cast<Opening>(phrase[at].value), at + 1};
}

std::optional<CalendarReading> RussianDates::read_calendar(const Phrase& phrase, std::size_t at) const {
  if (phrase.is(at, "по")) ++at;
  const std::string_view kind = phrase.text(at);
  if (kind == "ст" || kind == "н") {  // ст. ст., н. ст.
    if (!phrase[at + 1].is_mark(U'.') || !phrase.is(at + 2, "ст")) return std::nullopt;
    const std::size_t end = phrase[at + 3].is_mark(U'.') ? at + 4 : at + 3;
    return CalendarReading{kind == "ст" ? Calendar::julian : Calendar::gregorian, end};
  }
  const bool style = phrase.text(at + 1).starts_with("стил");
  if (style && kind.starts_with("стар")) return CalendarReading{Calendar::julian, at + 2};
  if (style && kind.starts_with("нов")) return CalendarReading{Calendar::gregorian, at + 2};
  const bool calendar = phrase.text(at + 1).starts_with("календар");
  if (calendar && kind.starts_with("юлианск")) return CalendarReading{Calendar::julian, at + 2};
  if (calendar && kind.starts_with("григорианск")) return CalendarReading{Calendar::gregorian, at + 2};
  return std::nullopt;
}

}  // namespace

const DateGrammar& russian_dates() {
  static const RussianDates grammar;
  return grammar;
}

}  // namespace aligner::anchors
