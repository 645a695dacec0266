#include "aligner/align/block_band.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace aligner::align {
FixedPoints with_delimiter_ends(const FixedPoints& points) {
  FixedPoints all;
  for (std::size_t k = 0; k < points.size(); ++k) {
    all.push_back(points[k]);
    const FixedPoint end = end_of(points[k]);
    if (end.source == points[k].source) continue;
    const bool is_there =
        k + 1 < points.size() && points[k + 1].source == end.source && points[k + 1].target == end.target;
    if (!is_there) all.push_back(end);
  }
  return all;
}

score::Band first_band_between(const FixedPoints& points, const FindMatches& find, std::size_t source_count,
                               std::size_t target_count) {
  const auto sources = static_cast<std::uint32_t>(source_count);
  const auto targets = static_cast<std::uint32_t>(target_count);
  if (points.empty()) return first_band(find, {{0, sources}, {0, targets}});
  FixedPoints ends = points;
  ends.push_back({.source = sources, .target = targets});
  score::Band band;
  band.rows.assign(source_count + 1, {targets + 1, 0});
  FixedPoint from;
  for (const FixedPoint& to : ends) {
    const std::uint32_t width = to.target - from.target;
    score::Band block;
    if (from.source_size > 0) {  // nodes of a bead that is given: its two ends, and along its edges between them
      block.rows.assign(from.source_size + 1, {width, width + 1});
      block.rows[0].begin = 0;
    } else if (to.source == from.source) {
      block.rows = {{0, width + 1}};  // only gaps
    } else {
      block = first_band(find, {{from.source, to.source}, {from.target, to.target}});
    }
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      score::Band::Range& row = band.rows[from.source + i];
      row.begin = std::min(row.begin, block.rows[i].begin + from.target);
      row.end = std::max(row.end, block.rows[i].end + from.target);
    }
    from = to;
  }
  return band;
}

score::Band confined(score::Band band, const FixedPoints& points) {
  std::size_t passed = 0;  // points in rows before this one
  std::size_t next = 0;    // the first point in a row behind this one
  for (std::size_t i = 0; i < band.rows.size() && !points.empty(); ++i) {
    while (passed < points.size() && points[passed].source < i) ++passed;
    while (next < points.size() && points[next].source <= i) ++next;
    const std::uint32_t first = passed == 0 ? 0 : points[passed - 1].target;
    const std::uint32_t last = next == points.size() ? std::numeric_limits<std::uint32_t>::max() : points[next].target;
    score::Band::Range& row = band.rows[i];
    row.begin = std::max(row.begin, first);
    row.end = std::max(row.begin, last < row.end ? last + 1 : row.end);
  }
  return band;
}

}  // namespace aligner::align
