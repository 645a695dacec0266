// Terms: what glossary/term_usage.h finds, weighed.
//
// A deprecated wording is a fault wherever it stands, in a pair or not. Where it is one of several concepts (Thiên
// hoàng for the Tsar and for Nicholas I), that is one finding.

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "aligner/check/checked_texts.h"
#include "aligner/glossary/term_usage.h"
#include "aligner/text/folded_text.h"

namespace aligner::check {
namespace {

using glossary::UsageFinding;

constexpr double surely_missing = 0.75;    // UsageFinding::likelihood from which a finding is a warning
constexpr double surely_deprecated = 0.5;  // below, the wording may mean a concept that it is good for

// The note of the term, which says what the wording really means.
std::string note_of(const terms::Concept& holder, const std::string& wording) {
  for (const terms::Term& term : holder.terms) {
    if (term.status == terms::TermStatus::deprecated && text::fold(term.wording) == text::fold(wording))
      return term.note;
  }
  return "";
}

class TermCheck {
 public:
  TermCheck(const CheckedTexts& view, Findings& findings) : view_(view), findings_(findings) {}

  void take(const std::vector<UsageFinding>& usage) {
    using Place = std::tuple<glossary::Side, text::Span>;
    std::map<Place, std::vector<const UsageFinding*>> deprecated;
    for (const UsageFinding& one : usage) {
      if (one.kind == glossary::FindingKind::deprecated) {
        deprecated[{one.side, one.span}].push_back(&one);
      } else {
        add_other(one);
      }
    }
    for (const auto& [place, all] : deprecated) add_deprecated(all);
  }

 private:
  static Draft draft_at(const UsageFinding& one) {
    Draft draft{.bead = one.bead, .value = one.concept_id + "\n" + one.expected};
    (one.side == glossary::Side::source ? draft.source : draft.target) = one.span;
    return draft;
  }

  void add_deprecated(const std::vector<const UsageFinding*>& all) {
    Draft draft = draft_at(*all.front());
    draft.kind = FindingKind::deprecated_term;
    draft.severity = all.front()->likelihood >= surely_deprecated ? Severity::warning : Severity::info;
    std::string names;
    std::string wordings;
    std::string note;
    draft.value.clear();
    for (const UsageFinding* one : all) {
      const terms::Concept* holder = view_.terms.find(one->concept_id);
      if (holder == nullptr) continue;
      draft.value += one->concept_id + "\n";
      names += (names.empty() ? "" : " or ") + terms::english_name(*holder);
      if (!one->expected.empty()) wordings += (wordings.empty() ? "" : " or ") + in_quotes(one->expected);
      if (note.empty()) note = note_of(*holder, one->wording);
    }
    draft.reason = in_quotes(all.front()->wording) + " is not to be written for " + names;
    if (!note.empty()) draft.reason += ": " + note;
    draft.remedy = wordings.empty() ? "Write another wording." : "Write " + wordings + ".";
    findings_.add(std::move(draft));
  }

  void add_other(const UsageFinding& one) {
    Draft draft = draft_at(one);
    const bool is_missing = one.kind == glossary::FindingKind::missing;
    if (is_missing && !view_.is_translation()) return;  // another account need not name it
    draft.kind = is_missing ? FindingKind::missing_term : FindingKind::competing_term;
    draft.severity = is_missing && one.likelihood >= surely_missing ? Severity::warning : Severity::info;
    draft.reason = one.reason;
    draft.remedy = is_missing ? "Name it on the other side too, as " + in_quotes(one.expected) + " say."
                              : "Write " + in_quotes(one.expected) + " here too, or accept the variety.";
    findings_.add(std::move(draft));
  }

  const CheckedTexts& view_;
  Findings& findings_;
};

}  // namespace

void check_terms(const CheckedTexts& view, const CheckOptions& options, Findings& findings) {
  glossary::UsageFinder finder(view.terms, {.smallest_confidence = options.smallest_confidence});
  finder.add(0, view.texts);
  TermCheck(view, findings).take(finder.finish().findings);
}

}  // namespace aligner::check
