#pragma once
// Finds the numbers of a segment and what they do there. Private.

#include <cstddef>
#include <vector>

#include "aligner/anchors/number.h"
#include "aligner/anchors/tokens.h"
#include "aligner/segment/segmentation.h"

namespace aligner::anchors {

struct FoundNumber {
  std::size_t begin = 0;  // tokens of the segment
  std::size_t end = 0;
  Number number;
};

/// Numbers in order, none overlapping. `taken[i]` tells that token i belongs to a date.
std::vector<FoundNumber> find_numbers(const Phrase& phrase, const std::vector<bool>& taken, Language language,
                                      segment::SegmentKind kind);

}  // namespace aligner::anchors
