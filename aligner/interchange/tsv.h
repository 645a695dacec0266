#pragma once
// Pairs as a table for spreadsheets and scripts: one bead a line, fields separated by tabs.
//
//   std::ofstream("pairs.tsv") << write_tsv(texts);
//   // source_indexes  target_indexes  confidence  cost  grade  source_text  target_text  evidence
//   // 4 5             3               0.982       1.204327     ...          ...          date same-other-calendar ...
//
// Standard: IANA text/tab-separated-values, UTF-8, LF line ends: no quoting, so no field holds a tab or a line break.
// In a spreadsheet import the columns as text; a heading such as "= Title =" is a formula to it otherwise.

#include <string>

#include "aligner/align/aligned_texts.h"

namespace aligner::interchange {

/// Header line, then one line a bead: every bead in order in parallel mode, only links in comparable mode.
///   source_indexes, target_indexes   0-based, separated by a space; empty for an empty side
///   confidence, cost                 3 and 6 decimals, '.' whatever the locale
///   grade                            "same", "mostly", "partly", "related" of links; "moved" of beads of parallel
///   texts
///                                    whose target stands elsewhere than in order; or empty
///   source_text, target_text         the segments, joined by a space
///   evidence                         strongest first, joined by "; ": kind, relation, weight in nats, reason:
///                                    "date same-other-calendar +5.20 16 May 1858 Julian = 28 May 1858 Gregorian"
/// Tabs, line breaks and control characters inside a field become one space each.
/// Throws Error when a bead names a segment that the segmentation does not have.
std::string write_tsv(const align::AlignedTexts& texts);

}  // namespace aligner::interchange
