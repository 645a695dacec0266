#pragma once
// The Chinese lunar calendar of the years 1644 to 1945 as a table: no ICU calendar is built while texts are read.
// Private.
//
//   find_lunar_day(1858, {.number = 4}, 16);  // 28 May 1858: Xianfeng 8, 4th month, 16th day
//
// A lunar year is named by the Gregorian year in which it begins. ICU reckons by today's astronomy: months of the 17th
// century, and of the Nguyễn calendar before 1813, may have begun a day earlier or later than it says.

#include <chrono>
#include <optional>

namespace aligner::anchors {

constexpr int first_lunar_year = 1644;

struct LunarMonth {
  int number = 0;     // 1 to 12
  bool leap = false;  // the one inserted behind the month of this number
};

/// First and last day, Gregorian.
struct LunarSpan {
  std::chrono::year_month_day first;
  std::chrono::year_month_day last;
};

/// Empty outside the table, and where the year has no such month (leap months are rare) or the month no such day.
std::optional<LunarSpan> find_lunar_year(int year);
std::optional<LunarSpan> find_lunar_month(int year, LunarMonth month);
std::optional<std::chrono::year_month_day> find_lunar_day(int year, LunarMonth month, int day);

}  // namespace aligner::anchors
