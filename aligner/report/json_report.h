#pragma once
// The whole alignment as JSON, for other programs: texts, beads, evidence, summary.
//
//   std::cout << json_report(texts, {.version = "0.1.0"});
//   // {"tungse": "0.1.0", "mode": "comparable", ..., "beads": [{"source": [58], "target": [69], "cost": 0.03, ...
//
// Standard: RFC 8259. The format is a contract, written down in this room's README.md; fields may be added.

#include <string>

#include "aligner/align/aligned_texts.h"

namespace aligner::report {

struct JsonReportOptions {
  std::string version;  // of the program, for the field "tungse"
  int indent = 2;       // spaces a level; negative: everything in one line
};

/// UTF-8, keys in a fixed order, '.' in numbers whatever the locale, a line end at the end. Control and direction
/// characters of the texts stand as \u escapes, so that the output is safe to print. Throws Error as summarise does.
std::string json_report(const align::AlignedTexts& texts, const JsonReportOptions& options = {});

}  // namespace aligner::report
