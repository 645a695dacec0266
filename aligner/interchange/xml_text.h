#pragma once
// Private: text as XML writes it.
//
//   std::size_t replaced = append_xml(out, "a < b", XmlPlace::content);  // "a &lt; b"

#include <cstddef>
#include <string>
#include <string_view>

namespace aligner::interchange {

enum class XmlPlace {
  content,        // between tags
  attribute,      // between quotes
  xliff2_content  // between tags, where <cp/> stands for a character that XML has no place for
};

/// Appends `text`, valid UTF-8, so that it is read again as it is. A character that XML has no place for becomes
/// U+FFFD; returns how many did.
std::size_t append_xml(std::string& out, std::string_view text, XmlPlace place);

}  // namespace aligner::interchange
