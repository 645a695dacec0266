#pragma once
// Private: the text of a PDF, by pdftotext.
//
//   PlacedText text = read_pdf(bytes, "book.pdf", {});
//   text.places.find(0);  // page 1
//
// Running heads and page numbers are dropped, lines are joined to paragraphs by how they stand (indents, gaps, short
// lines, sizes), also over pages, and words divided at line ends are whole again. Footnotes follow at the end.

#include <string>
#include <string_view>
#include <vector>

#include "aligner/documents/pdf_pages.h"
#include "aligner/documents/placed_text.h"
#include "aligner/documents/reading_limits.h"

namespace aligner::documents {

/// Throws Error as run_child does, and where there is no text on the pages.
PlacedText read_pdf(std::string_view bytes, const std::string& document, const ReadingLimits& limits);

/// The text of pages without heads.
PlacedText text_of_pages(const std::vector<PdfPage>& pages);

}  // namespace aligner::documents
