#include "aligner/documents/superior_figures.h"

#include <array>
#include <cstddef>

namespace aligner::documents {
namespace {

constexpr std::size_t longest_mark = 3;  // digits

constexpr std::array<std::string_view, 10> superior{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
constexpr std::array<std::string_view, 11> signs{"*", "†", "‡", "§", "¶", "^", "↑", "↩", "⏎", "↵", "\uFE0E"};

// Bytes of a figure of either kind, or of a sign, at the beginning.
std::size_t figure_size(std::string_view text) {
  if (text.front() >= '0' && text.front() <= '9') return 1;
  for (const std::string_view one : superior) {
    if (text.starts_with(one)) return one.size();
  }
  return 0;
}

std::size_t sign_size(std::string_view text) {
  for (const std::string_view one : signs) {
    if (text.starts_with(one)) return one.size();
  }
  return 0;
}

}  // namespace

bool are_figures(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string to_superior(std::string_view figures) {
  std::string raised;
  for (const char figure : figures) raised += superior.at(static_cast<std::size_t>(figure - '0'));
  return raised;
}

bool is_note_mark(std::string_view text) {
  const bool is_bracketed =
      text.size() > 2 && ((text.front() == '[' && text.back() == ']') || (text.front() == '(' && text.back() == ')'));
  if (is_bracketed) text = text.substr(1, text.size() - 2);
  if (text.ends_with('.') || text.ends_with(')')) text.remove_suffix(1);
  std::size_t count = 0;
  bool has_sign = false;
  while (!text.empty()) {
    const std::size_t sign = sign_size(text);
    const std::size_t size = sign > 0 ? sign : figure_size(text);
    if (size == 0) return false;
    has_sign = has_sign || sign > 0;
    text.remove_prefix(size);
    ++count;
  }
  return count > 0 && (has_sign || count <= longest_mark);
}

}  // namespace aligner::documents
