// Dates in English, for people: the words are found from the interval, so that they hold however a date was written.

#include <array>

#include "aligner/anchors/calendar_days.h"
#include "aligner/anchors/date.h"

namespace aligner::anchors {
namespace {

using std::chrono::year_month_day;

constexpr std::array<const char*, 13> month_names = {"",        "January",  "February", "March",  "April",
                                                     "May",     "June",     "July",     "August", "September",
                                                     "October", "November", "December"};

struct Corner {
  int year;
  unsigned month;
  unsigned day;
};

Corner corner(year_month_day day) {
  return {static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())};
}

std::string month_name(unsigned month) { return month <= 12 ? month_names[month] : ""; }

std::string describe_day(Corner day) {
  return std::to_string(day.day) + " " + month_name(day.month) + " " + std::to_string(day.year);
}

bool begins_month(Corner day) { return day.day == 1; }
bool ends_month(Corner day) { return day.day >= 28 && day.day == longest_month_length(day.year, day.month); }
bool begins_year(Corner day) { return day.month == 1 && begins_month(day); }
bool ends_year(Corner day) { return day.month == 12 && ends_month(day); }

std::string ordinal(int number) {
  const int tens = number % 100 / 10;
  const int unit = number % 10;
  const char* ending = tens == 1 ? "th" : unit == 1 ? "st" : unit == 2 ? "nd" : unit == 3 ? "rd" : "th";
  return std::to_string(number) + ending;
}

int century_of(int year) { return (year - 1) / 100 + 1; }

// The shortest words for an interval between two corners.
std::string describe_span(Corner first, Corner last) {
  if (begins_year(first) && ends_year(last)) {
    return first.year == last.year ? std::to_string(first.year)
                                   : std::to_string(first.year) + "-" + std::to_string(last.year);
  }
  if (begins_month(first) && ends_month(last)) {
    const std::string end = month_name(last.month) + " " + std::to_string(last.year);
    if (first.year == last.year && first.month == last.month) return end;
    const std::string begin = month_name(first.month);
    return (first.year == last.year ? begin : begin + " " + std::to_string(first.year)) + " to " + end;
  }
  if (first.year == last.year && first.month == last.month && first.day == last.day) return describe_day(first);
  return describe_day(first) + " to " + describe_day(last);
}

std::string describe_part_of_month(Corner first, Corner last) {
  const char* part = first.day == 1 ? "early " : first.day == 11 ? "mid-" : "late ";
  if (first.day == 1 && last.day == 15) part = "first half of ";
  if (first.day == 16) part = "second half of ";
  return part + month_name(first.month) + " " + std::to_string(first.year);
}

std::string describe_season(Corner first, Corner last) {
  struct Part {
    unsigned first_month;
    unsigned last_month;
    const char* words;
  };
  static constexpr std::array<Part, 13> parts = {{{3, 5, "spring "},
                                                  {6, 8, "summer "},
                                                  {9, 11, "autumn "},
                                                  {12, 2, "winter "},
                                                  {1, 4, "early "},
                                                  {5, 8, "mid-"},
                                                  {9, 12, "late "},
                                                  {1, 6, "first half of "},
                                                  {7, 12, "second half of "},
                                                  {1, 3, "first quarter of "},
                                                  {4, 6, "second quarter of "},
                                                  {7, 9, "third quarter of "},
                                                  {10, 12, "last quarter of "}}};
  for (const Part& part : parts) {
    if (part.first_month == first.month && part.last_month == last.month) {
      return part.words + std::to_string(first.year);
    }
  }
  return describe_span(first, last);
}

std::string describe_decade(int year) { return std::to_string(year - year % 10) + "s"; }

std::string describe_part_of_decade(Corner first, Corner last) {
  const int begin = first.year % 10;
  const int end = last.year % 10;
  const char* part = begin == 0 ? "early " : begin == 3 ? "mid-" : "late ";
  if (begin == 0 && end == 4) part = "first half of the ";
  if (begin == 5 && end == 9) part = "second half of the ";
  return part + describe_decade(first.year);
}

constexpr std::array<const char*, 4> quarters = {"first quarter of the ", "second quarter of the ",
                                                 "third quarter of the ", "last quarter of the "};

std::string describe_century(int year) { return ordinal(century_of(year)) + " century"; }

std::string describe_part_of_century(Corner first, Corner last) {
  const int begin = (first.year - 1) % 100 + 1;
  const int end = (last.year - 1) % 100 + 1;
  const char* part = begin == 1 ? "early " : begin == 34 ? "mid-" : "late ";
  if (begin == 1 && end == 50) part = "first half of the ";
  if (begin == 51 && end == 100) part = "second half of the ";
  if (begin == 1 && end == 10) part = "first decade of the ";
  if (begin == 91) part = "last decade of the ";
  if (end == begin + 24) part = quarters.at(static_cast<std::size_t>(begin / 25));
  return part + describe_century(first.year);
}

std::string describe_interval(const Date& date) {
  const Corner first = corner(date.earliest);
  const Corner last = corner(date.latest);
  if (date.calendar == Calendar::chinese) return describe_span(first, last);
  switch (date.precision) {
    case DatePrecision::day:
      return describe_day(first);
    case DatePrecision::part_of_month:
      return describe_part_of_month(first, last);
    case DatePrecision::season:
      return describe_season(first, last);
    case DatePrecision::part_of_decade:
      return describe_part_of_decade(first, last);
    case DatePrecision::decade:
      return describe_decade(first.year);
    case DatePrecision::part_of_century:
      return describe_part_of_century(first, last);
    case DatePrecision::century:
      return describe_century(first.year);
    case DatePrecision::month:
    case DatePrecision::year:
    case DatePrecision::range:
      break;
  }
  return describe_span(first, last);
}

// A side that is open is told by its other end: "up to 1849", "from May 1858 on".
std::string describe_end(const Date& date) {
  const Corner end = corner(date.open_begin ? date.latest : date.earliest);
  const bool whole_year = date.open_begin ? ends_year(end) : begins_year(end);
  const bool whole_month = date.open_begin ? ends_month(end) : begins_month(end);
  if (whole_year) return std::to_string(end.year);
  if (whole_month) return month_name(end.month) + " " + std::to_string(end.year);
  return describe_day(end);
}

}  // namespace

std::string to_string(const Date& date) {
  const bool is_long = date.precision == DatePrecision::decade || date.precision == DatePrecision::century;
  const bool is_rough = date.qualifier == DateQualifier::circa;
  const std::string about = !is_rough ? "" : is_long ? "about the " : "about ";
  if (!date.reign.empty()) return about + date.reign;
  if (date.open_begin && date.open_end) return "any time";
  if (date.open_begin) return "up to " + about + describe_end(date);
  if (date.open_end) return "from " + about + describe_end(date) + " on";
  std::string words = about + describe_interval(date);
  if (date.calendar == Calendar::julian) words += " Julian";
  if (date.calendar == Calendar::gregorian) words += " Gregorian";
  if (date.calendar == Calendar::chinese) words += " (lunar)";
  return words;
}

}  // namespace aligner::anchors
