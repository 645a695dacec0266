#include "aligner/interchange/pharaoh.h"

namespace aligner::interchange {

std::string write_pharaoh(std::span<const std::vector<lexicon::WordLink>> links) {
  std::string out;
  for (const std::vector<lexicon::WordLink>& pair : links) {
    const char* separator = "";
    for (const lexicon::WordLink& link : pair) {
      out += separator;
      out += std::to_string(link.source);
      out += '-';
      out += std::to_string(link.target);
      separator = " ";
    }
    out += '\n';
  }
  return out;
}

}  // namespace aligner::interchange
