#include "aligner/anchors/match_dates.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace aligner::anchors {
namespace {

constexpr double other_calendar_score = 0.95;
constexpr double near_score = 0.5;
constexpr double largest_partial_score = 0.7;  // for dates of which one holds the other
constexpr double smallest_partial_score = 0.1;
constexpr double assumed_year_factor = 0.9;
constexpr double lunar_year_score = 0.85;  // for a lunar year and the Gregorian year that it mostly is

int year_of(std::chrono::year_month_day day) { return static_cast<int>(day.year()); }

double rough_days(const Date& date) {
  const auto days = [](std::chrono::year_month_day day) {
    return 365.25 * year_of(day) + 30.44 * static_cast<unsigned>(day.month()) + static_cast<unsigned>(day.day());
  };
  return std::max(1.0, days(date.latest) - days(date.earliest) + 1);
}

// A day in its month agrees better than a day in its century: the score falls with the orders of magnitude between.
double partial_score(const Date& first, const Date& second) {
  const double orders = std::fabs(std::log10(rough_days(first) / rough_days(second)));
  return std::clamp(1 - orders / 5, smallest_partial_score, largest_partial_score);
}

// "Xianfeng 8" began in February 1858 and ended in February 1859: who translates it writes 1858.
bool is_mostly(const Date& lunar, const Date& other) {
  const bool years = lunar.precision == DatePrecision::year && other.precision == DatePrecision::year;
  return years && lunar.calendar == Calendar::chinese && other.calendar != Calendar::chinese &&
         year_of(lunar.earliest) == year_of(other.earliest);
}

AnchorMatch match_lunar_year(const Date& lunar, const Date& year) {
  return {AnchorRelation::overlaps, lunar_year_score, to_string(lunar) + " is mostly " + to_string(year)};
}

double overlap_score(const Date& first, const Date& second) {
  const Date shared{.earliest = std::max(first.earliest, second.earliest),
                    .latest = std::min(first.latest, second.latest)};
  const double share = rough_days(shared) / std::max(rough_days(first), rough_days(second));
  return std::clamp(largest_partial_score * share, smallest_partial_score, largest_partial_score);
}

bool is_sure(const Date& date) { return !date.year_assumed && date.qualifier != DateQualifier::circa; }

// Only days of one time can contradict each other; other dates have nothing to do with each other.
bool can_conflict(const Date& first, const Date& second) {
  const bool days = first.precision == DatePrecision::day && second.precision == DatePrecision::day;
  return days && is_sure(first) && is_sure(second) && std::abs(year_of(first.earliest) - year_of(second.earliest)) <= 1;
}

}  // namespace

std::optional<AnchorMatch> match_dates(const Date& source, const Date& target) {
  const DateComparison comparison = compare_dates(source, target);
  const double doubt = source.year_assumed || target.year_assumed ? assumed_year_factor : 1;
  if (is_mostly(source, target)) return match_lunar_year(source, target);
  if (is_mostly(target, source)) return match_lunar_year(target, source);
  switch (comparison.relation) {
    case DateRelation::same:
      return AnchorMatch{AnchorRelation::same, doubt, comparison.reason};
    case DateRelation::same_other_calendar:
      return AnchorMatch{AnchorRelation::same_other_calendar, doubt * other_calendar_score, comparison.reason};
    case DateRelation::contains:
      return AnchorMatch{AnchorRelation::contains, doubt * partial_score(source, target), comparison.reason};
    case DateRelation::contained:
      return AnchorMatch{AnchorRelation::contained, doubt * partial_score(source, target), comparison.reason};
    case DateRelation::overlaps:
      return AnchorMatch{AnchorRelation::overlaps, doubt * overlap_score(source, target), comparison.reason};
    case DateRelation::near:
      return AnchorMatch{AnchorRelation::near, doubt * near_score, comparison.reason};
    case DateRelation::conflict:
      break;
  }
  if (!can_conflict(source, target)) return std::nullopt;
  return AnchorMatch{AnchorRelation::conflict, 0, comparison.reason};
}

}  // namespace aligner::anchors
