#pragma once
// How texts use the concepts of a term list, as a table for the terminal, tab-separated, and as JSON.
//
//   std::cout << usage_table(usage, terms, {.width = 120});
//   // treaty (t_treaty)
//   //   vi  vi.txt  hiệp ước 21, hiệp định 4, điều ước 1
//   //   en  en.txt  treaty 17
//   //   ! .42  competing  "treaty" is "hiệp định" here and "hiệp ước" 9 times in the same text

#include <cstddef>
#include <string>
#include <vector>

#include "aligner/glossary/term_usage.h"
#include "aligner/messages/language.h"
#include "aligner/terms/term_list.h"

namespace aligner::report {

struct UsageReportOptions {
  std::size_t width = 100;               // columns of a line of the table; values under 60 count as 60
  std::vector<std::string> concept_ids;  // only these; empty: all
  std::size_t findings_each = 3;         // of a concept in the table; 0: all
  messages::Language language = messages::Language::english;  // of all words but the texts'
};

/// Concepts with findings first, the likeliest finding's first, then the others; under each its texts and findings.
/// Ends with a line that counts. Safe to print.
std::string usage_table(const glossary::TermUsage& usage, const terms::TermList& terms,
                        const UsageReportOptions& options = {});

/// One line a wording and text: concept, name, language, document, wording, status, count; then, after an empty line
/// and a header of their own, the findings: likelihood, kind, concept, alignment, bead, side, begin, end, wording,
/// expected, reason.
std::string usage_tsv(const glossary::TermUsage& usage, const terms::TermList& terms,
                      const UsageReportOptions& options = {});

/// A contract, written down in this room's README.md.
std::string usage_json(const glossary::TermUsage& usage, const terms::TermList& terms,
                       const UsageReportOptions& options = {});

}  // namespace aligner::report
