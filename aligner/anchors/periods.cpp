// Periods: what is made from dates by words like "early", "before", "century", and double dates.

#include <algorithm>

#include "aligner/anchors/calendar_days.h"
#include "aligner/anchors/date_reading.h"

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

Date narrow_month(const Date& month, Part part) {
  const int year = year_of(month.earliest);
  const unsigned number = month_of(month.earliest);
  const unsigned length = longest_month_length(year, number);
  unsigned first = 1;
  unsigned last = length;
  if (part == Part::early) last = 10;
  if (part == Part::mid) first = 11;
  if (part == Part::mid) last = 20;
  if (part == Part::late) first = 21;
  if (part == Part::first_half) last = 15;
  if (part == Part::second_half) first = 16;
  Date date = month;
  date.earliest = day_of(year, number, first);
  date.latest = day_of(year, number, last);
  date.precision = DatePrecision::part_of_month;
  return date;
}

Date narrow_year(int year, Part part) {
  switch (part) {
    case Part::early:
      return make_months(year, 1, 4);
    case Part::mid:
      return make_months(year, 5, 8);
    case Part::late:
      return make_months(year, 9, 12);
    case Part::first_half:
      return make_months(year, 1, 6);
    case Part::second_half:
      break;
  }
  return make_months(year, 7, 12);
}

struct Bounds {
  int first;
  int last;
};

Bounds bounds_in_decade(Part part) {
  switch (part) {
    case Part::early:
      return {0, 3};
    case Part::mid:
      return {3, 7};
    case Part::late:
      return {6, 9};
    case Part::first_half:
      return {0, 4};
    case Part::second_half:
      break;
  }
  return {5, 9};
}

Bounds bounds_in_century(Part part) {
  switch (part) {
    case Part::early:
      return {0, 32};
    case Part::mid:
      return {33, 65};
    case Part::late:
      return {66, 99};
    case Part::first_half:
      return {0, 49};
    case Part::second_half:
      break;
  }
  return {50, 99};
}

year_month_day moved(year_month_day day, long days) {
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

std::optional<Date> narrow(const Date& period, Part part) {
  const int year = year_of(period.earliest);
  switch (period.precision) {
    case DatePrecision::month:
      return narrow_month(period, part);
    case DatePrecision::year:
      return narrow_year(year, part);
    case DatePrecision::decade: {
      const Bounds bounds = bounds_in_decade(part);
      return years_of(year + bounds.first, year + bounds.last, DatePrecision::part_of_decade);
    }
    case DatePrecision::century: {
      const Bounds bounds = bounds_in_century(part);
      return years_of(year + bounds.first, year + bounds.last, DatePrecision::part_of_century);
    }
    case DatePrecision::day:
    case DatePrecision::part_of_month:
    case DatePrecision::season:
    case DatePrecision::part_of_decade:
    case DatePrecision::part_of_century:
    case DatePrecision::range:
      break;
  }
  return std::nullopt;
}

std::optional<Date> open_date(const Date& period, Opening opening) {
  if (period.precision == DatePrecision::day || period.precision == DatePrecision::range) return std::nullopt;
  Date date = period;
  date.precision = DatePrecision::range;
  if (opening == Opening::before || opening == Opening::until) {
    if (opening == Opening::before) date.latest = moved(period.earliest, -1);
    date.earliest = day_of(1, 1, 1);
    date.open_begin = true;
    return date.latest < date.earliest ? std::nullopt : std::optional(date);
  }
  if (opening == Opening::after) date.earliest = moved(period.latest, 1);
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
  result.lacks_year = last.lacks_year;
  result.other.reset();
  result.end = last.end;
  return result;
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
