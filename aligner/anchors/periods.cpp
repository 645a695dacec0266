// Periods: what is made from dates by words like "before", "century", and double dates.

#include <algorithm>
#include <string>

#include "aligner/anchors/calendar_days.h"
#include "aligner/anchors/date_reading.h"
#include "aligner/anchors/lunar_calendar.h"

namespace aligner::anchors {
namespace {

using std::chrono::year_month_day;

int year_of(year_month_day day) { return static_cast<int>(day.year()); }
unsigned month_of(year_month_day day) { return static_cast<unsigned>(day.month()); }

year_month_day day_of(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

bool is_year(int year) { return year >= 1 && year <= 9999; }

Date make_months(int year, unsigned first, unsigned last) {
  return make_span(make_month(year, first), make_month(year, last), DatePrecision::season);
}

Date years_of(int first, int last, DatePrecision precision) {
  Date date = make_years(first, last);
  date.precision = precision;
  return date;
}

year_month_day moved(year_month_day day, long days, Calendar calendar) {
  if (calendar == Calendar::chinese) return gregorian_from_day_number(gregorian_day_number(day) + days);
  // Within a year's neighbourhood one calendar serves as well as the other: the Julian one knows every written day.
  return julian_from_day_number(julian_day_number(day) + days);
}

// The calendar that makes the two days of a double date one day; a day off counts too (lunar dates do that).
Calendar calendar_of_first(year_month_day first, year_month_day second) {
  if (!is_julian_day(first) || !is_julian_day(second)) return Calendar::unknown;
  const long julian_first = julian_day_number(first) - gregorian_day_number(second);
  if (julian_first >= -1 && julian_first <= 1) return Calendar::julian;
  const long gregorian_first = gregorian_day_number(first) - julian_day_number(second);
  return gregorian_first >= -1 && gregorian_first <= 1 ? Calendar::gregorian : Calendar::unknown;
}

void resolve_double_date(Date& date, MonthDay other) {
  if (date.calendar != Calendar::unknown) return;
  const int year = year_of(date.earliest);
  for (const int candidate : {year, year - 1, year + 1}) {  // 25 December 1857 (6 January 1858)
    date.calendar = calendar_of_first(date.earliest, day_of(candidate, other.month, other.day));
    if (date.calendar != Calendar::unknown) return;
  }
}

// What two dates say beside their days, once they are the ends of a range.
void join_words(Date& range, const Date& last) {
  if (range.qualifier != DateQualifier::circa) range.qualifier = DateQualifier::none;
  const bool both_lunar = range.calendar == Calendar::chinese && last.calendar == Calendar::chinese;
  const bool one_lunar = range.calendar == Calendar::chinese || last.calendar == Calendar::chinese;
  range.reign = both_lunar ? range.reign + " to " + last.reign : "";
  if (one_lunar && !both_lunar) range.calendar = Calendar::unknown;
}

std::string opened_in_words(Opening opening, const std::string& reign) {
  switch (opening) {
    case Opening::before:
      return "before " + reign;
    case Opening::until:
      return "up to " + reign;
    case Opening::since:
      return "from " + reign + " on";
    case Opening::after:
      break;
  }
  return "after " + reign;
}

bool move_to_year(Date& date, int year) {
  const int shift = year - placeholder_year;
  const auto move = [&](year_month_day day) {
    return day_of(year_of(day) + shift, month_of(day), static_cast<unsigned>(day.day()));
  };
  date.earliest = move(date.earliest);
  date.latest = move(date.latest);
  if (!is_year(year_of(date.earliest)) || !is_year(year_of(date.latest))) return false;
  if (date.precision == DatePrecision::day) return is_julian_day(date.earliest);
  if (!is_julian_day(date.latest)) date.latest = day_of(year_of(date.latest), month_of(date.latest), 28);
  return is_julian_day(date.earliest);
}

}  // namespace

Date make_span(const Date& first, const Date& last, DatePrecision precision) {
  Date date = first;
  date.latest = last.latest;
  date.precision = precision;
  return date;
}

std::optional<Date> open_date(const Date& period, Opening opening) {
  if (period.precision == DatePrecision::day || period.precision == DatePrecision::range) return std::nullopt;
  Date date = period;
  date.precision = DatePrecision::range;
  if (date.qualifier != DateQualifier::circa) date.qualifier = DateQualifier::none;
  if (!date.reign.empty()) date.reign = opened_in_words(opening, period.reign);
  if (opening == Opening::before || opening == Opening::until) {
    if (opening == Opening::before) date.latest = moved(period.earliest, -1, period.calendar);
    date.earliest = day_of(1, 1, 1);
    date.open_begin = true;
    return date.latest < date.earliest ? std::nullopt : std::optional(date);
  }
  if (opening == Opening::after) date.earliest = moved(period.latest, 1, period.calendar);
  date.latest = day_of(9999, 12, 31);
  date.open_end = true;
  return date.latest < date.earliest ? std::nullopt : std::optional(date);
}

std::optional<DateReading> join(const DateReading& first, const DateReading& last) {
  DateReading result = first;
  if (first.lacks_year && !last.lacks_year && !move_to_year(result.date, year_of(last.date.earliest))) {
    return std::nullopt;
  }
  if (!first.lacks_year && last.lacks_year) return std::nullopt;
  if (last.date.latest <= result.date.latest || last.date.earliest < result.date.earliest) return std::nullopt;
  result.date = make_span(result.date, last.date, DatePrecision::range);
  join_words(result.date, last.date);
  result.lacks_year = last.lacks_year;
  result.other.reset();
  result.end = last.end;
  return result;
}

std::optional<Date> complete_in_lunar_year(const DateReading& reading, int lunar_year) {
  const Date& written = reading.date;
  const LunarMonth month = {.number = static_cast<int>(month_of(written.earliest))};
  Date date{.calendar = Calendar::chinese, .precision = written.precision, .year_assumed = true};
  if (written.precision == DatePrecision::day) {
    const auto day = find_lunar_day(lunar_year, month, static_cast<int>(static_cast<unsigned>(written.earliest.day())));
    if (!day) return std::nullopt;
    date.earliest = *day;
    date.latest = *day;
    return date;
  }
  const std::optional<LunarSpan> span = find_lunar_month(lunar_year, month);
  if (!span || written.precision != DatePrecision::month) return std::nullopt;
  date.earliest = span->first;
  date.latest = span->last;
  return date;
}

std::optional<Date> complete(const DateReading& reading, std::optional<int> assumed_year) {
  if (reading.counts_other_years) return std::nullopt;
  Date date = reading.date;
  if (reading.lacks_year) {
    if (!assumed_year || !move_to_year(date, *assumed_year)) return std::nullopt;
    date.year_assumed = true;
  }
  if (reading.other && date.precision == DatePrecision::day) resolve_double_date(date, *reading.other);
  return date;
}

std::optional<Date> make_centuries(int first, int last) {
  if (first < 1 || last < first || last > 21) return std::nullopt;
  const DatePrecision precision = first == last ? DatePrecision::century : DatePrecision::range;
  return years_of(100 * (first - 1) + 1, 100 * last, precision);
}

std::optional<Date> make_century(int number) { return make_centuries(number, number); }

std::optional<Date> make_decades(int first_year, int last_year) {
  if (first_year % 10 != 0 || last_year % 10 != 0 || first_year < 10 || last_year < first_year || last_year > 2100) {
    return std::nullopt;
  }
  const DatePrecision precision = first_year == last_year ? DatePrecision::decade : DatePrecision::range;
  return years_of(first_year, last_year + 9, precision);
}

Date make_season(int year, int season) {
  const auto first = static_cast<unsigned>(3 * std::clamp(season, 1, 4));
  if (first <= 9) return make_months(year, first, first + 2);
  return make_span(make_month(year, 12), make_month(year < 9999 ? year + 1 : year, year < 9999 ? 2 : 12),
                   DatePrecision::season);
}

std::optional<DateReading> make_day_reading(int year, int month, int day, std::size_t end) {
  const bool lacks_year = year == 0;
  if (lacks_year) year = placeholder_year;
  if (!is_year(year) || month < 1 || month > 12 || day < 1) return std::nullopt;
  const year_month_day written = day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  if (!is_julian_day(written)) return std::nullopt;
  return DateReading{.end = end, .date = {.earliest = written, .latest = written}, .lacks_year = lacks_year};
}

std::optional<DateReading> make_month_reading(int year, int month, std::size_t end) {
  const bool lacks_year = year == 0;
  if (lacks_year) year = placeholder_year;
  if (!is_year(year) || month < 1 || month > 12) return std::nullopt;
  return DateReading{.end = end, .date = make_month(year, static_cast<unsigned>(month)), .lacks_year = lacks_year};
}

}  // namespace aligner::anchors
