#pragma once
// Segmentation: a document cut into segments (sentences, headings, list items), byte for byte.
//
//   Segmentation cut = segment_document(document);
//   document.slice(cut.segments[0].span);  // the first sentence, without the white space around it
//
// Invariants
//   1. Spans are in document order and do not overlap; each lies inside the document on character boundaries.
//   2. What lies between and around them (the gaps) is white space only: gaps + segments = the document.
//        "A b.  C.\n" -> segments [0,4) [6,8), gaps [4,6) [8,9)
//   3. No segment is empty, except in segment_lines, where an empty line is an empty segment.
//   4. paragraph never decreases.

#include <cstddef>
#include <string>
#include <vector>

#include "aligner/text/document.h"
#include "aligner/text/span.h"

namespace aligner::segment {

enum class SegmentKind { sentence, heading, list_item };

struct Segment {
  text::Span span;  // bytes of the document
  SegmentKind kind = SegmentKind::sentence;
  std::size_t paragraph = 0;  // index of its paragraph, 0-based

  friend bool operator==(const Segment&, const Segment&) = default;
};

struct Segmentation {
  std::vector<Segment> segments;

  std::size_t size() const { return segments.size(); }

  friend bool operator==(const Segmentation&, const Segmentation&) = default;
};

}  // namespace aligner::segment
