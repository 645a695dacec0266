#include "aligner/anchors/match_numbers.h"

namespace aligner::anchors {
namespace {

constexpr double other_reading_factor = 0.9;  // numbers equal only when a separator is read against custom

// A list marker counts lines, a footnote's number notes, and every text has a first one: they prove nothing.
bool proves_nothing(NumberRole role) { return role == NumberRole::list_marker || role == NumberRole::footnote; }

}  // namespace

std::optional<AnchorMatch> match_numbers(const Number& source, const Number& target) {
  if (proves_nothing(source.role) || !is_same_number(source, target)) return std::nullopt;
  if (!are_same_unit(source.unit, target.unit)) return std::nullopt;
  const bool by_custom = source.value == target.value;
  const std::string reason = "both have " + to_string(source.unit.empty() ? target : source);
  return AnchorMatch{AnchorRelation::same, by_custom ? 1 : other_reading_factor, reason};
}

}  // namespace aligner::anchors
