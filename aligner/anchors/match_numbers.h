#pragma once
// How two numbers relate, with a score. Private.
//
//   match_numbers(5–7 km, 6 km);             // contains, 0.6
//   match_numbers(4,200 km, 3,937 versts);   // unit-converted, 0.9, "4200 km = 3937 verst"

#include <optional>
#include <string>
#include <vector>

#include "aligner/anchors/match_anchors.h"
#include "aligner/anchors/number.h"

namespace aligner::anchors {

/// Ranges whose upper end is more than so many times the lower one say nothing about a number inside them.
constexpr double widest_range = 10;

/// A quantity in the base unit of its dimension; `upper` is `lower` where it is no range.
struct Measured {
  std::string dimension;
  double lower = 0;
  double upper = 0;
  double factor = 1;  // base units in one of the number's units
};

/// What a number measures; several where its unit has several sizes (li, tael), none where it has no unit. A part of
/// one without a unit is a share, as per cent are: "half" measures what "50%" does.
std::vector<Measured> measure(const Number& number);

/// Empty where the two have nothing to do with each other.
std::optional<AnchorMatch> match_numbers(const Number& source, const Number& target);

}  // namespace aligner::anchors
