#pragma once
// DateReading: a date on the way from words to a Date, its year perhaps still unknown. Private.
//
//   std::optional<Date> may = narrow(make_month(1858, 5), Part::early);   // 1 to 10 May 1858
//   Date since = open_date(make_year(1850), Opening::since);
//
// Also the pieces every language shares: years, numeric dates, Roman numerals.

#include <cstddef>
#include <optional>
#include <string_view>

#include "aligner/anchors/date.h"
#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

/// The year that stands for an unknown one: a leap year, so that 29 February can be held.
constexpr int placeholder_year = 2000;

struct MonthDay {
  unsigned month = 0;
  unsigned day = 0;
};

struct DateReading {
  std::size_t end = 0;  // index of the token behind the last one read
  Date date;
  bool lacks_year = false;          // date stands in placeholder_year
  bool counts_other_years = false;  // "tháng 4 năm Vĩnh Lạc thứ 8": read, but no date that we could tell
  bool maybe_lunar = false;         // "四月十六日" behind a reign year is of the lunar calendar
  int lunar_year = 0;               // of a reign date, by the Gregorian year it begins in; 0 for other dates
  std::optional<MonthDay> other;    // the second day of a double date, "16 (28) May"
};

/// The date, with `assumed_year` where its own is unknown; empty where there is no year or no such day.
std::optional<Date> complete(const DateReading& reading, std::optional<int> assumed_year);

/// The same for a day or month that may be lunar, in a lunar year.
std::optional<Date> complete_in_lunar_year(const DateReading& reading, int lunar_year);

// Periods. Empty where the result makes no sense.
std::optional<Date> narrow(const Date& period, Part part);
std::optional<Date> open_date(const Date& period, Opening opening);
std::optional<DateReading> join(const DateReading& first, const DateReading& last);
std::optional<Date> make_century(int number);
std::optional<Date> make_centuries(int first, int last);
std::optional<Date> make_decades(int first_year, int last_year);
Date make_season(int year, int season);
Date make_span(const Date& first, const Date& last, DatePrecision precision);

/// A reading of a day, empty where there is none; `year` 0 when unknown.
std::optional<DateReading> make_day_reading(int year, int month, int day, std::size_t end);
std::optional<DateReading> make_month_reading(int year, int month, std::size_t end);

/// The value of a digits token of at most `most_digits` digits, else -1.
int digits_value(const Phrase& phrase, std::size_t at, std::size_t most_digits = 4);

/// True when a separator ties the digits at `at` to more digits: "1.850", "4,200", "1850,5".
bool is_inside_number(const Phrase& phrase, std::size_t at);

/// Day of the month in digits, or 0.
int read_day_number(const Phrase& phrase, std::size_t at);

/// Year of three or four digits where a word says that it is one, or 0.
int read_named_year(const Phrase& phrase, std::size_t at);

/// Year of four digits from 1000 on without a unit behind it, or 0.
int read_year(const Phrase& phrase, std::size_t at);

/// Index behind a dash at `at`, or 0 where none stands there.
std::size_t behind_dash(const Phrase& phrase, std::size_t at);

/// "1850", "1850-1864", "1850-64", with years read by `read_first`.
std::optional<DateReading> read_years(const Phrase& phrase, std::size_t at, int first_year);

/// A year that no word names as one: 1500 to 2100, in no doubtful company; a range of such years; else empty.
std::optional<DateReading> read_bare_years(const Phrase& phrase, std::size_t at);

enum class NumericOrder { day_first, month_first };

/// "16/5/1858", "28.05.1858", "1858-05-28".
std::optional<DateReading> read_numeric_date(const Phrase& phrase, std::size_t at, NumericOrder order);

/// "1858年5月28日", "十九世纪初", "1850年代": Han dates of the Gregorian calendar.
std::optional<DateReading> read_han_date(const Phrase& phrase, std::size_t at);

/// Value of a Roman numeral below 40 written in capitals (Latin letters or their Cyrillic twins), or 0.
int read_roman(const Phrase& phrase, std::size_t at);

/// "(28)" or "/28" behind a day; sets `day` and returns the index behind it, else `at`.
std::size_t read_second_day(const Phrase& phrase, std::size_t at, int& day);

}  // namespace aligner::anchors
