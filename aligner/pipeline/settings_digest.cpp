#include "aligner/pipeline/settings_digest.h"

#include <limits>
#include <system_error>

#include "aligner/text/digest.h"
#include "aligner/text/read_bytes.h"

namespace aligner::pipeline {
namespace {

bool can_be_read_twice(const std::filesystem::path& path) {
  std::error_code failed;
  return path != "-" && std::filesystem::is_regular_file(path, failed);
}

std::string digest_of(const std::filesystem::path& path) {
  return text::sha256_hex(text::read_bytes(path, std::numeric_limits<std::size_t>::max()));
}

std::string digest_of(const terms::TermList& list) {
  std::string all;
  for (const terms::Concept& holder : list.concepts()) {
    all += holder.id + '\n' + holder.type + '\n';
    for (const terms::Term& term : holder.terms) {
      all += term.language.str() + '\t' + term.wording + '\t' + to_string(term.status) + '\n';
    }
  }
  return text::sha256_hex(all);
}

}  // namespace

std::optional<std::string> settings_digest(const AlignSettings& settings) {
  std::string all = "mode " + std::to_string(static_cast<int>(settings.mode)) + "\nform " +
                    std::to_string(static_cast<int>(settings.form)) + "\nbundled terms " +
                    std::to_string(static_cast<int>(settings.bundled_terms)) + "\nseed lexicon " +
                    std::to_string(static_cast<int>(settings.seed_lexicon)) + "\nlexicon " +
                    std::to_string(static_cast<int>(settings.lexicon)) + "\nlinks " +
                    std::to_string(settings.smallest_link_confidence) + "\n";
  bool is_repeatable = true;
  const auto add = [&](const char* what, const std::filesystem::path& path) {
    is_repeatable = is_repeatable && can_be_read_twice(path);
    if (is_repeatable) all += what + path.extension().string() + " " + digest_of(path) + "\n";
  };
  for (const auto& path : settings.term_lists) add("term list", path);
  if (!settings.own_terms.concepts().empty()) all += "own terms " + digest_of(settings.own_terms) + "\n";
  for (const auto& path : settings.lexicons) add("lexicon file", path);
  for (const auto& path : settings.dictionaries) add("dictionary", path);
  if (settings.srx) add("rules", *settings.srx);
  if (settings.delimiter) all += "delimiter " + text::sha256_hex(*settings.delimiter) + "\n";
  for (const std::string& name : score::ingredient_names(settings.left_out)) all += "without " + name + "\n";
  if (settings.moved_blocks == MovedBlocks::leave) all += "monotone\n";
  if (!is_repeatable) return std::nullopt;
  return text::sha256_hex(all);
}

}  // namespace aligner::pipeline
