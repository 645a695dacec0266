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

double overlap_score(const Date& first, const Date& second) {
  const Date shared{.earliest = std::max(first.earliest, second.earliest),
                    .latest = std::min(first.latest, second.latest)};
  const double share = rough_days(shared) / std::max(rough_days(first), rough_days(second));
  return std::clamp(largest_partial_score * share, smallest_partial_score, largest_partial_score);
}

// Only days of one time can contradict each other; other dates have nothing to do with each other.
bool can_conflict(const Date& first, const Date& second) {
  const bool days = first.precision == DatePrecision::day && second.precision == DatePrecision::day;
  const bool told = !first.year_assumed && !second.year_assumed;
  return days && told && std::abs(year_of(first.earliest) - year_of(second.earliest)) <= 1;
}

}  // namespace

std::optional<AnchorMatch> match_dates(const Date& source, const Date& target) {
  const DateComparison comparison = compare_dates(source, target);
  const double doubt = source.year_assumed || target.year_assumed ? assumed_year_factor : 1;
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
