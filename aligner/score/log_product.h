#pragma once
// LogProduct: the lexical score of a segment: the sum of log(1 - share + share * attraction) over its tokens. Private
// to this room.
//
//   LogProduct product;
//   product.add(0.8, 3.5);  // a token that is explained with a chance of .8, drawn 3.5 times as much as by chance
//   double nats = product.sum();
//
//   double all = log_product(shares, attractions);  // of a whole segment, four at a time
//
// Factors are multiplied first, for logarithms are slow. Four factors lie between 1e-8 (a token is never wholly
// explained) and 1e80.

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

namespace aligner::score {

class LogProduct {
 public:
  void add(double share, double attraction) {
    product_ *= 1 + share * (attraction - 1);
    if (++factors_ % 4 == 0 && (product_ < 1e-200 || product_ > 1e200)) flush();
  }
  /// Four factors at once, in places of their own so that the compiler can work them out together.
  void add(const std::array<float, 4>& factors) {
    product_ *= (static_cast<double>(factors[0]) * static_cast<double>(factors[1])) *
                (static_cast<double>(factors[2]) * static_cast<double>(factors[3]));
    if (product_ < 1e-200 || product_ > 1e200) flush();
  }
  double sum() {
    flush();
    return sum_;
  }

 private:
  void flush() {
    sum_ += std::log(product_);
    product_ = 1;
  }
  double product_ = 1;
  double sum_ = 0;
  unsigned factors_ = 0;
};

/// Of all tokens that have a share. four_from(at) gives the attractions of four tokens, one_at(at) that of one.
template <typename Four, typename One>
double log_product(std::span<const float> shares, const Four& four_from, const One& one_at) {
  LogProduct product;
  std::size_t at = 0;
  for (; at + 4 <= shares.size(); at += 4) {
    std::array<float, 4> factors = four_from(at);
    for (std::size_t k = 0; k < 4; ++k) factors[k] = 1 + shares[at + k] * (factors[k] - 1);
    product.add(factors);
  }
  for (; at < shares.size(); ++at) {
    product.add(static_cast<double>(shares[at]), static_cast<double>(one_at(at)));
  }
  return product.sum();
}

}  // namespace aligner::score
