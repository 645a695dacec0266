#include "aligner/anchors/date.h"

#include <array>

#include "aligner/anchors/calendar_days.h"
#include "aligner/error.h"

namespace aligner::anchors {
namespace {

using std::chrono::year_month_day;

year_month_day day_of(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

std::string digits_of(year_month_day day) {
  return std::to_string(static_cast<int>(day.year())) + "-" + std::to_string(static_cast<unsigned>(day.month())) + "-" +
         std::to_string(static_cast<unsigned>(day.day()));
}

bool exists(year_month_day day, Calendar calendar) {
  return calendar == Calendar::gregorian ? is_gregorian_day(day) : is_julian_day(day);
}

void check_year(int year) {
  if (year < 1 || year > 9999) {
    throw Error("year " + std::to_string(year) + " lies outside 1 to 9999; dates are kept in these years only");
  }
}

void check_conversion(year_month_day day, bool is_day, const char* calendar) {
  if (!is_day) throw Error("there is no day " + digits_of(day) + " in the " + calendar + " calendar; check the date");
  const int year = static_cast<int>(day.year());
  if (year < 1 || year > 2100) {
    throw Error("day " + digits_of(day) + " lies outside the years 1 to 2100; calendars are compared only there");
  }
}

}  // namespace

Date make_day(int year, unsigned month, unsigned day, Calendar calendar) {
  check_year(year);
  const year_month_day written = day_of(year, month, day);
  if (!exists(written, calendar)) {
    throw Error("there is no day " + digits_of(written) + "; check month and day of the date");
  }
  return {.earliest = written, .latest = written, .calendar = calendar, .precision = DatePrecision::day};
}

Date make_month(int year, unsigned month) {
  check_year(year);
  if (month < 1 || month > 12) {
    throw Error("there is no month " + std::to_string(month) + "; months are 1 to 12");
  }
  return {.earliest = day_of(year, month, 1),
          .latest = day_of(year, month, longest_month_length(year, month)),
          .precision = DatePrecision::month};
}

Date make_year(int year) {
  check_year(year);
  return {.earliest = day_of(year, 1, 1), .latest = day_of(year, 12, 31), .precision = DatePrecision::year};
}

Date make_years(int first, int last) {
  check_year(first);
  check_year(last);
  if (last < first) {
    throw Error("the years " + std::to_string(first) + "-" + std::to_string(last) + " run backwards; swap them");
  }
  if (first == last) return make_year(first);
  return {.earliest = day_of(first, 1, 1), .latest = day_of(last, 12, 31), .precision = DatePrecision::range};
}

int julian_lag_days(year_month_day julian) {
  check_conversion(julian, is_julian_day(julian), "Julian");
  return static_cast<int>(julian_day_number(julian) - gregorian_day_number(julian));
}

year_month_day julian_to_gregorian(year_month_day julian) {
  check_conversion(julian, is_julian_day(julian), "Julian");
  return gregorian_from_day_number(julian_day_number(julian));
}

year_month_day gregorian_to_julian(year_month_day gregorian) {
  check_conversion(gregorian, is_gregorian_day(gregorian), "Gregorian");
  return julian_from_day_number(gregorian_day_number(gregorian));
}

std::string to_string(Calendar calendar) {
  switch (calendar) {
    case Calendar::gregorian:
      return "gregorian";
    case Calendar::julian:
      return "julian";
    case Calendar::chinese:
      return "chinese";
    case Calendar::unknown:
      break;
  }
  return "unknown";
}

std::string to_string(DatePrecision precision) {
  static constexpr std::array<const char*, 10> words = {"day",     "part-of-month",  "month",  "season",
                                                        "year",    "part-of-decade", "decade", "part-of-century",
                                                        "century", "range"};
  return words.at(static_cast<std::size_t>(precision));
}

std::string to_string(DateQualifier qualifier) {
  static constexpr std::array<const char*, 5> words = {"", "early", "mid", "late", "circa"};
  return words.at(static_cast<std::size_t>(qualifier));
}

}  // namespace aligner::anchors
