#pragma once
// ExplainedShares: how likely a token is to be explained by the other side, by its class and frequency.
//
//   double lambda = shares.of(token.kind, vocabulary.count(token.word));
//   score += std::log(1 - lambda + lambda * attraction);
//
// attraction is the mean lift of the token over the other side's tokens: 1 under unrelated text. A token that finds
// nothing costs log(1 - lambda): what it costs to miss is learnt, not set. Function words end near .03, numbers near
// .95.

#include <algorithm>
#include <array>
#include <cstddef>

#include "aligner/lexicon/tokenised_text.h"

namespace aligner::score {

class ExplainedShares {
 public:
  ExplainedShares();

  /// Probability in (0, 1) for a token of this class that occurs `count` times.
  double of(lexicon::TokenClass kind, std::size_t count) const { return share_[bin(kind, count)]; }

  /// Collects a token in a bead of probability `weight` whose attraction was `attraction`.
  void observe(lexicon::TokenClass kind, std::size_t count, double attraction, double weight);

  /// Re-estimates from what was observed since the last fit.
  void fit();

 private:
  static constexpr std::size_t frequency_bins = 7;  // 1, 2, 3-4, 5-9, 10-29, 30-99, 100+
  static constexpr std::size_t bins = frequency_bins * lexicon::token_class_count;
  static constexpr std::size_t largest_count = 100;  // more is as much
  static constexpr std::array<unsigned char, largest_count + 1> frequency_bin = [] {
    std::array<unsigned char, largest_count + 1> places{};
    for (const std::size_t first : {2U, 3U, 5U, 10U, 30U, 100U}) {
      for (std::size_t count = first; count < places.size(); ++count) ++places[count];
    }
    return places;
  }();
  static std::size_t bin(lexicon::TokenClass kind, std::size_t count) {
    return static_cast<std::size_t>(kind) * frequency_bins + frequency_bin[std::min(count, largest_count)];
  }

  std::array<double, bins> share_{};
  std::array<double, bins> prior_{};
  std::array<double, bins> explained_{};
  std::array<double, bins> seen_{};
};

}  // namespace aligner::score
