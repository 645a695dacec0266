#pragma once
// Date: an interval of days, the calendar it was written in, and how precisely.
//
//   Date signing = make_day(1858, 5, 16);
//   compare_dates(signing, make_day(1858, 5, 28));  // same_other_calendar: 16 May 1858 Julian = 28 May 1858 Gregorian
//
// Texts seldom name their calendar, so a day is read as written and the calendar is a hypothesis of each comparison.
// Intervals are fixed: a century runs 1801-1900, a decade 1850-1859; early/mid/late narrow a month to days 1-10, 11-20,
// 21-end, a year to its thirds, a decade to years 0-3, 3-7, 6-9, a century to years 1-33, 34-66, 67-100; a half halves.
// Seasons are March-May, June-August, September-November and December-February of the following year. An open side
// reaches to 1 January of the year 1 or to 31 December 9999.
//
// Reign years are lunar: "Xianfeng 8/4/16" is kept as the Gregorian day it fell on, with its words beside it.
//
// A double date, "16 (28) May 1858", is one date: the first day in the calendar that makes it equal the second.

#include <chrono>
#include <optional>
#include <string>

namespace aligner::anchors {

enum class Calendar { unknown, gregorian, julian, chinese };

/// What the text says beside the interval: "early May" is days 1 to 10, and early; "about 1850" is 1850, and circa.
enum class DateQualifier { none, early, mid, late, circa };

enum class DatePrecision {
  day,
  part_of_month,
  month,
  season,  // any part of one year: a season, a third, a half
  year,
  part_of_decade,
  decade,
  part_of_century,
  century,
  range
};

struct Date {
  // First and last day, as written: in `calendar`, not converted; but for Calendar::chinese, whose months and days have
  // no ISO form, the Gregorian days they fall on. earliest <= latest.
  std::chrono::year_month_day earliest;
  std::chrono::year_month_day latest;
  Calendar calendar = Calendar::unknown;
  DateQualifier qualifier = DateQualifier::none;
  DatePrecision precision = DatePrecision::day;
  bool year_assumed = false;  // "15 September": the year was understood from the text around
  bool open_begin = false;    // "before 1850": everything up to latest
  bool open_end = false;      // "since 1850": everything from earliest
  std::string reign;          // "Xianfeng 8/4/16": how a report tells a date of Calendar::chinese; else empty

  friend bool operator==(const Date&, const Date&) = default;
};

/// One day; year, month 1-12, day of the month. Throws Error when there is no such day (29 February needs a Julian or
/// Gregorian leap year: 29 February 1900 exists in the Julian calendar only and is accepted).
Date make_day(int year, unsigned month, unsigned day, Calendar calendar = Calendar::unknown);

/// A whole month, year, or span of years.
/// Throws Error when a year is not 1 to 9999, a month not 1 to 12, or the last year lies before the first.
Date make_month(int year, unsigned month);
Date make_year(int year);
Date make_years(int first, int last);

/// How far the Julian calendar lags behind on a day written in it: 10 days from 1 March 1500 Julian, 11 from 1 March
/// 1700, 12 from 1 March 1800, 13 from 1 March 1900. Throws Error outside the years 1 to 2100.
int julian_lag_days(std::chrono::year_month_day julian);

/// The same day in the other calendar.
std::chrono::year_month_day julian_to_gregorian(std::chrono::year_month_day julian);
std::chrono::year_month_day gregorian_to_julian(std::chrono::year_month_day gregorian);

enum class DateRelation {
  same,                 // equal intervals
  same_other_calendar,  // equal days in two calendars, each of which the text names or leaves open
  contains,             // the first contains the second
  contained,            // the first lies inside the second
  overlaps,             // they share days, neither contains the other
  near,                 // days of two calendars, one day apart (the trap of lunar dates)
  conflict,             // nothing of that
};

struct DateComparison {
  DateRelation relation = DateRelation::conflict;
  std::string reason;  // English, for people: "16 May 1858 Julian = 28 May 1858 Gregorian", "May 1858 lies in 1858"
};

DateComparison compare_dates(const Date& first, const Date& second);

/// "unknown", "gregorian", "julian", "chinese".
std::string to_string(Calendar calendar);
/// "day", "part-of-month", "month", "season", "year", "part-of-decade", "decade", "part-of-century", "century",
/// "range".
std::string to_string(DatePrecision precision);
/// "", "early", "mid", "late", "circa".
std::string to_string(DateQualifier qualifier);

/// "16 May 1858", "May 1858", "about 1858", "1850s", "19th century", "1850-1864", "early May 1858", "Xianfeng 8/4/16":
/// English, for people.
std::string to_string(const Date& date);

}  // namespace aligner::anchors
