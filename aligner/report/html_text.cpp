#include "aligner/report/html_text.h"

#include "aligner/report/columns.h"

namespace aligner::report {

std::string html_text(std::string_view utf8) {
  std::string out;
  for (const char c : plain_text(utf8)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

bool is_vertical(std::string_view utf8) {
  std::size_t mongolian = 0;
  for (std::size_t i = 0; i + 2 < utf8.size(); ++i) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(utf8[i + k]); };
    if (byte(0) == 0xE1 && byte(1) >= 0xA0 && byte(1) <= 0xA2) ++mongolian;  // U+1800 to U+18BF
  }
  return 3 * 2 * mongolian > utf8.size();
}

}  // namespace aligner::report
