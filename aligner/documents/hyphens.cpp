#include "aligner/documents/hyphens.h"

#include <algorithm>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "aligner/documents/letters.h"

namespace aligner::documents {
namespace {

constexpr std::size_t longest_word = 100;  // bytes

bool is_part(UChar32 c) { return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || c == '-'; }

// In small letters, from the first letter to the last.
std::string folded(std::string_view word) {
  std::string small;
  std::size_t end = 0;
  for (std::size_t at = 0; at < word.size();) {
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(word.data()), at, word.size(), c);
    if (c < 0 || (small.empty() && !is_part(c))) continue;
    char bytes[U8_MAX_LENGTH] = {};
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, u_tolower(c));
    small.append(bytes, size);
    if (is_part(c)) end = small.size();
  }
  small.resize(end);
  return small;
}

std::string_view last_word(std::string_view line) {
  const std::size_t space = line.rfind(' ');
  return space == std::string_view::npos ? line : line.substr(space + 1);
}

std::string_view first_word(std::string_view line) { return line.substr(0, std::min(line.find(' '), line.size())); }

}  // namespace

std::size_t final_hyphen_size(std::string_view line) {
  if (line.ends_with("\u2010") || line.ends_with("\u2011")) return 3;
  if (line.ends_with("\u00AD")) return 2;
  return line.ends_with('-') ? 1 : 0;
}

void HyphenJoiner::learn(std::string_view line) {
  if (final_hyphen_size(line) > 0) line = line.substr(0, line.size() - last_word(line).size());
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    if (end > begin && end - begin <= longest_word) words_.insert(folded(line.substr(begin, end - begin)));
    begin = end + 1;
  }
}

LineJoin HyphenJoiner::join(std::string_view line, std::string_view next) const {
  const std::size_t hyphen = final_hyphen_size(line);
  const bool ends_in_dash = line.ends_with("–") || line.ends_with("—");  // "1686–" and "1687"
  if (ends_in_dash && line.size() > 3 && line[line.size() - 4] != ' ') return LineJoin::keep_hyphen;
  if (hyphen == 0) return LineJoin::space;
  const std::string_view bare = line.substr(0, line.size() - hyphen);
  if (line.ends_with("\u00AD")) return LineJoin::drop_hyphen;
  const std::string before = folded(last_word(bare));
  const std::string after = folded(first_word(next));
  if (before.empty()) return LineJoin::space;  // a dash
  if (after.empty() || !begins_small(next)) return LineJoin::keep_hyphen;
  if (words_.contains(before + "-" + after)) return LineJoin::keep_hyphen;
  if (words_.contains(before + after)) return LineJoin::drop_hyphen;
  const bool are_letters = is_word(before) && is_word(after);
  const bool are_words = words_.contains(before) && words_.contains(after);
  const bool is_vietnamese = has_vietnamese_letter(before) || has_vietnamese_letter(after);
  return are_letters && !are_words && !is_vietnamese ? LineJoin::drop_hyphen : LineJoin::keep_hyphen;
}

}  // namespace aligner::documents
