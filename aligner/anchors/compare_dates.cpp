// Compares two dates. The calendar is a hypothesis of each date: a day is compared under every reading that its text
// leaves open. Longer intervals are compared as written, for no text dates a month or a century so closely that the
// calendar matters; beside a lunar date both are compared by their day numbers.

#include <array>
#include <cstdlib>
#include <limits>

#include "aligner/anchors/calendar_days.h"
#include "aligner/anchors/date.h"

namespace aligner::anchors {
namespace {

using std::chrono::year_month_day;

constexpr std::array<Calendar, 3> calendars = {Calendar::julian, Calendar::gregorian, Calendar::chinese};

bool is_lunar(const Date& date) { return date.calendar == Calendar::chinese; }

// What is not lunar by its words may be Julian or Gregorian.
bool may_be(const Date& date, Calendar calendar) {
  return date.calendar == calendar || (date.calendar == Calendar::unknown && calendar != Calendar::chinese);
}

std::string without_calendar(const Date& date) {
  Date bare = date;
  bare.calendar = Calendar::unknown;
  return to_string(bare);
}

// "16 May 1858 Julian", "Xianfeng 8/4/16".
std::string named(const Date& date, Calendar calendar) {
  if (calendar == Calendar::chinese) return to_string(date);
  return without_calendar(date) + (calendar == Calendar::julian ? " Julian" : " Gregorian");
}

// A day under one hypothesis.
struct Reading {
  bool possible = false;
  long number = 0;
};

Reading read_as(const Date& date, Calendar calendar) {
  if (!may_be(date, calendar)) return {};
  if (calendar == Calendar::julian) return {is_julian_day(date.earliest), julian_day_number(date.earliest)};
  return {is_gregorian_day(date.earliest), gregorian_day_number(date.earliest)};
}

bool are_apart(Reading first, Reading second, long days) {
  return first.possible && second.possible && std::labs(first.number - second.number) == days;
}

struct Hypothesis {
  Calendar first;
  Calendar second;
};

// The hypothesis under which the days lie `days` apart; the calendars are told apart or are one.
std::optional<Hypothesis> find_hypothesis(const Date& first, const Date& second, long days, bool one_calendar) {
  for (const Calendar of_first : calendars) {
    for (const Calendar of_second : calendars) {
      if ((of_first == of_second) != one_calendar) continue;
      if (are_apart(read_as(first, of_first), read_as(second, of_second), days)) return Hypothesis{of_first, of_second};
    }
  }
  return std::nullopt;
}

// Lunar first, then Julian, then Gregorian, whichever text they stand in.
std::string equation(const Date& first, const Date& second, Hypothesis found, const char* sign) {
  const bool keeps_order =
      found.first == Calendar::chinese || (found.first == Calendar::julian && found.second == Calendar::gregorian);
  const std::string one = named(first, found.first);
  const std::string other = named(second, found.second);
  return keeps_order ? one + " " + sign + " " + other : other + " " + sign + " " + one;
}

DateComparison compare_days(const Date& first, const Date& second) {
  if (find_hypothesis(first, second, 0, true)) {
    return {DateRelation::same, "both are " + (is_lunar(first) ? to_string(first) : without_calendar(first))};
  }
  if (const auto found = find_hypothesis(first, second, 0, false)) {
    return {DateRelation::same_other_calendar, equation(first, second, *found, "=")};
  }
  if (const auto found = find_hypothesis(first, second, 1, false)) {
    return {DateRelation::near, equation(first, second, *found, "is one day from")};
  }
  return {DateRelation::conflict,
          without_calendar(first) + " and " + without_calendar(second) + " are different days in any calendar"};
}

// First and last day as numbers that compare; an open side lies beyond all days.
struct Interval {
  long first = 0;
  long last = 0;

  bool covers(const Interval& other) const { return first <= other.first && last >= other.last; }
  bool meets(const Interval& other) const { return first <= other.last && other.first <= last; }
};

// Days as written, under one calendar: Gregorian numbers serve where none is asked for.
Interval interval_of(const Date& date, Calendar calendar) {
  const auto number = calendar == Calendar::julian ? julian_day_number : gregorian_day_number;
  return {date.open_begin ? std::numeric_limits<long>::min() : number(date.earliest),
          date.open_end ? std::numeric_limits<long>::max() : number(date.latest)};
}

DateRelation relation_of(const Interval& first, const Interval& second) {
  if (first.covers(second) && second.covers(first)) return DateRelation::same;
  if (first.covers(second)) return DateRelation::contains;
  if (second.covers(first)) return DateRelation::contained;
  return first.meets(second) ? DateRelation::overlaps : DateRelation::conflict;
}

DateComparison explained(DateRelation relation, const std::string& one, const std::string& other) {
  switch (relation) {
    case DateRelation::same:
      return {relation, one == other ? "both are " + one : one + " is " + other};
    case DateRelation::contains:
      return {relation, other + " lies in " + one};
    case DateRelation::contained:
      return {relation, one + " lies in " + other};
    case DateRelation::overlaps:
      return {relation, one + " and " + other + " share days"};
    case DateRelation::same_other_calendar:
    case DateRelation::near:
    case DateRelation::conflict:
      break;
  }
  return {DateRelation::conflict, one + " and " + other + " share no day"};
}

// The calendar of the date that is not lunar: Gregorian unless only the Julian reading brings the two together.
Calendar calendar_beside(const Date& lunar, const Date& date) {
  if (date.calendar != Calendar::unknown) return date.calendar;
  const Interval days = interval_of(lunar, Calendar::chinese);
  const bool gregorian = relation_of(days, interval_of(date, Calendar::gregorian)) != DateRelation::conflict;
  const bool julian = relation_of(days, interval_of(date, Calendar::julian)) != DateRelation::conflict;
  return julian && !gregorian ? Calendar::julian : Calendar::gregorian;
}

DateComparison compare_with_lunar(const Date& first, const Date& second) {
  const Calendar beside = is_lunar(first) ? calendar_beside(first, second) : calendar_beside(second, first);
  const auto calendar_of = [&](const Date& date) { return is_lunar(date) ? Calendar::chinese : beside; };
  const auto words_of = [&](const Date& date) {
    return is_lunar(date) || beside == Calendar::gregorian ? to_string(date) : named(date, beside);
  };
  const DateRelation relation =
      relation_of(interval_of(first, calendar_of(first)), interval_of(second, calendar_of(second)));
  return explained(relation, words_of(first), words_of(second));
}

}  // namespace

DateComparison compare_dates(const Date& first, const Date& second) {
  if (first.precision == DatePrecision::day && second.precision == DatePrecision::day) {
    return compare_days(first, second);
  }
  if (is_lunar(first) != is_lunar(second)) return compare_with_lunar(first, second);
  // As written: Julian numbers know every day that a text may write.
  const Calendar as_written = is_lunar(first) ? Calendar::chinese : Calendar::julian;
  return explained(relation_of(interval_of(first, as_written), interval_of(second, as_written)), to_string(first),
                   to_string(second));
}

}  // namespace aligner::anchors
