#include "aligner/score/length_model.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace aligner::score {
namespace {

constexpr double null_share = 0.05;      // of beads whose lengths say nothing
constexpr double extra_length = 5;       // keeps the variance of short sentences up
constexpr double largest_residual = 40;  // squared residuals are clipped, one bad bead must not widen the model
constexpr double smallest_variance = 0.05;

// log of (1 - null_share) N(length; mean, variance) + null_share * null, over the null.
double log_mixture_ratio(double length, double mean, double variance, double log_null) {
  const double residual = length - mean;
  const double log_normal =
      -0.5 * (residual * residual / variance + std::log(2 * std::numbers::pi * variance)) + std::log(1 - null_share);
  const double difference = log_normal - log_null;
  return difference > 50 ? difference : std::log(null_share + std::exp(difference));
}

}  // namespace

double LengthModel::Gamma::log_density(double length, int sentences) const {
  const double k = shape * sentences;
  const double x = std::max(length, 0.5);
  return (k - 1) * std::log(x) - x / scale - std::lgamma(k) - k * std::log(scale);
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
  return {mean * mean / variance, variance / mean};
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
  return model;
}

double LengthModel::log_ratio(double source_length, int source_count, double target_length, int target_count) const {
  const double forward = log_mixture_ratio(target_length, ratio_ * source_length,
                                           forward_variance_ * ratio_ * (source_length + extra_length),
                                           target_null_.log_density(target_length, target_count));
  const double backward = log_mixture_ratio(source_length, target_length / ratio_,
                                            backward_variance_ / ratio_ * (target_length + extra_length),
                                            source_null_.log_density(source_length, source_count));
  return 0.5 * (forward + backward);
}

void LengthModel::fit(std::span<const LengthObservation> beads) {
  double weight = 0;
  double source = 0;
  double target = 0;
  for (const LengthObservation& bead : beads) {
    weight += bead.weight;
    source += bead.weight * bead.source;
    target += bead.weight * bead.target;
  }
  if (weight < 1 || source <= 0 || target <= 0) return;
  ratio_ = target / source;
  double forward = 0;
  double backward = 0;
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
}

}  // namespace aligner::score
