#pragma once
// log_add: the logarithm of the sum of two numbers that are given by their logarithms.
//
//   double both = log_add(-3.2, -1.1);  // log(exp(-3.2) + exp(-1.1)) = -0.98...
//
// For the rooms score and align, whose inner loops ask for it: by a table, exact to 3e-10, and several times faster
// than the two functions.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace aligner::score {

/// log(1 + exp(-x)) for 0 <= x < 40, by cubic interpolation between values and slopes 1/32 apart.
class SoftPlus {
 public:
  SoftPlus() {
    for (std::size_t k = 0; k < pieces_.size(); ++k) {
      const double x = static_cast<double>(k) / steps_per_unit;
      const double next = static_cast<double>(k + 1) / steps_per_unit;
      const double rise = value(next) - value(x);
      pieces_[k] = {value(x), slope(x), 3 * rise - 2 * slope(x) - slope(next), slope(x) + slope(next) - 2 * rise};
    }
  }
  double operator()(double x) const {
    const double place = x * steps_per_unit;
    const auto k = static_cast<unsigned>(place);
    const double t = place - static_cast<double>(k);
    const Piece& piece = pieces_[k];
    return piece[0] + t * (piece[1] + t * (piece[2] + t * piece[3]));
  }
  static constexpr int end = 40;

 private:
  static constexpr int steps_per_unit = 32;
  using Piece = std::array<double, 4>;  // coefficients of the powers 0 to 3

  static double value(double x) { return std::log1p(std::exp(-x)); }
  static double slope(double x) { return -1 / (1 + std::exp(x)) / steps_per_unit; }  // by step

  std::array<Piece, static_cast<std::size_t>(end) * steps_per_unit> pieces_;
};

/// Both must be finite. Where one is much smaller (by e^-40), nothing is added.
inline double log_add(double a, double b) {
  static const SoftPlus soft_plus;
  const double larger = std::max(a, b);
  const double difference = std::abs(a - b);
  return difference >= SoftPlus::end ? larger : larger + soft_plus(difference);
}

}  // namespace aligner::score
