#include "aligner/report/concept_values.h"

namespace aligner::report {
namespace {

void set(Json& value, const char* name, const std::string& text) {
  if (!text.empty()) value[name] = text;
}

Json term_value(const terms::Concept& holder, const terms::Term& term, const TermFigures& figures) {
  Json value = {{"language", term.language.str()}, {"wording", term.wording}, {"status", to_string(term.status)}};
  value["verified"] = term.verified;
  set(value, "part_of_speech", to_string(term.part_of_speech));
  set(value, "source", term.source);
  set(value, "note", term.note);
  const auto count = figures.counts.find(term_key(holder.id, term));
  value["count"] = count == figures.counts.end() ? 0 : count->second;
  return value;
}

}  // namespace

Json concept_value(const terms::Concept& holder, const TermFigures& figures) {
  Json value = {{"id", holder.id}};
  set(value, "type", holder.type);
  set(value, "subject", holder.subject);
  for (const terms::Definition& one : holder.definitions) {
    Json definition = {{"language", one.language.str()}, {"text", one.text}};
    set(definition, "source", one.source);
    value["definitions"].push_back(definition);
  }
  set(value, "source", holder.source);
  set(value, "note", holder.note);
  value["terms"] = Json::array();
  for (const terms::Term& term : holder.terms) value["terms"].push_back(term_value(holder, term, figures));
  for (const terms::ConceptRelation& one : holder.relations) {
    value["relations"].push_back({{"relation", to_string(one.kind)}, {"other", one.concept_id}});
  }
  for (const terms::ExternalId& one : holder.external_ids) {
    value["external_ids"].push_back({{"scheme", one.scheme}, {"id", one.id}});
  }
  return value;
}

Json change_value(const terms::Change& change) {
  Json value = {{"concept", change.concept_id}};
  if (!change.is_of_concept()) {
    value["language"] = change.language.str();
    value["wording"] = change.wording;
  }
  value["field"] = to_string(change.field);
  set(value, "detail", change.detail);
  set(value, "before", change.before);
  set(value, "after", change.after);
  value["origin"] = to_string(change.author.origin);
  value["by"] = change.author.by;
  value["at"] = change.author.at;
  set(value, "why", change.author.why);
  return value;
}

}  // namespace aligner::report
