#include "aligner/terms/decide_terms.h"

#include <algorithm>
#include <set>
#include <utility>

#include "aligner/error.h"
#include "aligner/terms/field_values.h"

namespace aligner::terms {
namespace {

const Concept& concept_in(const Termbase& base, const std::string& id) {
  const Concept* found = base.terms.find(id);
  if (found == nullptr) throw Error("there is no concept \"" + id + "\"; look for it with glossary list");
  return *found;
}

std::string quoted(const Term& term) { return term.language.str() + " \"" + term.wording + "\""; }

const Term& term_in(const Concept& holder, const TermName& name) {
  const Term* found = find_term(holder, name.language, name.wording);
  if (found == nullptr) {
    throw Error("concept \"" + holder.id + "\" has no term " + name.language.str() + " \"" + name.wording +
                "\"; look at it with glossary show, or add the term");
  }
  return *found;
}

Change status_change(const Concept& holder, const Term& term, TermStatus status, const Author& author) {
  return change_of(holder.id, term, {.field = ChangeField::status, .value = to_string(status)}, to_string(term.status),
                   author);
}

// The other terms of the language that are preferred become admitted.
void make_room(std::vector<Change>& changes, const Concept& holder, const Term& term, const Author& author) {
  for (const Term& other : holder.terms) {
    const bool is_rival =
        other.status == TermStatus::preferred && other.language == term.language && other.wording != term.wording;
    if (is_rival) changes.push_back(status_change(holder, other, TermStatus::admitted, author));
  }
}

std::vector<const Term*> terms_with(const Concept& holder, TermStatus status) {
  std::vector<const Term*> found;
  for (const Term& term : holder.terms) {
    if (term.status == status) found.push_back(&term);
  }
  return found;
}

// What is so after and was otherwise before. A field that is in `before` only is emptied.
std::vector<std::pair<FieldValue, std::string>> differences(const std::vector<FieldValue>& before,
                                                            const std::vector<FieldValue>& after) {
  std::vector<std::pair<FieldValue, std::string>> found;  // the new value and the old one
  for (const FieldValue& old : before) {
    if (!value_of(after, old).empty()) continue;
    found.emplace_back(FieldValue{old.field, old.detail, ""}, old.value);
  }
  for (const FieldValue& value : after) {
    const std::string old = value_of(before, value);
    if (old != value.value) found.emplace_back(value, old);
  }
  return found;
}

void check_wording(const Term& term) {
  if (term.wording.empty()) throw Error("a term needs a wording");
  if (term.language.is_undetermined()) throw Error("the term \"" + term.wording + "\" needs a language, \"vi\" say");
}

std::string summary_of(const Concept& holder) {
  std::string summary;
  for (const Term& term : holder.terms) {
    summary += (summary.empty() ? "" : "; ") + quoted(term) + " " + to_string(term.status);
  }
  for (const FieldValue& value : fields_of(holder)) {
    summary += "; " + to_string(value.field) + (value.detail.empty() ? "" : " " + value.detail) + ": " + value.value;
  }
  return summary;
}

// A relation stands at both its ends.
void append_opposite(std::vector<Change>& changes, const Termbase& base, const std::string& id,
                     const FieldValue& relation, const Author& author) {
  if (base.terms.find(relation.detail) == nullptr) {
    throw Error("there is no concept \"" + relation.detail + "\" to be related to; add it first");
  }
  const ConceptRelation* before = base.terms.find_relation(relation.detail, id);
  const auto kind = find_relation_kind(relation.value);
  const std::string after = kind ? to_string(opposite(*kind)) : "";
  const std::string old = before == nullptr ? "" : to_string(before->kind);
  if (old != after) {
    changes.push_back(change_of(relation.detail, {ChangeField::relation, id, after}, old, author));
  }
}

void merge_relations(std::vector<Change>& changes, const Termbase& base, const Concept& from, const Concept& into,
                     const Author& author) {
  for (const ConceptRelation& relation : from.relations) {
    const bool is_new =
        relation.concept_id != into.id && base.terms.find_relation(into.id, relation.concept_id) == nullptr;
    if (!is_new) continue;
    changes.push_back(
        change_of(into.id, {ChangeField::relation, relation.concept_id, to_string(relation.kind)}, "", author));
    changes.push_back(change_of(relation.concept_id,
                                {ChangeField::relation, into.id, to_string(opposite(relation.kind))}, "", author));
  }
}

}  // namespace

std::vector<Change> set_status(const Termbase& base, const TermName& name, TermStatus status, const Author& author) {
  const Concept& holder = concept_in(base, name.concept_id);
  const Term& term = term_in(holder, name);
  std::vector<Change> changes;
  if (status == TermStatus::preferred) make_room(changes, holder, term, author);
  if (term.status != status) changes.push_back(status_change(holder, term, status, author));
  return changes;
}

std::vector<Change> approve_concept(const Termbase& base, const std::string& concept_id, const Author& author) {
  const Concept& holder = concept_in(base, concept_id);
  std::set<std::string> has_preferred;
  for (const Term* term : terms_with(holder, TermStatus::preferred)) has_preferred.insert(term->language.str());
  std::vector<Change> changes;
  for (const Term* term : terms_with(holder, TermStatus::proposed)) {
    const bool is_first = has_preferred.insert(term->language.str()).second;
    changes.push_back(status_change(holder, *term, is_first ? TermStatus::preferred : TermStatus::admitted, author));
  }
  return changes;
}

std::vector<Change> reject_concept(const Termbase& base, const std::string& concept_id, const Author& author) {
  const Concept& holder = concept_in(base, concept_id);
  std::vector<const Term*> refused = terms_with(holder, TermStatus::proposed);
  std::vector<Change> changes;
  if (refused.empty()) {
    for (const Term& term : holder.terms) refused.push_back(&term);
  }
  for (const Term* term : refused) {
    if (term->status != TermStatus::rejected) {
      changes.push_back(status_change(holder, *term, TermStatus::rejected, author));
    }
  }
  return changes;
}

std::vector<Change> add_concept(const Termbase& base, const Concept& added, const Author& author) {
  if (added.id.empty()) throw Error("a concept needs an id");
  const auto merged = merged_ids(base.history);
  if (base.terms.find(added.id) != nullptr || merged.contains(added.id)) {
    throw Error("there is a concept \"" + added.id + "\" already; add terms to it, or take another id");
  }
  std::vector<Change> changes;
  append_creation(changes, added, author);
  for (const Term& term : added.terms) {
    check_wording(term);
    append_creation(changes, added.id, term, author);
  }
  return changes;
}

std::vector<Change> add_term(const Termbase& base, const std::string& concept_id, const Term& added,
                             const Author& author) {
  check_wording(added);
  const Concept& holder = concept_in(base, concept_id);
  std::vector<Change> changes;
  const Term* present = find_term(holder, added.language, added.wording);
  if (present == nullptr) {
    if (added.status == TermStatus::preferred) make_room(changes, holder, added, author);
    append_creation(changes, concept_id, added, author);
    return changes;
  }
  if (present->status != TermStatus::rejected) {
    throw Error("concept \"" + concept_id + "\" has the term " + quoted(added) + " already (" +
                to_string(present->status) + "); edit it");
  }
  return edit_term(base, {concept_id, added.language, added.wording}, added, author);
}

std::vector<Change> edit_concept(const Termbase& base, const Concept& edited, const Author& author) {
  std::vector<Change> changes;
  for (const auto& [value, old] : differences(fields_of(concept_in(base, edited.id)), fields_of(edited))) {
    changes.push_back(change_of(edited.id, value, old, author));
    if (value.field == ChangeField::relation) append_opposite(changes, base, edited.id, value, author);
  }
  return changes;
}

std::vector<Change> edit_term(const Termbase& base, const TermName& name, const Term& edited, const Author& author) {
  check_wording(edited);
  const Concept& holder = concept_in(base, name.concept_id);
  const Term& term = term_in(holder, name);
  const bool is_reworded = edited.wording != term.wording || edited.language != term.language;
  std::vector<Change> changes;
  if (is_reworded) {
    if (find_term(holder, edited.language, edited.wording) != nullptr) {
      throw Error("concept \"" + holder.id + "\" has the term " + quoted(edited) + " already; edit that one");
    }
    if (edited.status == TermStatus::preferred) make_room(changes, holder, edited, author);
    std::erase_if(changes, [&](const Change& one) { return one.wording == term.wording; });
    append_creation(changes, holder.id, edited, author);
    if (term.status != TermStatus::rejected) {
      changes.push_back(status_change(holder, term, TermStatus::rejected, author));
    }
    return changes;
  }
  if (edited.status == TermStatus::preferred) make_room(changes, holder, edited, author);
  for (const auto& [value, old] : differences(fields_of(term), fields_of(edited))) {
    changes.push_back(change_of(holder.id, term, value, old, author));
  }
  return changes;
}

std::vector<Change> merge_concepts(const Termbase& base, const std::string& from_id, const std::string& into_id,
                                   const Author& author) {
  const Concept& from = concept_in(base, from_id);
  const Concept& into = concept_in(base, into_id);
  if (from.id == into.id) throw Error("concept \"" + from.id + "\" cannot be merged into itself");
  std::vector<Change> changes;
  const std::vector<FieldValue> present = fields_of(into);
  for (const FieldValue& value : fields_of(from)) {
    const bool is_new = value.field != ChangeField::relation && value_of(present, value).empty();
    if (is_new) changes.push_back(change_of(into.id, value, "", author));
  }
  std::set<std::string> has_preferred;
  for (const Term* term : terms_with(into, TermStatus::preferred)) has_preferred.insert(term->language.str());
  for (const Term& term : from.terms) {
    if (find_term(into, term.language, term.wording) != nullptr) continue;
    Term moved = term;
    const bool is_second = moved.status == TermStatus::preferred && has_preferred.contains(moved.language.str());
    if (is_second) moved.status = TermStatus::admitted;
    append_creation(changes, into.id, moved, author);
  }
  merge_relations(changes, base, from, into, author);
  changes.push_back({.concept_id = from.id,
                     .field = ChangeField::merged_into,
                     .before = summary_of(from),
                     .after = into.id,
                     .author = author});
  return changes;
}

}  // namespace aligner::terms
