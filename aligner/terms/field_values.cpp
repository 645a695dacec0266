#include "aligner/terms/field_values.h"

namespace aligner::terms {
namespace {

void append(std::vector<FieldValue>& fields, ChangeField field, const std::string& value,
            const std::string& detail = {}) {
  if (!value.empty()) fields.push_back({field, detail, value});
}

}  // namespace

std::vector<FieldValue> fields_of(const Concept& holder) {
  std::vector<FieldValue> fields;
  append(fields, ChangeField::type, holder.type);
  append(fields, ChangeField::subject, holder.subject);
  append(fields, ChangeField::source, holder.source);
  append(fields, ChangeField::note, holder.note);
  for (const Definition& definition : holder.definitions) {
    append(fields, ChangeField::definition, definition.text, definition.language.str());
    append(fields, ChangeField::definition_source, definition.source, definition.language.str());
  }
  for (const ExternalId& id : holder.external_ids) append(fields, ChangeField::external_id, id.id, id.scheme);
  for (const ConceptRelation& relation : holder.relations) {
    append(fields, ChangeField::relation, to_string(relation.kind), relation.concept_id);
  }
  return fields;
}

std::vector<FieldValue> fields_of(const Term& term) {
  std::vector<FieldValue> fields;
  append(fields, ChangeField::status, to_string(term.status));
  append(fields, ChangeField::part_of_speech, to_string(term.part_of_speech));
  append(fields, ChangeField::verified, term.verified ? "yes" : "");
  append(fields, ChangeField::source, term.source);
  append(fields, ChangeField::note, term.note);
  return fields;
}

std::string value_of(const std::vector<FieldValue>& fields, const FieldValue& asked) {
  for (const FieldValue& one : fields) {
    if (one.field != asked.field || one.detail != asked.detail) continue;
    if (one.field == ChangeField::external_id && one.value != asked.value) continue;  // a scheme may have several
    return one.value;
  }
  return {};
}

Change change_of(const std::string& concept_id, const FieldValue& value, const std::string& before,
                 const Author& author) {
  return {.concept_id = concept_id,
          .field = value.field,
          .detail = value.detail,
          .before = before,
          .after = value.value,
          .author = author};
}

Change change_of(const std::string& concept_id, const Term& term, const FieldValue& value, const std::string& before,
                 const Author& author) {
  Change change = change_of(concept_id, value, before, author);
  change.language = term.language;
  change.wording = term.wording;
  return change;
}

void append_creation(std::vector<Change>& changes, const std::string& concept_id, const Term& term,
                     const Author& author) {
  for (FieldValue value : fields_of(term)) {
    if (value.field == ChangeField::status) value.field = ChangeField::created;
    changes.push_back(change_of(concept_id, term, value, "", author));
  }
}

void append_creation(std::vector<Change>& changes, const Concept& added, const Author& author) {
  changes.push_back({.concept_id = added.id, .field = ChangeField::created, .author = author});
  for (const FieldValue& value : fields_of(added)) {
    if (value.field != ChangeField::relation) changes.push_back(change_of(added.id, value, "", author));
  }
}

const Term* find_term(const Concept& holder, const text::LanguageTag& language, const std::string& wording) {
  for (const Term& term : holder.terms) {
    if (term.wording == wording && term.language == language) return &term;
  }
  return nullptr;
}

}  // namespace aligner::terms
