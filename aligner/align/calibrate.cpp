#include "aligner/align/calibrate.h"

#include <algorithm>
#include <cmath>

namespace aligner::align {
namespace {

// Fitted by tools/bench/calibrate, which reads and prints these lines.
constexpr double intercept = 1.124;
constexpr double slope = 1.225;
constexpr double shape_price = 0.399;

constexpr double smallest_posterior = 1e-3;     // what the lattice keeps
constexpr double largest_posterior = 1 - 1e-7;  // what a float can tell from 1
constexpr double smallest_mean = 3;  // of log-odds; of all texts measured one had 2.95, the others 5.2 and more
constexpr double surprise_odd = 1;   // chosen: as if of twenty beads seen before, one had not been 1-1
constexpr double surprise_all = 20;

double log_odds(double posterior) {
  const double p = std::clamp(posterior, smallest_posterior, largest_posterior);
  return std::log(p / (1 - p));
}

bool is_one_to_one(const PosteriorBead& bead) { return bead.source_count == 1 && bead.target_count == 1; }

}  // namespace

Calibration::Calibration(std::span<const PosteriorBead> beads) {
  double sum = 0;
  double odd = surprise_odd;
  for (const PosteriorBead& bead : beads) {
    sum += log_odds(bead.posterior);
    if (!is_one_to_one(bead)) ++odd;
  }
  const auto count = static_cast<double>(beads.size());
  scale_ = std::pow(std::max(smallest_mean, sum / std::max(1.0, count)), 0.25);
  shape_surprise_ = -std::log(odd / (count + surprise_all));
}

double Calibration::confidence(const PosteriorBead& bead) const {
  const double surprise = is_one_to_one(bead) ? 0 : shape_surprise_;
  const double odds = intercept + slope * log_odds(bead.posterior) / scale_ - shape_price * surprise;
  return 1 / (1 + std::exp(-odds));
}

}  // namespace aligner::align
