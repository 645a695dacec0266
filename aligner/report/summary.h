#pragma once
// Summary: an alignment in a few numbers, the same in every kind of report.
//
//   Summary summary = summarise(texts);
//   summary.source.linked_segments;  // how much of the source has a counterpart
//   summary.mean_confidence;         // over pairs, 0 to 1
//
// A pair is a bead with both sides present. Characters are grapheme clusters (UAX #29), what people count.

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "aligner/align/aligned_texts.h"

namespace aligner::report {

/// How many beads have this many source and target segments.
struct ShapeCount {
  std::size_t source = 0;
  std::size_t target = 0;
  std::size_t beads = 0;

  friend bool operator==(const ShapeCount&, const ShapeCount&) = default;
};

/// How much of one side stands in pairs.
struct Coverage {
  std::size_t linked_segments = 0;
  std::size_t segments = 0;
  std::size_t linked_characters = 0;
  std::size_t characters = 0;  // of all segments; the white space between them is not counted

  std::size_t unlinked_segments() const { return segments - linked_segments; }

  friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// Segments, first and last.
struct SegmentRange {
  std::size_t first = 0;
  std::size_t last = 0;

  friend bool operator==(const SegmentRange&, const SegmentRange&) = default;
};

/// A run of moved beads that stand together in both texts.
struct MovedPart {
  SegmentRange source;
  SegmentRange target;
  std::optional<std::size_t>
      follows;  // the source segment whose counterpart comes before it in the target; none: first

  friend bool operator==(const MovedPart&, const MovedPart&) = default;
};

struct Summary {
  std::size_t pairs = 0;
  std::vector<ShapeCount> shapes;       // of all beads: most frequent first, then by source and target size
  std::array<std::size_t, 4> grades{};  // pairs of each align::Grade, in its order
  Coverage source;
  Coverage target;
  double mean_confidence = 0;    // over pairs; 0 where there are none
  std::size_t below_half = 0;    // pairs with a confidence under 50 %
  std::vector<MovedPart> moved;  // by source

  friend bool operator==(const Summary&, const Summary&) = default;
};

/// Linear in the size of the texts. Throws Error when the alignment names a segment that the segmentation does not
/// have, or a segment lies outside its document.
Summary summarise(const align::AlignedTexts& texts);

}  // namespace aligner::report
