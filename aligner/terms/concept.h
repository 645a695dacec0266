#pragma once
// Concept and Term: the entries of a term base. A concept has terms, a term has a language (ISO 30042, TBX).
//
//   Concept amur{.id = "r_amur", .type = "river"};
//   amur.terms.push_back({.language = LanguageTag::parse("vi"), .wording = "Hắc Long Giang", .status =
//   TermStatus::admitted}); amur.terms.push_back({.language = LanguageTag::parse("vi"), .wording = "Cupid", .status =
//   TermStatus::deprecated});

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/text/language_tag.h"

namespace aligner::terms {

enum class TermStatus {
  preferred,   // the one to write; usually one in a language
  admitted,    // may be written
  deprecated,  // occurs in texts, is not to be written
  proposed,    // waits for a person's decision
  rejected     // was proposed or listed and a person said no; kept, so that nobody proposes it again
};

enum class PartOfSpeech { unknown, noun, proper_noun, verb, adjective, adverb, other };

/// Scripts and romanisations are terms of their own, told by their language: "mnc" and "mnc-Latn-x-mollend"
/// (Möllendorff), "zh-Hant", "zh-Hans", "zh-Latn-pinyin" and "zh-Latn-wadegile", "ru" and "ru-Latn-x-bgn".
struct Term {
  text::LanguageTag language;
  std::string wording;
  TermStatus status = TermStatus::admitted;
  bool verified = false;  // attested in a named source
  std::string note;       // may be empty
  PartOfSpeech part_of_speech = PartOfSpeech::unknown;
  std::string source;  // where the wording was met; may be empty

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

/// What the concept is, in one language. A concept has at most one in each.
struct Definition {
  text::LanguageTag language;  // "und" where none is said
  std::string text;
  std::string source;  // may be empty

  friend bool operator==(const Definition&, const Definition&) = default;
};

/// The concept's name elsewhere: {"wikidata", "Q4713"}, {"url", "https://..."}.
struct ExternalId {
  std::string scheme;
  std::string id;

  friend bool operator==(const ExternalId&, const ExternalId&) = default;
};

struct Concept {
  std::string id;    // unique in a list, "r_amur"
  std::string type;  // "person", "river", "treaty", ... as the list says; may be empty
  std::vector<Term> terms;
  std::vector<ConceptRelation> relations;  // both directions are present after reading
  std::string source;                      // where the knowledge comes from; may be empty
  std::string note;                        // may be empty
  std::string subject;                     // the subject field: "diplomacy"; may be empty
  std::vector<Definition> definitions;
  std::vector<ExternalId> external_ids;

  friend bool operator==(const Concept&, const Concept&) = default;
};

/// What people call the concept in reports: its first English wording, else its id.
std::string english_name(const Concept& holder);

/// "preferred", "admitted", "deprecated", "proposed", "rejected".
std::string to_string(TermStatus status);
/// "", "noun", "proper noun", "verb", "adjective", "adverb", "other".
std::string to_string(PartOfSpeech part);
/// "broader", "narrower", "part of", "has part", "named after", "namesake", "successor", "predecessor", "related".
std::string to_string(RelationKind kind);

/// The other way round; none where the word is not one of those above.
std::optional<TermStatus> find_status(std::string_view word);
std::optional<PartOfSpeech> find_part_of_speech(std::string_view word);
std::optional<RelationKind> find_relation_kind(std::string_view word);

/// The same relation seen from the other concept: A is part of B, so B has part A.
RelationKind opposite(RelationKind kind);

}  // namespace aligner::terms
