#pragma once
// Private: documents that pandoc reads: DOCX, ODT, HTML, EPUB.
//
//   PlacedText text = read_pandoc(bytes, {.format = "docx", .document = "account.docx"});
//   text.places.find(0);  // paragraph 1
//
// A heading, a paragraph, an item of a list and a cell of a table are a paragraph each; items have the mark or number
// that readers see. Marks of notes are kept out ("1858¹" is not 18581), and the notes follow at the end. A raised
// number that marks no note becomes superior figures, so that km² stays what it is. Emphasis, links and pictures leave
// their words.

#include <string>
#include <string_view>

#include "aligner/documents/placed_text.h"
#include "aligner/documents/reading_limits.h"

namespace aligner::documents {

struct PandocRun {
  std::string format;    // as pandoc calls it
  std::string document;  // for messages
  ReadingLimits limits = {};
};

/// Throws Error as run_child does, and where the document is nested too deeply.
PlacedText read_pandoc(std::string_view bytes, const PandocRun& run);

enum class Title {
  in_text,  // of word processors: the title is a paragraph of the document
  aside     // of pages and books: it names them, and the text has one of its own
};

/// The text of the tree that pandoc made of a document, as JSON.
PlacedText text_of_pandoc(std::string_view json, Title title, const std::string& document);

}  // namespace aligner::documents
