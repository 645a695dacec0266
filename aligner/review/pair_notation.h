#pragma once
// How a person names a pair: by the number that reports show before it, or by its segments.
//
//   parse_pair("12").value().number;                   // 12: the twelfth pair of the report
//   parse_pair("[58]:[69, 70]").value().groups.target;  // {69, 70}
//   parse_pair("58:69-70");                            // the same, shorter
//   notation(groups);                                  // "[58]:[69, 70]"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/error.h"

namespace aligner::review {

/// The segments of a pair, 0-based, ascending; a side may be empty.
struct PairGroups {
  std::vector<std::size_t> source;
  std::vector<std::size_t> target;

  friend bool operator==(const PairGroups&, const PairGroups&) = default;
};

struct PairName {
  std::size_t number = 0;  // from 1 on, as reports count; 0: `groups` says it
  PairGroups groups;

  friend bool operator==(const PairName&, const PairName&) = default;
};

/// Failure says what was expected.
Result<PairName> parse_pair(std::string_view text);

/// What the name stands for in this alignment. Throws Error where there are not so many pairs, or segments.
PairGroups find_groups(const align::Alignment& alignment, const PairName& name);

/// "[58]:[69, 70]", as reports have it.
std::string notation(const PairGroups& groups);

}  // namespace aligner::review
