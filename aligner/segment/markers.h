#pragma once
// Recognises lines that are marked as headings or list items. Private.
//
//   is_marked_heading("== Signing ==");  // true; so are "= Signing =" and "# Signing"
//   list_marker_size("1. The border");   // 3; also "- ", "* ", "+ ", "• ", "1) ", "(1) ", "a) ", "(iv) "

#include <cstddef>
#include <string_view>

namespace aligner::segment {

/// `line` has no white space around it.
bool is_marked_heading(std::string_view line);

/// Bytes of the list marker at the start of `line`, with the white space behind it; 0 where there is none or nothing
/// follows it. `line` has no white space around it.
std::size_t list_marker_size(std::string_view line);

}  // namespace aligner::segment
