#include "aligner/align/joined_text.h"

#include <string>
#include <utility>

#include "aligner/score/link_anchors.h"

namespace aligner::align {
namespace {

constexpr const char* parting = "\n\n";

}  // namespace

JoinedText::JoinedText(std::span<const score::AnchoredText> documents, std::span<const std::size_t> order,
                       const score::Knowledge& knowledge)
    : places_(documents.size()) {
  std::string bytes;
  std::size_t paragraph = 0;
  for (const std::size_t k : order) {
    const score::AnchoredText& text = documents[k];
    const Place place{segmentation_.size(), text.segmentation.size(), bytes.size()};
    places_[k] = place;
    bytes += text.document.bytes();
    for (segment::Segment segment : text.segmentation.segments) {
      segment.span = {segment.span.begin + place.byte, segment.span.end + place.byte};
      segment.paragraph += paragraph;
      segmentation_.segments.push_back(segment);
    }
    for (anchors::Anchor anchor : score::anchors_for_links(text, knowledge.terms)) {
      anchor.segment += place.segment;
      anchor.span = {anchor.span.begin + place.byte, anchor.span.end + place.byte};
      anchors_.push_back(std::move(anchor));
    }
    document_of_.resize(segmentation_.size(), static_cast<std::uint32_t>(k));
    paragraph = segmentation_.segments.empty() ? 0 : segmentation_.segments.back().paragraph + 1;
    segmentation_.segments.push_back({{bytes.size(), bytes.size()}, segment::SegmentKind::sentence, paragraph++});
    document_of_.push_back(score::DocumentPlaces::between);
    bytes += parting;
  }
  const text::LanguageTag language = order.empty() ? text::LanguageTag{} : documents[order[0]].document.language();
  document_ = text::Document::from_utf8(std::move(bytes), language, "the collection");
}

}  // namespace aligner::align
