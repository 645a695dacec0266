#pragma once
// JoinedText: many documents of one side behind each other, as one text. Private to this room.
//
//   const JoinedText joined(documents, {3, 0, 7}, knowledge);
//   joined.view();                       // for the models, which know pairs of texts
//   joined.document_of()[120];           // 7: segment 120 stands in document 7 ...
//   120 - joined.place_of(7).segment;    // ... as its segment 14
//
// Between two documents stands an empty segment, so that none is the neighbour of a segment of another.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aligner/score/anchored_text.h"
#include "aligner/score/document_model.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::align {

class JoinedText {
 public:
  /// Joins documents[k] for k of `order`. Where terms are known, the mentions that segments of a document inherit from
  /// others of it (score/discourse.h) are among the anchors.
  JoinedText(std::span<const score::AnchoredText> documents, std::span<const std::size_t> order,
             const score::Knowledge& knowledge);

  /// Holds as long as this.
  score::AnchoredText view() const { return {document_, segmentation_, anchors_}; }

  /// By segment, DocumentPlaces::between for those that part documents.
  const std::vector<std::uint32_t>& document_of() const { return document_of_; }

  /// Where a document begins.
  struct Place {
    std::size_t segment = 0;
    std::size_t segment_count = 0;
    std::size_t byte = 0;
  };
  const Place& place_of(std::size_t document) const { return places_[document]; }

 private:
  text::Document document_;
  segment::Segmentation segmentation_;
  std::vector<anchors::Anchor> anchors_;
  std::vector<std::uint32_t> document_of_;
  std::vector<Place> places_;  // by document; of those that are not joined, nothing
};

}  // namespace aligner::align
