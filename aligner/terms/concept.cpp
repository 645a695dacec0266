#include "aligner/terms/concept.h"

#include <array>

namespace aligner::terms {
namespace {

using enum RelationKind;
constexpr std::array statuses{TermStatus::preferred, TermStatus::admitted, TermStatus::deprecated, TermStatus::proposed,
                              TermStatus::rejected};
constexpr std::array parts_of_speech{PartOfSpeech::unknown, PartOfSpeech::noun,      PartOfSpeech::proper_noun,
                                     PartOfSpeech::verb,    PartOfSpeech::adjective, PartOfSpeech::adverb,
                                     PartOfSpeech::other};
constexpr std::array relation_kinds{broader,  narrower,  part_of,     has_part, named_after,
                                    namesake, successor, predecessor, related};

template <typename Values>
auto find_named(const Values& values, std::string_view word) -> std::optional<typename Values::value_type> {
  for (const auto value : values) {
    if (to_string(value) == word) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string english_name(const Concept& holder) {
  for (const Term& term : holder.terms) {
    if (term.language.language() == "en") return term.wording;
  }
  return holder.id;
}

std::string to_string(TermStatus status) {
  switch (status) {
    case TermStatus::preferred:
      return "preferred";
    case TermStatus::admitted:
      return "admitted";
    case TermStatus::deprecated:
      return "deprecated";
    case TermStatus::proposed:
      return "proposed";
    case TermStatus::rejected:
      return "rejected";
  }
  return "admitted";
}

std::string to_string(PartOfSpeech part) {
  switch (part) {
    case PartOfSpeech::unknown:
      return "";
    case PartOfSpeech::noun:
      return "noun";
    case PartOfSpeech::proper_noun:
      return "proper noun";
    case PartOfSpeech::verb:
      return "verb";
    case PartOfSpeech::adjective:
      return "adjective";
    case PartOfSpeech::adverb:
      return "adverb";
    case PartOfSpeech::other:
      return "other";
  }
  return "";
}

std::string to_string(RelationKind kind) {
  switch (kind) {
    case RelationKind::broader:
      return "broader";
    case RelationKind::narrower:
      return "narrower";
    case RelationKind::part_of:
      return "part of";
    case RelationKind::has_part:
      return "has part";
    case RelationKind::named_after:
      return "named after";
    case RelationKind::namesake:
      return "namesake";
    case RelationKind::successor:
      return "successor";
    case RelationKind::predecessor:
      return "predecessor";
    case RelationKind::related:
      return "related";
  }
  return "related";
}

std::optional<TermStatus> find_status(std::string_view word) { return find_named(statuses, word); }

std::optional<PartOfSpeech> find_part_of_speech(std::string_view word) { return find_named(parts_of_speech, word); }

std::optional<RelationKind> find_relation_kind(std::string_view word) { return find_named(relation_kinds, word); }

RelationKind opposite(RelationKind kind) {
  switch (kind) {
    case RelationKind::broader:
      return RelationKind::narrower;
    case RelationKind::narrower:
      return RelationKind::broader;
    case RelationKind::part_of:
      return RelationKind::has_part;
    case RelationKind::has_part:
      return RelationKind::part_of;
    case RelationKind::named_after:
      return RelationKind::namesake;
    case RelationKind::namesake:
      return RelationKind::named_after;
    case RelationKind::successor:
      return RelationKind::predecessor;
    case RelationKind::predecessor:
      return RelationKind::successor;
    case RelationKind::related:
      return RelationKind::related;
  }
  return RelationKind::related;
}

}  // namespace aligner::terms
