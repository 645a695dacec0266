#pragma once
// How two numbers relate, with a score. Private.

#include <optional>

#include "aligner/anchors/match_anchors.h"
#include "aligner/anchors/number.h"

namespace aligner::anchors {

/// Empty where the two have nothing to do with each other.
std::optional<AnchorMatch> match_numbers(const Number& source, const Number& target);

}  // namespace aligner::anchors
