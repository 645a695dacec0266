#pragma once
// Change: one thing that became different in a term base, with who, when and why. Changes are history: none is ever
// altered or taken away, and a term base is what its changes made of it.
//
//   Author lan{.origin = ChangeOrigin::person, .by = "Lan", .at = "2026-03-01T09:30:00Z", .why = "as in the treaty"};
//   Change yes{.concept_id = "r_amur", .language = vi, .wording = "Hắc Long Giang", .field = ChangeField::status,
//              .before = "proposed", .after = "preferred", .author = lan};

#include <optional>
#include <string>
#include <string_view>

#include "aligner/text/language_tag.h"

namespace aligner::terms {

/// Who is behind a change. The later in this order is the stronger: what a person decided, no file, list or machine
/// changes; what a file said that a person imported, no list and no machine.
enum class ChangeOrigin {
  machine,  // proposed from aligned texts
  list,     // the term list that texts were aligned with
  file,     // imported by a person
  person    // decided one by one
};

struct Author {
  ChangeOrigin origin = ChangeOrigin::person;
  std::string by;
  std::string at;   // ISO 8601 UTC: "2026-03-01T09:30:00Z"
  std::string why;  // may be empty

  friend bool operator==(const Author&, const Author&) = default;
};

enum class ChangeField {
  created,            // the concept, or the term, whose status is `after`
  removed,            // likewise; `before` is its status. Only what nobody but the machine touched is ever removed
  type,               // of the concept, as the next ones
  subject,            //
  definition,         // in the language `detail`
  definition_source,  // likewise
  external_id,        // in the scheme `detail`; without `before` a new one, without `after` one taken away
  relation,           // to the concept `detail`: "part of"
  merged_into,        // the concept `after`, which has its terms from then on; `before` lists them
  status,             // of the term, as the next two
  part_of_speech,     //
  verified,           // "yes" or "no"
  source,             // of the term, or of the concept
  note                // likewise
};

struct Change {
  std::string concept_id;
  text::LanguageTag language;  // of the term
  std::string wording;         // of the term; empty where the concept itself is meant
  ChangeField field = ChangeField::created;
  std::string detail;
  std::string before;  // empty: there was none
  std::string after;   // empty: there is none any more
  Author author;

  bool is_of_concept() const { return wording.empty(); }

  friend bool operator==(const Change&, const Change&) = default;
};

/// "machine", "list", "file", "person".
std::string to_string(ChangeOrigin origin);
/// "created", "removed", "type", "subject", "definition", "definition source", "external id", "relation",
/// "merged into", "status", "part of speech", "verified", "source", "note".
std::string to_string(ChangeField field);

/// The other way round; none where the word is not one of those above.
std::optional<ChangeOrigin> find_change_origin(std::string_view word);
std::optional<ChangeField> find_change_field(std::string_view word);

}  // namespace aligner::terms
