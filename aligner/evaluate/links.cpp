#include "aligner/evaluate/links.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "aligner/evaluate/bead_index.h"

namespace aligner::evaluate {
namespace {

using align::Grade;

// Grades are declared from strong to weak. A gold link without one of its sides cannot be reached.
bool counts(const GoldLink& gold, Grade weakest) {
  return gold.grade <= weakest && !gold.link.source.empty() && !gold.link.target.empty();
}

BeadIndex index_of(const std::vector<GoldLink>& gold) {
  std::vector<IndexBead> beads;
  beads.reserve(gold.size());
  for (const GoldLink& link : gold) beads.push_back(normalised(link.link));
  return BeadIndex(beads);
}

}  // namespace

double average_precision(const std::vector<GoldLink>& gold, const std::vector<IndexBead>& ranked, Grade weakest) {
  const BeadIndex index = index_of(gold);
  std::vector<bool> reached(gold.size(), false);
  std::size_t rank = 0;
  std::size_t right = 0;
  double sum = 0;
  for (const IndexBead& link : ranked) {
    if (link.source.empty() || link.target.empty()) continue;
    const std::vector<std::size_t> overlapping = index.find_overlapping(normalised(link));
    std::optional<std::size_t> best;
    for (const std::size_t position : overlapping) {
      if (reached[position] || !counts(gold[position], weakest)) continue;
      if (!best || gold[position].grade < gold[*best].grade) best = position;
    }
    if (!best && !overlapping.empty()) continue;
    ++rank;
    if (!best) continue;
    reached[*best] = true;
    ++right;
    sum += static_cast<double>(right) / static_cast<double>(rank);
  }
  const auto expected =
      std::count_if(gold.begin(), gold.end(), [&](const GoldLink& link) { return counts(link, weakest); });
  return expected == 0 ? 0 : sum / static_cast<double>(expected);
}

double precision_at(std::size_t count, const std::vector<GoldLink>& gold, const std::vector<IndexBead>& ranked,
                    Grade weakest) {
  if (count == 0) return 0;
  const BeadIndex index = index_of(gold);
  std::size_t right = 0;
  for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i) {
    const std::vector<std::size_t> overlapping = index.find_overlapping(normalised(ranked[i]));
    right += std::any_of(overlapping.begin(), overlapping.end(),
                         [&](std::size_t position) { return counts(gold[position], weakest); });
  }
  return static_cast<double>(right) / static_cast<double>(count);
}

}  // namespace aligner::evaluate
