#pragma once
// Concepts and terms as the fields that changes are about. Private to the room.
//
//   for (const FieldValue& value : fields_of(amur)) std::cout << to_string(value.field) << ": " << value.value << "\n";
//   append_creation(changes, "r_amur", term, author);

#include <string>
#include <vector>

#include "aligner/terms/change.h"
#include "aligner/terms/concept.h"

namespace aligner::terms {

struct FieldValue {
  ChangeField field = ChangeField::note;
  std::string detail;
  std::string value;  // never empty

  friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

/// What a concept says of itself, relations last; what is empty is left out.
std::vector<FieldValue> fields_of(const Concept& holder);

/// What a term says beside its language and wording, its status first.
std::vector<FieldValue> fields_of(const Term& term);

/// The value of one field; empty where there is none. For an external id the id itself, where it is there.
std::string value_of(const std::vector<FieldValue>& fields, const FieldValue& asked);

/// A change of the concept itself, or of one of its terms.
Change change_of(const std::string& concept_id, const FieldValue& value, const std::string& before,
                 const Author& author);
Change change_of(const std::string& concept_id, const Term& term, const FieldValue& value, const std::string& before,
                 const Author& author);

/// What makes a new term, or a new concept without its terms and relations.
void append_creation(std::vector<Change>& changes, const std::string& concept_id, const Term& term,
                     const Author& author);
void append_creation(std::vector<Change>& changes, const Concept& added, const Author& author);

/// The term of this language and wording, or nullptr.
const Term* find_term(const Concept& holder, const text::LanguageTag& language, const std::string& wording);

}  // namespace aligner::terms
