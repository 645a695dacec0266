#pragma once
// Private: what stands where on the pages of a PDF.
//
//   std::vector<PdfPage> pages = parse_pdf_pages(xhtml, "book.pdf");  // of pdftotext -bbox-layout
//   pages[2].lines[0].text;                                           // in reading order

#include <string>
#include <string_view>
#include <vector>

namespace aligner::documents {

struct PdfLine {
  std::string text;  // small raised numbers as superior figures
  double left = 0;   // points, from the page's left edge
  double right = 0;
  double top = 0;  // points, from the page's upper edge
  double bottom = 0;
  double first_width = 0;  // of the first word

  double height() const { return bottom - top; }
};

struct PdfPage {
  double height = 0;  // points
  std::vector<PdfLine> lines;
};

/// Throws Error naming `document` where a page cannot be parsed.
std::vector<PdfPage> parse_pdf_pages(std::string_view xhtml, const std::string& document);

/// Takes out what repeats at the upper and lower edges of pages: running heads, page numbers.
void drop_running_heads(std::vector<PdfPage>& pages);

}  // namespace aligner::documents
