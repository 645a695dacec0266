#include "aligner/text/places.h"

#include <algorithm>

namespace aligner::text {
namespace {

const char* word_of(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::page:
      return "page";
    case PlaceKind::paragraph:
      return "paragraph";
    case PlaceKind::note:
      return "note";
    case PlaceKind::cue:
      return "cue";
    case PlaceKind::line:
      return "line";
  }
  return "paragraph";
}

}  // namespace

std::string to_string(const Place& place) {
  return word_of(place.kind) + (" " + std::to_string(place.number)) + (place.time.empty() ? "" : " at " + place.time);
}

std::optional<Place> Places::find(std::size_t offset) const {
  const auto behind = std::upper_bound(spans.begin(), spans.end(), offset,
                                       [](std::size_t at, const PlacedSpan& one) { return at < one.span.begin; });
  if (behind == spans.begin() || offset >= (behind - 1)->span.end) return std::nullopt;
  return (behind - 1)->place;
}

}  // namespace aligner::text
