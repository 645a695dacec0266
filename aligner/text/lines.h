#pragma once
// Counts lines for messages. Private to the room.
//
//   line_of("one\r\ntwo", 5);  // 2

#include <cstddef>
#include <string_view>

namespace aligner::text {

/// The 1-based line of the byte at `offset`. LF, CR LF and a lone CR each end a line.
inline std::size_t line_of(std::string_view bytes, std::size_t offset) {
  std::size_t line = 1;
  for (std::size_t at = 0; at < offset && at < bytes.size(); ++at) {
    const bool lone_carriage_return = bytes[at] == '\r' && (at + 1 >= bytes.size() || bytes[at + 1] != '\n');
    if (bytes[at] == '\n' || lone_carriage_return) ++line;
  }
  return line;
}

}  // namespace aligner::text
