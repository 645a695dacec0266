#pragma once
// How two dates relate, with a score. Private.

#include <optional>

#include "aligner/anchors/date.h"
#include "aligner/anchors/match_anchors.h"

namespace aligner::anchors {

/// Empty where the two have nothing to do with each other. Only days of one time can contradict each other.
std::optional<AnchorMatch> match_dates(const Date& source, const Date& target);

}  // namespace aligner::anchors
