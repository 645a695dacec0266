#include "aligner/report/joined_anchors.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <vector>

#include "aligner/report/pair_texts.h"

namespace aligner::report {
namespace {

using score::EvidenceKind;

bool is_anchor(EvidenceKind kind) {
  return kind == EvidenceKind::date || kind == EvidenceKind::number || kind == EvidenceKind::name ||
         kind == EvidenceKind::term;
}

// The marks of one side while they are given out.
class Marks {
 public:
  Marks(const align::AlignedSide& side, const std::vector<std::size_t>& group) : side_(side) {
    for (const std::size_t index : group) segments_.push_back(side.segmentation.segments[index].span);
    std::sort(segments_.begin(), segments_.end());
  }

  /// The mark on exactly this span; 0 where there is none.
  int find(text::Span span) const {
    const auto place = marks_.find(span.begin);
    return place != marks_.end() && place->second.span == span ? place->second.join : 0;
  }

  /// True when the span lies in one segment of the bead and no mark touches it.
  bool is_free(text::Span span) const {
    if (!is_citable(side_, span) || !lies_in_a_segment(span)) return false;
    const auto after = marks_.lower_bound(span.begin);
    if (after != marks_.end() && after->second.span.overlaps(span)) return false;
    return after == marks_.begin() || !std::prev(after)->second.span.overlaps(span);
  }

  void add(text::Span span, int join, bool conflicts) { marks_[span.begin] = {span, join, conflicts}; }

  std::vector<JoinedAnchor> in_order() const {
    std::vector<JoinedAnchor> anchors;
    for (const auto& [begin, anchor] : marks_) anchors.push_back(anchor);
    return anchors;
  }

 private:
  bool lies_in_a_segment(text::Span span) const {
    const auto after = std::upper_bound(segments_.begin(), segments_.end(), span.begin,
                                        [](std::size_t begin, text::Span segment) { return begin < segment.begin; });
    return after != segments_.begin() && std::prev(after)->contains(span);
  }

  const align::AlignedSide& side_;
  std::vector<text::Span> segments_;
  std::map<std::size_t, JoinedAnchor> marks_;  // by first byte
};

}  // namespace

JoinedAnchors join_anchors(const align::AlignedTexts& texts, const align::Bead& bead) {
  Marks source(texts.source, bead.source);
  Marks target(texts.target, bead.target);
  int joins = 0;
  for (const score::Evidence& evidence : bead.evidence) {
    if (!is_anchor(evidence.kind)) continue;
    const bool conflicts = score::is_conflict(evidence);
    const int source_join = source.find(evidence.source);
    const int target_join = target.find(evidence.target);
    const bool source_is_free = source_join == 0 && source.is_free(evidence.source);
    const bool target_is_free = target_join == 0 && target.is_free(evidence.target);
    if (source_join != 0 && target_is_free) target.add(evidence.target, source_join, conflicts);
    if (target_join != 0 && source_is_free) source.add(evidence.source, target_join, conflicts);
    if (source_is_free && target_is_free && joins < most_joins) {
      ++joins;
      source.add(evidence.source, joins, conflicts);
      target.add(evidence.target, joins, conflicts);
    }
  }
  return {source.in_order(), target.in_order()};
}

}  // namespace aligner::report
