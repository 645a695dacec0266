#pragma once
// Moved blocks: runs of segments that correspond, but stand elsewhere in the other text. Private to this room.
//
//   std::vector<MovedBlock> blocks = find_moved_blocks(search);
//   blocks[0].beads;      // in order of both sides; probability: posterior
//   blocks[0].log_ratio;  // nats for the block over leaving its segments alone
//
// A monotone path leaves a moved block alone on both sides. Where two such places share rare words (move_windows.h),
// the bead model is asked again, in a lattice of the window. Its beads may also take segments that stand in beads of
// the path, at the price of what those are worth: what was matched by chance inside a moved block, and at its edges.
// Of the window's path the stretches are taken that no end can be cut off or added to without loss (all maximal
// scoring subsequences: Ruzzo & Tompa 1999).
//
// A block must outweigh its bar: the logarithm of the number of pairs of segments it could begin with, which is what
// the best of so many places gets by chance, and a prior against moves. Its posterior is its share among its strongest
// rival (another block that takes one of its segments), and nothing having moved.

#include <cstddef>
#include <functional>
#include <vector>

#include "aligner/align/fixed_points.h"
#include "aligner/align/lattice.h"
#include "aligner/score/lexical_cells.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::align {

struct MovedBlock {
  std::vector<WeightedBead> beads;  // all with two sides; segments between them are not part of it
  double log_ratio = 0;             // nats, at calibration_temperature
  double posterior = 0;             // 0 to 1; the beads' probabilities are those of the block times their own in it
};

/// What is looked at. Views: what it names must outlive the search.
struct MoveSearch {
  const score::PreparedText& source;
  const score::PreparedText& target;
  const score::LexicalModel& lexicon;
  const score::CellMaker& cells;
  const PathPriors& priors;
  const FixedPoints& points;  // with the ends of delimiters
  /// Score of a bead in nats, as on the path.
  std::function<double(const score::LexicalCells& cells, const score::BeadPlace& bead)> bead_score;
  /// By segment: nats lost when it is taken from its bead of the path; 0: it is alone.
  std::vector<double> source_prices;
  std::vector<double> target_prices;
  unsigned threads = 1;
};

inline constexpr double never_moved = 1e5;  // a price

/// What a bead of the path with two sides is worth, in nats, over its segments being alone as well; more than 0.
double price_of(const WeightedBead& bead, double score, const PathPriors& priors);

/// Blocks with a posterior above one half, the best first; none shares a segment with another. What they leave of
/// rivals that share only some of their segments is found by another look, with these blocks as never_moved.
std::vector<MovedBlock> find_moved_blocks(const MoveSearch& search);

/// The best first, each only where all its segments are still to be had. The counts are those of both texts' segments.
std::vector<MovedBlock> without_rivals(std::vector<MovedBlock> blocks, std::size_t source_count,
                                       std::size_t target_count);

}  // namespace aligner::align
