#include "aligner/lexicon/vocabulary.h"

namespace aligner::lexicon {

TokenId Vocabulary::add(std::string_view token) {
  const auto [found, is_new] = ids_.try_emplace(std::string(token), static_cast<TokenId>(names_.size()));
  if (is_new) {
    names_.emplace_back(token);
    counts_.push_back(0);
  }
  add_again(found->second);
  return found->second;
}

std::optional<TokenId> Vocabulary::find(std::string_view token) const {
  const auto found = ids_.find(std::string(token));
  if (found == ids_.end()) return std::nullopt;
  return found->second;
}

}  // namespace aligner::lexicon
