#include "aligner/anchors/match_anchors.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "aligner/anchors/match_names.h"

namespace aligner::anchors {
namespace {

constexpr double other_calendar_score = 0.95;
constexpr double near_score = 0.5;
constexpr double largest_partial_score = 0.7;  // for dates of which one holds the other
constexpr double smallest_partial_score = 0.1;
constexpr double assumed_year_factor = 0.9;
constexpr double other_reading_factor = 0.9;  // numbers equal only when a separator is read against custom

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

std::optional<AnchorMatch> match(const Date& source, const Date& target, const terms::TermList&) {
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

std::optional<AnchorMatch> match(const Number& source, const Number& target, const terms::TermList&) {
  // A list marker counts lines, and every list has a first one: it proves nothing.
  if (source.role == NumberRole::list_marker || !is_same_number(source, target)) return std::nullopt;
  if (!are_same_unit(source.unit, target.unit)) return std::nullopt;
  const bool by_custom = source.value == target.value;
  const std::string reason = "both have " + to_string(source.unit.empty() ? target : source);
  return AnchorMatch{AnchorRelation::same, by_custom ? 1 : other_reading_factor, reason};
}

std::optional<AnchorMatch> match(const Name& source, const Name& target, const terms::TermList&) {
  return match_names(source, target);
}

double relation_score(terms::RelationKind kind) {
  switch (kind) {
    case terms::RelationKind::successor:
    case terms::RelationKind::predecessor:
      return 0.6;
    case terms::RelationKind::part_of:
    case terms::RelationKind::has_part:
    case terms::RelationKind::broader:
    case terms::RelationKind::narrower:
      return 0.5;
    case terms::RelationKind::named_after:
      return 0.4;
    case terms::RelationKind::namesake:
    case terms::RelationKind::related:
      break;
  }
  return 0.3;
}

// The concept's first English term, else its id.
std::string name_of(const std::string& id, const terms::TermList& list) {
  if (const terms::Concept* found = list.find(id)) {
    for (const terms::Term& term : found->terms) {
      if (term.language.language() == "en") return term.wording;
    }
  }
  return id;
}

std::optional<AnchorMatch> match(const ConceptMention& source, const ConceptMention& target,
                                 const terms::TermList& list) {
  const std::string first = name_of(source.concept_id, list);
  if (source.concept_id == target.concept_id) return AnchorMatch{AnchorRelation::term, 1, "both name " + first};
  const terms::ConceptRelation* relation = list.find_relation(source.concept_id, target.concept_id);
  if (relation == nullptr) return std::nullopt;
  const std::string reason =
      first + " and " + name_of(target.concept_id, list) + " are related (" + to_string(relation->kind) + ")";
  return AnchorMatch{AnchorRelation::related, relation_score(relation->kind), reason};
}

template <typename First, typename Second>
std::optional<AnchorMatch> match(const First&, const Second&, const terms::TermList&) {
  return std::nullopt;  // different kinds
}

}  // namespace

std::optional<AnchorMatch> match_anchors(const Anchor& source, const Anchor& target, const terms::TermList& terms) {
  return std::visit([&](const auto& first, const auto& second) { return match(first, second, terms); }, source.value,
                    target.value);
}

std::string to_string(AnchorRelation relation) {
  switch (relation) {
    case AnchorRelation::same:
      return "same";
    case AnchorRelation::same_other_calendar:
      return "same-other-calendar";
    case AnchorRelation::contains:
      return "contains";
    case AnchorRelation::contained:
      return "contained";
    case AnchorRelation::overlaps:
      return "overlaps";
    case AnchorRelation::near:
      return "near";
    case AnchorRelation::conflict:
      return "conflict";
    case AnchorRelation::variant:
      return "variant";
    case AnchorRelation::transliteration:
      return "transliteration";
    case AnchorRelation::term:
      return "term";
    case AnchorRelation::related:
      return "related";
  }
  return "";
}

}  // namespace aligner::anchors
