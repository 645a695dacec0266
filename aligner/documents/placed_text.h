#pragma once
// Private: a text that is put together from a file, paragraph by paragraph, and remembers where each came from.
//
//   PlacedText text;
//   text.add_paragraph("Ngày 16 tháng 5.", {PlaceKind::page, 1, ""});
//   text.continue_paragraph("Hôm sau ...", {PlaceKind::page, 2, ""});  // same line, behind a space

#include <string>
#include <string_view>
#include <vector>

#include "aligner/text/places.h"

namespace aligner::documents {

struct PlacedText {
  std::string text;  // paragraphs, with a blank line between two
  text::Places places;
  std::vector<std::string> notes;  // what was left out, one sentence each, without the document's name

  /// Blank ones are left out.
  void add_paragraph(std::string_view paragraph, const text::Place& place);
  /// Goes on in the last paragraph; `separator` is what stands between.
  void continue_paragraph(std::string_view words, const text::Place& place, std::string_view separator = " ");
};

/// Words on one line: white space and control characters become single spaces, soft hyphens and byte order marks go,
/// and so does white space around it. No-break spaces stay. `utf8` is valid.
std::string one_line(std::string_view utf8);

/// The same for each line of it; blank lines stay, one between two paragraphs.
std::string clean_lines(std::string_view utf8);

}  // namespace aligner::documents
