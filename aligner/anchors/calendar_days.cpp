#include "aligner/anchors/calendar_days.h"

namespace aligner::anchors {
namespace {

using std::chrono::year_month_day;

constexpr long days_in_four_years = 4 * 365 + 1;
constexpr long days_in_four_centuries = 100 * days_in_four_years - 3;
// 1 March of the year 0: the Gregorian day falls two days later than the Julian one, so it gets the larger number.
constexpr long gregorian_shift = 2;

struct MarchDate {
  long year;  // begins on 1 March
  long day;   // 0 is 1 March
};

// Counting years from March puts the leap day last, where it disturbs nothing.
MarchDate from_march(year_month_day day) {
  const int month = static_cast<int>(static_cast<unsigned>(day.month()));
  const long year = static_cast<int>(day.year()) - (month <= 2 ? 1 : 0);
  const int since_march = (month + 9) % 12;
  return {year, (153 * since_march + 2) / 5 + static_cast<long>(static_cast<unsigned>(day.day())) - 1};
}

year_month_day to_day(MarchDate date) {
  const long since_march = (5 * date.day + 2) / 153;
  const long month = since_march < 10 ? since_march + 3 : since_march - 9;
  const long day = date.day - (153 * since_march + 2) / 5 + 1;
  return {std::chrono::year(static_cast<int>(date.year + (month <= 2 ? 1 : 0))),
          std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))};
}

long floor_divide(long value, long by) { return value >= 0 ? value / by : -((-value + by - 1) / by); }

bool is_day_of(year_month_day day, bool leap_year) {
  const unsigned month = static_cast<unsigned>(day.month());
  const unsigned number = static_cast<unsigned>(day.day());
  if (month < 1 || month > 12 || number < 1) return false;
  if (month == 2) return number <= (leap_year ? 29U : 28U);
  const bool short_month = month == 4 || month == 6 || month == 9 || month == 11;
  return number <= (short_month ? 30U : 31U);
}

}  // namespace

bool is_julian_day(year_month_day day) { return is_day_of(day, static_cast<int>(day.year()) % 4 == 0); }

bool is_gregorian_day(year_month_day day) { return is_day_of(day, day.year().is_leap()); }

long julian_day_number(year_month_day day) {
  const MarchDate date = from_march(day);
  return 365 * date.year + floor_divide(date.year, 4) + date.day;
}

long gregorian_day_number(year_month_day day) {
  const MarchDate date = from_march(day);
  return 365 * date.year + floor_divide(date.year, 4) - floor_divide(date.year, 100) + floor_divide(date.year, 400) +
         date.day + gregorian_shift;
}

year_month_day julian_from_day_number(long number) {
  const long cycle = floor_divide(number, days_in_four_years);
  const long rest = number - cycle * days_in_four_years;
  const long year = rest == days_in_four_years - 1 ? 3 : rest / 365;
  return to_day({4 * cycle + year, rest - 365 * year});
}

year_month_day gregorian_from_day_number(long number) {
  constexpr long days_in_century = 25 * days_in_four_years - 1;
  number -= gregorian_shift;
  const long cycle = floor_divide(number, days_in_four_centuries);
  long rest = number - cycle * days_in_four_centuries;
  const long century = rest == days_in_four_centuries - 1 ? 3 : rest / days_in_century;
  rest -= century * days_in_century;
  const long four_years = rest / days_in_four_years;
  rest -= four_years * days_in_four_years;
  const long year = rest == days_in_four_years - 1 ? 3 : rest / 365;
  return to_day({400 * cycle + 100 * century + 4 * four_years + year, rest - 365 * year});
}

unsigned longest_month_length(int year, unsigned month) {
  for (unsigned length = 31; length > 28; --length) {
    if (is_julian_day({std::chrono::year(year), std::chrono::month(month), std::chrono::day(length)})) return length;
  }
  return 28;
}

}  // namespace aligner::anchors
