#pragma once
// AnchoredText: one side of a bitext as it comes to be aligned. A view: what it names must outlive it.
//
//   AnchoredText source{document, segmentation, anchors};

#include <span>

#include "aligner/anchors/anchor.h"
#include "aligner/score/segment_vectors.h"
#include "aligner/segment/segmentation.h"
#include "aligner/text/document.h"

namespace aligner::score {

struct AnchoredText {
  const text::Document& document;
  const segment::Segmentation& segmentation;
  std::span<const anchors::Anchor> anchors;  // of the document, by segment
  const SegmentVectors* vectors = nullptr;   // of the segments; nullptr: none. They count where both sides have them
};

}  // namespace aligner::score
