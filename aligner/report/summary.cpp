#include "aligner/report/summary.h"

#include <algorithm>
#include <cstddef>
#include <map>
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
  summary.source = cover(texts.source, source_linked);
  summary.target = cover(texts.target, target_linked);
  return summary;
}

}  // namespace aligner::report
