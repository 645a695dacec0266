#include "aligner/score/length_model.h"

#include <algorithm>
#include <cmath>

#include "aligner/score/log_add.h"

namespace aligner::score {
namespace {

// Of beads whose lengths say nothing. One sentence may be cut short or explained at length; whoever joins sentences or
// splits one keeps what they say. Measured: with .05 for groups too, five sentences are put to one where a text holds
// much without counterpart. Learnt from the texts, it grows there until anything goes.
constexpr double single_null_share = 0.05;
constexpr double group_null_share = 0.005;
constexpr double extra_length = 5;       // keeps the variance of short sentences up
constexpr double smallest_length = 0.5;  // characters; an empty group has a logarithm too
constexpr double largest_residual = 40;  // squared residuals are clipped, one bad bead must not widen the model
constexpr double smallest_variance = 0.05;

// What log_mixture_ratio needs of a share.
struct NullShare {
  explicit NullShare(double share) : log_share(std::log(share)), log_odds(std::log((1 - share) / share)) {}
  double log_share;
  double log_odds;  // of not being the null
};

const NullShare single_null(single_null_share);
const NullShare group_null(group_null_share);

// log of (1 - null_share) N(length; mean, variance) + null_share * null, over the null.
double log_mixture_ratio(double residual, double one_in_variance, double log_variance, double log_null,
                         const NullShare& null) {
  static constexpr double constant = -0.91893853320467274;  // -ln(2 pi) / 2
  const double log_normal = constant - 0.5 * (residual * residual * one_in_variance + log_variance);
  return null.log_share + log_add(0, log_normal - log_null + null.log_odds);
}

}  // namespace

GroupLength::GroupLength(double characters, int sentences)
    : length(characters),
      log_length(std::log(std::max(characters, smallest_length))),
      one_in_spread(1 / (characters + extra_length)),
      log_spread(std::log(characters + extra_length)),
      sentence_count(sentences) {}

double LengthModel::Gamma::log_density(const GroupLength& group) const {
  const double k = shape * group.sentence_count;
  const double x = std::max(group.length, smallest_length);
  return (k - 1) * group.log_length - x / scale - log_norm[static_cast<std::size_t>(group.sentence_count)];
}

LengthModel::Gamma LengthModel::fit_gamma(std::span<const double> lengths) {
  double sum = 0;
  double squares = 0;
  for (const double length : lengths) {
    sum += length;
    squares += length * length;
  }
  const double count = std::max<double>(1, static_cast<double>(lengths.size()));
  const double mean = std::max(1.0, sum / count);
  const double variance = std::max(mean, squares / count - mean * mean);
  Gamma gamma{.shape = mean * mean / variance, .scale = variance / mean};
  for (std::size_t n = 1; n < gamma.log_norm.size(); ++n) {
    const double k = gamma.shape * static_cast<double>(n);
    gamma.log_norm[n] = std::lgamma(k) + k * std::log(gamma.scale);
  }
  return gamma;
}

LengthModel LengthModel::from_texts(std::span<const double> source, std::span<const double> target) {
  LengthModel model;
  model.source_null_ = fit_gamma(source);
  model.target_null_ = fit_gamma(target);
  double source_sum = 0;
  double target_sum = 0;
  for (const double length : source) source_sum += length;
  for (const double length : target) target_sum += length;
  // Whole texts may lack parts; characters per sentence are the better guess where the counts differ much.
  const double by_total = target_sum / std::max(1.0, source_sum);
  model.ratio_ = std::clamp(by_total, 0.2, 5.0);
  model.take_slopes();
  return model;
}

double LengthModel::log_ratio(const GroupLength& source, const GroupLength& target) const {
  const NullShare& null = source.sentence_count + target.sentence_count > 2 ? group_null : single_null;
  const double forward =
      log_mixture_ratio(target.length - ratio_ * source.length, forward_.one_in * source.one_in_spread,
                        forward_.log + source.log_spread, target_null_.log_density(target), null);
  const double backward =
      log_mixture_ratio(source.length - one_in_ratio_ * target.length, backward_.one_in * target.one_in_spread,
                        backward_.log + target.log_spread, source_null_.log_density(source), null);
  return 0.5 * (forward + backward);
}

void LengthModel::fit(std::span<const LengthObservation> beads) { refit(beads, 0); }

LengthModel LengthModel::fitted_to(std::span<const LengthObservation> beads, double weight) const {
  LengthModel fitted = *this;
  if (usual_source_ > 0) fitted.refit(beads, weight);
  return fitted;
}

// The model as it is counts as `own_weight` beads.
void LengthModel::refit(std::span<const LengthObservation> beads, double own_weight) {
  double weight = own_weight;
  double source = own_weight * usual_source_;
  double target = source * ratio_;
  for (const LengthObservation& bead : beads) {
    weight += bead.weight;
    source += bead.weight * bead.source;
    target += bead.weight * bead.target;
  }
  if (weight < 1 || source <= 0 || target <= 0) return;
  usual_source_ = source / weight;
  ratio_ = target / source;
  double forward = own_weight * forward_variance_;
  double backward = own_weight * backward_variance_;
  for (const LengthObservation& bead : beads) {
    const double forward_residual = bead.target - ratio_ * bead.source;
    const double backward_residual = bead.source - bead.target / ratio_;
    forward += bead.weight * std::min(largest_residual,
                                      forward_residual * forward_residual / (ratio_ * (bead.source + extra_length)));
    backward += bead.weight * std::min(largest_residual,
                                       backward_residual * backward_residual * ratio_ / (bead.target + extra_length));
  }
  forward_variance_ = std::max(smallest_variance, forward / weight);
  backward_variance_ = std::max(smallest_variance, backward / weight);
  take_slopes();
}

void LengthModel::take_slopes() {
  const auto slope_of = [](double slope) { return Slope{1 / slope, std::log(slope)}; };
  one_in_ratio_ = 1 / ratio_;
  forward_ = slope_of(forward_variance_ * ratio_);
  backward_ = slope_of(backward_variance_ / ratio_);
}

}  // namespace aligner::score
