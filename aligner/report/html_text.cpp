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

}  // namespace aligner::report
