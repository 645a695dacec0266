#pragma once
// Findings for the terminal, tab-separated, and as JSON.
//
//   CheckedView view{.alignment = 1, .texts = texts, .findings = findings};
//   std::cout << findings_text(view, {.width = 100});
//   // error date-conflict  [3]:[3]
//   //   16 May 1858 in the source, 20 May 1858 in the target, and no calendar makes them one
//   //   source  ... signed on [16 May 1858] at Aigun ...
//   //   target  ... ký [ngày 20 tháng 5 năm 1858] ...
//   //   remedy  Look the date up in the original; ...

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/check/finding.h"
#include "aligner/messages/language.h"

namespace aligner::report {

/// One alignment and what is to be shown of it. A view: what it names must outlive the use.
struct CheckedView {
  std::optional<std::int64_t> alignment;  // its number in a project database
  const align::AlignedTexts& texts;
  std::span<const check::Finding> findings;
};

/// What is not shown.
struct HiddenFindings {
  std::size_t by_choice = 0;  // less severe, or of other kinds
  std::size_t judged = 0;     // in the baseline
};

struct FindingsTextOptions {
  std::size_t width = 100;                                    // columns; values under 60 count as 60
  messages::Language language = messages::Language::english;  // of all words but the texts'
};

/// A paragraph for each finding, with the passage around the words in question, which stand in brackets; above
/// them, of a project, which alignment it is. Safe to print. "" where there is none.
std::string findings_text(const CheckedView& view, const FindingsTextOptions& options = {});

/// The last line: how many of each severity, and what is not shown.
std::string findings_summary(std::span<const check::Finding> findings, const HiddenFindings& hidden,
                             messages::Language language = messages::Language::english);

/// The header line, and one line a finding: severity, kind, alignment, source_segment, target_segment (of the words),
/// source_words, target_words, reason, remedy, key.
std::string findings_tsv_header();
std::string findings_tsv(const CheckedView& view);

/// The text of JSON objects: one for each alignment, to be put in `alignments` by findings_json. A contract, written
/// down in this room's README.md.
std::string findings_json_part(const CheckedView& view);
std::string findings_json(std::span<const std::string> parts, std::span<const check::Finding> all,
                          const HiddenFindings& hidden, const std::string& version);

}  // namespace aligner::report
