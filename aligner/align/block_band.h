#pragma once
// Bands between fixed points: what lies in no block is not searched. Private to this room.
//
//   const FixedPoints nodes = with_delimiter_ends(points);
//   const score::RareMatches matches(bitext, 0);
//   score::Band band = first_band_between(nodes, [&](const auto& block) { return matches.in(block); }, 4000, 4100);

#include <cstddef>

#include "aligner/align/first_band.h"
#include "aligner/align/fixed_points.h"
#include "aligner/score/lexical_cells.h"

namespace aligner::align {

/// The points, and one behind every delimiter and every bead that is given, where none is.
FixedPoints with_delimiter_ends(const FixedPoints& points);

/// first_band for every block by itself; the row of a point belongs to the blocks on both sides of it.
/// Without `find` nothing ties the texts together.
score::Band first_band_between(const FixedPoints& points, const FindMatches& find, std::size_t source_count,
                               std::size_t target_count);

/// The band without nodes outside the blocks. A path through all points stays in it.
score::Band confined(score::Band band, const FixedPoints& points);

}  // namespace aligner::align
