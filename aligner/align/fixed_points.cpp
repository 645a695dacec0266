#include "aligner/align/fixed_points.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>

#include "aligner/error.h"

namespace aligner::align {
namespace {

// The first point that is not behind the one before it, or not in the texts.
std::optional<std::size_t> find_misplaced(const FixedPoints& points, std::size_t source_count,
                                          std::size_t target_count) {
  FixedPoint least;  // what the next point may have
  for (std::size_t k = 0; k < points.size(); ++k) {
    const FixedPoint& point = points[k];
    const FixedPoint end = end_of(point);
    const bool is_half_a_bead = (point.source_size == 0) != (point.target_size == 0);
    if (point.source < least.source || point.target < least.target || end.source > source_count ||
        end.target > target_count || is_half_a_bead) {
      return k;
    }
    least = end;
  }
  return std::nullopt;
}

bool is_of_delimiter(const FixedPoint& point, const FixedPoints& points) {
  return std::any_of(points.begin(), points.end(), [&](const FixedPoint& other) {
    return other.is_delimiter && other.source == point.source && other.target == point.target &&
           point.source_size == 1 && point.target_size == 1;
  });
}

}  // namespace

void check_fixed_points(const FixedPoints& points, std::size_t source_count, std::size_t target_count) {
  const std::optional<std::size_t> misplaced = find_misplaced(points, source_count, target_count);
  if (!misplaced) return;
  const FixedPoint& point = points[*misplaced];
  throw Error("the fixed point " + std::to_string(point.source) + ":" + std::to_string(point.target) +
              " is not behind the one before it, or not in the texts; give them in the order of both texts");
}

FixedPoints with_beads(const FixedPoints& points, const std::vector<Bead>& beads, std::size_t source_count,
                       std::size_t target_count) {
  FixedPoints all = points;
  for (const Bead& bead : beads) {
    if (bead.moved || bead.source.empty() || bead.target.empty()) continue;
    const FixedPoint point{.source = static_cast<std::uint32_t>(bead.source.front()),
                           .target = static_cast<std::uint32_t>(bead.target.front()),
                           .source_size = static_cast<std::uint32_t>(bead.source.size()),
                           .target_size = static_cast<std::uint32_t>(bead.target.size())};
    if (!is_of_delimiter(point, points)) all.push_back(point);
  }
  std::stable_sort(all.begin(), all.end(), [](const FixedPoint& a, const FixedPoint& b) {
    return std::tuple(a.source, a.target) < std::tuple(b.source, b.target);
  });
  const std::optional<std::size_t> misplaced = find_misplaced(all, source_count, target_count);
  if (!misplaced) return all;
  const std::size_t k = *misplaced;
  const FixedPoint& point = all[k].source_size > 0 || k == 0 ? all[k] : all[k - 1];
  throw Error("the accepted pair that begins with the segments [" + std::to_string(point.source) + "]:[" +
              std::to_string(point.target) +
              "] crosses a delimiter or another accepted pair; undo or reject it, or leave the delimiters out");
}

std::size_t block_of(const FixedPoints& points, std::uint32_t segment, std::uint32_t FixedPoint::*side) {
  return static_cast<std::size_t>(
      std::upper_bound(points.begin(), points.end(), segment,
                       [side](std::uint32_t place, const FixedPoint& point) { return place < point.*side; }) -
      points.begin());
}

FixedPoint end_of(const FixedPoint& point) {
  const std::uint32_t delimiter = point.is_delimiter ? 1 : 0;
  return {.source = point.source + delimiter + point.source_size,
          .target = point.target + delimiter + point.target_size};
}

}  // namespace aligner::align
