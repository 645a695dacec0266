#include "aligner/align/fixed_points.h"

#include <string>

#include "aligner/error.h"

namespace aligner::align {

void check_fixed_points(const FixedPoints& points, std::size_t source_count, std::size_t target_count) {
  std::size_t source = 0;  // the least that the next point may have
  std::size_t target = 0;
  for (const FixedPoint& point : points) {
    const std::size_t delimiter = point.is_delimiter ? 1 : 0;
    if (point.source < source || point.target < target || point.source + delimiter > source_count ||
        point.target + delimiter > target_count) {
      throw Error("the fixed point " + std::to_string(point.source) + ":" + std::to_string(point.target) +
                  " is not behind the one before it, or not in the texts; give them in the order of both texts");
    }
    source = point.source + delimiter;
    target = point.target + delimiter;
  }
}

}  // namespace aligner::align
