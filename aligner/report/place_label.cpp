#include "aligner/report/place_label.h"

namespace aligner::report {
namespace {

// In English as to_string says it, which is what JSON has in every language.
std::string name_of(const messages::Speaker& speaker, const text::Place& place) {
  const std::string number = std::to_string(place.number);
  switch (place.kind) {
    case text::PlaceKind::page:
      return speaker.tell_as("place", "page {}", number);
    case text::PlaceKind::paragraph:
      return speaker.tell_as("place", "paragraph {}", number);
    case text::PlaceKind::note:
      return speaker.tell_as("place", "note {}", number);
    case text::PlaceKind::cue:
      return speaker.tell_as("place", "cue {} at {}", number, place.time);
    case text::PlaceKind::line:
      return speaker.tell_as("place", "line {}", number);
  }
  return to_string(place);
}

}  // namespace

std::string place_label(const align::AlignedSide& side, text::Span span, const messages::Speaker& speaker) {
  const auto place = side.places.find(span.begin);
  return place ? name_of(speaker, *place) : "";
}

std::string place_label(const align::AlignedSide& side, const std::vector<std::size_t>& segments,
                        const messages::Speaker& speaker) {
  return segments.empty() ? "" : place_label(side, side.segmentation.segments[segments.front()].span, speaker);
}

std::string place_labels(const align::AlignedTexts& texts, const align::Bead& bead, const messages::Speaker& speaker) {
  if (texts.source.places.empty() && texts.target.places.empty()) return "";
  const std::string source = place_label(texts.source, bead.source, speaker);
  const std::string target = place_label(texts.target, bead.target, speaker);
  if (source.empty()) return target;
  return target.empty() ? source : source + " : " + target;
}

}  // namespace aligner::report
