#pragma once
// LogProduct: the lexical score of a segment: the sum of log(1 - share + share * attraction) over its tokens. Private
// to this room.
//
//   LogProduct product;
//   product.add(0.8, 3.5);  // a token that is explained with a chance of .8, drawn 3.5 times as much as by chance
//   double nats = product.sum();
//
// Factors are multiplied first, for logarithms are slow. Four factors lie between 1e-8 (a token is never wholly
// explained) and 1e80.

#include <cmath>

namespace aligner::score {

class LogProduct {
 public:
  void add(double share, double attraction) {
    product_ *= 1 + share * (attraction - 1);
    if (++factors_ % 4 == 0 && (product_ < 1e-200 || product_ > 1e200)) flush();
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

}  // namespace aligner::score
