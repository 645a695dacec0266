#include "aligner/align/link_order.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "aligner/align/prefix_tree.h"

namespace aligner::align {
namespace {

constexpr double nothing = -std::numeric_limits<double>::infinity();

double log_sum(double a, double b) {
  if (a < b) std::swap(a, b);
  return b == nothing ? a : a + std::log1p(std::exp(b - a));
}

// For each pair, in the order of `visits`: log sum over the chains of pairs before it, the empty one among them. Pairs
// of one source segment follow each other; none of them comes before another. `column` counts from where chains begin.
template <typename Column>
std::vector<double> chains_before(std::span<const PlacedPair> pairs, const std::vector<std::size_t>& visits,
                                  std::size_t columns, const Column& column) {
  std::vector<double> before(pairs.size());
  PrefixTree sums(columns, nothing, [](double a, double b) { return log_sum(a, b); });
  for (std::size_t begin = 0; begin < visits.size();) {
    std::size_t end = begin;
    for (; end < visits.size() && pairs[visits[end]].source == pairs[visits[begin]].source; ++end) {
      before[visits[end]] = log_sum(0, sums.before(column(pairs[visits[end]])));
    }
    for (std::size_t k = begin; k < end; ++k) {
      const PlacedPair& pair = pairs[visits[k]];
      sums.add(column(pair), before[visits[k]] + pair.log_odds);
    }
    begin = end;
  }
  return before;
}

}  // namespace

double order_kept(std::vector<PlacedPair> pairs) {
  if (pairs.empty()) return 1;
  std::sort(pairs.begin(), pairs.end(), [](const PlacedPair& a, const PlacedPair& b) { return a.source < b.source; });
  std::vector<std::uint32_t> ends;  // by length less 1: the smallest end of a rising sequence of targets
  for (const PlacedPair& pair : pairs) {
    const auto place = std::lower_bound(ends.begin(), ends.end(), pair.target);
    if (place == ends.end()) {
      ends.push_back(pair.target);
    } else {
      *place = pair.target;
    }
  }
  return static_cast<double>(ends.size()) / static_cast<double>(pairs.size());
}

std::vector<double> order_posteriors(std::span<const PlacedPair> pairs) {
  std::size_t columns = 0;
  for (const PlacedPair& pair : pairs) columns = std::max<std::size_t>(columns, pair.target + std::size_t{1});
  std::vector<std::size_t> visits(pairs.size());
  for (std::size_t k = 0; k < visits.size(); ++k) visits[k] = k;
  const std::vector<double> before =
      chains_before(pairs, visits, columns, [](const PlacedPair& pair) -> std::size_t { return pair.target; });
  std::reverse(visits.begin(), visits.end());
  const std::vector<double> after =
      chains_before(pairs, visits, columns, [&](const PlacedPair& pair) { return columns - 1 - pair.target; });
  double all = 0;  // the empty chain
  for (std::size_t k = 0; k < pairs.size(); ++k) all = log_sum(all, before[k] + pairs[k].log_odds);
  std::vector<double> posteriors(pairs.size());
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    posteriors[k] = std::min(1.0, std::exp(before[k] + pairs[k].log_odds + after[k] - all));
  }
  return posteriors;
}

}  // namespace aligner::align
