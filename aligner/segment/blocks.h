#pragma once
// Finds the blocks of a text: headings, list items and paragraphs, each a stretch that is cut on its own. Private.
//
//   "= Aigun =\n\nOne. Two.\n- three\n"  ->  heading [0,9)  paragraph [11,20)  list item [21,28)
//
// Lines are grouped by blank lines. In a group, a marked heading and a list line begin a block of their own. What
// remains is one block a line, unless the lines are hard-wrapped:
//   1. the longest line of the run is 45 to 100 columns wide (full-width characters count two);
//   2. no line of the piece could have taken the next line's first word without growing past the longest line (less
//      10 columns, for ragged wrapping): a run is divided where one could;
//   3. at least one line ends without a stop and the next begins with a lower-case letter (or one of a script without
//      case), and no more than half of the line ends follow a stop.
// Lines indented deeper than the marker of a list line above them belong to its item.

#include <string_view>
#include <vector>

#include "aligner/segment/segmentation.h"
#include "aligner/text/span.h"

namespace aligner::segment {

struct Block {
  text::Span span;                           // without white space around it, never empty
  SegmentKind kind = SegmentKind::sentence;  // heading: only where it is marked as one
  std::size_t content = 0;                   // where the text behind the list marker begins; else span.begin
  bool is_wrapped = false;                   // contains line ends that mean no more than a space
};

std::vector<Block> find_blocks(std::string_view utf8);

/// True where `line` is short and ends without punctuation, as titles do.
bool looks_like_heading(std::string_view line);

}  // namespace aligner::segment
