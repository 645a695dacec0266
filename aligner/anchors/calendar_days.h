#pragma once
// Day numbers in the two calendars, without exceptions: the ground date.cpp and compare_dates.cpp stand on. Private.
//
//   julian_day_number(16 May 1858) == gregorian_day_number(28 May 1858)
//
// Both calendars are proleptic; a day number counts days from one fixed day that is the same in both.

#include <chrono>

namespace aligner::anchors {

bool is_julian_day(std::chrono::year_month_day day);     // exists in the Julian calendar (29 February 1900 does)
bool is_gregorian_day(std::chrono::year_month_day day);  // exists in the Gregorian calendar

long julian_day_number(std::chrono::year_month_day day);
long gregorian_day_number(std::chrono::year_month_day day);

std::chrono::year_month_day julian_from_day_number(long number);
std::chrono::year_month_day gregorian_from_day_number(long number);

/// Days of a month as a text may write them: the longer of both calendars.
unsigned longest_month_length(int year, unsigned month);

}  // namespace aligner::anchors
