#pragma once
// NullWords: which words tend to have no counterpart. Private.
//
//   NullWords words(rows.count);
//   words.add(token, posterior);  // from any thread
//   words.estimate();
//   words.probability(token);     // p(word | no counterpart)
//
// At first a word's share of the text, later the share of the words that were found without a counterpart.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "aligner/lexicon/vocabulary.h"

namespace aligner::lexicon {

class NullWords {
 public:
  NullWords() = default;
  explicit NullWords(const std::vector<double>& count) : prior_(count), posterior_(count.size(), 0) { estimate(); }

  float probability(TokenId token) const { return probability_[token]; }

  void add(TokenId token, float posterior) {
    const auto fixed = static_cast<std::uint64_t>(posterior * fixed_one);
    std::atomic_ref(posterior_[token]).fetch_add(fixed, std::memory_order_relaxed);
  }

  /// What was added becomes the probabilities, over a tenth of the text as prior; adding begins anew.
  void estimate() {
    double total = 0;
    probability_.resize(prior_.size());
    for (int pass = 0; pass < 2; ++pass) {
      for (std::size_t token = 0; token < prior_.size(); ++token) {
        const double posterior = static_cast<double>(posterior_[token]) / static_cast<double>(fixed_one);
        const double count = posterior + 0.1 * prior_[token] + 0.01;  // a word in no pair counts a little
        if (pass == 0) total += count;
        if (pass == 1) probability_[token] = static_cast<float>(count / total);
      }
    }
    posterior_.assign(prior_.size(), 0);
  }

 private:
  static constexpr float fixed_one = 65536;
  std::vector<double> prior_;
  std::vector<float> probability_;
  std::vector<std::uint64_t> posterior_;  // fixed point
};

}  // namespace aligner::lexicon
