#pragma once
// Private: text as a part of a web page.
//
//   html_text("a < b\x1b")   // "a &lt; b"
//   html_text("\"x\"")       // "&quot;x&quot;": good between quotes, too

#include <string>
#include <string_view>

namespace aligner::report {

/// Made harmless as for a terminal (columns.h), with & < > " and ' as entities.
std::string html_text(std::string_view utf8);

/// Whether a text is to be set from top to bottom: most of its bytes are Manchu or Mongolian script.
bool is_vertical(std::string_view utf8);

}  // namespace aligner::report
