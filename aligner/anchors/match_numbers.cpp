#include "aligner/anchors/match_numbers.h"

#include <algorithm>
#include <cmath>

#include "aligner/anchors/units.h"

namespace aligner::anchors {
namespace {

constexpr double small_lone_unit_factor = 0.6;  // of numbers whose unit only one side names
constexpr double lone_unit_factor = 0.9;
constexpr double smallest_telling = 100;      // smaller numbers are equal by chance
constexpr double other_reading_factor = 0.9;  // numbers equal only when a separator is read against custom

// Converted quantities. What is written is the other quantity rounded: it may differ by half of its last digit that is
// not nought, but never by more than 5 %, for one digit says little ("2 km" is no mile).
constexpr double converted_score = 0.9;
constexpr double largest_difference = 0.05;
constexpr double price_of_difference = 8;  // at 5 %: 0.9 - 0.4

// Ranges: a number in one of them, or one in the other, is less than the same range.
constexpr double inside_score = 0.6;
constexpr double wide_inside_score = 0.3;  // in a range to more than twice its beginning
constexpr double part_of_range_base = 0.4;
constexpr double part_of_range_weight = 0.4;  // times the share of the two ranges that both cover

// A list marker counts lines, a footnote's number notes, and every text has a first one: they prove nothing.
bool proves_nothing(NumberRole role) { return role == NumberRole::list_marker || role == NumberRole::footnote; }

double upper_of(const Number& number) { return number.upper ? number.upper->value() : size_of(number); }

// Half of the last digit that is not nought: 50 for "4,200", 0.05 for "5.3"; 0 for thirds and the like, which are
// exact.
double rounding_slack(const Decimal& value) {
  if (value.units == 0) return 0;
  std::int64_t units = value.units;
  double last = 1;
  for (; units % 10 == 0; units /= 10) last *= 10;
  for (int i = 0; i < value.scale; ++i) last /= 10;
  return last / 2;
}

// One size, in base units, with the slack of the digits it is written in.
struct Rounded {
  double size = 0;
  double slack = 0;
};

bool can_be_equal(const Rounded& first, const Rounded& second) {
  if (first.size <= 0 || second.size <= 0) return false;  // nought is nought in any unit
  const double difference = std::abs(first.size - second.size);
  const double larger = std::max(first.size, second.size);
  const double rounding_of_doubles = 1e-9 * larger;
  return difference <= std::max(first.slack, second.slack) + rounding_of_doubles &&
         difference <= largest_difference * larger;
}

double difference_of(double first, double second) { return std::abs(first - second) / std::max(first, second); }

Rounded lower_end(const Number& number, const Measured& measured) {
  const double slack = number.denominator == 1 ? rounding_slack(number.value) * measured.factor : 0;
  return {measured.lower, slack};
}

Rounded upper_end(const Number& number, const Measured& measured) {
  if (!number.upper) return lower_end(number, measured);
  return {measured.upper, rounding_slack(*number.upper) * measured.factor};
}

std::optional<AnchorMatch> match_converted(const Number& source, const Number& target) {
  if (source.role != NumberRole::cardinal || source.upper.has_value() != target.upper.has_value()) return std::nullopt;
  if (source.unit == target.unit) return std::nullopt;
  std::optional<double> least;
  for (const Measured& first : measure(source)) {
    for (const Measured& second : measure(target)) {
      if (first.dimension != second.dimension) continue;
      const bool equal = can_be_equal(lower_end(source, first), lower_end(target, second)) &&
                         can_be_equal(upper_end(source, first), upper_end(target, second));
      if (!equal) continue;
      const double difference =
          std::max(difference_of(first.lower, second.lower), difference_of(first.upper, second.upper));
      least = least ? std::min(*least, difference) : difference;
    }
  }
  if (!least) return std::nullopt;
  const double score = converted_score - price_of_difference * *least;
  return AnchorMatch{AnchorRelation::unit_converted, score, to_string(source) + " = " + to_string(target)};
}

std::optional<AnchorMatch> match_ranges(const Number& source, const Number& target) {
  if (source.role != NumberRole::cardinal || (!source.upper && !target.upper)) return std::nullopt;
  const double source_lower = size_of(source);
  const double target_lower = size_of(target);
  const double source_upper = upper_of(source);
  const double target_upper = upper_of(target);
  const bool too_wide = source_upper > widest_range * source_lower || target_upper > widest_range * target_lower;
  if (too_wide) return std::nullopt;
  const bool contains = source_lower <= target_lower && target_upper <= source_upper;
  const bool contained = target_lower <= source_lower && source_upper <= target_upper;
  const std::string first = to_string(source);
  const std::string second = to_string(target);
  if (!source.upper || !target.upper) {
    if (!contains && !contained) return std::nullopt;
    const bool wide = std::max(source_upper, target_upper) > 2 * std::min(source_lower, target_lower);
    return AnchorMatch{contains ? AnchorRelation::contains : AnchorRelation::contained,
                       wide ? wide_inside_score : inside_score,
                       contains ? second + " lies in " + first : first + " lies in " + second};
  }
  const double common = std::min(source_upper, target_upper) - std::max(source_lower, target_lower);
  if (common <= 0) return std::nullopt;
  const double all = std::max(source_upper, target_upper) - std::min(source_lower, target_lower);
  const double share = part_of_range_weight * common / all;
  if (contains || contained) {
    return AnchorMatch{contains ? AnchorRelation::contains : AnchorRelation::contained, part_of_range_base + share,
                       contains ? second + " lies in " + first : first + " lies in " + second};
  }
  return AnchorMatch{AnchorRelation::overlaps, share, first + " and " + second + " overlap"};
}

// "two countries" and "two years" are both two: a unit that only one side names is a doubt, for small numbers a great
// one.
AnchorMatch match_equal(const Number& source, const Number& target) {
  const bool one_unit = source.unit.empty() != target.unit.empty();
  const double custom = source.value == target.value ? 1 : other_reading_factor;
  const std::string first = to_string(source);
  const std::string reason = one_unit ? first + " and " + to_string(target) + " are one number" : "both have " + first;
  const bool small = std::min(size_of(source), size_of(target)) < smallest_telling;
  const double lone = small ? small_lone_unit_factor : lone_unit_factor;
  return {AnchorRelation::same, custom * (one_unit ? lone : 1), reason};
}

}  // namespace

std::vector<Measured> measure(const Number& number) {
  const double lower = size_of(number);
  const bool part = number.unit.empty() && !number.upper && lower > 0 && lower < 1;
  if (part && number.role == NumberRole::cardinal) return {{"share", lower * 1000, lower * 1000, 1000}};  // per mille
  std::vector<Measured> all;
  // dặm has the sizes of miles and li, a pound may be one of Russia.
  if (const UnitMeasure* measure = find_measure(number.unit)) {
    for (const Rational& factor : measure->factors) {
      all.push_back({measure->dimension, lower * factor.value(), upper_of(number) * factor.value(), factor.value()});
    }
  }
  return all;
}

std::optional<AnchorMatch> match_numbers(const Number& source, const Number& target) {
  if (proves_nothing(source.role) || source.role != target.role) return std::nullopt;
  if (are_same_unit(source.unit, target.unit)) {
    if (is_same_number(source, target)) {
      return match_equal(source, target);
    }
    if (auto ranges = match_ranges(source, target)) return ranges;
  }
  return match_converted(source, target);
}

}  // namespace aligner::anchors
