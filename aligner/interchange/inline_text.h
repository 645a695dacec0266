#pragma once
// Private: the text of a segment of TMX or XLIFF without the codes of other formats in it.
//
//   append_inline_text(seg, text);  // <seg>The <bpt i="1">{\b</bpt>treaty<ept i="1">}</ept></seg> -> "The treaty"

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace aligner::interchange {

/// Codes (bpt, ept, it) are left out, what stands for something (ph, ut, x, bx, ex, sc, ec) becomes a space or nothing,
/// what encloses text (hi, g, mrk, pc) is looked into, <cp hex="0001"/> is that character. Elements deeper than 64 are
/// left out.
void append_inline_text(const pugi::xml_node& node, std::string& text);

/// The name of an element without its prefix.
std::string_view local_name(const pugi::xml_node& node);

}  // namespace aligner::interchange
