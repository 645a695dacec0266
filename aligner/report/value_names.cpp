#include "aligner/report/value_names.h"

namespace aligner::report {
namespace {

using messages::Speaker;

// For xgettext, which finds the names here; a test compares them with the values there are.
constexpr const char* listed(const char* /*context*/, const char* name) { return name; }

[[maybe_unused]] constexpr const char* names[] = {
    // Of pairs of accounts
    listed("grade", "same"),
    listed("grade", "mostly"),
    listed("grade", "partly"),
    listed("grade", "related"),
    // Of an alignment
    listed("mode", "parallel"),
    listed("mode", "comparable"),
    // How two documents relate
    listed("documents", "translation"),
    listed("documents", "comparable"),
    listed("documents", "passages"),
    // Kinds of evidence, and of anchors
    listed("reason", "date"),
    listed("reason", "number"),
    listed("reason", "name"),
    listed("reason", "term"),
    listed("reason", "word"),
    listed("reason", "length"),
    listed("reason", "boundary"),
    listed("reason", "embedding"),
    listed("reason", "context"),
    // Of evidence, of anchors, of concepts
    listed("relation", "same"),
    listed("relation", "same-other-calendar"),
    listed("relation", "contains"),
    listed("relation", "contained"),
    listed("relation", "overlaps"),
    listed("relation", "near"),
    listed("relation", "conflict"),
    listed("relation", "variant"),
    listed("relation", "transliteration"),
    listed("relation", "reading"),
    listed("relation", "term"),
    listed("relation", "cldr"),
    listed("relation", "unit-converted"),
    listed("relation", "related"),
    listed("relation", "other"),
    listed("relation", "translation"),
    listed("relation", "fits"),
    listed("relation", "differs"),
    listed("relation", "broader"),
    listed("relation", "narrower"),
    listed("relation", "part of"),
    listed("relation", "has part"),
    listed("relation", "named after"),
    listed("relation", "namesake"),
    listed("relation", "successor"),
    listed("relation", "predecessor"),
    // Of findings
    listed("severity", "info"),
    listed("severity", "warning"),
    listed("severity", "error"),
    // Kinds of findings
    listed("finding", "date-conflict"),
    listed("finding", "date-missing"),
    listed("finding", "calendar"),
    listed("finding", "number-conflict"),
    listed("finding", "number-missing"),
    listed("finding", "unit"),
    listed("finding", "name-missing"),
    listed("finding", "name-spelling"),
    listed("finding", "deprecated-term"),
    listed("finding", "competing-term"),
    listed("finding", "missing-term"),
    listed("finding", "untranslated"),
    listed("finding", "omission"),
    listed("finding", "addition"),
    listed("finding", "length"),
    listed("finding", "unbalanced"),
    listed("finding", "doubled-word"),
    listed("finding", "contradiction"),
    // Kinds of findings about the use of terms
    listed("usage", "missing"),
    listed("usage", "competing"),
    listed("usage", "deprecated"),
    // Kinds of edits
    listed("edit", "accept"),
    listed("edit", "reject"),
    listed("edit", "join"),
    listed("edit", "split"),
    listed("edit", "shift"),
    listed("edit", "relink"),
    listed("edit", "note"),
    listed("edit", "undo"),
    listed("edit", "redo"),
    // What a person decided about a pair
    listed("verdict", "accepted"),
    listed("verdict", "rejected"),
    // Of terms
    listed("status", "preferred"),
    listed("status", "admitted"),
    listed("status", "deprecated"),
    listed("status", "proposed"),
    listed("status", "rejected"),
    // Of terms
    listed("part of speech", "noun"),
    listed("part of speech", "proper noun"),
    listed("part of speech", "verb"),
    listed("part of speech", "adjective"),
    listed("part of speech", "adverb"),
    listed("part of speech", "other"),
    // What a change is of
    listed("field", "created"),
    listed("field", "removed"),
    listed("field", "type"),
    listed("field", "subject"),
    listed("field", "definition"),
    listed("field", "definition source"),
    listed("field", "external id"),
    listed("field", "relation"),
    listed("field", "merged into"),
    listed("field", "status"),
    listed("field", "part of speech"),
    listed("field", "verified"),
    listed("field", "source"),
    listed("field", "note"),
};

}  // namespace

std::string name_of(const Speaker& speaker, align::Grade grade) { return speaker.name_of("grade", to_string(grade)); }
std::string name_of(const Speaker& speaker, align::Mode mode) { return speaker.name_of("mode", to_string(mode)); }
std::string name_of(const Speaker& speaker, align::Relation relation) {
  return speaker.name_of("documents", to_string(relation));
}
std::string name_of(const Speaker& speaker, anchors::AnchorKind kind) {
  return speaker.name_of("reason", to_string(kind));
}
std::string name_of(const Speaker& speaker, anchors::AnchorRelation relation) {
  return speaker.name_of("relation", to_string(relation));
}
std::string name_of(const Speaker& speaker, score::EvidenceKind kind) {
  return speaker.name_of("reason", to_string(kind));
}
std::string name_of(const Speaker& speaker, check::Severity severity) {
  return speaker.name_of("severity", to_string(severity));
}
std::string name_of(const Speaker& speaker, check::FindingKind kind) {
  return speaker.name_of("finding", to_string(kind));
}
std::string name_of(const Speaker& speaker, glossary::FindingKind kind) {
  return speaker.name_of("usage", to_string(kind));
}
std::string name_of(const Speaker& speaker, review::EditKind kind) { return speaker.name_of("edit", to_string(kind)); }
std::string name_of(const Speaker& speaker, review::Verdict verdict) {
  return speaker.name_of("verdict", to_string(verdict));
}
std::string name_of(const Speaker& speaker, terms::TermStatus status) {
  return speaker.name_of("status", to_string(status));
}
std::string name_of(const Speaker& speaker, terms::PartOfSpeech part) {
  return speaker.name_of("part of speech", to_string(part));
}
std::string name_of(const Speaker& speaker, terms::RelationKind kind) {
  return speaker.name_of("relation", to_string(kind));
}
std::string name_of(const Speaker& speaker, terms::ChangeField field) {
  return speaker.name_of("field", to_string(field));
}

std::string name_of_relation(const Speaker& speaker, const std::string& relation) {
  return speaker.name_of("relation", relation);
}

}  // namespace aligner::report
