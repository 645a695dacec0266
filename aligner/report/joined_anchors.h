#pragma once
// Private: which stretches of a pair's two texts are marked as belonging together.
//
//   JoinedAnchors joined = join_anchors(texts, bead);
//   joined.source[0].join == joined.target[2].join;  // the same letter or colour
//
// Dates, numbers, names and terms are joined, words are not: they would colour everything.

#include <vector>

#include "aligner/align/aligned_texts.h"

namespace aligner::report {

inline constexpr int most_joins = 26;  // letters a to z; the strongest evidence gets them

struct JoinedAnchor {
  text::Span span;         // bytes of its side's document, inside one segment of the bead
  int join = 1;            // 1 to most_joins: the same on both sides
  bool conflicts = false;  // joined because they contradict each other
};

struct JoinedAnchors {
  std::vector<JoinedAnchor> source;  // by position, not overlapping
  std::vector<JoinedAnchor> target;
};

/// Evidence in the order of the bead: where two stretches overlap, the earlier evidence keeps its mark. One stretch
/// that several pieces of evidence name gets one mark, and so do its partners.
JoinedAnchors join_anchors(const align::AlignedTexts& texts, const align::Bead& bead);

}  // namespace aligner::report
