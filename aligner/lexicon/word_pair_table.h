#pragma once
// WordPairTable: translation probabilities of all pairs of words that stand in passages together. Private.
//
//   WordPairTable table(source_rows, target_rows, threads);  // an entry for each two words that meet
//   table.set_priors(&priors, {});
//   table.estimate(1);                                       // counts become probabilities
//   table.begin_counting();
//   table.add_count(table.find(e, f), table.to_fixed(.5F));  // from any thread
//
// Each source word has a small hash table of its own, so that the words of a passage are found in few cache lines.
// Counts are whole numbers of a fixed fraction of one: their sum does not depend on the order of adding, so that any
// number of threads gives the same bits.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aligner/lexicon/prior_table.h"
#include "aligner/lexicon/vocabulary.h"

namespace aligner::lexicon {

/// The tokens of one side of all pairs of passages on one level (words or stems), one pair after the other.
struct TokenRows {
  std::vector<TokenId> tokens;
  std::vector<std::size_t> begin = {0};  // by pair, one more at the end
  std::vector<double> count;             // by token: occurrences in the pairs

  std::size_t size() const { return begin.size() - 1; }
  std::span<const TokenId> row(std::size_t pair) const {
    return std::span(tokens).subspan(begin[pair], begin[pair + 1] - begin[pair]);
  }
};

class WordPairTable {
 public:
  static constexpr std::uint32_t no_entry = 0xFFFFFFFF;

  struct Slot {
    TokenId target = no_entry;  // no_entry: free
    std::uint32_t count = 0;    // expected links, fixed point
    float forward = 0;          // t(f|e)
    float backward = 0;         // t(e|f)
  };

  /// Counts what meets: the first expectation of Model 1, where all translations are equally likely. Throws Error
  /// where more words meet than can be numbered.
  WordPairTable(const TokenRows& source, const TokenRows& target, unsigned threads);

  /// The level of stems that stands behind a level of words.
  struct StemLevel {
    const WordPairTable* table = nullptr;  // nullptr: none
    std::vector<TokenId> source_stem;      // by word
    std::vector<TokenId> target_stem;
  };
  /// What stands behind the counts: the given priors (nullptr: none), of what they leave over four fifths by what the
  /// stems learnt, the rest by how frequent the words are.
  void set_priors(const PriorTable* priors, const StemLevel& stems);

  /// Counts become probabilities.
  void estimate(double prior_strength);

  /// Counts become nought.
  void begin_counting();

  std::uint32_t to_fixed(float count) const { return static_cast<std::uint32_t>(count * scale_ + 0.5F); }
  float from_fixed(std::uint32_t fixed) const { return static_cast<float>(fixed) / scale_; }
  void add_count(std::uint32_t at, std::uint32_t fixed) {
    std::atomic_ref(slots_[at].count).fetch_add(fixed, std::memory_order_relaxed);
  }

  void prefetch(TokenId source, TokenId target) const { __builtin_prefetch(slots_.data() + home(source, target)); }

  /// The place of a pair, or no_entry.
  std::uint32_t find(TokenId source, TokenId target) const {
    const std::size_t begin = row_begin_[source];
    const std::size_t mask = row_begin_[source + 1] - begin - 1;
    for (std::size_t at = home(source, target);; at = begin + ((at - begin + 1) & mask)) {
      const TokenId here = slots_[at].target;
      if (here == target) return static_cast<std::uint32_t>(at);
      if (here == no_entry) return no_entry;
    }
  }

  /// t(f|e) and t(e|f), also of a pair without an entry.
  float forward(std::uint32_t at, TokenId source, TokenId target) const {
    return at != no_entry ? slots_[at].forward : source_base_[source] * target_unigram_[target];
  }
  float backward(std::uint32_t at, TokenId source, TokenId target) const {
    return at != no_entry ? slots_[at].backward : target_base_[target] * source_unigram_[source];
  }

  /// The entries of a source word, in no order, with free slots between them.
  std::span<const Slot> row(TokenId source) const {
    return std::span(slots_).subspan(row_begin_[source], row_begin_[source + 1] - row_begin_[source]);
  }
  std::size_t source_size() const { return source_unigram_.size(); }
  std::size_t target_size() const { return target_unigram_.size(); }
  float source_unigram(TokenId source) const { return source_unigram_[source]; }
  float target_unigram(TokenId target) const { return target_unigram_[target]; }

 private:
  std::size_t home(TokenId source, TokenId target) const {
    return row_begin_[source] + ((target * 0x9E3779B1U) >> row_shift_[source]);  // Knuth's multiplicative hashing
  }
  void insert(TokenId source, const Slot& slot);
  void add_given_priors(const PriorTable& priors);
  void sum_counts(std::vector<double>& source_count, std::vector<double>& target_count) const;

  std::vector<Slot> slots_;
  std::vector<std::size_t> row_begin_ = {0};  // sizes are powers of two
  std::vector<unsigned char> row_shift_;
  std::vector<float> forward_prior_;  // parallel to slots_
  std::vector<float> backward_prior_;
  std::vector<float> source_rest_;  // what the priors of a word leave to pairs without an entry
  std::vector<float> target_rest_;
  std::vector<float> source_mass_;  // of all priors of a word, over the prior strength
  std::vector<float> target_mass_;
  std::vector<float> source_base_;  // t(f|e) of those, over the target's unigram
  std::vector<float> target_base_;
  std::vector<float> source_unigram_;
  std::vector<float> target_unigram_;
  float scale_ = 1;
};

}  // namespace aligner::lexicon
