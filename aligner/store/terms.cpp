#include "aligner/store/terms.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "aligner/error.h"
#include "aligner/store/documents.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"
#include "aligner/store/words.h"

namespace aligner::store {
namespace {

using ConceptIds = std::unordered_map<std::string, std::int64_t>;

ConceptIds save_concepts(SQLite::Database& handle, const std::vector<terms::Concept>& concepts) {
  ConceptIds ids;
  Statement upsert(handle, sql("upsert_concept"));
  for (const terms::Concept& known : concepts) {
    ids[known.id] = upsert.number_of(known.id, known.type, known.source, known.note);
  }
  return ids;
}

void add_relations(SQLite::Database& handle, std::vector<terms::Concept>& concepts) {
  std::unordered_map<std::string, terms::Concept*> by_id;
  for (terms::Concept& known : concepts) by_id[known.id] = &known;
  Statement select(handle, sql("select_relations"));
  for (select.bind(); select.next();) {
    const auto holder = by_id.find(select.text(0));
    if (holder == by_id.end()) throw Error("a relation belongs to no concept");
    holder->second->relations.push_back(
        {.concept_id = select.text(1), .kind = from_word<terms::RelationKind>(select.text(2))});
  }
}

}  // namespace

void save_term_list(SQLite::Database& handle, const terms::TermList& list) {
  const std::vector<terms::Concept>& concepts = list.concepts();
  const ConceptIds ids = save_concepts(handle, concepts);  // first all, so that relations find the other end
  Statement upsert_term(handle, sql("upsert_term"));
  Statement insert_relation(handle, sql("insert_relation"));
  for (const terms::Concept& known : concepts) {
    const std::int64_t id = ids.at(known.id);
    for (const terms::Term& term : known.terms) {
      upsert_term.run(id, term.language.str(), term.wording, to_word(term.status), term.verified, term.note);
    }
    for (const terms::ConceptRelation& relation : known.relations) {
      insert_relation.run(id, to_word(relation.kind), relation.concept_id);
    }
  }
}

void save_term_decision(SQLite::Database& handle, const TermDecision& decision) {
  Statement find(handle, "SELECT id FROM concept WHERE name = ?");
  find.bind(decision.concept_id);
  if (!find.next()) {
    throw Error("there is no concept \"" + decision.concept_id +
                "\" in this database; save the list that has it first");
  }
  Statement(handle, sql("decide_term"))
      .run(find.integer(0), decision.language.str(), decision.wording, to_word(decision.status), decision.by,
           decision.at);
}

terms::TermList load_term_list(SQLite::Database& handle) {
  std::vector<terms::Concept> concepts;
  Statement select(handle, sql("select_terms"));
  for (select.bind(); select.next();) {
    if (concepts.empty() || concepts.back().id != select.text(0)) {
      concepts.push_back(
          {.id = select.text(0), .type = select.text(1), .source = select.text(2), .note = select.text(3)});
    }
    if (select.is_null(4)) continue;
    concepts.back().terms.push_back({.language = text::LanguageTag::parse(select.text(4)),
                                     .wording = select.text(5),
                                     .status = from_word<terms::TermStatus>(select.text(6)),
                                     .verified = select.integer(7) != 0,
                                     .note = select.text(8)});
  }
  add_relations(handle, concepts);
  return terms::TermList(std::move(concepts));
}

void replace_occurrences(SQLite::Database& handle, const align::AlignedSide& side,
                         const std::vector<TermOccurrence>& occurrences) {
  check_side(side);
  const std::int64_t document = find_or_insert_document(handle, side);
  Statement(handle, "DELETE FROM term_occurrence WHERE document = ?").run(document);
  Statement insert(handle, sql("insert_term_occurrence"));
  for (const TermOccurrence& occurrence : occurrences) {
    const std::string what =
        "\"" + occurrence.wording + "\" (" + occurrence.language.str() + ", concept " + occurrence.concept_id + ")";
    check_span(side.document, occurrence.span, what);
    if (occurrence.span.empty()) throw Error(what + " is said to stand in no byte of " + side.document.name());
    insert.bind(document, occurrence.span.begin, occurrence.span.end, occurrence.concept_id, occurrence.language.str(),
                occurrence.wording);
    if (!insert.next()) throw Error(what + " is no term of this database; save the list that has it first");
  }
}

std::vector<TermOccurrence> select_occurrences(SQLite::Database& handle, const align::AlignedSide& side) {
  const std::optional<std::int64_t> document = find_document(handle, side);
  if (!document) return {};
  std::vector<TermOccurrence> occurrences;
  Statement select(handle, sql("select_term_occurrences"));
  for (select.bind(*document); select.next();) {
    occurrences.push_back({.concept_id = select.text(0),
                           .language = text::LanguageTag::parse(select.text(1)),
                           .wording = select.text(2),
                           .span = {select.count(3), select.count(4)}});
    check_span(side.document, occurrences.back().span, "an occurrence");
  }
  return occurrences;
}

}  // namespace aligner::store
