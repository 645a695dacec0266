#pragma once
// PrefixTree: what values at places 0, 1, 2 ... come to before a place, while more are added (Fenwick 1994). Private to
// this room.
//
//   PrefixTree sums(100, 0.0, std::plus<double>());
//   sums.add(7, 2.5);
//   sums.before(8);  // 2.5: of places 0 to 7
//
// `join(a, b)` must not depend on how values are grouped; `nothing` joined with a value is that value. Adding and
// asking take the logarithm of the number of places.

#include <cstddef>
#include <utility>
#include <vector>

namespace aligner::align {

template <typename Value, typename Join>
class PrefixTree {
 public:
  PrefixTree(std::size_t places, Value nothing, Join join)
      : nothing_(nothing), join_(std::move(join)), tree_(places + 1, nothing) {}

  void add(std::size_t place, const Value& value) {
    for (std::size_t k = place + 1; k < tree_.size(); k += k & (~k + 1)) tree_[k] = join_(tree_[k], value);
  }

  /// Of all places before `place`, which may be the number of places.
  Value before(std::size_t place) const {
    Value all = nothing_;
    for (std::size_t k = place; k > 0; k &= k - 1) all = join_(all, tree_[k]);
    return all;
  }

 private:
  Value nothing_;
  Join join_;
  std::vector<Value> tree_;
};

}  // namespace aligner::align
