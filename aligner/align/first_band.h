#pragma once
// The band of the first pass: everything where the texts are short, else a corridor along the best chain of rare
// matches. Private to this room.
//
//   score::Band band = first_band(bitext.rare_matches(0), 4000, 4100);
//
// The chain is the heaviest sequence of matches that rises on both sides (a weighted longest increasing subsequence);
// between two links of the chain the whole rectangle is searched, so that a missing chapter costs width only where it
// is missing. Long texts that nothing rare ties together are searched in a corridor along the straight diagonal.

#include <cstddef>
#include <vector>

#include "aligner/score/lexical_cells.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::align {

inline constexpr std::size_t full_matrix_nodes = 300'000;
inline constexpr std::size_t largest_band_nodes = 8'000'000;  // about a gigabyte of lattice

/// A band of node columns with source_count + 1 rows. Time: matches times log of matches, plus the band.
score::Band first_band(const std::vector<score::RareMatch>& matches, std::size_t source_count, std::size_t target_count,
                       std::size_t node_limit = full_matrix_nodes);

}  // namespace aligner::align
