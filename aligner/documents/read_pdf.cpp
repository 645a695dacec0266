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

constexpr std::size_t lines_that_tell = 2000;  // whether paragraphs are indented
constexpr std::size_t fewest_lines = 8;

// All in heights of a line.
constexpr double indent = 0.8;
constexpr double size_change = 0.12;
constexpr double widest_pitch = 3;       // further apart, two lines say nothing about the distance of lines
constexpr double pitch_quantile = 0.25;  // the usual one, gaps between paragraphs being many
constexpr double wider_pitch = 1.25;     // times the usual distance
constexpr double usual_pitch = 1.2;      // where no two lines tell
constexpr double short_share = 0.8;      // of the column: what is shorter may be a title
constexpr double widest_indent = 5;
constexpr double space = 0.5;             // between two words, at most
constexpr double note_share = 0.93;       // of the text's height: footnotes are smaller
constexpr std::size_t most_lines = 2000;  // of a page, where each is compared with each

bool is_same_size(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.height() - b.height()) <= size_change * std::max(a.height(), b.height());
}

// The value that `share` of all do not exceed.
double quantile(std::vector<double> values, double share, double otherwise) {
  if (values.empty()) return otherwise;
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
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
  return quantile(std::move(pitches), pitch_quantile, usual_pitch);
}

// The height that most of the text has.
double find_height(const std::vector<PdfPage>& pages) {
  std::vector<double> heights;
  for (const PdfPage& page : pages) {
    for (const PdfLine& line : page.lines) heights.push_back(line.height());
  }
  return quantile(std::move(heights), 0.5, 10);
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

// The column that a line stands in, as lines of its size above and below it show.
struct Column {
  double left = 0;
  double right = 0;
};

// Not the outermost: a title over all columns has edges of its own.
constexpr double left_quantile = 0.25;
constexpr double right_quantile = 0.9;

Column column_of(const PdfPage& page, const PdfLine& line) {
  if (page.lines.size() > most_lines) return {line.left, line.right};
  std::vector<double> lefts;
  std::vector<double> rights;
  for (const PdfLine& other : page.lines) {
    const bool is_above_or_below = other.left < line.right && other.right > line.left;
    if (!is_above_or_below || !is_same_size(other, line)) continue;
    lefts.push_back(other.left);
    rights.push_back(other.right);
  }
  return {quantile(std::move(lefts), left_quantile, line.left),
          quantile(std::move(rights), right_quantile, line.right)};
}

double indent_of(const PdfLine& line, const Column& column) { return (line.left - column.left) / line.height(); }

// Whether paragraphs begin with an indent: then one that does not goes on from the page before.
bool has_indents(const std::vector<PdfPage>& pages) {
  std::size_t indented = 0;
  std::size_t all = 0;
  for (const PdfPage& page : pages) {
    for (const PdfLine& line : page.lines) {
      const double one = indent_of(line, column_of(page, line));
      if (one > indent && one < widest_indent) ++indented;
      ++all;
    }
    if (all > lines_that_tell) break;
  }
  return all >= fewest_lines && indented * 30 > all && indented * 2 < all;
}

// Joins lines to paragraphs.
class ParagraphJoiner {
 public:
  struct Habits {
    double pitch = usual_pitch;
    bool has_indents = false;
  };

  ParagraphJoiner(const HyphenJoiner& hyphens, const Habits& habits) : hyphens_(hyphens), habits_(habits) {}

  /// `next` is the line behind it on the page, or nullptr.
  void add(const PdfPage& page, const PdfLine& line, const PdfLine* next, std::size_t page_number) {
    const Column column = column_of(page, line);
    const bool is_elsewhere =
        before_ != nullptr && (page_number != page_ || line.top < before_->top - line.height() / 2);
    const bool begins = begins_with_indent(line, column, next);
    const bool goes_on = before_ != nullptr && goes_on_in(line, column, is_elsewhere, begins);
    const text::Place place{text::PlaceKind::page, page_number, ""};
    if (goes_on) {
      append(line, place);
    } else {
      text_.add_paragraph(line.text, place);
    }
    line_count_ = goes_on ? line_count_ + 1 : 1;
    page_ = page_number;
    before_ = &line;
    column_ = column;
  }

  PlacedText take() { return std::move(text_); }

 private:
  // A first line of a paragraph: the one below it begins at the column's edge.
  bool begins_with_indent(const PdfLine& line, const Column& column, const PdfLine* next) const {
    if (!habits_.has_indents || next == nullptr || indent_of(line, column) <= indent) return false;
    return indent_of(line, column) < widest_indent && is_same_size(*next, line) && next->top > line.top &&
           indent_of(*next, column) < indent / 2;
  }

  bool goes_on_in(const PdfLine& line, const Column& column, bool is_elsewhere, bool begins) const {
    if (!is_same_size(*before_, line) || begins_item(line.text)) return false;
    if (!is_elsewhere && pitch(*before_, line) > wider_pitch * habits_.pitch) return false;
    if (final_hyphen_size(before_->text) > 0 && begins_small(line.text)) return true;
    const bool is_stopped = ends_sentence(before_->text);
    const bool is_small = begins_small(line.text);
    if (begins && !is_small) return false;
    if (has_room_for(line) && (is_stopped || (!is_small && is_short_before()))) return false;
    const bool is_indented = indent_of(line, column) > indent;
    if (is_elsewhere && is_stopped && (is_indented || !habits_.has_indents)) return false;
    if (!is_indented || is_small) return true;
    // Further in than the line before, or as far in as one that begins a paragraph.
    const bool is_further_in = line.left - before_->left > indent * line.height();
    const bool was_indented = indent_of(*before_, column_) > indent;
    return !is_further_in && !(is_stopped && was_indented && line_count_ == 1);
  }

  // Whether the next line's first word would have stood on the line before: then that one ended on purpose.
  bool has_room_for(const PdfLine& line) const {
    return column_.right - before_->right > line.first_width + space * line.height();
  }

  bool is_short_before() const {
    const double left = std::min(column_.left, before_->left);
    return before_->right - left < short_share * (column_.right - left);
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
  Habits habits_;
  PlacedText text_;
  const PdfLine* before_ = nullptr;
  Column column_;  // of the line before
  std::size_t page_ = 0;
  std::size_t line_count_ = 0;  // of the last paragraph
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
  const ParagraphJoiner::Habits habits{find_pitch(pages), has_indents(pages)};
  ParagraphJoiner body(hyphens, habits);
  ParagraphJoiner notes(hyphens, habits);
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const PdfPage& page = pages[p];
    const std::size_t first_note = find_notes(page, height);
    for (std::size_t k = 0; k < page.lines.size(); ++k) {
      const PdfLine* next = k + 1 < page.lines.size() ? &page.lines[k + 1] : nullptr;
      (k < first_note ? body : notes).add(page, page.lines[k], next, p + 1);
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
