#include "aligner/segment/blocks.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "aligner/segment/icu.h"
#include "aligner/segment/markers.h"

namespace aligner::segment {
namespace {

constexpr std::size_t narrowest_wrap = 45;  // columns
constexpr std::size_t widest_wrap = 100;    // columns
constexpr std::size_t ragged_columns = 10;
constexpr std::size_t widest_heading = 120;  // columns

struct Line {
  text::Span span;         // without white space around it; empty for a blank line
  std::size_t indent = 0;  // bytes of white space before it
};

bool is_line_end(char32_t c) { return c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }

std::vector<Line> find_lines(std::string_view utf8) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < utf8.size();) {
    std::size_t end = begin;
    while (end < utf8.size() && !is_line_end(code_point_at(utf8, end))) end = next_offset(utf8, end);
    const std::size_t first = skip_white_space(utf8, begin, end);
    lines.push_back({{first, strip_white_space(utf8, first, end)}, first - begin});
    if (end == utf8.size()) break;
    const bool is_cr_lf = utf8[end] == '\r' && end + 1 < utf8.size() && utf8[end + 1] == '\n';
    begin = is_cr_lf ? end + 2 : next_offset(utf8, end);
  }
  return lines;
}

std::size_t columns(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  const std::int8_t category = u_charType(code_point);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Counts no further than `limit`, so that an enormous line costs nothing.
std::size_t width_of(std::string_view text, std::size_t limit) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size() && width <= limit; at = next_offset(text, at)) {
    width += columns(code_point_at(text, at));
  }
  return width;
}

std::size_t width_of_first_word(std::string_view line, std::size_t limit) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < line.size() && width <= limit; at = next_offset(line, at)) {
    const char32_t c = code_point_at(line, at);
    if (is_white_space(c)) break;
    width += columns(c);
    if (columns(c) == 2) break;  // Han text may be broken behind every character
  }
  return width;
}

bool is_closer(char32_t c) {
  const std::int8_t category = u_charType(static_cast<UChar32>(c));
  return category == U_END_PUNCTUATION || category == U_FINAL_PUNCTUATION || category == U_INITIAL_PUNCTUATION ||
         c == U'"' || c == U'\'';
}

// The last character that is neither a closing quote nor a bracket; 0 where there is none.
char32_t last_mark(std::string_view line) {
  while (!line.empty() && is_closer(code_point_before(line, line.size()))) {
    line.remove_suffix(line.size() - previous_offset(line, line.size()));
  }
  return line.empty() ? 0 : code_point_before(line, line.size());
}

bool is_stop(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0 || c == U'…' || c == U':' || c == U'：';
}

bool begins_in_mid_sentence(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); at = next_offset(line, at)) {
    const auto c = static_cast<UChar32>(code_point_at(line, at));
    if (u_isalpha(c) != 0) return u_isULowercase(c) != 0 || u_charType(c) == U_OTHER_LETTER;
    if (u_isdigit(c) != 0 || u_isUWhiteSpace(c) != 0) return false;
  }
  return false;
}

// Makes blocks of the lines of one document.
class BlockFinder {
 public:
  explicit BlockFinder(std::string_view utf8) : utf8_(utf8), lines_(find_lines(utf8)) {}

  std::vector<Block> find() && {
    for (std::size_t begin = 0; begin < lines_.size();) {
      if (lines_[begin].span.empty()) {
        ++begin;
      } else {
        begin = add_run(begin);
      }
    }
    return std::move(blocks_);
  }

 private:
  std::string_view text(std::size_t line) const {
    return utf8_.substr(lines_[line].span.begin, lines_[line].span.size());
  }

  // A run is a line and the plain lines that follow it directly. Says where the next one begins.
  std::size_t add_run(std::size_t begin) {
    if (is_marked_heading(text(begin))) {
      blocks_.push_back({lines_[begin].span, SegmentKind::heading, lines_[begin].span.begin, false});
      return begin + 1;
    }
    std::size_t end = begin + 1;
    while (end < lines_.size() && is_plain(end)) ++end;
    add_pieces(begin, end);
    return end;
  }

  bool is_plain(std::size_t line) const {
    return !lines_[line].span.empty() && !is_marked_heading(text(line)) && list_marker_size(text(line)) == 0;
  }

  void add_pieces(std::size_t begin, std::size_t end) {
    std::size_t longest = 0;
    for (std::size_t line = begin; line < end; ++line) {
      longest = std::max(longest, width_of(text(line), widest_wrap));
    }
    const bool may_be_wrapped = longest >= narrowest_wrap && longest <= widest_wrap;
    while (begin < end) {
      std::size_t piece_end = may_be_wrapped ? begin + 1 : end;
      while (piece_end < end && is_full(piece_end - 1, longest)) ++piece_end;
      if (may_be_wrapped && is_continued(begin, piece_end)) {
        add_block(begin, piece_end);
      } else {
        piece_end = add_single_lines(begin, piece_end, end);
      }
      begin = piece_end;
    }
  }

  // One block a line; lines indented below a list line stay with it, also behind `end`, but not behind `run_end`. Says
  // where the next block begins.
  std::size_t add_single_lines(std::size_t begin, std::size_t end, std::size_t run_end) {
    while (begin < end) {
      const std::size_t block_end = end_of_indented(begin, run_end);
      add_block(begin, block_end);
      begin = block_end;
    }
    return begin;
  }

  // Rule 2: the next line's first word would not have fitted.
  bool is_full(std::size_t line, std::size_t longest) const {
    const std::size_t width = width_of(text(line), widest_wrap);
    return width + 1 + width_of_first_word(text(line + 1), widest_wrap) + ragged_columns > longest;
  }

  // Rule 3.
  bool is_continued(std::size_t begin, std::size_t end) const {
    std::size_t stopped = 0;
    std::size_t continued = 0;
    for (std::size_t line = begin; line + 1 < end; ++line) {
      const bool stops = is_stop(last_mark(text(line)));
      if (stops) ++stopped;
      if (!stops && begins_in_mid_sentence(text(line + 1))) ++continued;
    }
    return continued > 0 && stopped * 2 <= end - begin - 1;
  }

  std::size_t end_of_indented(std::size_t begin, std::size_t end) const {
    std::size_t item_end = begin + 1;
    if (list_marker_size(text(begin)) == 0) return item_end;
    while (item_end < end && lines_[item_end].indent > lines_[begin].indent) ++item_end;
    return item_end;
  }

  void add_block(std::size_t begin, std::size_t end) {
    const std::size_t marker = list_marker_size(text(begin));
    Block block;
    block.span = {lines_[begin].span.begin, lines_[end - 1].span.end};
    block.kind = marker > 0 ? SegmentKind::list_item : SegmentKind::sentence;
    block.content = block.span.begin + marker;
    block.is_wrapped = end - begin > 1;
    blocks_.push_back(block);
  }

  std::string_view utf8_;  // a local view: lives as long as the call
  std::vector<Line> lines_;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> find_blocks(std::string_view utf8) { return BlockFinder(utf8).find(); }

bool looks_like_heading(std::string_view line) {
  if (width_of(line, widest_heading) > widest_heading) return false;
  const char32_t last = last_mark(line);
  return last != 0 && !is_stop(last) && u_ispunct(static_cast<UChar32>(last)) == 0;
}

}  // namespace aligner::segment
