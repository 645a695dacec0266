// Links of comparable texts are free of order, so accepting one touches only the links that cut the same pair
// differently. Linear in the links, as long as no segment stands in very many accepted ones.

#include <algorithm>
#include <cstddef>
#include <utility>

#include "aligner/review/apply.h"

namespace aligner::review {
namespace {

bool share_segment(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() && j != b.end()) {
    if (*i == *j) return true;
    *i < *j ? ++i : ++j;
  }
  return false;
}

// Finds accepted links by the source segments they name.
class AcceptedLinks {
 public:
  AcceptedLinks(std::size_t source_count, const std::vector<align::Bead>& accepted)
      : accepted_(accepted), by_source_(source_count) {
    for (std::size_t i = 0; i < accepted.size(); ++i) {
      for (const std::size_t segment : accepted[i].source) by_source_[segment].push_back(i);
    }
  }

  bool is_other_cut(const align::Bead& link) const {
    return std::any_of(link.source.begin(), link.source.end(), [&](std::size_t segment) {
      return std::any_of(by_source_[segment].begin(), by_source_[segment].end(),
                         [&](std::size_t i) { return share_segment(link.target, accepted_[i].target); });
    });
  }

 private:
  const std::vector<align::Bead>& accepted_;  // not owned; outlived by the caller's
  std::vector<std::vector<std::size_t>> by_source_;
};

std::vector<align::Bead> accepted_in_order(const std::vector<Decision>& decisions, const StandingDecisions& standing) {
  std::vector<std::size_t> positions;
  for (const auto& [groups, position] : standing.accepted) positions.push_back(position);
  std::sort(positions.begin(), positions.end());
  std::vector<align::Bead> beads;
  for (const std::size_t position : positions) {
    beads.push_back({.source = decisions[position].source, .target = decisions[position].target, .confidence = 1});
  }
  return beads;
}

}  // namespace

std::vector<align::Bead> apply_to_links(const align::Alignment& machine, const std::vector<Decision>& decisions,
                                        const StandingDecisions& standing) {
  std::vector<align::Bead> result = accepted_in_order(decisions, standing);
  std::map<Groups, std::size_t> places;
  for (std::size_t i = 0; i < result.size(); ++i) places[groups_of(result[i])] = i;

  std::vector<align::Bead> others;
  const AcceptedLinks accepted(machine.source_count, result);
  for (const align::Bead& link : machine.beads) {
    if (standing.is_rejected(link)) continue;
    const auto place = places.find(groups_of(link));
    if (place != places.end()) {
      result[place->second] = link;
      result[place->second].confidence = 1;
      places.erase(place);  // the first, best one counts
    } else if (!accepted.is_other_cut(link)) {
      others.push_back(link);
    }
  }
  std::move(others.begin(), others.end(), std::back_inserter(result));
  return result;
}

}  // namespace aligner::review
