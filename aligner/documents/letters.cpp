#include "aligner/documents/letters.h"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace aligner::documents {
namespace {

UChar32 next_letter(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
  return c;
}

UChar32 last_letter(std::string_view text, std::size_t& end) {
  std::size_t begin = end - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  end = begin;
  return next_letter(text, begin);
}

// The last character that is neither a closing quote nor a bracket nor a superior figure; 0 where there is none.
UChar32 last_mark(std::string_view line) {
  for (std::size_t end = line.size(); end > 0;) {
    const UChar32 c = last_letter(line, end);
    const auto type = u_charType(c);
    const bool is_closer = type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || type == U_INITIAL_PUNCTUATION ||
                           type == U_OTHER_NUMBER || c == '"' || c == '\'';
    if (!is_closer) return c;
  }
  return 0;
}

}  // namespace

bool ends_sentence(std::string_view line) {
  const UChar32 c = last_mark(line);
  return c != 0 && (u_hasBinaryProperty(c, UCHAR_S_TERM) != 0 || c == 0x2026 || c == ':' || c == 0xFF1A);
}

bool ends_open(std::string_view line) {
  if (last_mark(line) == 0x2026) return true;
  const std::size_t end = line.find_last_not_of("\"')");
  return end != std::string_view::npos && end >= 2 && line.substr(end - 2, 3) == "...";
}

bool begins_small(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const UChar32 c = next_letter(line, at);
    if (u_isalpha(c) != 0) return u_isULowercase(c) != 0;
    if (u_isdigit(c) != 0 || u_isUWhiteSpace(c) != 0) return false;
  }
  return false;
}

bool is_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const UChar32 c = next_letter(word, at);
    const bool is_mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (u_isalpha(c) == 0 && !is_mark) return false;
  }
  return !word.empty();
}

bool has_vietnamese_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const UChar32 c = next_letter(word, at);
    const bool is_one = (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x102 || c == 0x103 || c == 0x110 || c == 0x111 ||
                        c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0;
    if (is_one) return true;
  }
  return false;
}

}  // namespace aligner::documents
