// Periods: what is made from dates by words like "early", "before", "century", and double dates.

#include <algorithm>
#include <array>
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

// Which share of a period a part is: the step `step` of `of` equal ones, counted from 0.
struct Share {
  int step;
  int of;

  bool is_last() const { return step + 1 == of; }
};

Share share_of(Part part) {
  static constexpr std::array<Share, 14> shares = {{{0, 3},
                                                    {1, 3},
                                                    {2, 3},
                                                    {0, 2},
                                                    {1, 2},
                                                    {0, 4},
                                                    {1, 4},
                                                    {2, 4},
                                                    {3, 4},
                                                    {0, 3},
                                                    {1, 3},
                                                    {2, 3},
                                                    {0, 10},
                                                    {9, 10}}};
  return shares.at(static_cast<std::size_t>(part) - 1);
}

// Of a hundred years, of twelve months, ..., counted from 0.
struct Bounds {
  int first;
  int last;
};

Bounds bounds_in(int length, Share share) {
  return {length * share.step / share.of, length * (share.step + 1) / share.of - 1};
}

DateQualifier qualifier_of(Part part) {
  if (part == Part::early) return DateQualifier::early;
  if (part == Part::mid) return DateQualifier::mid;
  return part == Part::late ? DateQualifier::late : DateQualifier::none;
}

// Thirds end on the 10th and 20th, halves on the 15th, whatever the month's length.
std::optional<Date> narrow_month(const Date& month, Share share) {
  if (share.of > 3) return std::nullopt;
  const Bounds days = bounds_in(30, share);
  Date date = month;
  date.precision = DatePrecision::part_of_month;
  if (month.calendar == Calendar::chinese) {
    const long first = gregorian_day_number(month.earliest);
    date.earliest = gregorian_from_day_number(first + days.first);
    if (!share.is_last()) date.latest = gregorian_from_day_number(first + days.last);
    return date;
  }
  const int year = year_of(month.earliest);
  const unsigned number = month_of(month.earliest);
  date.earliest = day_of(year, number, static_cast<unsigned>(days.first) + 1);
  if (!share.is_last()) date.latest = day_of(year, number, static_cast<unsigned>(days.last) + 1);
  return date;
}

std::optional<Date> narrow_year(const Date& year, Share share) {
  if (share.of > 4) return std::nullopt;
  if (year.calendar != Calendar::chinese) {
    const Bounds months = bounds_in(12, share);
    return make_months(year_of(year.earliest), static_cast<unsigned>(months.first) + 1,
                       static_cast<unsigned>(months.last) + 1);
  }
  const long first = gregorian_day_number(year.earliest);
  const Bounds days = bounds_in(static_cast<int>(gregorian_day_number(year.latest) - first) + 1, share);
  Date date = year;
  date.precision = DatePrecision::season;
  date.earliest = gregorian_from_day_number(first + days.first);
  date.latest = gregorian_from_day_number(first + days.last);
  return date;
}

// Thirds of a decade overlap, as one speaks of them: the years 0-3, 3-7, 6-9.
std::optional<Date> narrow_decade(const Date& decade, Share share) {
  static constexpr std::array<Bounds, 3> thirds = {{{0, 3}, {3, 7}, {6, 9}}};
  if (share.of > 3) return std::nullopt;
  const Bounds years = share.of == 3 ? thirds.at(static_cast<std::size_t>(share.step)) : bounds_in(10, share);
  const int first = year_of(decade.earliest);
  return years_of(first + years.first, first + years.last, DatePrecision::part_of_decade);
}

Date narrow_century(const Date& century, Share share) {
  const Bounds years = bounds_in(100, share);
  const int first = year_of(century.earliest);
  return years_of(first + years.first, first + years.last, DatePrecision::part_of_century);
}

std::optional<Date> narrow_to_share(const Date& period, Share share) {
  switch (period.precision) {
    case DatePrecision::month:
      return narrow_month(period, share);
    case DatePrecision::year:
      return narrow_year(period, share);
    case DatePrecision::decade:
      return narrow_decade(period, share);
    case DatePrecision::century:
      return narrow_century(period, share);
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

std::string part_in_words(Part part) {
  static constexpr std::array<const char*, 14> words = {"early",
                                                        "mid",
                                                        "late",
                                                        "first half of",
                                                        "second half of",
                                                        "first quarter of",
                                                        "second quarter of",
                                                        "third quarter of",
                                                        "last quarter of",
                                                        "first third of",
                                                        "middle third of",
                                                        "last third of",
                                                        "first decade of",
                                                        "last decade of"};
  return words.at(static_cast<std::size_t>(part) - 1);
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

std::optional<Date> narrow(const Date& period, Part part) {
  std::optional<Date> date = narrow_to_share(period, share_of(part));
  if (!date) return std::nullopt;
  date->qualifier = qualifier_of(part);
  if (!date->reign.empty()) date->reign = part_in_words(part) + " " + period.reign;
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
