#include "aligner/lexicon/translation_table.h"

#include <algorithm>

namespace aligner::lexicon {

double TranslationTable::lift(TokenId source, const TranslationEntry& entry, double leave_out_weight) const {
  return lift(entry, leave_out_weight, source_side(source, leave_out_weight),
              target_side(entry.target, leave_out_weight));
}

double TranslationTable::lift(const TranslationEntry& entry, double leave_out_weight, const Side& source,
                              const Side& target) const {
  const double together = static_cast<double>(entry.together);
  const double kept = leave_out_weight <= 0          ? 1.0
                      : together <= leave_out_weight ? 0.0
                                                     : 1 - leave_out_weight / together;
  const double forward =
      static_cast<double>(entry.forward_count) * kept + prior_strength_ * static_cast<double>(entry.forward_prior);
  const double backward =
      static_cast<double>(entry.backward_count) * kept + prior_strength_ * static_cast<double>(entry.backward_prior);
  return std::min(forward * source.over_count * target.over_unigram + source.base,
                  backward * target.over_count * source.over_unigram + target.base);
}

TranslationTable::Side TranslationTable::source_side(TokenId source, double leave_out_weight) const {
  const double over_count = 1 / (std::max(0.0, source_count_[source] - leave_out_weight) + prior_strength_);
  return {prior_strength_ * source_residual_[source] * over_count, over_count, 1 / source_unigram_[source]};
}

TranslationTable::Side TranslationTable::target_side(TokenId target, double leave_out_weight) const {
  const double over_count = 1 / (std::max(0.0, target_count_[target] - leave_out_weight) + prior_strength_);
  return {prior_strength_ * target_residual_[target] * over_count, over_count, 1 / target_unigram_[target]};
}

double TranslationTable::source_base(TokenId source, double leave_out_weight) const {
  const double count = std::max(0.0, source_count_[source] - leave_out_weight);
  return prior_strength_ * source_residual_[source] / (count + prior_strength_);
}

double TranslationTable::target_base(TokenId target, double leave_out_weight) const {
  const double count = std::max(0.0, target_count_[target] - leave_out_weight);
  return prior_strength_ * target_residual_[target] / (count + prior_strength_);
}

}  // namespace aligner::lexicon
