// Accepted beads with two sides form a spine that nothing may cross but what the machine found to be moved. Every other
// bead, and every segment set free, lies in one interval between two beads of the spine; sorting by interval (stably,
// so that the machine's order stays within one) puts the beads in order again. Targets set free by moved beads stand
// elsewhere in the machine's order than in their own, and are put in their place at the end. O(n log n) in the number
// of segments.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "aligner/error.h"
#include "aligner/review/apply.h"

namespace aligner::review {
namespace {

struct Placed {
  std::size_t interval = 0;  // beads of the spine before it
  align::Bead bead;
};

struct SideMap {
  std::vector<std::optional<std::size_t>> accepted_by;  // segment -> position of the decision
  std::vector<std::size_t> interval;                    // segment -> beads of the spine that begin before it
};

align::Bead bead_of(const Decision& decision) {
  return {.source = decision.source, .target = decision.target, .confidence = 1};
}

std::set<Groups> moved_groups(const align::Alignment& machine) {
  std::set<Groups> moved;
  for (const align::Bead& bead : machine.beads) {
    if (bead.moved) moved.insert(groups_of(bead));
  }
  return moved;
}

// Positions of the accepted decisions with two sides, by source; crossing ones are refused. What accepts a moved bead
// as it is has no part in it.
std::vector<std::size_t> find_spine(const align::Alignment& machine, const std::vector<Decision>& decisions,
                                    const StandingDecisions& standing) {
  std::vector<std::size_t> spine;
  const std::set<Groups> moved = moved_groups(machine);
  for (const auto& [groups, position] : standing.accepted) {  // ordered by source group
    if (groups.first.empty() || groups.second.empty() || moved.count(groups) > 0) continue;
    if (!spine.empty() && decisions[spine.back()].target.back() >= groups.second.front()) {
      throw Error(describe(position, decisions[position]) + " crosses " +
                  describe(spine.back(), decisions[spine.back()]) +
                  ": beads of parallel texts keep the order of both; reject one of the two");
    }
    spine.push_back(position);
  }
  return spine;
}

SideMap map_side(std::size_t count, const std::vector<Decision>& decisions, const StandingDecisions& standing,
                 const std::vector<std::size_t>& spine, std::vector<std::size_t> Decision::*side) {
  SideMap map{.accepted_by = std::vector<std::optional<std::size_t>>(count), .interval = {}};
  for (const auto& [groups, position] : standing.accepted) {
    for (const std::size_t segment : decisions[position].*side) map.accepted_by[segment] = position;
  }
  map.interval.reserve(count);
  std::size_t passed = 0;
  for (std::size_t segment = 0; segment < count; ++segment) {
    while (passed < spine.size() && (decisions[spine[passed]].*side).front() < segment) ++passed;
    map.interval.push_back(passed);
  }
  return map;
}

class Rebuild {
 public:
  Rebuild(const align::Alignment& machine, const std::vector<Decision>& decisions, const StandingDecisions& standing)
      : decisions_(decisions),
        standing_(standing),
        spine_(find_spine(machine, decisions, standing)),
        source_(map_side(machine.source_count, decisions, standing, spine_, &Decision::source)),
        target_(map_side(machine.target_count, decisions, standing, spine_, &Decision::target)),
        spine_beads_(spine_.size()) {
    for (std::size_t i = 0; i < spine_.size(); ++i) spine_beads_[i] = bead_of(decisions[spine_[i]]);
  }

  void add(align::Bead bead) {
    if (standing_.is_accepted(bead)) return add_confirmed(std::move(bead));
    if (!is_possible(bead)) return set_free(bead);
    if (!standing_.is_rejected(bead)) return place(std::move(bead));
    if (bead.source.empty() || bead.target.empty()) {
      bead.confidence = 0;
      return place(std::move(bead));
    }
    place({.source = std::move(bead.source)});
    place({.target = std::move(bead.target)}, bead.moved);
  }

  std::vector<align::Bead> finish() && {
    std::stable_sort(placed_.begin(), placed_.end(),
                     [](const Placed& a, const Placed& b) { return a.interval < b.interval; });
    std::vector<align::Bead> beads;
    std::size_t next = 0;
    for (Placed& placed : placed_) {
      while (next < placed.interval) beads.push_back(std::move(spine_beads_[next++]));
      beads.push_back(std::move(placed.bead));
    }
    while (next < spine_beads_.size()) beads.push_back(std::move(spine_beads_[next++]));
    return with_strays(std::move(beads));
  }

 private:
  void place(align::Bead bead, bool was_moved = false) {
    if (was_moved && bead.source.empty()) {
      strays_.push_back(std::move(bead));
      return;
    }
    const std::size_t interval =
        bead.source.empty() ? target_.interval[bead.target.front()] : source_.interval[bead.source.front()];
    placed_.push_back({interval, std::move(bead)});
  }

  // Every stray before the first bead in order that lies behind it in the target.
  std::vector<align::Bead> with_strays(std::vector<align::Bead> beads) {
    if (strays_.empty()) return beads;
    std::sort(strays_.begin(), strays_.end(),
              [](const align::Bead& a, const align::Bead& b) { return a.target < b.target; });
    std::vector<align::Bead> all;
    auto stray = strays_.begin();
    for (align::Bead& bead : beads) {
      while (stray != strays_.end() && !bead.moved && stray->target < bead.target) all.push_back(std::move(*stray++));
      all.push_back(std::move(bead));
    }
    std::move(stray, strays_.end(), std::back_inserter(all));
    return all;
  }

  // The machine had found what was accepted: its reasons stay.
  void add_confirmed(align::Bead bead) {
    bead.confidence = 1;
    if (bead.source.empty() || bead.target.empty() || bead.moved) return place(std::move(bead));
    spine_beads_[source_.interval[bead.source.front()]] = std::move(bead);
  }

  bool is_possible(const align::Bead& bead) const {
    const auto is_free = [](const SideMap& side, const std::vector<std::size_t>& group) {
      return std::none_of(group.begin(), group.end(),
                          [&](std::size_t segment) { return side.accepted_by[segment].has_value(); });
    };
    if (!is_free(source_, bead.source) || !is_free(target_, bead.target)) return false;
    const bool crosses = !bead.moved && !bead.source.empty() && !bead.target.empty() &&
                         source_.interval[bead.source.front()] != target_.interval[bead.target.front()];
    return !crosses;
  }

  void set_free(const align::Bead& bead) {
    for (const std::size_t segment : bead.source) set_free(source_, segment, {.source = {segment}}, bead.moved);
    for (const std::size_t segment : bead.target) set_free(target_, segment, {.target = {segment}}, bead.moved);
  }

  // A segment that was accepted as having no counterpart brings its bead along with the first of its group.
  void set_free(const SideMap& side, std::size_t segment, align::Bead alone, bool was_moved) {
    const std::optional<std::size_t> holder = side.accepted_by[segment];
    if (!holder) return place(std::move(alone), was_moved);
    const Decision& decision = decisions_[*holder];
    const bool one_sided = decision.source.empty() || decision.target.empty();
    const std::size_t first = decision.source.empty() ? decision.target.front() : decision.source.front();
    if (one_sided && first == segment) place(bead_of(decision), was_moved);
  }

  const std::vector<Decision>& decisions_;  // not owned; outlived by the caller's
  const StandingDecisions& standing_;       // likewise
  std::vector<std::size_t> spine_;
  SideMap source_;
  SideMap target_;
  std::vector<align::Bead> spine_beads_;
  std::vector<Placed> placed_;
  std::vector<align::Bead> strays_;  // targets that moved beads set free
};

}  // namespace

std::vector<align::Bead> apply_to_parallel(const align::Alignment& machine, const std::vector<Decision>& decisions,
                                           const StandingDecisions& standing) {
  Rebuild rebuild(machine, decisions, standing);
  for (const align::Bead& bead : machine.beads) rebuild.add(bead);
  return std::move(rebuild).finish();
}

}  // namespace aligner::review
