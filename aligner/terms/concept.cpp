#include "aligner/terms/concept.h"

namespace aligner::terms {

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
  }
  return "admitted";
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

}  // namespace aligner::terms
