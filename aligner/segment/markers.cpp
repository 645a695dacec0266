#include "aligner/segment/markers.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "aligner/segment/icu.h"

namespace aligner::segment {
namespace {

constexpr std::size_t deepest_heading = 6;
constexpr std::size_t longest_number = 3;  // digits: "1858. " is a year
constexpr std::size_t longest_roman = 5;   // letters: "xviii"

bool is_wiki_heading(std::string_view line) {
  const std::size_t depth = std::min(line.find_first_not_of('='), line.size());
  if (depth == 0 || depth > deepest_heading || line.size() < 2 * depth + 1) return false;
  const std::size_t last = line.find_last_not_of('=');
  return last != std::string_view::npos && line.size() - 1 - last == depth;
}

bool is_markdown_heading(std::string_view line) {
  const std::size_t depth = std::min(line.find_first_not_of('#'), line.size());
  return depth > 0 && depth <= deepest_heading && depth < line.size() && is_white_space(code_point_at(line, depth));
}

std::size_t count_digits(std::string_view text) { return std::min(text.find_first_not_of("0123456789"), text.size()); }

// One letter, or a small Roman number: the bytes of the "a" in "a)".
std::size_t letter_size(std::string_view text) {
  const std::size_t roman = std::min(text.find_first_not_of("ivxIVX"), text.size());
  if (roman > 1) return roman <= longest_roman ? roman : 0;
  if (text.empty() || u_isalpha(static_cast<UChar32>(code_point_at(text, 0))) == 0) return 0;
  return next_offset(text, 0);
}

std::size_t bullet_size(std::string_view line) {
  for (const std::string_view bullet : {"-", "*", "+", "•", "‣", "▪", "◦"}) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  return 0;
}

// "1.", "1)", "(1)", "a)", "(a)", "(iv)"
std::size_t numbering_size(std::string_view line) {
  const bool is_open = line.starts_with('(');
  const std::string_view inner = is_open ? line.substr(1) : line;
  const std::size_t digits = count_digits(inner);
  const std::size_t size = digits > 0 ? digits : letter_size(inner);
  if (size == 0 || digits > longest_number || size == inner.size()) return 0;
  const bool is_closed = inner[size] == ')' || (inner[size] == '.' && digits > 0 && !is_open);
  return is_closed ? size + 1 + (is_open ? 1 : 0) : 0;
}

}  // namespace

bool is_marked_heading(std::string_view line) { return is_wiki_heading(line) || is_markdown_heading(line); }

std::size_t list_marker_size(std::string_view line) {
  const std::size_t bullet = bullet_size(line);
  const std::size_t mark = bullet > 0 ? bullet : numbering_size(line);
  if (mark == 0 || mark >= line.size() || !is_white_space(code_point_at(line, mark))) return 0;
  return skip_white_space(line, mark, line.size());
}

}  // namespace aligner::segment
