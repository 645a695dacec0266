#pragma once
// Places: where the bytes of a text stand in the file it was taken from. Plain text has none: its lines are its places.
//
//   Places places{{{{0, 12}, {PlaceKind::page, 3, ""}}}};
//   places.find(5);                     // page 3
//   to_string(*places.find(5));         // "page 3"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "aligner/text/span.h"

namespace aligner::text {

enum class PlaceKind {
  page,       // of a PDF
  paragraph,  // counted over headings, list items and cells of tables
  note,       // a footnote or endnote
  cue,        // of subtitles
  line        // where an entry of a message catalogue begins
};

/// A place in a file, as its readers name it. All numbers are 1-based.
struct Place {
  PlaceKind kind = PlaceKind::paragraph;
  std::size_t number = 0;
  std::string time;  // of a cue: when it begins, "00:01:05"; else empty

  friend bool operator==(const Place&, const Place&) = default;
};

/// "page 3", "paragraph 12", "note 4", "cue 17 at 00:01:05", "line 120".
std::string to_string(const Place& place);

struct PlacedSpan {
  Span span;  // bytes of the text
  Place place;

  friend bool operator==(const PlacedSpan&, const PlacedSpan&) = default;
};

struct Places {
  std::vector<PlacedSpan> spans;  // in the text's order, not overlapping

  bool empty() const { return spans.empty(); }

  /// The place of the byte at `offset`; nothing where none is known.
  std::optional<Place> find(std::size_t offset) const;

  friend bool operator==(const Places&, const Places&) = default;
};

}  // namespace aligner::text
