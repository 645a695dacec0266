#pragma once
// Vocabulary: strings as small numbers, with how often each was seen.
//
//   Vocabulary words;
//   TokenId id = words.add("treaty");  // counts one occurrence
//   words.name(id);                    // "treaty"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace aligner::lexicon {

using TokenId = std::uint32_t;

class Vocabulary {
 public:
  /// The id of `token`, made new where it is not known; counts one occurrence.
  TokenId add(std::string_view token);

  /// Counts one more occurrence of a token that has an id.
  void add_again(TokenId id) {
    ++counts_[id];
    ++total_;
  }

  /// The id of `token` if it was ever added.
  std::optional<TokenId> find(std::string_view token) const;

  const std::string& name(TokenId id) const { return names_[id]; }
  /// Occurrences counted so far.
  std::size_t count(TokenId id) const { return counts_[id]; }
  /// Number of different tokens; ids run from 0 to size()-1 in the order of first occurrence.
  std::size_t size() const { return names_.size(); }
  /// Occurrences of all tokens.
  std::size_t total() const { return total_; }

 private:
  std::unordered_map<std::string, TokenId> ids_;
  std::vector<std::string> names_;
  std::vector<std::size_t> counts_;
  std::size_t total_ = 0;
};

}  // namespace aligner::lexicon
