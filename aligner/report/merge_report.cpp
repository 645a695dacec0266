#include "aligner/report/merge_report.h"

#include <algorithm>

#include "aligner/messages/speaker.h"
#include "aligner/report/columns.h"
#include "aligner/report/concept_page.h"
#include "aligner/report/concept_values.h"
#include "aligner/report/retold.h"

namespace aligner::report {
namespace {

using messages::Speaker;
using terms::Change;
using terms::ChangeField;
using terms::MergeOutcome;
using terms::MergePlan;
using terms::MergeRemark;

struct Counts {
  std::size_t new_concepts = 0;
  std::size_t new_terms = 0;
  std::size_t updated = 0;  // fields of concepts and terms that were there
  std::size_t matched = 0;
  std::size_t skipped = 0;
  std::size_t conflicts = 0;
};

Counts counts_of(const MergePlan& plan) {
  Counts counts{.new_concepts = plan.count(ChangeField::created, true),
                .new_terms = plan.count(ChangeField::created, false)};
  counts.updated = plan.changes.size() - counts.new_concepts - counts.new_terms;
  for (const MergeRemark& remark : plan.remarks) {
    if (remark.outcome == MergeOutcome::matched) ++counts.matched;
    if (remark.outcome == MergeOutcome::skipped) ++counts.skipped;
    if (remark.outcome == MergeOutcome::conflict) ++counts.conflicts;
  }
  return counts;
}

std::string remark_line(const MergeRemark& remark, const Speaker& speaker) {
  std::string line = remark.concept_id + ": ";
  if (!remark.wording.empty()) line += remark.language.str() + " " + speaker.tell("\"{}\"", remark.wording) + ": ";
  return plain_text(line + retold(speaker, remark.reason));
}

std::string word_of(MergeOutcome outcome, const Speaker& speaker) {
  if (outcome == MergeOutcome::matched) return speaker.tell_as("import", "match");
  return outcome == MergeOutcome::skipped ? speaker.tell_as("import", "skip") : speaker.tell_as("import", "conflict");
}

// What becomes of a concept or term stands in a column of its own.
std::string line_of(const std::string& word, const std::string& what) {
  constexpr std::size_t word_columns = 8;
  return word + std::string(word_columns - std::min(column_count(word), word_columns), ' ') + "  " + what + "\n";
}

}  // namespace

std::string merge_report(const MergePlan& plan, const MergeReportOptions& options) {
  const Speaker speaker(options.language);
  std::string out;
  for (const Change& change : plan.changes) {
    if (!options.every_change) break;
    Change shown = change;
    shown.author.why.clear();  // the same for all: the file
    out += line_of(change.field == ChangeField::created ? speaker.tell_as("import", "create")
                                                        : speaker.tell_as("import", "update"),
                   change_line(shown, options.language));
  }
  for (const MergeRemark& remark : plan.remarks) {
    out += line_of(word_of(remark.outcome, speaker), remark_line(remark, speaker));
  }
  const Counts counts = counts_of(plan);
  out += speaker.tell(
             "read {} concepts, {} terms: {} concepts and {} terms created, {} fields set, {} concepts unchanged, {} "
             "matched by terms, {} skipped, {} in conflict",
             plan.concepts_read, plan.terms_read, counts.new_concepts, counts.new_terms, counts.updated,
             plan.concepts_unchanged, counts.matched, counts.skipped, counts.conflicts) +
         "\n";
  return out;
}

std::string merge_report_json(const MergePlan& plan, const std::vector<std::string>& notes, bool is_done) {
  const Counts counts = counts_of(plan);
  Json value = {{"done", is_done},
                {"read", {{"concepts", plan.concepts_read}, {"terms", plan.terms_read}}},
                {"counts",
                 {{"new_concepts", counts.new_concepts},
                  {"new_terms", counts.new_terms},
                  {"fields_set", counts.updated},
                  {"unchanged_concepts", plan.concepts_unchanged},
                  {"matched", counts.matched},
                  {"skipped", counts.skipped},
                  {"conflicts", counts.conflicts}}},
                {"notes", notes},
                {"changes", Json::array()},
                {"remarks", Json::array()}};
  for (const Change& change : plan.changes) value["changes"].push_back(change_value(change));
  for (const MergeRemark& remark : plan.remarks) {
    Json one = {{"outcome", to_string(remark.outcome)}, {"concept", remark.concept_id}};
    if (!remark.wording.empty()) {
      one["language"] = remark.language.str();
      one["wording"] = remark.wording;
    }
    one["reason"] = remark.reason;
    value["remarks"].push_back(std::move(one));
  }
  return write_json(value, 2);
}

}  // namespace aligner::report
