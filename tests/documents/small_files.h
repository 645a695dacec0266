#pragma once
// Small documents, made here byte by byte.
//
//   std::string pdf = make_pdf({{{72, 700, 12, "On May 28, 1858"}}});  // one page, one line
//   std::string zip = make_zip({{"word/document.xml", "<w:document/>"}});

#include <cstddef>
#include <string>
#include <vector>

namespace documents_tests {

/// Words of ASCII in Helvetica.
struct PdfText {
  double left = 72;   // points from the page's left edge
  double height = 0;  // points from its lower edge
  double size = 12;
  std::string words;
};

/// Pages of 612 by 792 points.
std::string make_pdf(const std::vector<std::vector<PdfText>>& pages);

/// Lines below each other from `top` on, 14 points apart.
std::vector<PdfText> lines_of_page(const std::vector<std::string>& lines, double top = 700);

struct ZipFile {
  std::string name;
  std::string bytes;
  std::size_t repeats = 0;  // of the letter "a", squeezed, behind the bytes; then `ending`
  std::string ending;
  std::size_t size_said = 0;  // 0: the true one
};

/// An archive; members with repeats are deflated, the others stored.
std::string make_zip(const std::vector<ZipFile>& files);

/// A DOCX whose document is `body`, paragraphs of WordprocessingML.
std::string make_docx(const std::string& body);

/// Whether a program is there to be run.
bool has_program(const std::string& name);

}  // namespace documents_tests
