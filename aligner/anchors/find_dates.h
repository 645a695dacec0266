#pragma once
// Finds the dates of a document, in order. Private.

#include <cstddef>
#include <optional>
#include <vector>

#include "aligner/anchors/date.h"
#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

/// A date, or a day and month whose year nothing tells: its words are no numbers either.
struct FoundDate {
  std::size_t segment = 0;
  std::size_t begin = 0;  // tokens of the segment
  std::size_t end = 0;
  std::optional<Date> date;
};

/// By segment, then position, none overlapping. A missing year is that of the same day
/// named before with its year, else that of the nearest earlier date that has one.
std::vector<FoundDate> find_dates(const TokenizedDocument& document);

}  // namespace aligner::anchors
