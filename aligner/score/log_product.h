#pragma once
// LogProduct: the lexical score of a segment: the sum of log(1 - share + share * attraction) over its tokens. Private
// to this room.
//
//   LogProduct product;
//   product.add(0.8, 3.5);  // a token that is explained with a chance of .8, drawn 3.5 times as much as by chance
//   product.add_all(shares, four_from, one_at);  // those of a whole segment, four at a time
//   double nats = product.sum();
//
// Factors are multiplied first, for logarithms are slow. Four factors lie between 1e-8 (a token is never wholly
// explained) and 1e80.

#include <array>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <span>

namespace aligner::score {

/// Four numbers that one instruction works on. The type of the compiler, not of a processor: the same bits everywhere.
using FourFloats = float __attribute__((vector_size(16)));

inline FourFloats four_from(const float* values) {
  FourFloats four;
  std::memcpy(&four, values, sizeof four);
  return four;
}

class LogProduct {
 public:
  void add(double share, double attraction) {
    product_ *= 1 + share * (attraction - 1);
    if (++factors_ % 4 == 0) keep_small();
  }
  void add(FourFloats shares, FourFloats attractions) {
    using TwoDoubles = double __attribute__((vector_size(16)));
    const FourFloats factors = 1 + shares * (attractions - 1);
    const TwoDoubles pairs = TwoDoubles{static_cast<double>(factors[0]), static_cast<double>(factors[1])} *
                             TwoDoubles{static_cast<double>(factors[2]), static_cast<double>(factors[3])};
    product_ *= pairs[0] * pairs[1];
    keep_small();
  }

  /// All tokens that have a share. four_at(at) gives the attractions of four tokens from `at` on, one_at(at) that of
  /// one.
  template <typename FourAt, typename OneAt>
  void add_all(std::span<const float> shares, const FourAt& four_at, const OneAt& one_at) {
    if (shares.size() < 4) {
      for (std::size_t at = 0; at < shares.size(); ++at) {
        add(static_cast<double>(shares[at]), static_cast<double>(one_at(at)));
      }
      return;
    }
    std::size_t at = 0;
    for (; at + 4 <= shares.size(); at += 4) add(four_from(&shares[at]), four_at(at));
    if (at == shares.size()) return;
    // The last four again, of which some were added before: a share of 0 adds nothing.
    static constexpr std::array<float, 6> steps = {0, 0, 0, 1, 1, 1};
    const FourFloats is_left = four_from(&steps[shares.size() - at - 1]);
    at = shares.size() - 4;
    add(is_left * four_from(&shares[at]), four_at(at));
  }

  double sum() {
    flush();
    return sum_;
  }

 private:
  void keep_small() {
    if (product_ < 1e-200 || product_ > 1e200) flush();
  }
  void flush() {
    if (product_ == 1) return;
    sum_ += std::log(product_);
    product_ = 1;
  }
  double product_ = 1;
  double sum_ = 0;
  unsigned factors_ = 0;
};

}  // namespace aligner::score
