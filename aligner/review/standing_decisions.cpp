#include "aligner/review/standing_decisions.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "aligner/error.h"

namespace aligner::review {
namespace {

[[noreturn]] void refuse(std::size_t position, const Decision& decision, const std::string& why) {
  throw Error(describe(position, decision) + " " + why);
}

void check_group(std::size_t position, const Decision& decision, const std::vector<std::size_t>& group,
                 std::size_t count, align::Mode mode, const std::string& side) {
  if (group.empty()) return;
  if (!std::is_sorted(group.begin(), group.end(), std::less_equal<>{})) {
    refuse(position, decision, "names its " + side + " segments out of order or twice");
  }
  if (group.back() >= count) {
    refuse(position, decision,
           "names " + side + " segment " + std::to_string(group.back()) + ", but there are " + std::to_string(count) +
               ": it was made for another segmentation");
  }
  const bool contiguous = group.back() - group.front() + 1 == group.size();
  if (mode == align::Mode::parallel && !contiguous) {
    refuse(position, decision,
           "leaves out " + side + " segments in its middle: beads of parallel texts are contiguous");
  }
}

void check_decision(std::size_t position, const Decision& decision, const align::Alignment& machine) {
  check_group(position, decision, decision.source, machine.source_count, machine.mode, "source");
  check_group(position, decision, decision.target, machine.target_count, machine.mode, "target");
  if (decision.source.empty() && decision.target.empty()) refuse(position, decision, "names no segment");
  if (machine.mode == align::Mode::comparable && (decision.source.empty() || decision.target.empty())) {
    refuse(position, decision, "has an empty side: links of comparable texts have two");
  }
}

// Which decision last accepted a bead with each segment. Linear in the size of the groups, however large one is.
class Holders {
 public:
  explicit Holders(std::size_t count) : holders_(count) {}

  /// Gives the segments of `group` to the decision at `position`; returns the decisions that held them.
  std::vector<std::size_t> take_over(const std::vector<std::size_t>& group, std::size_t position) {
    std::vector<std::size_t> former;
    for (const std::size_t segment : group) {
      const std::optional<std::size_t> holder = std::exchange(holders_[segment], position);
      if (holder && (former.empty() || former.back() != *holder)) former.push_back(*holder);
    }
    return former;
  }

 private:
  std::vector<std::optional<std::size_t>> holders_;
};

}  // namespace

StandingDecisions find_standing(const std::vector<Decision>& decisions, const align::Alignment& machine) {
  StandingDecisions standing;
  Holders source_holders(machine.source_count);
  Holders target_holders(machine.target_count);
  for (std::size_t position = 0; position < decisions.size(); ++position) {
    const Decision& decision = decisions[position];
    check_decision(position, decision, machine);
    const Groups groups = groups_of(decision);
    if (decision.verdict == Verdict::rejected) {
      standing.accepted.erase(groups);
      standing.rejected.insert_or_assign(groups, position);
      continue;
    }
    if (machine.mode == align::Mode::parallel) {
      for (const std::size_t former : source_holders.take_over(groups.first, position)) {
        standing.accepted.erase(groups_of(decisions[former]));
      }
      for (const std::size_t former : target_holders.take_over(groups.second, position)) {
        standing.accepted.erase(groups_of(decisions[former]));
      }
    }
    standing.rejected.erase(groups);
    standing.accepted.insert_or_assign(groups, position);
  }
  return standing;
}

std::string describe(std::size_t position, const Decision& decision) {
  std::string who = decision.by.empty() ? "" : " by " + decision.by;
  return "decision " + std::to_string(position) + " (" + to_string(decision.verdict) + who + ")";
}

}  // namespace aligner::review
