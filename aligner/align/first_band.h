#pragma once
// The band of the first pass: everything where the texts are short, else a corridor along the best chain of rare
// matches. Private to this room.
//
//   const score::RareMatches matches(bitext, 0);
//   score::Band band = first_band([&](const auto& block) { return matches.in(block); }, 4000, 4100);
//
// The chain is the heaviest sequence of matches that rises on both sides (a weighted longest increasing subsequence).
// Between two links that are far apart it is looked for again among what is rare there. The corridor follows straight
// lines between the links and holds the whole parallelogram where one side has more segments than the other, so that a
// missing chapter costs width only where it is missing. It need not be right everywhere: a path that leans on its edge
// has more room in the next band (Lattice::narrowed_band). Long texts that nothing rare ties together are searched
// whole as long as memory allows, else in a corridor along the straight diagonal.

#include <cstddef>
#include <functional>
#include <vector>

#include "aligner/score/lexical_cells.h"
#include "aligner/score/rare_matches.h"

namespace aligner::align {

inline constexpr std::size_t full_matrix_nodes = 300'000;
inline constexpr std::size_t largest_band_nodes = 8'000'000;

/// The rare matches inside a block, by source, then target. None where there is no function.
using FindMatches = std::function<std::vector<score::RareMatch>(const score::SegmentBlock& block)>;

/// A band of node columns for the texts of a block, with a row more than it has source segments; rows and columns are
/// counted from the block's begin. Time: matches times log of matches, at every depth of the search, plus the band.
score::Band first_band(const FindMatches& find, const score::SegmentBlock& block,
                       std::size_t node_limit = full_matrix_nodes);

/// The same for whole texts and matches that were all found before.
score::Band first_band(const std::vector<score::RareMatch>& matches, std::size_t source_count, std::size_t target_count,
                       std::size_t node_limit = full_matrix_nodes);

}  // namespace aligner::align
