#pragma once
// Fixed points: places that every alignment of two texts goes through. No bead crosses one, so they cut both texts into
// blocks that answer to each other.
//
//   FixedPoints points = {{.source = 12, .target = 13}};  // the first 12 segments answer to the first 13

#include <cstddef>
#include <cstdint>
#include <vector>

namespace aligner::align {

struct FixedPoint {
  std::uint32_t source = 0;  // segments before it
  std::uint32_t target = 0;
  /// The next segment of either side is a delimiter: these two are a bead, and nothing is learnt from it.
  bool is_delimiter = false;

  friend bool operator==(const FixedPoint&, const FixedPoint&) = default;
};

/// In order: no point has fewer segments before it, on either side, than the one before or the delimiter there.
using FixedPoints = std::vector<FixedPoint>;

/// Throws Error where points are not in order or reach beyond the texts.
void check_fixed_points(const FixedPoints& points, std::size_t source_count, std::size_t target_count);

}  // namespace aligner::align
