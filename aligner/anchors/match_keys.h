#pragma once
// match_keys: which anchors are worth comparing.
//
//   for (const std::string& key : match_keys(target, terms)) buckets[key].push_back(index);
//   for (const std::string& key : lookup_keys(source, terms)) ...  // compare, with match_anchors, with buckets[key]
//
// Where match_anchors relates two anchors, a key of the one is a lookup key of the other; most of which that is so do
// not match.

#include <string>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/terms/term_list.h"

namespace aligner::anchors {

/// Keys such as "year 1858", "value 64", "length 140", "name mrvv", "term r_amur"; a few for most anchors, one a year
/// for spans up to a century, one a century for longer ones, one for every 6 % of a range of numbers (41 at most). An
/// anchor without keys matches nothing.
std::vector<std::string> match_keys(const Anchor& anchor, const terms::TermList& terms);

/// The keys under which the anchors lie that this one may match. Dates look under others than their own.
std::vector<std::string> lookup_keys(const Anchor& anchor, const terms::TermList& terms);

}  // namespace aligner::anchors
