#pragma once
// A person's decisions about terms, as the changes they make.
//
//   project.apply(approve(base, {"r_amur", vi, "Hắc Long Giang"}, TermStatus::preferred, lan));
//   project.apply(merge_concepts(base, "en:Amur River", "r_amur", lan));
//
// Everything here throws Error naming what is not there and what to do. What is so already gives no change.

#include <string>
#include <vector>

#include "aligner/terms/termbase.h"

namespace aligner::terms {

/// A term of a concept.
struct TermName {
  std::string concept_id;
  text::LanguageTag language;
  std::string wording;

  friend bool operator==(const TermName&, const TermName&) = default;
};

/// Gives a term this status. Where it becomes preferred, what was preferred in its language is admitted from then on.
std::vector<Change> set_status(const Termbase& base, const TermName& term, TermStatus status, const Author& author);

/// All proposed terms of the concept: the first of each language is preferred where none is, the others are admitted.
/// None where no term of it is proposed.
std::vector<Change> approve_concept(const Termbase& base, const std::string& concept_id, const Author& author);

/// All proposed terms of the concept, or all its terms where none is proposed, are rejected.
std::vector<Change> reject_concept(const Termbase& base, const std::string& concept_id, const Author& author);

/// Adds a concept, and the terms it has. Throws Error where the id is taken.
std::vector<Change> add_concept(const Termbase& base, const Concept& added, const Author& author);

/// Adds a term to a concept that is there. Throws Error where the concept has this wording in this language, unless it
/// was rejected: then it gets the status of the new one.
std::vector<Change> add_term(const Termbase& base, const std::string& concept_id, const Term& added,
                             const Author& author);

/// The values of `edited` where they differ from those of the concept of the same id: type, subject, source, note,
/// definitions, external ids, relations. Terms are left alone.
std::vector<Change> edit_concept(const Termbase& base, const Concept& edited, const Author& author);

/// The values of `edited` where they differ from those of `term`: status, part of speech, verified, source, note. With
/// another wording the new one takes its place, and the old one stays, rejected, so that no list brings it back.
std::vector<Change> edit_term(const Termbase& base, const TermName& term, const Term& edited, const Author& author);

/// All that `from` has goes to `into`; where both have a field, that of `into` holds, and what is lost is told in the
/// history of `from`. From then on its id stands for the other.
std::vector<Change> merge_concepts(const Termbase& base, const std::string& from, const std::string& into,
                                   const Author& author);

}  // namespace aligner::terms
