#pragma once
// What another term base would change in one that is there: planned first, so that a person can look before it is done.
//
//   MergePlan plan = plan_merge(base, read, {.origin = ChangeOrigin::file, .by = "Lan", .at = now},
//   Matching::by_terms); for (const MergeRemark& remark : plan.remarks) std::cout << remark.reason << "\n";
//   project.apply(plan.changes);
//
// A concept is the one of the same id (or of an id that was merged into another), else the one that has its terms: the
// same language and the same folded wording, in exactly one concept whose type does not contradict. A field that is
// empty takes the new value; one that is filled takes it where nobody stronger has spoken (ChangeOrigin); what the new
// one leaves empty stays. Planning twice with the first plan done finds nothing left to change.

#include <cstddef>
#include <string>
#include <vector>

#include "aligner/terms/termbase.h"

namespace aligner::terms {

enum class Matching { by_id, by_terms };  // by_terms: by id, else by terms

enum class MergeOutcome {
  matched,  // the concept has another id here, and was found by its terms
  skipped,  // not taken over, and nobody needs to do anything
  conflict  // not taken over; a person must decide
};

/// What is not taken over as it stands, and why.
struct MergeRemark {
  MergeOutcome outcome = MergeOutcome::skipped;
  std::string concept_id;  // as the new term base has it
  text::LanguageTag language;
  std::string wording;  // empty: of the concept itself
  std::string reason;   // with the remedy, for a conflict

  friend bool operator==(const MergeRemark&, const MergeRemark&) = default;
};

struct MergePlan {
  std::vector<Change> changes;       // in an order in which they can be done
  std::vector<Change> past;          // history that comes along with concepts that are new here
  std::vector<MergeRemark> remarks;  // in the order of the new term base
  std::size_t concepts_read = 0;
  std::size_t terms_read = 0;
  std::size_t concepts_unchanged = 0;  // known, and nothing new about them

  bool has_conflicts() const;
  std::size_t count(ChangeField field, bool of_concept) const;  // changes of this kind
};

/// "matched", "skipped", "conflict".
std::string to_string(MergeOutcome outcome);

/// Plans to bring `incoming` into `known`. The author says who does it and how strong their word is.
MergePlan plan_merge(const Termbase& known, const Termbase& incoming, const Author& author, Matching matching);

}  // namespace aligner::terms
