#include "aligner/report/place_label.h"

namespace aligner::report {

std::string place_label(const align::AlignedSide& side, text::Span span) {
  const auto place = side.places.find(span.begin);
  return place ? to_string(*place) : "";
}

std::string place_label(const align::AlignedSide& side, const std::vector<std::size_t>& segments) {
  return segments.empty() ? "" : place_label(side, side.segmentation.segments[segments.front()].span);
}

std::string place_labels(const align::AlignedTexts& texts, const align::Bead& bead) {
  if (texts.source.places.empty() && texts.target.places.empty()) return "";
  const std::string source = place_label(texts.source, bead.source);
  const std::string target = place_label(texts.target, bead.target);
  if (source.empty()) return target;
  return target.empty() ? source : source + " : " + target;
}

}  // namespace aligner::report
