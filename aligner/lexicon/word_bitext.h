#pragma once
// WordBitext: pairs of passages that translate each other, as token numbers, for the word aligner.
//
//   WordBitext bitext;
//   bitext.add(source_tokens, target_tokens);  // a segment each, or the tokens of several, one segment after the other
//   bitext.source(0)[0].word;                  // the number of the first source word of the first pair

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aligner/lexicon/tokenised_text.h"

namespace aligner::lexicon {

/// Stretches of the two passages of a pair that are known to say the same: a date, a name, a term of several words.
/// Each of their words is taken to translate one of the other's, with at least the probability `strength`.
struct WordHint {
  std::uint32_t source_begin = 0;  // token positions, half open
  std::uint32_t source_end = 0;
  std::uint32_t target_begin = 0;
  std::uint32_t target_end = 0;
  float strength = 0;  // 0 to 1; above .99 counts as .99

  friend bool operator==(const WordHint&, const WordHint&) = default;
};

/// Of a passage only the first tokens take part: memory of a pair grows with the product of its two lengths.
inline constexpr std::size_t longest_passage_tokens = 2000;

/// 12 bytes a token.
class WordBitext {
 public:
  /// A token as the aligner sees it. Anchor tokens (TokenClass::anchor) keep their position and take no part.
  struct Item {
    TokenId word = 0;
    TokenId stem = 0;
    std::uint32_t position = 0;  // among the tokens that were added
  };

  /// Adds a pair; either side may be empty. Hints that reach beyond the tokens are cut, empty ones passed over.
  void add(std::span<const Token> source, std::span<const Token> target, std::span<const WordHint> hints = {});

  std::size_t size() const { return source_begin_.size() - 1; }
  std::span<const Item> source(std::size_t pair) const;
  std::span<const Item> target(std::size_t pair) const;
  /// Positions are among the items of the pair.
  std::span<const WordHint> hints(std::size_t pair) const;

 private:
  std::vector<Item> source_;  // of all pairs, one after the other
  std::vector<Item> target_;
  std::vector<WordHint> hints_;
  std::vector<std::size_t> source_begin_ = {0};
  std::vector<std::size_t> target_begin_ = {0};
  std::vector<std::size_t> hints_begin_ = {0};
};

}  // namespace aligner::lexicon
