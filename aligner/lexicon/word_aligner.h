#pragma once
// Aligns the words of passages that translate each other, and learns over all of them which word translates which.
//
//   WordBitext bitext;
//   bitext.add(source_tokens, target_tokens);
//   WordAlignment aligned = align_words(bitext, source_side, target_side, {.words = &word_priors});
//   for (const WordLink& link : aligned.links[0]) ...                   // "0-0 1-2": of the first pair
//   for (const WordTranslation& t : aligned.translations.row(word)) ... // t.forward is t(f|e)
//
// Method: IBM Model 1 (Brown et al. 1993), then a hidden Markov model of the positions (Vogel, Ney, Tillmann 1996) with
// states for words without a counterpart (Och & Ney 2003), both in both directions and taught together by their
// agreement, the product of their posteriors (Liang, Taskar, Klein 2006). Translations have Dirichlet priors: what is
// known beforehand (PriorTable), then what the stems of the two words learnt, then how frequent a word is. A link is
// given where the two directions find it probable on average.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "aligner/lexicon/prior_table.h"
#include "aligner/lexicon/tokenised_text.h"
#include "aligner/lexicon/word_bitext.h"

namespace aligner::lexicon {

/// Two tokens that translate each other, by their positions among the tokens of their passages as they were added.
struct WordLink {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float probability = 0;  // 0 to 1: the mean of what the two directions say

  friend bool operator==(const WordLink&, const WordLink&) = default;
};

/// What is known beforehand, normalised. Views: what they name must outlive the call; nullptr means nothing.
struct WordPriors {
  const PriorTable* words = nullptr;
  const PriorTable* stems = nullptr;
};

/// Defaults are the best of those tried on hand-linked French, Romanian, Chinese and Japanese with English.
struct WordAlignOptions {
  unsigned threads = 1;              // the result does not depend on it
  float smallest_probability = 0.5;  // of links that are given: higher for precision, lower for recall
  double prior_strength = 1;         // Dirichlet weight of what is known of a word beforehand, in occurrences
  int model_1_iterations = 3;
  int hmm_iterations = 3;
  /// Called between parts of the work with the share done, 0 to 1; returning false ends it. May be empty.
  std::function<bool(double done)> progress;
};

/// One translation of a source word.
struct WordTranslation {
  TokenId target = 0;
  float forward = 0;   // t(target word | source word), 0 to 1
  float backward = 0;  // t(source word | target word)
  float count = 0;     // expected times both directions linked the two, over all pairs

  friend bool operator==(const WordTranslation&, const WordTranslation&) = default;
};

/// What was learnt, by word numbers of the two vocabularies.
class WordTranslations {
 public:
  WordTranslations() = default;
  /// Row e is entries[row_begin[e]] up to entries[row_begin[e + 1]], by target.
  WordTranslations(std::vector<std::size_t> row_begin, std::vector<WordTranslation> entries);

  /// The translations of a source word, by target; those with a count below .01 are left out. Empty for words that
  /// stand in no pair.
  std::span<const WordTranslation> row(TokenId source) const;

  /// The entry of two words, or nullptr where they have none. Logarithmic in the row.
  const WordTranslation* find(TokenId source, TokenId target) const;

  std::size_t source_size() const { return row_begin_.size() - 1; }
  /// Entries of all rows.
  std::size_t size() const { return entries_.size(); }

 private:
  std::vector<std::size_t> row_begin_ = {0};
  std::vector<WordTranslation> entries_;
};

struct WordAlignment {
  std::vector<std::vector<WordLink>> links;  // parallel to the pairs; by source, then target
  WordTranslations translations;
};

/// Aligns all pairs jointly. The tokens' numbers must be those of the two sides. The same input gives the same bits,
/// whatever the threads. Throws Error where progress ended the work, and where so many words meet that memory would
/// not do. Time grows with the products of the pairs' lengths, memory with the number of different words that meet.
WordAlignment align_words(const WordBitext& bitext, const LanguageSide& source, const LanguageSide& target,
                          const WordPriors& priors = {}, const WordAlignOptions& options = {});

}  // namespace aligner::lexicon
