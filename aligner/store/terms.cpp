#include "aligner/store/terms.h"

#include <cstddef>
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

using Places = std::unordered_map<std::string, std::size_t>;

terms::Concept& concept_at(std::vector<terms::Concept>& concepts, const Places& places, const std::string& id) {
  const auto place = places.find(id);
  if (place == places.end()) throw Error("\"" + id + "\" is said to be a concept and is none");
  return concepts[place->second];
}

void add_relations(SQLite::Database& handle, std::vector<terms::Concept>& concepts, const Places& places) {
  Statement select(handle, sql("select_relations"));
  for (select.bind(); select.next();) {
    concept_at(concepts, places, select.text(0))
        .relations.push_back({.concept_id = select.text(1), .kind = from_word<terms::RelationKind>(select.text(2))});
  }
}

void add_definitions(SQLite::Database& handle, std::vector<terms::Concept>& concepts, const Places& places) {
  Statement select(handle, sql("select_definitions"));
  for (select.bind(); select.next();) {
    concept_at(concepts, places, select.text(0))
        .definitions.push_back(
            {.language = text::LanguageTag::parse(select.text(1)), .text = select.text(2), .source = select.text(3)});
  }
}

void add_external_ids(SQLite::Database& handle, std::vector<terms::Concept>& concepts, const Places& places) {
  Statement select(handle, sql("select_external_ids"));
  for (select.bind(); select.next();) {
    concept_at(concepts, places, select.text(0))
        .external_ids.push_back({.scheme = select.text(1), .id = select.text(2)});
  }
}

}  // namespace

terms::TermList load_term_list(SQLite::Database& handle) {
  std::vector<terms::Concept> concepts;
  Places places;
  Statement select(handle, sql("select_terms"));
  for (select.bind(); select.next();) {
    if (concepts.empty() || concepts.back().id != select.text(0)) {
      places[select.text(0)] = concepts.size();
      concepts.push_back({.id = select.text(0),
                          .type = select.text(1),
                          .source = select.text(2),
                          .note = select.text(3),
                          .subject = select.text(4)});
    }
    if (select.is_null(5)) continue;
    concepts.back().terms.push_back({.language = text::LanguageTag::parse(select.text(5)),
                                     .wording = select.text(6),
                                     .status = from_word<terms::TermStatus>(select.text(7)),
                                     .verified = select.integer(8) != 0,
                                     .note = select.text(9),
                                     .part_of_speech = from_word<terms::PartOfSpeech>(select.text(10)),
                                     .source = select.text(11)});
  }
  add_relations(handle, concepts, places);
  add_definitions(handle, concepts, places);
  add_external_ids(handle, concepts, places);
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

std::vector<TermCount> count_term_occurrences(SQLite::Database& handle) {
  std::vector<TermCount> counts;
  Statement select(handle, sql("count_term_occurrences"));
  for (select.bind(); select.next();) {
    counts.push_back({.concept_id = select.text(0),
                      .language = text::LanguageTag::parse(select.text(1)),
                      .wording = select.text(2),
                      .count = select.count(3),
                      .document_count = select.count(4)});
  }
  return counts;
}

std::vector<TermContext> select_contexts(SQLite::Database& handle, const std::string& concept_id, std::size_t most) {
  std::vector<TermContext> contexts;
  OpenTexts texts(handle);
  Statement select(handle, sql("select_term_places"));
  for (select.bind(concept_id, most); select.next();) {
    contexts.push_back(
        texts.context(select.integer(0), {select.count(3), select.count(4)}, {select.count(5), select.count(6)}));
    contexts.back().language = text::LanguageTag::parse(select.text(1));
    contexts.back().wording = select.text(2);
  }
  return contexts;
}

const text::Document& OpenTexts::open(std::int64_t document) {
  const auto known = texts_.find(document);
  if (known != texts_.end()) return known->second;
  constexpr std::size_t most_open = 4;
  if (texts_.size() >= most_open) texts_.clear();
  Statement select(handle_, sql("select_document_text"));
  select.bind(document);
  if (!select.next()) throw Error("an occurrence is in no document");
  return texts_[document] =
             text::Document::from_utf8(select.text(0), text::LanguageTag::parse(select.text(1)), select.text(2));
}

TermContext OpenTexts::context(std::int64_t document, text::Span segment, text::Span found) {
  const text::Document& text = open(document);
  check_span(text, segment, "a segment");
  check_span(text, found, "an occurrence");
  if (found.begin < segment.begin || found.end > segment.end) throw Error("an occurrence is outside its segment");
  return {.document = text.name(),
          .before = std::string(text.slice({segment.begin, found.begin})),
          .found = std::string(text.slice(found)),
          .after = std::string(text.slice({found.end, segment.end}))};
}

}  // namespace aligner::store
