#pragma once
// Bands between fixed points: what lies in no block is not searched. Private to this room.
//
//   const FixedPoints nodes = with_delimiter_ends(points);
//   score::Band band = first_band_between(nodes, bitext.rare_matches(0), 4000, 4100);

#include <cstddef>
#include <vector>

#include "aligner/align/fixed_points.h"
#include "aligner/score/lexical_cells.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::align {

/// The points, and one behind every delimiter where none is.
FixedPoints with_delimiter_ends(const FixedPoints& points);

/// first_band for every block by itself; the row of a point belongs to the blocks on both sides of it.
score::Band first_band_between(const FixedPoints& points, const std::vector<score::RareMatch>& matches,
                               std::size_t source_count, std::size_t target_count);

/// The band without nodes outside the blocks. A path through all points stays in it.
score::Band confined(score::Band band, const FixedPoints& points);

}  // namespace aligner::align
