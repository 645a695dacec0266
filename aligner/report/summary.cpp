#include "aligner/report/summary.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "aligner/report/columns.h"
#include "aligner/report/pair_texts.h"

namespace aligner::report {
namespace {

Coverage cover(const align::AlignedSide& side, const std::vector<bool>& linked) {
  Coverage coverage;
  coverage.segments = linked.size();
  for (std::size_t i = 0; i < linked.size(); ++i) {
    const std::size_t characters = count_clusters(side.document.slice(side.segmentation.segments[i].span));
    coverage.characters += characters;
    if (!linked[i]) continue;
    ++coverage.linked_segments;
    coverage.linked_characters += characters;
  }
  return coverage;
}

std::vector<ShapeCount> count_shapes(const std::vector<align::Bead>& beads) {
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> counts;
  for (const align::Bead& bead : beads) ++counts[{bead.source.size(), bead.target.size()}];
  std::vector<ShapeCount> shapes;
  for (const auto& [shape, count] : counts) shapes.push_back({shape.first, shape.second, count});
  std::stable_sort(shapes.begin(), shapes.end(),
                   [](const ShapeCount& a, const ShapeCount& b) { return a.beads > b.beads; });
  return shapes;
}

// The pair in order, neither moved nor a gap, that comes last before a target segment.
class PairsByTarget {
 public:
  explicit PairsByTarget(const std::vector<align::Bead>& beads) {
    for (const align::Bead& bead : beads) {
      if (is_pair(bead) && !bead.moved) pairs_.push_back(&bead);
    }
  }

  std::size_t count_before(std::size_t target) const {
    const auto place = std::partition_point(pairs_.begin(), pairs_.end(),
                                            [&](const align::Bead* pair) { return pair->target.front() < target; });
    return static_cast<std::size_t>(place - pairs_.begin());
  }

  std::optional<std::size_t> source_before(std::size_t target) const {
    const std::size_t count = count_before(target);
    if (count == 0) return std::nullopt;
    return pairs_[count - 1]->source.back();
  }

 private:
  std::vector<const align::Bead*> pairs_;  // rising on both sides
};

std::vector<MovedPart> find_moved(const std::vector<align::Bead>& beads) {
  const PairsByTarget pairs(beads);
  std::vector<MovedPart> parts;
  bool is_open = false;  // the last part may go on
  for (const align::Bead& bead : beads) {
    if (!bead.moved) {
      is_open = is_open && !is_pair(bead);
      continue;
    }
    const std::size_t first = bead.target.front();
    const bool goes_on = is_open && first > parts.back().target.last &&
                         pairs.count_before(first) == pairs.count_before(parts.back().target.last);
    if (!goes_on) {
      parts.push_back({{bead.source.front(), 0}, {first, 0}, pairs.source_before(first)});
    }
    parts.back().source.last = bead.source.back();
    parts.back().target.last = bead.target.back();
    is_open = true;
  }
  return parts;
}

}  // namespace

Summary summarise(const align::AlignedTexts& texts) {
  check_texts(texts);
  Summary summary;
  summary.shapes = count_shapes(texts.alignment.beads);
  std::vector<bool> source_linked(texts.source.segmentation.size(), false);
  std::vector<bool> target_linked(texts.target.segmentation.size(), false);
  for (const align::Bead& bead : texts.alignment.beads) {
    if (!is_pair(bead)) continue;
    ++summary.pairs;
    summary.mean_confidence += bead.confidence;
    if (bead.confidence < 0.5) ++summary.below_half;
    if (bead.grade) ++summary.grades[static_cast<std::size_t>(*bead.grade)];
    for (const std::size_t index : bead.source) source_linked[index] = true;
    for (const std::size_t index : bead.target) target_linked[index] = true;
  }
  if (summary.pairs > 0) summary.mean_confidence /= static_cast<double>(summary.pairs);
  summary.moved = find_moved(texts.alignment.beads);
  summary.source = cover(texts.source, source_linked);
  summary.target = cover(texts.target, target_linked);
  return summary;
}

}  // namespace aligner::report
