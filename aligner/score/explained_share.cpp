#include "aligner/score/explained_share.h"

#include <algorithm>

namespace aligner::score {
namespace {

constexpr double prior_weight = 10;  // tokens' worth of belief in the first guess
constexpr double smallest_share = 0.005;
constexpr double largest_share = 0.97;  // even a date may be left out

// First guesses by class: words, numbers, punctuation, anchors.
constexpr std::array<double, lexicon::token_class_count> first_share = {0.4, 0.8, 0.3, 0.8};

}  // namespace

ExplainedShares::ExplainedShares() {
  for (std::size_t i = 0; i < bins; ++i) share_[i] = prior_[i] = first_share[i / frequency_bins];
}

void ExplainedShares::observe(lexicon::TokenClass kind, std::size_t count, double attraction, double weight) {
  const std::size_t at = bin(kind, count);
  const double explained = share_[at] * attraction;
  explained_[at] += weight * explained / (1 - share_[at] + explained);
  seen_[at] += weight;
}

void ExplainedShares::fit() {
  for (std::size_t i = 0; i < bins; ++i) {
    const double share = (explained_[i] + prior_weight * prior_[i]) / (seen_[i] + prior_weight);
    share_[i] = std::clamp(share, smallest_share, largest_share);
  }
  explained_.fill(0);
  seen_.fill(0);
}

}  // namespace aligner::score
