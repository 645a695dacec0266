#pragma once
// LinkOdds: from the margin of a link to how likely it is right, learnt from links that are surely wrong. Private to
// this room.
//
//   std::vector<RankedPair> links = choose_one_to_one(pairs);
//   LinkOdds odds = fit_link_odds(pairs, {.center = 4, .slope = 1});
//   odds.probability(5.2);  // 0.93
//
// Links are chosen one to one, best first. The links that would be chosen next, with the same segments but without any
// of the first, are decoys: where a segment has one counterpart none of them can be right, and they lie about where
// wrong links lie. How many links there are to each decoy at a margin says how many of them are right (target-decoy
// estimation, Elias & Gygi 2007). A logistic curve is fitted to that by likelihood, with a prior for texts of few
// segments.

#include <cstdint>
#include <vector>

namespace aligner::align {

struct RankedPair {
  std::uint32_t source = 0;  // segments
  std::uint32_t target = 0;
  double margin = 0;
  double probability = 0;  // of being right
};

struct LinkOdds {
  double center = 0;  // margin at which a link is as likely right as wrong
  double slope = 1;   // log odds per unit of margin

  double log_odds(double margin) const { return slope * (margin - center); }
  double probability(double margin) const;
};

/// Sorts by probability, then margin, the largest first; equal ones by source, then target.
void sort_best_first(std::vector<RankedPair>& pairs);

/// Takes pairs as they come, no segment twice.
std::vector<RankedPair> choose_one_to_one(const std::vector<RankedPair>& pairs);

/// `pairs` best first, without doubles; `usual` is where the curve is expected to lie.
LinkOdds fit_link_odds(const std::vector<RankedPair>& pairs, const LinkOdds& usual);

}  // namespace aligner::align
