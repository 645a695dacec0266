#pragma once
// What an import would do or did, for the terminal or as JSON.
//
//   std::cout << merge_report(plan, {.every_change = true});
//   //  create    r_amur: vi "Hắc Long Giang": created (preferred)
//   //  conflict  r_amur: vi "A-mua": status was decided and stays "rejected", ...
//   //  read 2 concepts, 3 terms: 0 concepts and 1 terms created, 0 fields updated, 1 concepts unchanged, ...

#include <string>
#include <vector>

#include "aligner/messages/language.h"
#include "aligner/terms/merge_termbase.h"

namespace aligner::report {

struct MergeReportOptions {
  bool every_change = true;                                   // else only what is not taken over, and the last line
  messages::Language language = messages::Language::english;  // of all words but the texts'
};

/// Lines in the order of changes, then of remarks; counts last.
std::string merge_report(const terms::MergePlan& plan, const MergeReportOptions& options);

/// {"read": ..., "counts": ..., "changes": [...], "remarks": [...], "notes": [...], "done": ...}; `notes` are the
/// reader's.
std::string merge_report_json(const terms::MergePlan& plan, const std::vector<std::string>& notes, bool is_done);

}  // namespace aligner::report
