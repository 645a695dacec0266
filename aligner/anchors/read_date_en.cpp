// English dates: May 28, 1858; 28th of May 1858; early May 1858; the mid-1850s; the second half of the 17th century.

#include "aligner/anchors/date_grammar.h"
#include "aligner/anchors/english_periods.h"
#include "aligner/anchors/english_years.h"
#include "aligner/anchors/read_reign.h"

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
  if (phrase.is(next, "day") && phrase.is(next + 1, "of")) ++next;  // this 16th day of May
  const bool has_of = phrase.is(next, "of");
  if (has_of) ++next;
  if (!is_month_name(phrase, next) || (phrase[at].is_word() && !has_of)) return std::nullopt;
  const int month = phrase[next].value;
  std::optional<MonthDay> other;
  if (other_day != 0) other = {static_cast<unsigned>(month), static_cast<unsigned>(other_day)};
  next = read_second_date(phrase, behind_month(phrase, next), grammar, other);
  Calendar calendar = Calendar::unknown;
  const EnglishYear year = read_english_year(phrase, read_calendar_before_year(phrase, next, grammar, calendar));
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
  const EnglishYear month_year = read_english_year(phrase, next);
  if (month_year.year != 0) return make_month_reading(month_year.year, month, month_year.end);
  if (phrase.is(next, "the") && phrase[next + 1].is_digits()) ++next;
  const DayReading day = read_day(phrase, next);
  const bool is_day = day.day != 0 && phrase[next].is_digits() && !is_inside_number(phrase, next);
  if (!is_day) {
    // "in May", "early May", "the end of May", but not "one month of May".
    const bool after_of = phrase.is(at - 1, "of");
    const bool after_preposition = at > 0 && (after_of ? phrase[at - 2].has(part | half | part_word)
                                                       : phrase[at - 1].has(time_preposition | part));
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
  const EnglishYear year = read_english_year(phrase, read_calendar_before_year(phrase, next, grammar, calendar));
  std::optional<DateReading> reading =
      read_calendar_less_day(year.year, month, day.day, last_day, year.year != 0 ? year.end : next);
  if (!reading) return std::nullopt;
  reading->other = other;
  reading->date.calendar = calendar;
  return reading;
}

std::optional<DateReading> read_season(const Phrase& phrase, std::size_t at) {
  const EnglishYear year = read_english_year(phrase, at + 1);
  if (year.year == 0) return std::nullopt;
  return DateReading{.end = year.end, .date = make_season(year.year, phrase[at].value)};
}

// "A.D. 988", "AD 1858".
std::optional<DateReading> read_anno_domini(const Phrase& phrase, std::size_t at) {
  const std::size_t behind = behind_anno_domini(phrase, at);
  const int year = behind != at ? read_named_year(phrase, behind) : 0;
  return year != 0 ? read_years(phrase, behind, year) : std::nullopt;
}

std::optional<DateReading> read_year_in_words(const Phrase& phrase, std::size_t at) {
  const bool named = is_named_year(phrase, at);
  if (!named && (at == 0 || !phrase[at - 1].has(time_preposition))) return std::nullopt;
  const EnglishYear year = read_english_worded_year(phrase, at);
  if (year.year == 0 || (!named && year.year % 100 == 0)) return std::nullopt;
  return DateReading{.end = year.end, .date = make_year(year.year)};
}

class EnglishDates : public DateGrammar {
 public:
  bool may_begin(const Phrase& phrase, std::size_t at) const override;
  std::optional<DateReading> read_base(const Phrase& phrase, std::size_t at) const override;
  std::optional<PartReading> read_part(const Phrase& phrase, std::size_t at) const override;
  std::optional<OpeningReading> read_opening(const Phrase& phrase, std::size_t at) const override;
  std::size_t behind_link(const Phrase& phrase, std::size_t at) const override {
    if (!phrase[at].has(date_link)) return 0;
    return phrase.is(at + 1, "the") ? at + 2 : at + 1;
  }
  bool means_since(const Phrase& phrase, std::size_t at) const override;
  std::size_t behind_circa(const Phrase& phrase, std::size_t at) const override;
  bool may_be_rough(const Phrase& phrase, std::size_t at, const Date& date) const override;
  std::optional<CalendarReading> read_calendar(const Phrase& phrase, std::size_t at) const override;
};

bool EnglishDates::may_begin(const Phrase& phrase, std::size_t at) const {
  constexpr Senses beginnings =
      range_start | opening | circa | part | part_word | month_name | season | era | ordinal | tens | teen | unit_digit;
  const Token& token = phrase[at];
  return token.has(beginnings) || token.is_digits() || token.capital || phrase.is(at, "the");
}

std::optional<DateReading> EnglishDates::read_base(const Phrase& phrase, std::size_t at) const {
  if (phrase.is(at, "the")) ++at;
  const Token& token = phrase[at];
  if (token.is_digits() || token.has(era | ordinal | tens)) {
    if (auto reign = read_english_reign(phrase, at)) return reign;
  }
  if (token.is_digits()) {
    if (auto numeric = read_numeric_date(phrase, at, NumericOrder::month_first)) return numeric;
    if (auto day = read_day_first(phrase, at, *this)) return day;
    if (auto decade = read_english_decade(phrase, at)) return decade;
    if (auto century = read_english_century(phrase, at)) return century;
    const std::size_t behind_sign = behind_anno_domini(phrase, at + 1);
    const bool named = is_named_year(phrase, at) || behind_sign != at + 1;
    const int year = named ? read_named_year(phrase, at) : 0;
    if (year != 0 && behind_sign != at + 1) return DateReading{.end = behind_sign, .date = make_year(year)};
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
    if (auto century = read_english_century(phrase, at)) return century;
  }
  if (token.has(teen | tens | unit_digit)) return read_year_in_words(phrase, at);
  return phrase[at].capital ? read_anno_domini(phrase, at) : std::nullopt;
}

// "c. 1850" needs its dot or its digits behind it: the letter alone is a name of things.
std::size_t EnglishDates::behind_circa(const Phrase& phrase, std::size_t at) const {
  const bool dotted = phrase[at + 1].is_mark(U'.') && phrase.is_tight(at + 1);
  if (phrase.is(at, "c") || phrase.is(at, "ca")) {
    const bool goes_on = phrase[at + 2].is_digits() || phrase[at + 2].is_word();
    if (phrase[at].capital || !(dotted ? goes_on : phrase[at + 1].is_digits())) return 0;
    return dotted ? at + 2 : at + 1;
  }
  if (phrase.is(at, "approx") && dotted) return at + 2;
  return phrase.is(at + 1, "in") ? at + 2 : at + 1;
}

// A book is about the 19th century, an event about 1850.
bool EnglishDates::may_be_rough(const Phrase& phrase, std::size_t at, const Date& date) const {
  if (!phrase.is(at, "about")) return true;
  return date.precision == DatePrecision::year || date.precision == DatePrecision::month ||
         date.precision == DatePrecision::day || date.precision == DatePrecision::range;
}

std::optional<PartReading> EnglishDates::read_part(const Phrase& phrase, std::size_t at) const {
  if (phrase.is(at, "the")) ++at;
  const Token& token = phrase[at];
  if (token.has(part)) {
    const bool linked = phrase[at + 1].is_dash() || phrase.is(at + 1, "of") || phrase.is(at + 1, "in");
    return PartReading{static_cast<Part>(token.value), linked ? at + 2 : at + 1};
  }
  if (!token.has(ordinal | part_word)) return std::nullopt;
  const std::optional<Part> fraction = find_english_fraction(phrase, at);
  if (!fraction) return std::nullopt;
  return PartReading{*fraction, phrase.is(at + 2, "of") ? at + 3 : at + 2};
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
