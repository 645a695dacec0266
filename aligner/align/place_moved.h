#pragma once
// Puts moved beads among those of a monotone path. Private to this room.
//
//   std::vector<PlacedBead> all = place_moved(path, moved);  // every segment of both sides once
//
// Order: the source's. Beads that are not moved keep the order of the target too, gaps of the target in between; a
// moved bead stands where its source does. What turns out to be in order where it is, between the path's beads, is not
// marked as moved.

#include <vector>

#include "aligner/align/lattice.h"

namespace aligner::align {

struct PlacedBead {
  WeightedBead bead;
  bool is_moved = false;
};

/// `path` leaves alone every segment of the `moved` beads, of which no two share a segment. O(n log n).
std::vector<PlacedBead> place_moved(const std::vector<WeightedBead>& path, std::vector<WeightedBead> moved);

}  // namespace aligner::align
