// English dates: May 28, 1858; 28th of May 1858; early May 1858; the mid-1850s; the second half of the 17th century.

#include "aligner/anchors/date_grammar.h"

namespace aligner::anchors {
namespace {

using namespace sense;

bool is_month_name(const Phrase& phrase, std::size_t at) { return phrase[at].has(month_name) && phrase[at].capital; }

// Index behind the month and the dot of its short form.
std::size_t behind_month(const Phrase& phrase, std::size_t at) {
  const bool short_form = phrase.text(at).size() <= 4 && phrase[at + 1].is_mark(U'.') && phrase.is_tight(at + 1);
  const bool goes_on = phrase[at + 2].is_digits() || phrase[at + 2].is_mark(U',');
  return short_form && goes_on ? at + 2 : at + 1;
}

std::size_t behind_ordinal_ending(const Phrase& phrase, std::size_t at) {
  if (!phrase.is_tight(at)) return at;
  const std::string_view ending = phrase.text(at);
  return ending == "st" || ending == "nd" || ending == "rd" || ending == "th" ? at + 1 : at;
}

struct DayReading {
  int day = 0;
  std::size_t end = 0;
};

// "28", "28th", "twenty-eighth".
DayReading read_day(const Phrase& phrase, std::size_t at) {
  const int digits = read_day_number(phrase, at);
  if (digits != 0) return {digits, behind_ordinal_ending(phrase, at + 1)};
  if (phrase[at].has(ordinal) && phrase[at].value <= 30) return {phrase[at].value, at + 1};
  const bool compound = phrase[at].has(tens) && phrase[at].value <= 30 && phrase[at + 1].is_dash() &&
                        phrase[at + 2].has(ordinal) && phrase[at + 2].value < 10;
  return compound ? DayReading{phrase[at].value + phrase[at + 2].value, at + 3} : DayReading{};
}

struct YearReading {
  int year = 0;
  std::size_t end = 0;
};

// Index behind ", O.S." where a comma and the year follow it, else `at`; sets `calendar`.
std::size_t read_calendar_before_year(const Phrase& phrase, std::size_t at, const DateGrammar& grammar,
                                      Calendar& calendar) {
  const std::optional<CalendarReading> mark = grammar.read_calendar(phrase, phrase[at].is_mark(U',') ? at + 1 : at);
  if (!mark) return at;
  const std::size_t year = phrase[mark->end].is_mark(U',') ? mark->end + 1 : mark->end;
  if (read_year(phrase, year) == 0) return at;
  calendar = mark->calendar;
  return year;
}

// "1858", ", 1858", "of 1858".
YearReading read_year_behind(const Phrase& phrase, std::size_t at) {
  if (phrase[at].is_mark(U',') || phrase.is(at, "of")) ++at;
  return {read_year(phrase, at), at + 1};
}

std::optional<DateReading> read_calendar_less_day(int year, int month, int day, int last_day, std::size_t end) {
  std::optional<DateReading> reading = make_day_reading(year, month, day, end);
  if (!reading || last_day == 0) return reading;
  const std::optional<DateReading> last = make_day_reading(year, month, last_day, end);
  return last ? join(*reading, *last) : std::nullopt;
}

// "(28 May)", "(28 May N.S.)", "[O.S. 16 May]" between a day and its year.
std::size_t read_second_date(const Phrase& phrase, std::size_t at, const DateGrammar& grammar,
                             std::optional<MonthDay>& other) {
  if (!phrase[at].is_mark(U'(') && !phrase[at].is_mark(U'[')) return at;
  std::size_t next = at + 1;
  if (const std::optional<CalendarReading> mark = grammar.read_calendar(phrase, next)) next = mark->end;
  const bool month_first = is_month_name(phrase, next);
  const std::size_t month_at = month_first ? next : next + 1;
  const int day = read_day_number(phrase, month_first ? next + 1 : next);
  if (day == 0 || !is_month_name(phrase, month_at)) return at;
  next += 2;
  if (const std::optional<CalendarReading> mark = grammar.read_calendar(phrase, next)) next = mark->end;
  if (!phrase[next].is_mark(U')') && !phrase[next].is_mark(U']')) return at;
  other = {static_cast<unsigned>(phrase[month_at].value), static_cast<unsigned>(day)};
  return next + 1;
}

std::size_t read_last_day(const Phrase& phrase, std::size_t at, int& last_day) {
  const bool linked = phrase.is(at, "to") || phrase.is(at, "and");
  const std::size_t second = linked ? at + 1 : behind_dash(phrase, at);
  if (second == 0 || second == at) return at;
  const DayReading day = read_day(phrase, second);
  if (day.day == 0 || !phrase[second].is_digits()) return at;
  last_day = day.day;
  return day.end;
}

// "28 May 1858", "28th of May", "16-28 May", "16 (28) May".
std::optional<DateReading> read_day_first(const Phrase& phrase, std::size_t at, const DateGrammar& grammar) {
  const DayReading day = read_day(phrase, at);
  if (day.day == 0) return std::nullopt;
  int other_day = 0;
  int last_day = 0;
  std::size_t next = read_second_day(phrase, day.end, other_day);
  next = read_last_day(phrase, next, last_day);
  const bool has_of = phrase.is(next, "of");
  if (has_of) ++next;
  if (!is_month_name(phrase, next) || (phrase[at].is_word() && !has_of)) return std::nullopt;
  const int month = phrase[next].value;
  std::optional<MonthDay> other;
  if (other_day != 0) other = {static_cast<unsigned>(month), static_cast<unsigned>(other_day)};
  next = read_second_date(phrase, behind_month(phrase, next), grammar, other);
  Calendar calendar = Calendar::unknown;
  const YearReading year = read_year_behind(phrase, read_calendar_before_year(phrase, next, grammar, calendar));
  std::optional<DateReading> reading =
      read_calendar_less_day(year.year, month, day.day, last_day, year.year != 0 ? year.end : next);
  if (!reading) return std::nullopt;
  reading->other = other;
  reading->date.calendar = calendar;
  return reading;
}

// "May 28, 1858", "May 16 (28), 1858", "May 1858".
std::optional<DateReading> read_month_first(const Phrase& phrase, std::size_t at, const DateGrammar& grammar) {
  const int month = phrase[at].value;
  std::size_t next = behind_month(phrase, at);
  const YearReading month_year = read_year_behind(phrase, next);
  if (month_year.year != 0) return make_month_reading(month_year.year, month, month_year.end);
  if (phrase.is(next, "the") && phrase[next + 1].is_digits()) ++next;
  const DayReading day = read_day(phrase, next);
  const bool is_day = day.day != 0 && phrase[next].is_digits() && !is_inside_number(phrase, next);
  if (!is_day) {
    // "in May", "early May", "the end of May", but not "one month of May".
    const bool after_of = phrase.is(at - 1, "of");
    const bool after_preposition =
        at > 0 && (after_of ? phrase[at - 2].has(part | half) : phrase[at - 1].has(time_preposition | part));
    const bool has_year_later = behind_dash(phrase, next) != 0 && is_month_name(phrase, next + 1);
    const bool is_linked = phrase[next].has(date_link) && is_month_name(phrase, next + 1);
    const bool is_name = phrase[next].is_word() && phrase[next].capital && !is_month_name(phrase, next);
    if ((!after_preposition && !has_year_later && !is_linked) || is_name) return std::nullopt;
    return make_month_reading(0, month, next);
  }
  int other_day = 0;
  int last_day = 0;
  std::optional<MonthDay> other;
  next = read_second_day(phrase, day.end, other_day);
  if (other_day != 0) other = {static_cast<unsigned>(month), static_cast<unsigned>(other_day)};
  if (behind_dash(phrase, next) != 0) next = read_last_day(phrase, next, last_day);
  next = read_second_date(phrase, next, grammar, other);
  Calendar calendar = Calendar::unknown;
  const YearReading year = read_year_behind(phrase, read_calendar_before_year(phrase, next, grammar, calendar));
  std::optional<DateReading> reading =
      read_calendar_less_day(year.year, month, day.day, last_day, year.year != 0 ? year.end : next);
  if (!reading) return std::nullopt;
  reading->other = other;
  reading->date.calendar = calendar;
  return reading;
}

// "1850s", "1850's"; hundreds are centuries in English ("the 1800s"), those of living memory decades.
std::optional<DateReading> read_decade(const Phrase& phrase, std::size_t at) {
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

std::optional<DateReading> read_century(const Phrase& phrase, std::size_t at) {
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

std::optional<DateReading> read_season(const Phrase& phrase, std::size_t at) {
  const YearReading year = read_year_behind(phrase, at + 1);
  if (year.year == 0) return std::nullopt;
  return DateReading{.end = year.end, .date = make_season(year.year, phrase[at].value)};
}

class EnglishDates : public DateGrammar {
 public:
  std::optional<DateReading> read_base(const Phrase& phrase, std::size_t at) const override;
  std::optional<PartReading> read_part(const Phrase& phrase, std::size_t at) const override;
  std::optional<OpeningReading> read_opening(const Phrase& phrase, std::size_t at) const override;
  std::size_t behind_link(const Phrase& phrase, std::size_t at) const override {
    if (!phrase[at].has(date_link)) return 0;
    return phrase.is(at + 1, "the") ? at + 2 : at + 1;
  }
  bool means_since(const Phrase& phrase, std::size_t at) const override;
  std::optional<CalendarReading> read_calendar(const Phrase& phrase, std::size_t at) const override;
};

std::optional<DateReading> EnglishDates::read_base(const Phrase& phrase, std::size_t at) const {
  if (phrase.is(at, "the")) ++at;
  const Token& token = phrase[at];
  if (token.is_digits()) {
    if (auto numeric = read_numeric_date(phrase, at, NumericOrder::month_first)) return numeric;
    if (auto day = read_day_first(phrase, at, *this)) return day;
    if (auto decade = read_decade(phrase, at)) return decade;
    if (auto century = read_century(phrase, at)) return century;
    const bool named = phrase.is(at - 1, "year") || (at >= 2 && phrase.is(at - 1, "of") && phrase.is(at - 2, "year"));
    const int year = named ? read_named_year(phrase, at) : 0;
    if (year != 0) return read_years(phrase, at, year);
    const int medieval = at > 0 && phrase[at - 1].has(time_preposition) ? read_year(phrase, at) : 0;
    const bool goes_on = phrase[at + 1].is_word() && !phrase[at + 1].has(date_link | function_word);
    if (medieval != 0 && medieval < 1500 && !goes_on) return read_years(phrase, at, medieval);
    return read_bare_years(phrase, at);
  }
  if (is_month_name(phrase, at)) return read_month_first(phrase, at, *this);
  if (token.has(season)) return read_season(phrase, at);
  if (token.has(ordinal | tens)) {
    if (auto day = read_day_first(phrase, at, *this)) return day;
    return read_century(phrase, at);
  }
  return std::nullopt;
}

std::optional<PartReading> EnglishDates::read_part(const Phrase& phrase, std::size_t at) const {
  if (phrase.is(at, "the")) ++at;
  const Token& token = phrase[at];
  PartReading reading{.part = static_cast<Part>(token.value), .end = at + 1};
  if (token.has(part)) {
    if (phrase[reading.end].is_dash() || phrase.is(reading.end, "of") || phrase.is(reading.end, "in")) ++reading.end;
    return reading;
  }
  const bool second = phrase.is(at, "second") || phrase.is(at, "latter") || phrase.is(at, "last");
  const bool first = phrase.is(at, "first") || phrase.is(at, "former");
  if ((!first && !second) || !phrase[at + 1].has(half)) return std::nullopt;
  reading.part = first ? Part::first_half : Part::second_half;
  reading.end = phrase.is(at + 2, "of") ? at + 3 : at + 2;
  return reading;
}

std::optional<OpeningReading> EnglishDates::read_opening(const Phrase& phrase, std::size_t at) const {
  const auto opening = static_cast<Opening>(phrase[at].value);
  if (phrase.is(at, "prior"))
    return phrase.is(at + 1, "to") ? std::optional(OpeningReading{opening, at + 2}) : std::nullopt;
  return OpeningReading{opening, at + 1};
}

// "from 1850 on", "from 1850 onwards": the words behind the year say it; "a letter from 1850" opens nothing.
bool EnglishDates::means_since(const Phrase& phrase, std::size_t at) const {
  if (!phrase.is(at, "from")) return false;
  const std::optional<DateReading> base = read_base(phrase, at + 1);
  if (!base) return false;
  return phrase.is(base->end, "onward") || phrase.is(base->end, "onwards");
}

std::optional<CalendarReading> EnglishDates::read_calendar(const Phrase& phrase, std::size_t at) const {
  const bool old_letter = phrase.is(at, "o");
  if ((old_letter || phrase.is(at, "n")) && phrase[at].capital) {  // O.S., OS is a word of two letters
    const bool dotted = phrase[at + 1].is_mark(U'.') && phrase.is(at + 2, "s") && phrase[at + 2].capital;
    if (!dotted) return std::nullopt;
    const std::size_t end = phrase[at + 3].is_mark(U'.') ? at + 4 : at + 3;
    return CalendarReading{old_letter ? Calendar::julian : Calendar::gregorian, end};
  }
  if (phrase[at].all_capitals && (phrase.is(at, "os") || phrase.is(at, "ns"))) {
    return CalendarReading{phrase.is(at, "os") ? Calendar::julian : Calendar::gregorian, at + 1};
  }
  std::size_t word = at;
  if (phrase.is(word, "in") || phrase.is(word, "by") || phrase.is(word, "according")) ++word;
  if (phrase.is(word, "to") && word > at) ++word;
  if (phrase.is(word, "the")) ++word;
  const bool style = phrase.is(word + 1, "style");
  if (style && (phrase.is(word, "old") || phrase.is(word, "new"))) {
    return CalendarReading{phrase.is(word, "old") ? Calendar::julian : Calendar::gregorian, word + 2};
  }
  if (!phrase.is(word, "julian") && !phrase.is(word, "gregorian")) return std::nullopt;
  const std::size_t end = phrase.is(word + 1, "calendar") ? word + 2 : word + 1;
  return CalendarReading{phrase.is(word, "julian") ? Calendar::julian : Calendar::gregorian, end};
}

}  // namespace

const DateGrammar& english_dates() {
  static const EnglishDates grammar;
  return grammar;
}

}  // namespace aligner::anchors
