#include "aligner/documents/placed_text.h"

#include <algorithm>

namespace aligner::documents {
namespace {

// Bytes of what is left out of words: a soft hyphen, a byte order mark, a zero-width space.
std::size_t unseen_size(std::string_view rest) {
  if (rest.starts_with("\xC2\xAD")) return 2;
  return rest.starts_with("\xEF\xBB\xBF") || rest.starts_with("\xE2\x80\x8B") ? 3 : 0;
}

bool is_space(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }

// Line and paragraph separators, and the next line of C1.
std::size_t separator_size(std::string_view rest) {
  if (rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) return 3;
  return rest.starts_with("\xC2\x85") ? 2 : 0;
}

}  // namespace

void PlacedText::add_paragraph(std::string_view paragraph, const text::Place& place) {
  if (paragraph.empty()) return;
  if (!text.empty()) text += "\n\n";
  const std::size_t begin = text.size();
  text += paragraph;
  places.spans.push_back({{begin, text.size()}, place});
}

void PlacedText::continue_paragraph(std::string_view words, const text::Place& place, std::string_view separator) {
  if (words.empty()) return;
  if (text.empty()) return add_paragraph(words, place);
  text += separator;
  const std::size_t begin = text.size();
  text += words;
  places.spans.push_back({{begin, text.size()}, place});
}

std::string one_line(std::string_view utf8) {
  std::string line;
  line.reserve(utf8.size());
  bool has_gap = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::string_view rest = utf8.substr(at);
    if (const std::size_t unseen = unseen_size(rest); unseen > 0) {
      at += unseen;
      continue;
    }
    const std::size_t space = is_space(rest.front()) ? 1 : separator_size(rest);
    if (space > 0) {
      has_gap = true;
      at += space;
      continue;
    }
    if (has_gap && !line.empty()) line += ' ';
    has_gap = false;
    line += rest.front();
    ++at;
  }
  return line;
}

std::string clean_lines(std::string_view utf8) {
  std::string lines;
  bool has_blank = false;
  for (std::size_t begin = 0; begin <= utf8.size();) {
    const std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
    const std::string line = one_line(utf8.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) {
      has_blank = true;
      continue;
    }
    if (!lines.empty()) lines += has_blank ? "\n\n" : "\n";
    has_blank = false;
    lines += line;
  }
  return lines;
}

}  // namespace aligner::documents
