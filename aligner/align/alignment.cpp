#include "aligner/align/alignment.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/error.h"

namespace aligner::align {
namespace {

[[noreturn]] void refuse(std::size_t bead, std::string_view why) {
  throw Error("bead " + std::to_string(bead) + " of the alignment " + std::string(why));
}

void check_group(std::size_t bead, const std::vector<std::size_t>& group, std::size_t count, std::string_view side) {
  if (std::adjacent_find(group.begin(), group.end(), std::greater_equal<>{}) != group.end()) {
    refuse(bead, "names its " + std::string(side) + " segments out of order or twice");
  }
  if (!group.empty() && group.back() >= count) {
    refuse(bead,
           "names " + std::string(side) + " segment " + std::to_string(group.back()) + " of " + std::to_string(count));
  }
}

// Segments of one side that stand in moved beads, by segment: the order of the others passes them over.
std::vector<bool> moved_targets(const Alignment& alignment) {
  std::vector<bool> is_moved(alignment.target_count);
  for (std::size_t i = 0; i < alignment.beads.size(); ++i) {
    const Bead& bead = alignment.beads[i];
    if (!bead.moved) continue;
    if (alignment.mode == Mode::comparable) refuse(i, "is moved: links of comparable texts have no order to leave");
    if (bead.source.empty() || bead.target.empty()) refuse(i, "is moved, but has an empty side");
    for (const std::size_t segment : bead.target) {
      if (segment >= alignment.target_count) continue;  // refused with the bead itself
      if (is_moved[segment]) refuse(i, "takes a target segment of another moved bead");
      is_moved[segment] = true;
    }
    if (bead.target.back() - bead.target.front() + 1 != bead.target.size()) {
      refuse(i, "is moved, and leaves out target segments in its middle");
    }
  }
  return is_moved;
}

// The first segment from `next` on that is not moved.
std::size_t pass_over_moved(const std::vector<bool>& is_moved, std::size_t next) {
  while (next < is_moved.size() && is_moved[next]) ++next;
  return next;
}

// In parallel mode a group goes on exactly where the bead before ended, or behind what is moved there.
void check_continues(std::size_t bead, const std::vector<std::size_t>& group, std::size_t& next,
                     const std::vector<bool>& is_moved, std::string_view side) {
  if (!group.empty()) next = pass_over_moved(is_moved, next);
  for (const std::size_t segment : group) {
    if (segment != next) {
      refuse(bead, "does not go on at " + std::string(side) + " segment " + std::to_string(next) +
                       ": parallel alignments cover every segment once, in order");
    }
    ++next;
  }
}

}  // namespace

bool is_contradiction(const Bead& bead) {
  return !bead.source.empty() && !bead.target.empty() &&
         std::any_of(bead.evidence.begin(), bead.evidence.end(), score::is_conflict);
}

void check_alignment(const Alignment& alignment) {
  std::size_t next_source = 0;
  std::size_t next_target = 0;
  const std::vector<bool> is_target_moved = moved_targets(alignment);
  for (std::size_t i = 0; i < alignment.beads.size(); ++i) {
    const Bead& bead = alignment.beads[i];
    check_group(i, bead.source, alignment.source_count, "source");
    check_group(i, bead.target, alignment.target_count, "target");
    if (bead.source.empty() && bead.target.empty()) refuse(i, "is empty on both sides");
    if (!(bead.cost >= 0) || !std::isfinite(bead.cost)) refuse(i, "has a cost that is negative or no number");
    if (!(bead.confidence >= 0 && bead.confidence <= 1)) refuse(i, "has a confidence outside 0 to 1");
    if (alignment.mode == Mode::parallel) {
      check_continues(i, bead.source, next_source, {}, "source");
      if (!bead.moved) check_continues(i, bead.target, next_target, is_target_moved, "target");
    } else if (bead.source.empty() || bead.target.empty()) {
      refuse(i, "has an empty side: links of comparable texts have two");
    }
  }
  next_target = pass_over_moved(is_target_moved, next_target);
  if (alignment.mode == Mode::parallel &&
      (next_source != alignment.source_count || next_target != alignment.target_count)) {
    throw Error("the alignment ends before the texts do: parallel alignments cover every segment once");
  }
}

std::string to_string(Grade grade) {
  switch (grade) {
    case Grade::same:
      return "same";
    case Grade::mostly:
      return "mostly";
    case Grade::partly:
      return "partly";
    case Grade::related:
      return "related";
  }
  return "related";
}

std::string to_string(Mode mode) { return mode == Mode::parallel ? "parallel" : "comparable"; }

}  // namespace aligner::align
