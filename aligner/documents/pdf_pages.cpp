#include "aligner/documents/pdf_pages.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <pugixml.hpp>

#include "aligner/documents/placed_text.h"
#include "aligner/documents/superior_figures.h"
#include "aligner/error.h"

namespace aligner::documents {
namespace {

constexpr double small_share = 0.9;         // of the line's height: higher words are not raised
constexpr double raised_share = 0.12;       // of the line's height, between the lower edges
constexpr double touching_share = 0.2;      // of the line's height, between neighbours
constexpr double same_share = 0.2;          // of the line's height, between lower edges of parts of one line
constexpr double widest_gap = 4;            // heights of the line, between them
constexpr double edge_share = 0.15;         // of the page, where heads and page numbers stand
constexpr std::size_t most_head_lines = 3;  // at either edge
constexpr std::size_t few_pages = 3;

struct PdfWord {
  std::string text;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
};

std::vector<PdfWord> words_of(const pugi::xml_node& line) {
  std::vector<PdfWord> words;
  for (const pugi::xml_node& word : line.children("word")) {
    std::string text = one_line(word.child_value());
    if (text.empty()) continue;
    // At a line's end it says that a word is divided.
    const bool is_divided = !word.next_sibling("word") && std::string_view(word.child_value()).ends_with("\u00AD");
    if (is_divided) text += "\u00AD";
    words.push_back({std::move(text), word.attribute("xMin").as_double(), word.attribute("xMax").as_double(),
                     word.attribute("yMin").as_double(), word.attribute("yMax").as_double()});
  }
  return words;
}

// The line's own edges are those of its largest words.
PdfLine line_of(const std::vector<PdfWord>& words) {
  const PdfWord& largest = *std::max_element(words.begin(), words.end(), [](const PdfWord& a, const PdfWord& b) {
    return a.bottom - a.top < b.bottom - b.top;
  });
  PdfLine line{"",          words.front().left, words.back().right,
               largest.top, largest.bottom,     words.front().right - words.front().left};
  const double height = line.height();
  const PdfWord* before = nullptr;
  for (const PdfWord& word : words) {
    const bool is_raised = are_figures(word.text) && word.bottom - word.top < small_share * height &&
                           word.bottom < line.bottom - raised_share * height;
    const bool touches = before != nullptr && word.left - before->right < touching_share * height;
    if (before != nullptr && !(is_raised && touches)) line.text += ' ';
    line.text += is_raised ? to_superior(word.text) : word.text;
    before = &word;
  }
  return line;
}

// Words set wide apart are lines of their own to pdftotext.
void add_line(std::vector<PdfLine>& lines, PdfLine line) {
  const bool goes_on = !lines.empty() && std::abs(line.bottom - lines.back().bottom) < same_share * line.height() &&
                       line.left >= lines.back().right && line.left - lines.back().right < widest_gap * line.height();
  if (!goes_on) {
    lines.push_back(std::move(line));
    return;
  }
  lines.back().text += " " + line.text;
  lines.back().right = line.right;
}

PdfPage parse_page(std::string_view xhtml, const std::string& document) {
  pugi::xml_document parsed;
  const pugi::xml_parse_result result =
      parsed.load_buffer(xhtml.data(), xhtml.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    throw Error(document + ": pdftotext wrote something that cannot be read (" + result.description() +
                "); save the document as plain text");
  }
  PdfPage page;
  const pugi::xml_node root = parsed.child("page");
  page.height = root.attribute("height").as_double();
  for (const pugi::xml_node& flow : root.children("flow")) {
    for (const pugi::xml_node& block : flow.children("block")) {
      for (const pugi::xml_node& line : block.children("line")) {
        const std::vector<PdfWord> words = words_of(line);
        if (!words.empty()) add_line(page.lines, line_of(words));
      }
    }
  }
  return page;
}

// "12" and "– 13 –" are the same head, and so are "xi" and "xii".
std::string key_of(const std::string& text) {
  if (text.size() <= 6 && text.find_first_not_of("ivxlcIVXLC") == std::string::npos) return "#";
  std::string key;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit) {
      key += c;
    } else if (!key.ends_with('#')) {
      key += '#';
    }
  }
  return key;
}

// Places in `lines` from the edge inwards.
std::vector<std::size_t> lines_at_edge(const PdfPage& page, bool is_upper) {
  std::vector<std::size_t> places;
  for (std::size_t k = 0; k < page.lines.size(); ++k) {
    const PdfLine& line = page.lines[k];
    const bool is_near = is_upper ? line.bottom < edge_share * page.height : line.top > (1 - edge_share) * page.height;
    if (is_near) places.push_back(k);
  }
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    return is_upper ? page.lines[a].top < page.lines[b].top : page.lines[a].bottom > page.lines[b].bottom;
  });
  if (places.size() > most_head_lines) places.resize(most_head_lines);
  return places;
}

void drop_at_edge(std::vector<PdfPage>& pages, bool is_upper) {
  std::map<std::string, std::size_t> counts;  // pages that have it
  for (const PdfPage& page : pages) {
    std::vector<std::string> keys;
    for (const std::size_t k : lines_at_edge(page, is_upper)) keys.push_back(key_of(page.lines[k].text));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const std::string& key : keys) ++counts[key];
  }
  const std::size_t least = pages.size() <= few_pages ? 2 : 3;
  for (PdfPage& page : pages) {
    std::vector<std::size_t> dropped;
    for (const std::size_t k : lines_at_edge(page, is_upper)) {
      if (counts[key_of(page.lines[k].text)] < least) break;
      dropped.push_back(k);
    }
    std::sort(dropped.rbegin(), dropped.rend());
    for (const std::size_t k : dropped) page.lines.erase(page.lines.begin() + static_cast<std::ptrdiff_t>(k));
  }
}

}  // namespace

std::vector<PdfPage> parse_pdf_pages(std::string_view xhtml, const std::string& document) {
  constexpr std::string_view open = "<page ";
  constexpr std::string_view close = "</page>";
  std::vector<PdfPage> pages;
  for (std::size_t begin = xhtml.find(open); begin != std::string_view::npos; begin = xhtml.find(open, begin)) {
    const std::size_t end = std::min(xhtml.find(close, begin), xhtml.size() - close.size()) + close.size();
    pages.push_back(parse_page(xhtml.substr(begin, end - begin), document));
    begin = end;
  }
  return pages;
}

void drop_running_heads(std::vector<PdfPage>& pages) {
  drop_at_edge(pages, true);
  drop_at_edge(pages, false);
}

}  // namespace aligner::documents
