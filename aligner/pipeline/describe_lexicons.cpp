#include "aligner/pipeline/describe_lexicons.h"

#include <cstddef>

namespace aligner::pipeline {

std::string list_digests(const std::vector<std::string>& digests) {
  constexpr std::size_t digits = 16;
  std::string list;
  for (const std::string& digest : digests) list += (list.empty() ? "\"" : ",\"") + digest.substr(0, digits) + "\"";
  return "[" + list + "]";
}

std::string describe_lexicons(const LexiconChoice& choice) {
  const std::string seed = choice.seed ? "\"" + choice.seed_name + ":" + choice.seed_digest + "\"" : "null";
  return "\"seed_lexicon\":" + seed + ",\"lexicons\":" + list_digests(choice.digests);
}

}  // namespace aligner::pipeline
