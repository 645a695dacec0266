// Parts of periods: "early", "the last quarter of", "second half of".

#include <array>
#include <string>

#include "aligner/anchors/calendar_days.h"
#include "aligner/anchors/date_reading.h"

namespace aligner::anchors {
namespace {

using std::chrono::year_month_day;

int year_of(year_month_day day) { return static_cast<int>(day.year()); }

year_month_day day_of(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

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
  const unsigned number = static_cast<unsigned>(month.earliest.month());
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

}  // namespace

std::optional<Date> narrow(const Date& period, Part part) {
  std::optional<Date> date = narrow_to_share(period, share_of(part));
  if (!date) return std::nullopt;
  date->qualifier = qualifier_of(part);
  if (!date->reign.empty()) date->reign = part_in_words(part) + " " + period.reign;
  return date;
}

}  // namespace aligner::anchors
