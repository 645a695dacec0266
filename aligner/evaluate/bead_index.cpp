#include "aligner/evaluate/bead_index.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

namespace aligner::evaluate {
namespace {

using Indexes = std::vector<std::size_t>;

bool comes_before(const IndexBead& a, const IndexBead& b) {
  return std::tie(a.source, a.target) < std::tie(b.source, b.target);
}

void sort_once(Indexes& indexes) {
  std::sort(indexes.begin(), indexes.end());
  indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
}

// Looks the shorter list up in the longer one, so that a huge group costs no more than a small one beside it.
bool share_an_index(const Indexes& a, const Indexes& b) {
  const Indexes& shorter = a.size() < b.size() ? a : b;
  const Indexes& longer = a.size() < b.size() ? b : a;
  return std::any_of(shorter.begin(), shorter.end(),
                     [&](std::size_t index) { return std::binary_search(longer.begin(), longer.end(), index); });
}

}  // namespace

IndexBead normalised(IndexBead bead) {
  sort_once(bead.source);
  sort_once(bead.target);
  return bead;
}

std::vector<IndexBead> counted_beads(const std::vector<IndexBead>& beads) {
  std::vector<IndexBead> counted;
  for (const IndexBead& bead : beads) {
    if (!bead.source.empty() && !bead.target.empty()) counted.push_back(normalised(bead));
  }
  std::sort(counted.begin(), counted.end(), comes_before);
  counted.erase(std::unique(counted.begin(), counted.end()), counted.end());
  return counted;
}

BeadIndex::BeadIndex(std::vector<IndexBead> beads) : beads_(std::move(beads)), sorted_(beads_.size()) {
  std::iota(sorted_.begin(), sorted_.end(), std::size_t{0});
  std::sort(sorted_.begin(), sorted_.end(),
            [this](std::size_t a, std::size_t b) { return comes_before(beads_[a], beads_[b]); });
  for (std::size_t position = 0; position < beads_.size(); ++position) {
    for (const std::size_t index : beads_[position].source) by_source_[index].push_back(position);
    for (const std::size_t index : beads_[position].target) by_target_[index].push_back(position);
  }
}

bool BeadIndex::contains(const IndexBead& normalised_bead) const {
  const auto place = std::lower_bound(
      sorted_.begin(), sorted_.end(), normalised_bead,
      [this](std::size_t position, const IndexBead& wanted) { return comes_before(beads_[position], wanted); });
  return place != sorted_.end() && beads_[*place] == normalised_bead;
}

// A segment that stands in very many beads (a hub) is seldom one of a pair of hubs: going by the side with fewer
// candidates keeps the work near the number of real overlaps. Every candidate is looked at once.
template <typename Visit>
void BeadIndex::visit_overlapping(const IndexBead& bead, Visit visit) const {
  const std::size_t source_count = count_candidates(by_source_, bead.source);
  const bool by_source = source_count <= count_candidates(by_target_, bead.target);
  const Indexes candidates =
      by_source ? find_candidates(by_source_, bead.source) : find_candidates(by_target_, bead.target);
  for (const std::size_t position : candidates) {
    const IndexBead& other = beads_[position];
    const bool other_side_too =
        by_source ? share_an_index(other.target, bead.target) : share_an_index(other.source, bead.source);
    if (other_side_too && !visit(position)) return;
  }
}

std::size_t BeadIndex::count_candidates(const Places& places, const std::vector<std::size_t>& group) {
  std::size_t count = 0;
  for (const std::size_t index : group) {
    const auto place = places.find(index);
    if (place != places.end()) count += place->second.size();
  }
  return count;
}

std::vector<std::size_t> BeadIndex::find_candidates(const Places& places, const std::vector<std::size_t>& group) {
  Indexes positions;
  for (const std::size_t index : group) {
    const auto place = places.find(index);
    if (place == places.end()) continue;
    positions.insert(positions.end(), place->second.begin(), place->second.end());
  }
  sort_once(positions);
  return positions;
}

bool BeadIndex::overlaps(const IndexBead& normalised_bead) const {
  bool found = false;
  visit_overlapping(normalised_bead, [&](std::size_t) {
    found = true;
    return false;
  });
  return found;
}

std::vector<std::size_t> BeadIndex::find_overlapping(const IndexBead& normalised_bead) const {
  std::vector<std::size_t> positions;
  visit_overlapping(normalised_bead, [&](std::size_t position) {
    positions.push_back(position);
    return true;
  });
  return positions;
}

}  // namespace aligner::evaluate
