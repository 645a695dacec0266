#include "aligner/score/evidence.h"

namespace aligner::score {

bool is_conflict(const Evidence& evidence) { return evidence.relation == "conflict"; }

std::string to_string(EvidenceKind kind) {
  switch (kind) {
    case EvidenceKind::date:
      return "date";
    case EvidenceKind::number:
      return "number";
    case EvidenceKind::name:
      return "name";
    case EvidenceKind::term:
      return "term";
    case EvidenceKind::word:
      return "word";
    case EvidenceKind::length:
      return "length";
    case EvidenceKind::boundary:
      return "boundary";
    case EvidenceKind::embedding:
      return "embedding";
    case EvidenceKind::context:
      return "context";
  }
  return "word";
}

}  // namespace aligner::score
