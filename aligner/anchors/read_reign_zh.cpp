// Chinese reign dates: 咸豐八年四月十六日, 康熙二十八年己巳七月, 咸豐戊午年; and days whose calendar is named:
// 農曆四月十六.

#include "aligner/anchors/cycle_years.h"
#include "aligner/anchors/eras.h"
#include "aligner/anchors/han_dates.h"

namespace aligner::anchors::han {
namespace {

using namespace sense;

// 冬月 and 臘月 are the eleventh and twelfth, 正月 the first.
DateNumber read_lunar_month_number(const Phrase& phrase, std::size_t at) {
  const Token& token = phrase[at];
  return token.has(month_name) && token.value != 0 ? DateNumber{token.value, at + 1} : read_number(phrase, at);
}

// 初一, 十六日, 廿四日; 十六 alone where no character follows.
DateNumber read_lunar_day(const Phrase& phrase, std::size_t at) {
  const bool first_ten = phrase.is(at, "初");
  const DateNumber day = read_number(phrase, first_ten ? at + 1 : at);
  if (day.end == 0 || day.value < 1 || day.value > 30) return {};
  if (is_one_of(phrase, day.end, "日号號")) return {day.value, day.end + 1};
  const bool alone = !phrase[at].is_digits() && phrase[day.end].script != TokenScript::han;
  return first_ten || alone ? day : DateNumber{};
}

std::size_t read_lunar_month_and_day(const Phrase& phrase, std::size_t at, ReignDate& date) {
  std::size_t next = is_one_of(phrase, at, "春夏秋冬") && !phrase.is(at + 1, "月") ? at + 1 : at;
  const bool leap = is_one_of(phrase, next, "閏闰");
  const DateNumber month = read_lunar_month_number(phrase, leap ? next + 1 : next);
  if (month.end == 0 || !phrase.is(month.end, "月")) return at;
  date.month = {month.value, leap};
  const DateNumber day = read_lunar_day(phrase, month.end + 1);
  date.day = day.value;
  return day.end != 0 ? day.end : month.end + 1;
}

// Index behind a year of the cycle that fits the year: 咸豐八年戊午, 歲次戊午; else `at`.
std::size_t behind_cycle_year(const Phrase& phrase, std::size_t at, const Era& era, int year) {
  const bool named = is_one_of(phrase, at, "歲岁") && phrase.is(at + 1, "次");
  const CycleYear cycle = read_han_cycle_year(phrase, named ? at + 2 : at);
  return cycle.number != 0 && has_cycle_year(era, year, cycle.number) ? cycle.end : at;
}

// `is_named` where the text says that the day is lunar.
std::optional<DateReading> read_lunar_day_of_named_year(const Phrase& phrase, std::size_t at, bool is_named) {
  ReignDate date;
  const std::size_t end = read_lunar_month_and_day(phrase, at, date);
  const bool lunar = is_named || phrase[at].has(month_name) || phrase.is(at + 2, "初") || phrase.is(at + 3, "初");
  if (date.day == 0 || !lunar) return std::nullopt;
  std::optional<DateReading> reading = make_day_reading(0, date.month.number, date.day, end);
  if (!reading || date.month.leap) return DateReading{.end = end, .counts_other_years = true};
  reading->counts_other_years = true;
  reading->maybe_lunar = true;
  return reading;
}

constexpr std::array<Worded<Calendar>, 20> calendar_words = {
    {{"儒略曆", Calendar::julian},  {"儒略历", Calendar::julian},  {"俄曆", Calendar::julian},
     {"俄历", Calendar::julian},    {"公曆", Calendar::gregorian}, {"公历", Calendar::gregorian},
     {"西曆", Calendar::gregorian}, {"西历", Calendar::gregorian}, {"陽曆", Calendar::gregorian},
     {"阳历", Calendar::gregorian}, {"農曆", Calendar::chinese},   {"农历", Calendar::chinese},
     {"陰曆", Calendar::chinese},   {"阴历", Calendar::chinese},   {"夏曆", Calendar::chinese},
     {"夏历", Calendar::chinese},   {"舊曆", Calendar::chinese},   {"旧历", Calendar::chinese},
     {"農歷", Calendar::chinese},   {"俄歷", Calendar::julian}}};

}  // namespace

// 咸豐八年, 咸豐元年, 咸豐戊午年, with month and day behind.
std::optional<DateReading> read_reign(const Phrase& phrase, std::size_t at) {
  const std::optional<EraReading> found = read_era(phrase, at, Language::zh);
  if (!found) return std::nullopt;
  const Era& era = *found->era;
  const CycleYear cycle = read_han_cycle_year(phrase, found->end);
  const bool first = phrase.is(found->end, "元");
  const bool by_cycle = cycle.number != 0 && phrase.is(cycle.end, "年");
  DateNumber year = first ? DateNumber{1, found->end + 1} : read_number(phrase, found->end);
  if (by_cycle) year = {reign_year_of_cycle(era, cycle.number), cycle.end};
  if (year.value < 1 || year.end == 0) return std::nullopt;
  std::size_t next = by_cycle ? year.end : behind_cycle_year(phrase, year.end, era, year.value);
  if (!phrase.is(next, "年")) return std::nullopt;
  next = behind_cycle_year(phrase, next + 1, era, year.value);
  if (phrase.is(next, "年") && next > year.end + 1) ++next;        // 咸豐八年戊午年
  if (is_one_of(phrase, next, "间間前后後")) return std::nullopt;  // 維新三年後: three years later
  ReignDate date{.year = year.value};
  const std::size_t end = read_lunar_month_and_day(phrase, next, date);
  return make_reign_reading(era, date, end);
}

std::optional<DateReading> read_lone_lunar_day(const Phrase& phrase, std::size_t at) {
  return read_lunar_day_of_named_year(phrase, at, false);
}

// 俄曆五月十六日, 公历1858年5月28日; 農曆四月十六 is of the lunar year of a reign named before.
std::optional<DateReading> read_in_named_calendar(const Phrase& phrase, std::size_t at) {
  const auto calendar = find_word(phrase, at, calendar_words);
  if (!calendar) return std::nullopt;
  if (calendar->value == Calendar::chinese) return read_lunar_day_of_named_year(phrase, calendar->end, true);
  std::optional<DateReading> reading = read_han_date(phrase, calendar->end);
  if (!reading) return std::nullopt;
  reading->maybe_lunar = false;
  if (reading->date.precision == DatePrecision::day) reading->date.calendar = calendar->value;
  return reading;
}

}  // namespace aligner::anchors::han
