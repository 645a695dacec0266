#include "aligner/documents/read_pdf.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "aligner/documents/child_program.h"
#include "aligner/documents/hyphens.h"
#include "aligner/documents/letters.h"
#include "aligner/documents/superior_figures.h"
#include "aligner/error.h"

namespace aligner::documents {
namespace {

// All in heights of a line.
constexpr double indent = 0.8;
constexpr double size_change = 0.12;
constexpr double widest_pitch = 3;        // further apart, two lines say nothing about the distance of lines
constexpr double wider_pitch = 1.25;      // times the usual distance
constexpr double usual_pitch = 1.2;       // where no two lines tell
constexpr double short_share = 0.8;       // of the longest line: what is shorter ends a paragraph
constexpr double full_share = 0.9;        // of it: what is longer may go on on the next page
constexpr double note_share = 0.93;       // of the text's height: footnotes are smaller
constexpr std::size_t most_lines = 2000;  // of a page, where each is compared with each

bool is_same_size(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.height() - b.height()) <= size_change * std::max(a.height(), b.height());
}

double median(std::vector<double> values, double otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// From one line to the next, in heights of a line.
double pitch(const PdfLine& before, const PdfLine& line) {
  return (line.top - before.top) / std::max(line.height(), 1.0);
}

// The distance of most lines.
double find_pitch(const std::vector<PdfPage>& pages) {
  std::vector<double> pitches;
  for (const PdfPage& page : pages) {
    for (std::size_t k = 1; k < page.lines.size(); ++k) {
      const double one = pitch(page.lines[k - 1], page.lines[k]);
      if (one > 0.5 && one < widest_pitch && is_same_size(page.lines[k - 1], page.lines[k])) pitches.push_back(one);
    }
  }
  return median(std::move(pitches), usual_pitch);
}

// The height that most of the text has.
double find_height(const std::vector<PdfPage>& pages) {
  std::vector<double> heights;
  for (const PdfPage& page : pages) {
    for (const PdfLine& line : page.lines) heights.push_back(line.height());
  }
  return median(std::move(heights), 10);
}

// Where the footnotes of a page begin: small lines at its end, the first of which has a mark. Lines where there are
// none.
std::size_t find_notes(const PdfPage& page, double height) {
  std::size_t first = page.lines.size();
  while (first > 0 && page.lines[first - 1].height() < note_share * height) --first;
  for (; first < page.lines.size(); ++first) {
    const std::string& text = page.lines[first].text;
    if (is_note_mark(text.substr(0, text.find(' ')))) return first;
    for (const char* mark : {"¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}) {
      if (text.starts_with(mark)) return first;
    }
  }
  return page.lines.size();
}

bool begins_item(const std::string& text) {
  for (const char* bullet : {"• ", "▪ ", "◦ ", "‣ ", "● ", "– "}) {
    if (text.starts_with(bullet)) return true;
  }
  return false;
}

// The left edge of the column that a line stands in.
double column_edge(const PdfPage& page, const PdfLine& line) {
  double edge = line.left;
  if (page.lines.size() > most_lines) return edge;
  for (const PdfLine& other : page.lines) {
    const bool is_above_or_below = other.left < line.right && other.right > line.left;
    if (is_above_or_below && is_same_size(other, line)) edge = std::min(edge, other.left);
  }
  return edge;
}

// Joins lines to paragraphs.
class ParagraphJoiner {
 public:
  ParagraphJoiner(const HyphenJoiner& hyphens, double pitch_of_most) : hyphens_(hyphens), pitch_(pitch_of_most) {}

  void add(const PdfPage& page, const PdfLine& line, std::size_t page_number) {
    const bool is_next_page = page_number != page_;
    const bool goes_on = before_ != nullptr &&
                         (is_next_page || line.top < before_->top - line.height() / 2 ? goes_on_elsewhere(page, line)
                                                                                      : goes_on_below(page, line));
    const text::Place place{text::PlaceKind::page, page_number, ""};
    if (goes_on) {
      append(line, place);
      ++line_count_;
      widest_ = std::max(widest_, line.right);
    } else {
      text_.add_paragraph(line.text, place);
      line_count_ = 1;
      widest_ = line.right;
    }
    page_ = page_number;
    before_ = &line;
  }

  PlacedText take() { return std::move(text_); }

 private:
  bool is_indented(const PdfPage& page, const PdfLine& line) const {
    return line.left - column_edge(page, line) > indent * line.height();
  }

  // On the next line.
  bool goes_on_below(const PdfPage& page, const PdfLine& line) const {
    if (!is_same_size(*before_, line) || begins_item(line.text)) return false;
    if (pitch(*before_, line) > wider_pitch * pitch_) return false;
    const bool is_stopped = ends_sentence(before_->text);
    const double width = std::max(widest_, line.right) - std::min(before_->left, line.left);
    const bool is_short = before_->right - std::min(before_->left, line.left) < short_share * width;
    if (is_short && (is_stopped || !begins_small(line.text))) return false;
    const bool is_further_in = line.left - before_->left > indent * line.height();
    if (is_further_in && is_stopped) return false;
    return !(is_stopped && is_indented(page, line) && line_count_ == 1 && is_aligned(line));
  }

  // Two lines of the same indent, each of which may be a paragraph.
  bool is_aligned(const PdfLine& line) const { return std::abs(line.left - before_->left) < indent * line.height(); }

  // At the top of the next column or page.
  bool goes_on_elsewhere(const PdfPage& page, const PdfLine& line) const {
    if (!is_same_size(*before_, line) || begins_item(line.text) || ends_sentence(before_->text)) return false;
    if (begins_small(line.text) || final_hyphen_size(before_->text) > 0) return true;
    const bool is_full = before_->right - before_->left >= full_share * (widest_ - before_->left);
    return line_count_ > 1 && is_full && !is_indented(page, line);
  }

  void append(const PdfLine& line, const text::Place& place) {
    const LineJoin join = hyphens_.join(before_->text, line.text);
    if (join == LineJoin::drop_hyphen) {
      const std::size_t size = final_hyphen_size(text_.text);
      text_.text.resize(text_.text.size() - size);
      text_.places.spans.back().span.end -= size;
    }
    text_.continue_paragraph(line.text, place, join == LineJoin::space ? " " : "");
  }

  const HyphenJoiner& hyphens_;
  double pitch_;
  PlacedText text_;
  const PdfLine* before_ = nullptr;
  std::size_t page_ = 0;
  std::size_t line_count_ = 0;  // of the last paragraph
  double widest_ = 0;           // right edge of its longest line
};

// Neighbours of one place become one.
void join_places(text::Places& places) {
  std::vector<text::PlacedSpan> joined;
  for (text::PlacedSpan& one : places.spans) {
    if (!joined.empty() && joined.back().place == one.place) {
      joined.back().span.end = one.span.end;
    } else {
      joined.push_back(std::move(one));
    }
  }
  places.spans = std::move(joined);
}

void append_all(PlacedText& text, const PlacedText& notes) {
  if (notes.text.empty()) return;
  text.text += text.text.empty() ? "" : "\n\n";
  const std::size_t begin = text.text.size();
  text.text += notes.text;
  for (text::PlacedSpan one : notes.places.spans) {
    one.span = {one.span.begin + begin, one.span.end + begin};
    text.places.spans.push_back(std::move(one));
  }
}

}  // namespace

PlacedText text_of_pages(const std::vector<PdfPage>& pages) {
  HyphenJoiner hyphens;
  for (const PdfPage& page : pages) {
    for (const PdfLine& line : page.lines) hyphens.learn(line.text);
  }
  const double height = find_height(pages);
  const double pitch_of_most = find_pitch(pages);
  ParagraphJoiner body(hyphens, pitch_of_most);
  ParagraphJoiner notes(hyphens, pitch_of_most);
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const PdfPage& page = pages[p];
    const std::size_t first_note = find_notes(page, height);
    for (std::size_t k = 0; k < page.lines.size(); ++k) {
      (k < first_note ? body : notes).add(page, page.lines[k], p + 1);
    }
  }
  PlacedText text = body.take();
  append_all(text, notes.take());
  join_places(text.places);
  return text;
}

PlacedText read_pdf(std::string_view bytes, const std::string& document, const ReadingLimits& limits) {
  const std::string xhtml = run_child({.program = "pdftotext",
                                       .package = "poppler-utils",
                                       .arguments = {"-bbox-layout", "-enc", "UTF-8", "-", "-"},
                                       .input = bytes,
                                       .document = document,
                                       .limits = limits});
  std::vector<PdfPage> pages = parse_pdf_pages(xhtml, document);
  const bool has_text = std::any_of(pages.begin(), pages.end(), [](const PdfPage& one) { return !one.lines.empty(); });
  if (!has_text) {
    throw Error(document + ": has no text on its " + std::to_string(pages.size()) +
                " pages, only pictures of it; have the text recognised first (with ocrmypdf, say)");
  }
  drop_running_heads(pages);
  return text_of_pages(pages);
}

}  // namespace aligner::documents
