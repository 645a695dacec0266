#include "aligner/terms/term_list.h"

#include <algorithm>
#include <utility>

namespace aligner::terms {
namespace {

/// Where the language's wording stands among a concept's terms, so that merging long concepts stays linear.
using TermIndex = std::unordered_map<std::string, std::size_t>;

std::string term_key(const Term& term) { return term.language.str() + '\t' + term.wording; }

void merge_definition(std::vector<Definition>& definitions, const Definition& later) {
  const auto same_language = [&later](const Definition& one) { return one.language == later.language; };
  const auto earlier = std::find_if(definitions.begin(), definitions.end(), same_language);
  if (earlier == definitions.end()) {
    definitions.push_back(later);
  } else {
    *earlier = later;
  }
}

void merge_concept(Concept& into, const Concept& from) {
  if (!from.type.empty()) into.type = from.type;
  if (!from.source.empty()) into.source = from.source;
  if (!from.note.empty()) into.note = from.note;
  if (!from.subject.empty()) into.subject = from.subject;
  for (const Definition& definition : from.definitions) merge_definition(into.definitions, definition);
  for (const ExternalId& id : from.external_ids) {
    if (std::find(into.external_ids.begin(), into.external_ids.end(), id) == into.external_ids.end()) {
      into.external_ids.push_back(id);
    }
  }
  TermIndex known;
  for (std::size_t i = 0; i < into.terms.size(); ++i) known.try_emplace(term_key(into.terms[i]), i);
  for (const Term& term : from.terms) {
    const auto [place, is_new] = known.try_emplace(term_key(term), into.terms.size());
    if (is_new) {
      into.terms.push_back(term);
      continue;
    }
    Term& old = into.terms[place->second];
    old.status = term.status;
    old.note = term.note;
    old.verified = old.verified || term.verified;
    if (term.part_of_speech != PartOfSpeech::unknown) old.part_of_speech = term.part_of_speech;
    if (!term.source.empty()) old.source = term.source;
  }
}

/// Sets relations; a later statement about the same two concepts replaces an earlier one. Remembers where each stands,
/// so that a concept with very many relations costs no more than its share.
class RelationWriter {
 public:
  explicit RelationWriter(std::vector<Concept>& concepts) : concepts_(concepts) {}

  void set(std::size_t holder, const std::string& other_id, RelationKind kind) {
    std::vector<ConceptRelation>& relations = concepts_[holder].relations;
    auto [known, is_new] = known_.try_emplace(holder);
    if (is_new) {
      for (std::size_t i = 0; i < relations.size(); ++i) known->second.try_emplace(relations[i].concept_id, i);
    }
    const auto [place, is_first] = known->second.try_emplace(other_id, relations.size());
    if (is_first) {
      relations.push_back({other_id, kind});
    } else {
      relations[place->second].kind = kind;
    }
  }

 private:
  std::vector<Concept>& concepts_;
  std::unordered_map<std::size_t, std::unordered_map<std::string, std::size_t>> known_;
};

}  // namespace

TermList::TermList(std::vector<Concept> concepts) { add(concepts, Stubs::keep); }

void TermList::merge(const TermList& other) {
  if (this == &other) return;
  add(other.concepts_, Stubs::drop);
}

void TermList::add(const std::vector<Concept>& concepts, Stubs stubs) {
  for (const Concept& item : concepts) {
    if (stubs == Stubs::drop && item.terms.empty() && !index_.contains(item.id)) continue;
    const auto [place, is_new] = index_.try_emplace(item.id, concepts_.size());
    if (is_new) {
      concepts_.emplace_back();
      concepts_.back().id = item.id;
    }
    merge_concept(concepts_[place->second], item);
  }
  // Relations come second: both ends must be there first.
  RelationWriter writer(concepts_);
  for (const Concept& item : concepts) {
    const auto holder = index_.find(item.id);
    if (holder == index_.end()) continue;
    for (const ConceptRelation& relation : item.relations) {
      const auto other = index_.find(relation.concept_id);
      if (other == index_.end() || other == holder) continue;
      writer.set(holder->second, relation.concept_id, relation.kind);
      writer.set(other->second, item.id, opposite(relation.kind));
    }
  }
}

const Concept* TermList::find(std::string_view id) const {
  const auto place = index_.find(std::string(id));
  return place == index_.end() ? nullptr : &concepts_[place->second];
}

const ConceptRelation* TermList::find_relation(std::string_view from, std::string_view to) const {
  const Concept* holder = find(from);
  if (holder == nullptr) return nullptr;
  for (const ConceptRelation& relation : holder->relations) {
    if (relation.concept_id == to) return &relation;
  }
  return nullptr;
}

std::string english_name(const TermList& list, std::string_view concept_id) {
  const Concept* found = list.find(concept_id);
  return found == nullptr ? std::string(concept_id) : english_name(*found);
}

}  // namespace aligner::terms
