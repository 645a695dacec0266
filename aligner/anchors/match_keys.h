#pragma once
// match_keys: which anchors are worth comparing.
//
//   for (const std::string& key : match_keys(anchor, terms)) buckets[key].push_back(index);
//   // then compare, with match_anchors, only anchors that share a bucket
//
// Two anchors that match_anchors relates share a key at least; most that share one do not match.

#include <string>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/terms/term_list.h"

namespace aligner::anchors {

/// Keys such as "year 1858", "value 64", "name mrvv", "term r_amur"; a few for most anchors, one per year for long
/// dates (103 at most). An anchor without keys matches nothing.
std::vector<std::string> match_keys(const Anchor& anchor, const terms::TermList& terms);

}  // namespace aligner::anchors
