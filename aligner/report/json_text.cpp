#include "aligner/report/json_text.h"

#include <cstddef>

#include <fmt/core.h>

namespace aligner::report {
namespace {

// JSON may hold these as they are, but a terminal that shows it would obey them: delete and the C1 controls, direction
// marks, overrides and isolates, line and paragraph separators. They can stand in strings only, so an escape is safe.
std::string escape_for_display(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const auto at = [&](std::size_t offset) { return static_cast<unsigned char>(json[i + offset]); };
    unsigned escaped = 0;
    if (at(0) == 0x7F) {
      escaped = 0x7F;
    } else if (at(0) == 0xC2 && i + 1 < json.size() && at(1) < 0xA0) {
      escaped = at(1);
    } else if (at(0) == 0xD8 && i + 1 < json.size() && at(1) == 0x9C) {
      escaped = 0x061C;
    } else if (at(0) == 0xE2 && i + 2 < json.size()) {
      const unsigned c = 0x2000u | (at(1) & 0x3Fu) << 6 | (at(2) & 0x3Fu);
      const bool is_direction =
          c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
      if (is_direction) escaped = c;
    }
    if (escaped == 0) {
      out += json[i];
      continue;
    }
    out += fmt::format("\\u{:04x}", escaped);
    i += escaped < 0x80 ? 0 : escaped < 0x800 ? 1 : 2;
  }
  return out;
}

}  // namespace

std::string write_json(const Json& value, int indent) {
  return escape_for_display(value.dump(indent, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace aligner::report
