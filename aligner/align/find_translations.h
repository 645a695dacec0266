#pragma once
// Finds segments that translate each other, wherever they stand, among many that have no counterpart. Private to this
// room.
//
//   const Translations found = find_translations(model, {});
//   found.pairs[0];  // the surest; no segment stands in two pairs
//
// Method: pairs are scored (score/pair_model.h) by spelling and anchors first, chosen one to one by their margin, given
// probabilities (link_odds.h), and learnt from; with what was learnt all are scored anew, until the pairs that are
// learnt from hardly change (self-training). Where the surest follow each other in both texts, order counts too
// (link_order.h). Of few pairs nothing is learnt.

#include <functional>
#include <vector>

#include "aligner/align/link_odds.h"
#include "aligner/score/pair_model.h"

namespace aligner::align {

struct Translations {
  std::vector<RankedPair> pairs;  // the surest first
  double order_kept = 0;          // share of sure pairs that follow each other in both texts; 0 where it is left open
};

/// `report` is called before each round with the share of rounds that are done.
Translations find_translations(score::PairModel& model, const std::function<void(double done)>& report);

}  // namespace aligner::align
