#pragma once
// Anchors in the notation of the case files.
//
//   "signed on [28 May 1858], not later"  <TAB>  "1858-05-28..1858-05-28 day"
//
// Brackets mark what is found; behind the tab stand the values, parted by " | ". The whole line is one segment unless
// "¶" cuts it.

#include <string>
#include <vector>

#include "aligner/anchors/find_anchors.h"

namespace tungse_tests {

/// "1858-05-01..1858-05-31 month", then "julian", "gregorian", "chinese", "early", "mid", "late", "circa", "assumed",
/// "open-begin", "open-end" where they hold.
std::string notation(const aligner::anchors::Date& date);
/// As to_string, with "(or ...)" for the other reading of a separator: "4200 km (or 4.2 km)".
std::string notation(const aligner::anchors::Number& number);
/// The key, with "+initials" where they were dropped.
std::string notation(const aligner::anchors::Name& name);
std::string notation(const aligner::anchors::Anchor& anchor);

/// Reads a date in this notation. Throws std::runtime_error.
aligner::anchors::Date read_date_notation(const std::string& text);

/// The anchors of one kind in `text` (brackets are taken out first), in `language`, without a term list.
std::vector<aligner::anchors::Anchor> anchors_of(const std::string& text, const std::string& language,
                                                 aligner::segment::SegmentKind kind = {});

/// What is found, in the notation of the case: "signed on [28 May 1858]\t1858-05-28..1858-05-28 day".
std::string mark_anchors(const std::string& text, const std::string& language, aligner::anchors::AnchorKind kind,
                         aligner::segment::SegmentKind segment_kind = {});

}  // namespace tungse_tests
