#include "aligner/align/place_moved.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace aligner::align {
namespace {

using Spine = std::vector<WeightedBead>;  // beads of two sides that rise on both

bool is_before(const WeightedBead& a, const WeightedBead& b) { return a.source < b.source; }

// Beads of the spine before a segment of the source, or of the target.
std::size_t count_before(const Spine& spine, std::uint32_t segment, std::uint32_t WeightedBead::*side) {
  const auto place =
      std::partition_point(spine.begin(), spine.end(), [&](const WeightedBead& bead) { return bead.*side < segment; });
  return static_cast<std::size_t>(place - spine.begin());
}

// Adds to the spine, in the order of the source, what rises with it, and says what was added.
std::set<std::uint32_t> extend(Spine& spine, const std::vector<WeightedBead>& moved) {
  std::set<std::uint32_t> in_order;  // by first source segment
  Spine added;
  for (const WeightedBead& bead : moved) {
    const bool is_between = count_before(spine, bead.source, &WeightedBead::source) ==
                            count_before(spine, bead.target, &WeightedBead::target);
    if (!is_between || (!added.empty() && added.back().target > bead.target)) continue;
    added.push_back(bead);
    in_order.insert(bead.source);
  }
  Spine both;
  std::merge(spine.begin(), spine.end(), added.begin(), added.end(), std::back_inserter(both), is_before);
  spine = std::move(both);
  return in_order;
}

struct Placed {
  std::size_t interval = 0;  // beads of the spine before it
  PlacedBead bead;
};

}  // namespace

std::vector<PlacedBead> place_moved(const std::vector<WeightedBead>& path, std::vector<WeightedBead> moved) {
  std::sort(moved.begin(), moved.end(), is_before);
  std::set<std::uint32_t> source_taken;
  std::set<std::uint32_t> target_taken;
  for (const WeightedBead& bead : moved) {
    for (std::uint32_t k = 0; k < shapes[bead.shape].source; ++k) source_taken.insert(bead.source + k);
    for (std::uint32_t k = 0; k < shapes[bead.shape].target; ++k) target_taken.insert(bead.target + k);
  }
  Spine spine;
  for (const WeightedBead& bead : path) {
    if (!is_gap(bead)) spine.push_back(bead);
  }
  const std::set<std::uint32_t> in_order = extend(spine, moved);

  std::vector<Placed> others;
  auto next = moved.begin();
  for (const WeightedBead& bead : path) {
    if (is_gap(bead) && shapes[bead.shape].source == 0 && target_taken.count(bead.target) == 0) {
      others.push_back({count_before(spine, bead.target, &WeightedBead::target), {bead, false}});
    }
    if (!is_gap(bead) || shapes[bead.shape].source == 0) continue;
    const std::size_t interval = count_before(spine, bead.source, &WeightedBead::source);
    if (source_taken.count(bead.source) == 0) others.push_back({interval, {bead, false}});
    if (next == moved.end() || next->source != bead.source) continue;
    if (in_order.count(bead.source) == 0) others.push_back({interval, {*next, true}});
    ++next;
  }
  std::stable_sort(others.begin(), others.end(),
                   [](const Placed& a, const Placed& b) { return a.interval < b.interval; });
  std::vector<PlacedBead> all;
  std::size_t done = 0;
  for (const Placed& placed : others) {
    while (done < placed.interval) all.push_back({spine[done++], false});
    all.push_back(placed.bead);
  }
  while (done < spine.size()) all.push_back({spine[done++], false});
  return all;
}

}  // namespace aligner::align
