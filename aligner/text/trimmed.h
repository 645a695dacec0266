#pragma once
// White space around what a file says.
//
//   trimmed(" msgid \"one\"\r\n");  // msgid "one"

#include <cstddef>
#include <string_view>

namespace aligner::text {

/// `bytes` without the spaces, tabs and ends of lines and pages around it; a view of the same bytes, empty where
/// nothing else is there. White space beyond ASCII stays.
inline std::string_view trimmed(std::string_view bytes) {
  constexpr std::string_view blank = " \t\r\n\f\v";
  const std::size_t first = bytes.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return bytes.substr(first, bytes.find_last_not_of(blank) - first + 1);
}

}  // namespace aligner::text
