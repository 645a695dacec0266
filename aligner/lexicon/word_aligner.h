#pragma once
// Aligns the words of passages that translate each other, and learns over all of them which word translates which.
//
//   WordBitext bitext;
//   bitext.add(source_tokens, target_tokens);  // a segment each, or the tokens of several, one segment after the other
//   WordAlignment aligned = align_words(bitext, source_side, target_side, {.words = &word_priors});
//   for (const WordLink& link : aligned.links[0]) ...                   // "0-0 1-2": of the first pair
//   for (const WordTranslation& t : aligned.translations.row(word)) ... // t.forward is t(f|e)
//
// Method: IBM Model 1 (Brown et al. 1993), then a hidden Markov model of the positions (Vogel, Ney, Tillmann 1996) with
// states for words without a counterpart (Och & Ney 2003), in both directions, taught together by their agreement
// (Liang, Taskar, Klein 2006). Translations have Dirichlet priors: what is known beforehand (PriorTable), then what the
// stems of the two words learnt, then how frequent a word is. A link is given where the two directions together find it
// more probable than a threshold.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "aligner/lexicon/prior_table.h"
#include "aligner/lexicon/tokenised_text.h"

namespace aligner::lexicon {

/// Two tokens that translate each other, by their positions among the tokens of their passages as they were added.
struct WordLink {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float probability = 0;  // 0 to 1

  friend bool operator==(const WordLink&, const WordLink&) = default;
};

/// Stretches of the two passages of a pair that are known to say the same: a date, a name, a term of several words.
/// Their words are taken to translate each other with probability `strength`, in the same order.
struct WordHint {
  std::uint32_t source_begin = 0;  // token positions, half open
  std::uint32_t source_end = 0;
  std::uint32_t target_begin = 0;
  std::uint32_t target_end = 0;
  float strength = 0;  // 0 to 1

  friend bool operator==(const WordHint&, const WordHint&) = default;
};

/// Of a passage only the first tokens take part; time and memory of a pair grow with the product of its two lengths.
inline constexpr std::size_t longest_passage_tokens = 2000;

/// Pairs of passages, as token numbers. Some 16 bytes a token.
class WordBitext {
 public:
  /// A token as the aligner sees it. Anchor tokens (TokenClass::anchor) keep their position and are never linked.
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
  std::span<const WordHint> hints(std::size_t pair) const;

 private:
  std::vector<Item> source_;  // of all pairs, one after the other
  std::vector<Item> target_;
  std::vector<WordHint> hints_;  // positions among the items
  std::vector<std::size_t> source_begin_ = {0};
  std::vector<std::size_t> target_begin_ = {0};
  std::vector<std::size_t> hints_begin_ = {0};
};

/// What is known beforehand, normalised. Views: what they name must outlive the call; nullptr means nothing.
struct WordPriors {
  const PriorTable* words = nullptr;
  const PriorTable* stems = nullptr;
};

struct WordAlignOptions {
  unsigned threads = 1;               // the result does not depend on it
  double smallest_probability = 0.4;  // of links that are given: higher for precision, lower for recall
  double prior_strength = 1;          // Dirichlet weight of the priors of a word, in occurrences
  int model_1_iterations = 3;
  int hmm_iterations = 4;
  /// Called between parts of the work with the share done, 0 to 1; returning false ends it. May be empty.
  std::function<bool(double done)> progress;
};

/// One translation of a source word.
struct WordTranslation {
  TokenId target = 0;
  float forward = 0;   // t(target word | source word), 0 to 1
  float backward = 0;  // t(source word | target word)
  float count = 0;     // expected times the two were linked, over all pairs

  friend bool operator==(const WordTranslation&, const WordTranslation&) = default;
};

/// What was learnt, by word numbers of the two vocabularies.
class WordTranslations {
 public:
  /// The translations of a source word, by target; those that were never likely are left out. Empty for words that
  /// stand in no pair.
  std::span<const WordTranslation> row(TokenId source) const;

  /// The entry of two words, or nullptr where they have none. Logarithmic in the row.
  const WordTranslation* find(TokenId source, TokenId target) const;

  std::size_t source_size() const { return row_begin_.size() - 1; }
  /// Entries of all rows.
  std::size_t size() const { return entries_.size(); }

 private:
  friend class WordAligner;
  std::vector<std::size_t> row_begin_ = {0};
  std::vector<WordTranslation> entries_;
};

struct WordAlignment {
  std::vector<std::vector<WordLink>> links;  // parallel to the pairs; by source, then target
  WordTranslations translations;
};

/// Aligns all pairs jointly. The tokens' numbers must be those of the two sides. The same input gives the same bits,
/// whatever the threads. Throws Error where progress ended the work. Time grows with the products of the pairs'
/// lengths: 100 000 pairs of 20 words take seconds. Swapping the sides mirrors the links, up to the rounding of floats.
WordAlignment align_words(const WordBitext& bitext, const LanguageSide& source, const LanguageSide& target,
                          const WordPriors& priors = {}, const WordAlignOptions& options = {});

}  // namespace aligner::lexicon
