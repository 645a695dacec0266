#pragma once
// Fixed points: places that every alignment of two texts goes through. No bead crosses one, so they cut both texts into
// blocks that answer to each other.
//
//   FixedPoints points = {{.source = 12, .target = 13}};  // the first 12 segments answer to the first 13
//   points = with_beads(points, {{.source = {20, 21}, .target = {22}}}, 40, 41);  // and 20,21 - 22 are one bead

#include <cstddef>
#include <cstdint>
#include <vector>

#include "aligner/align/alignment.h"

namespace aligner::align {

struct FixedPoint {
  std::uint32_t source = 0;  // segments before it
  std::uint32_t target = 0;
  /// The next segment of either side is a delimiter: these two are a bead, and nothing is learnt from it.
  bool is_delimiter = false;
  /// The next segments of both sides are one bead, whatever the texts say: how many of each side. 0: no such bead.
  std::uint32_t source_size = 0;
  std::uint32_t target_size = 0;

  friend bool operator==(const FixedPoint&, const FixedPoint&) = default;
};

/// In order: no point has fewer segments before it, on either side, than the one before or the end of the bead there.
using FixedPoints = std::vector<FixedPoint>;

/// Throws Error where points are not in order or reach beyond the texts.
void check_fixed_points(const FixedPoints& points, std::size_t source_count, std::size_t target_count);

/// The points and the beads of two sides that are not moved, which stay whole. A bead that is a delimiter's is left
/// out. Throws Error naming a bead that crosses a point, another bead, or a text's end.
FixedPoints with_beads(const FixedPoints& points, const std::vector<Bead>& beads, std::size_t source_count,
                       std::size_t target_count);

/// The number of points that a segment stands behind: two segments of one block may be in one bead. `side` says whose
/// segment it is, &FixedPoint::source or &FixedPoint::target.
std::size_t block_of(const FixedPoints& points, std::uint32_t segment, std::uint32_t FixedPoint::*side);

/// The point behind the bead at `point`; `point` itself where there is none.
FixedPoint end_of(const FixedPoint& point);

}  // namespace aligner::align
