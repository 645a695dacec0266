#include "aligner/anchors/anchor.h"

namespace aligner::anchors {

std::string to_string(AnchorKind kind) {
  switch (kind) {
    case AnchorKind::date:
      return "date";
    case AnchorKind::number:
      return "number";
    case AnchorKind::name:
      return "name";
    case AnchorKind::term:
      return "term";
  }
  return "";
}

}  // namespace aligner::anchors
