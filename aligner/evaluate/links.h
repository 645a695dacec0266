#pragma once
// Judges ranked links between comparable texts against gold links with grades.
//
//   double quality = average_precision(gold, links);              // every gold link counts
//   double strong = average_precision(gold, links, Grade::mostly); // only same and mostly
//   double top = precision_at(10, gold, links);                    // how many of the first ten are right
//
// A link is right when it shares at least one source and one target segment with a gold link whose grade counts.
// Average precision is the mean, over all gold links that count, of the precision at the rank where each was first
// reached; gold links never reached add 0 (Manning, Raghavan & Schütze 2008, section 8.4).

#include <cstddef>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/evaluate/score.h"

namespace aligner::evaluate {

struct GoldLink {
  IndexBead link;  // does not count where a side is empty
  align::Grade grade = align::Grade::same;

  friend bool operator==(const GoldLink&, const GoldLink&) = default;
};

/// `ranked` best first. Gold links of a grade weaker than `weakest` do not count. A link reaches one gold link: of
/// those it overlaps and nobody reached before, the one with the strongest grade, then the first in `gold`. A link that
/// overlaps only gold links already reached, or only weaker ones, is neither rewarded nor punished: it takes no rank.
/// Links with an empty side take none either. 0 where no gold link counts.
double average_precision(const std::vector<GoldLink>& gold, const std::vector<IndexBead>& ranked,
                         align::Grade weakest = align::Grade::related);

/// The share of right links among the first `count` of `ranked`, as they stand. Fewer links than `count` are judged as
/// if wrong ones followed. 0 where `count` is 0.
double precision_at(std::size_t count, const std::vector<GoldLink>& gold, const std::vector<IndexBead>& ranked,
                    align::Grade weakest = align::Grade::related);

}  // namespace aligner::evaluate
