#pragma once
// Swapped parts: neighbours that correspond crosswise. Private to this room.
//
//   std::vector<MovedBlock> swapped = find_swapped_parts(search, path);
//   swapped[0].beads;      // in the order of the source
//   swapped[0].posterior;  // of the swap, above one half
//
// Where a translator exchanges two sentences, a monotone path has one bead of both, or it has one of them and leaves
// the other alone on both sides, before it on one and behind it on the other. So these two places are looked at: the
// bead against the best two that cover what it does crosswise, and the two segments left alone against each other.
// Either must make up for how rare swaps are.

#include <span>
#include <vector>

#include "aligner/align/lattice.h"
#include "aligner/align/moved_blocks.h"

namespace aligner::align {

/// Swaps of what stands in one bead of `path`, which are two beads, and of what it leaves alone around one, which are
/// one. Segments that never_moved are passed over. Nothing is asked of other prices: in a swap a bead pays for itself.
std::vector<MovedBlock> find_swapped_parts(const MoveSearch& search, std::span<const WeightedBead> path);

}  // namespace aligner::align
