#pragma once
// What it proves that two segments share an anchor, or that their anchors contradict each other: nats.
//
//   double rare = rarity(1, 96);    // one segment in 96 names it: 4.2
//   double common = rarity(48, 96); // every other one: 0.7
//   anchor_weight(match, source_anchor, rare, rare);  // 6.3 for one and the same day
//
//   weight = strength * score * sqrt(rarity of the source's anchor * rarity of the target's)
//   rarity = -ln((n + 1/2) / (N + 1)), n of the N segments of its side naming it
//
// Unrelated segments share an anchor with a chance of about its share of the segments, related ones nearly always: the
// logarithm of that ratio is the rarity (inverse document frequency, Spärck Jones 1972; the log-odds reading is
// Robertson 2004). Each side has its own; the geometric mean lets a name that is common on one side prove little. The
// score is how well the values agree (anchors/match_anchors.h), the strength how seldom such an agreement is chance:
// one table for all models.

#include <cstddef>

#include "aligner/anchors/anchor.h"
#include "aligner/anchors/match_anchors.h"

namespace aligner::score {

/// How surprising it is to meet what `count` of `all` segments name; not negative.
double rarity(std::size_t count, std::size_t all);

/// Strength times score: 1 for an equal value, 1.5 for one and the same day, negative for a conflict. `source` is
/// either of the two anchors.
double agreement(const anchors::AnchorMatch& match, const anchors::Anchor& source);

/// The weight of a pair of anchors. Negative for a conflict.
double anchor_weight(const anchors::AnchorMatch& match, const anchors::Anchor& source, double source_rarity,
                     double target_rarity);

/// The chance that one translates the other, before anything was learnt: the mean of a prior (lexicon/prior_table.h). 0
/// for a conflict.
double anchor_prior(const anchors::AnchorMatch& match);

}  // namespace aligner::score
