// Compares two dates. Days are compared under every reading of their calendars that the texts leave open; longer
// intervals are compared as written, for no text dates a month or a century so closely that the calendar matters.

#include <cstdlib>

#include "aligner/anchors/calendar_days.h"
#include "aligner/anchors/date.h"

namespace aligner::anchors {
namespace {

using std::chrono::year_month_day;

constexpr bool may_be(Calendar written, Calendar read) { return written == Calendar::unknown || written == read; }

std::string name(year_month_day day) {
  return to_string(Date{.earliest = day, .latest = day, .calendar = Calendar::unknown});
}

// A reading of a day as a day number; false where the text or the calendar rules it out.
struct Reading {
  bool possible = false;
  long number = 0;
};

Reading read_as(const Date& date, Calendar calendar) {
  if (!may_be(date.calendar, calendar)) return {};
  if (calendar == Calendar::julian) {
    return {is_julian_day(date.earliest), julian_day_number(date.earliest)};
  }
  return {is_gregorian_day(date.earliest), gregorian_day_number(date.earliest)};
}

bool are_apart(Reading first, Reading second, long days) {
  return first.possible && second.possible && std::labs(first.number - second.number) == days;
}

std::string equation(const Date& julian, const char* sign, const Date& gregorian) {
  return name(julian.earliest) + " Julian " + sign + " " + name(gregorian.earliest) + " Gregorian";
}

DateComparison compare_days(const Date& first, const Date& second) {
  const Reading first_julian = read_as(first, Calendar::julian);
  const Reading first_gregorian = read_as(first, Calendar::gregorian);
  const Reading second_julian = read_as(second, Calendar::julian);
  const Reading second_gregorian = read_as(second, Calendar::gregorian);
  const std::string both = name(first.earliest) + " and " + name(second.earliest);

  if (are_apart(first_julian, second_julian, 0) || are_apart(first_gregorian, second_gregorian, 0)) {
    return {DateRelation::same, "both are " + name(first.earliest)};
  }
  if (are_apart(first_julian, second_gregorian, 0)) {
    return {DateRelation::same_other_calendar, equation(first, "=", second)};
  }
  if (are_apart(first_gregorian, second_julian, 0)) {
    return {DateRelation::same_other_calendar, equation(second, "=", first)};
  }
  if (are_apart(first_julian, second_julian, 1) || are_apart(first_gregorian, second_gregorian, 1)) {
    return {DateRelation::near, both + " are one day apart"};
  }
  if (are_apart(first_julian, second_gregorian, 1)) {
    return {DateRelation::near, equation(first, "is one day from", second)};
  }
  if (are_apart(first_gregorian, second_julian, 1)) {
    return {DateRelation::near, equation(second, "is one day from", first)};
  }
  return {DateRelation::conflict, both + " are different days in either calendar"};
}

bool begins_no_later(const Date& outer, const Date& inner) {
  if (outer.open_begin) return true;
  return !inner.open_begin && outer.earliest <= inner.earliest;
}

bool ends_no_earlier(const Date& outer, const Date& inner) {
  if (outer.open_end) return true;
  return !inner.open_end && outer.latest >= inner.latest;
}

bool covers(const Date& outer, const Date& inner) {
  return begins_no_later(outer, inner) && ends_no_earlier(outer, inner);
}

bool share_days(const Date& first, const Date& second) {
  const bool first_ends_before = !first.open_end && !second.open_begin && first.latest < second.earliest;
  const bool second_ends_before = !second.open_end && !first.open_begin && second.latest < first.earliest;
  return !first_ends_before && !second_ends_before;
}

}  // namespace

DateComparison compare_dates(const Date& first, const Date& second) {
  if (first.precision == DatePrecision::day && second.precision == DatePrecision::day) {
    return compare_days(first, second);
  }
  const std::string one = to_string(first);
  const std::string other = to_string(second);
  const bool first_covers = covers(first, second);
  const bool second_covers = covers(second, first);
  if (first_covers && second_covers) return {DateRelation::same, "both are " + one};
  if (first_covers) return {DateRelation::contains, other + " lies in " + one};
  if (second_covers) return {DateRelation::contained, one + " lies in " + other};
  if (share_days(first, second)) return {DateRelation::overlaps, one + " and " + other + " share days"};
  return {DateRelation::conflict, one + " and " + other + " share no day"};
}

}  // namespace aligner::anchors
