#pragma once
// Order among links: whether two texts keep one, and what that says about each link. Private to this room.
//
//   double kept = order_kept({{0, 3}, {4, 9}, {6, 7}, {8, 12}});  // 0.75: all but one follow each other
//   std::vector<double> in_order = order_posteriors(pairs);       // of each pair, to stand in a sequence of links
//
// Links that follow each other in both texts form a chain. All chains through given pairs are summed, each weighing the
// product of its pairs' odds (forward-backward): a pair that fits between sure links gains, one that crosses them
// loses.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aligner::align {

struct PlacedPair {
  std::uint32_t source = 0;  // segments
  std::uint32_t target = 0;
  double log_odds = 0;  // of being right, before its place is looked at
};

/// The share of pairs in the longest sequence that rises on both sides; 1 where there are none. No segment may stand in
/// two pairs. n log n.
double order_kept(std::vector<PlacedPair> pairs);

/// The probability of each pair to be in the chain, 0 to 1. `pairs` by source, then target, without doubles; n log n.
std::vector<double> order_posteriors(std::span<const PlacedPair> pairs);

}  // namespace aligner::align
