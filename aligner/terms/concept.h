#pragma once
// Concept and Term: what is known beforehand. A concept has terms, a term has a language (ISO 30042, TBX).
//
//   Concept amur{.id = "r_amur", .type = "river"};
//   amur.terms.push_back({.language = LanguageTag::parse("vi"), .wording = "Hắc Long Giang", .status =
//   TermStatus::admitted}); amur.terms.push_back({.language = LanguageTag::parse("vi"), .wording = "Cupid", .status =
//   TermStatus::deprecated});

#include <string>
#include <vector>

#include "aligner/text/language_tag.h"

namespace aligner::terms {

enum class TermStatus { preferred, admitted, deprecated, proposed };

struct Term {
  text::LanguageTag language;  // "zh-Latn-pinyin", "zh-Latn-wadegile", "mnc", "mnc-Latn-x-mollend" for romanisations
  std::string wording;
  TermStatus status = TermStatus::admitted;
  bool verified = false;  // attested in a named source
  std::string note;       // may be empty

  friend bool operator==(const Term&, const Term&) = default;
};

/// How two concepts are related. Read "holder KIND other": t_aigun named_after l_aigun, r_ussuri part_of r_amur, n_qing
/// predecessor n_china (Qing is China's predecessor). As in SKOS, broader and narrower speak of the other one: o_tsar
/// broader o_emperor (emperor is the broader concept).
enum class RelationKind {
  broader,
  narrower,
  part_of,
  has_part,
  named_after,
  namesake,
  successor,
  predecessor,
  related
};

struct ConceptRelation {
  std::string concept_id;  // the other concept
  RelationKind kind = RelationKind::related;

  friend bool operator==(const ConceptRelation&, const ConceptRelation&) = default;
};

struct Concept {
  std::string id;    // unique in a list, "r_amur"
  std::string type;  // "person", "river", "treaty", ... as the list says; may be empty
  std::vector<Term> terms;
  std::vector<ConceptRelation> relations;  // both directions are present after reading
  std::string source;                      // where the knowledge comes from; may be empty
  std::string note;                        // may be empty

  friend bool operator==(const Concept&, const Concept&) = default;
};

/// What people call the concept in reports: its first English wording, else its id.
std::string english_name(const Concept& holder);

/// "preferred", "admitted", "deprecated", "proposed".
std::string to_string(TermStatus status);
/// "broader", "narrower", "part of", "has part", "named after", "namesake", "successor", "predecessor", "related".
std::string to_string(RelationKind kind);

}  // namespace aligner::terms
