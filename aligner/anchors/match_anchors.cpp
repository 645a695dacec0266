#include "aligner/anchors/match_anchors.h"

#include "aligner/anchors/concept_names.h"
#include "aligner/anchors/match_dates.h"
#include "aligner/anchors/match_names.h"
#include "aligner/anchors/match_numbers.h"

namespace aligner::anchors {
namespace {

std::optional<AnchorMatch> match(const Date& source, const Date& target, const terms::TermList&) {
  return match_dates(source, target);
}

std::optional<AnchorMatch> match(const Number& source, const Number& target, const terms::TermList&) {
  return match_numbers(source, target);
}

std::optional<AnchorMatch> match(const Name& source, const Name& target, const terms::TermList&) {
  return match_names(source, target);
}

double relation_score(terms::RelationKind kind) {
  switch (kind) {
    case terms::RelationKind::successor:
    case terms::RelationKind::predecessor:
      return 0.6;
    case terms::RelationKind::part_of:
    case terms::RelationKind::has_part:
    case terms::RelationKind::broader:
    case terms::RelationKind::narrower:
      return 0.5;
    case terms::RelationKind::named_after:
      return 0.4;
    case terms::RelationKind::namesake:
    case terms::RelationKind::related:
      break;
  }
  return 0.3;
}

std::optional<AnchorMatch> match(const ConceptMention& source, const Name& target, const terms::TermList& list) {
  const terms::Concept* found = list.find(source.concept_id);
  if (found == nullptr) return std::nullopt;
  return match_concept_name(*found, read_concept_names(*found), target);
}

std::optional<AnchorMatch> match(const Name& source, const ConceptMention& target, const terms::TermList& list) {
  return match(target, source, list);
}

std::optional<AnchorMatch> match(const ConceptMention& source, const ConceptMention& target,
                                 const terms::TermList& list) {
  const std::string first = english_name(list, source.concept_id);
  if (source.concept_id == target.concept_id) return AnchorMatch{AnchorRelation::term, 1, "both name " + first};
  const terms::ConceptRelation* relation = list.find_relation(source.concept_id, target.concept_id);
  if (relation == nullptr) return std::nullopt;
  const std::string reason =
      first + " and " + english_name(list, target.concept_id) + " are related (" + to_string(relation->kind) + ")";
  return AnchorMatch{AnchorRelation::related, relation_score(relation->kind), reason};
}

template <typename First, typename Second>
std::optional<AnchorMatch> match(const First&, const Second&, const terms::TermList&) {
  return std::nullopt;  // different kinds
}

}  // namespace

std::optional<AnchorMatch> match_anchors(const Anchor& source, const Anchor& target, const terms::TermList& terms) {
  return std::visit([&](const auto& first, const auto& second) { return match(first, second, terms); }, source.value,
                    target.value);
}

std::string to_string(AnchorRelation relation) {
  switch (relation) {
    case AnchorRelation::same:
      return "same";
    case AnchorRelation::same_other_calendar:
      return "same-other-calendar";
    case AnchorRelation::contains:
      return "contains";
    case AnchorRelation::contained:
      return "contained";
    case AnchorRelation::overlaps:
      return "overlaps";
    case AnchorRelation::near:
      return "near";
    case AnchorRelation::conflict:
      return "conflict";
    case AnchorRelation::variant:
      return "variant";
    case AnchorRelation::transliteration:
      return "transliteration";
    case AnchorRelation::reading:
      return "reading";
    case AnchorRelation::term:
      return "term";
    case AnchorRelation::cldr:
      return "cldr";
    case AnchorRelation::unit_converted:
      return "unit-converted";
    case AnchorRelation::related:
      return "related";
  }
  return "";
}

}  // namespace aligner::anchors
