#include "aligner/segment/word_list.h"

#include <unicode/uchar.h>

#include "aligner/segment/icu.h"

namespace aligner::segment {
namespace {

constexpr char32_t narrow_no_break_space = 0x202F;

bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

bool is_superscript_digit(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x2079 && !is_letter(c));
}

}  // namespace

void WordList::add(std::size_t begin, std::size_t end, bool is_word) {
  begin = skip_white_space(utf8_, begin, end);
  if (begin == end) return;
  const char32_t first = code_point_at(utf8_, begin);
  if (is_word || is_letter(first) || is_digit(first)) {
    add_word(begin, end);
  } else if (is_superscript_digit(first) && follows_letters(begin)) {
    words_.back().span.end = end;
  } else {
    words_.push_back({{begin, end}, WordKind::punctuation});
  }
}

void WordList::add_word(std::size_t begin, std::size_t end) {
  while (begin < end) {
    const std::size_t number_end = end_of_number(begin, end);
    if (number_end > begin) {
      words_.push_back({{begin, number_end}, WordKind::number});
      begin = number_end;
    } else {
      begin = add_letters(begin, end);
    }
  }
}

// Digits, with single characters of other kinds between digits: "600.000", "4,200", "600 000" with U+202F.
std::size_t WordList::end_of_number(std::size_t begin, std::size_t end) const {
  if (!is_digit(code_point_at(utf8_, begin))) return begin;
  std::size_t number_end = begin;
  std::size_t at = begin;
  while (at < end) {
    const char32_t c = code_point_at(utf8_, at);
    const std::size_t next = next_offset(utf8_, at);
    if (is_digit(c)) {
      number_end = next;
    } else if (number_end != at || is_letter(c)) {
      break;
    }
    at = next;
  }
  return number_end;
}

// Adds what is left of the piece up to the next full stop or narrow no-break space; says where to go on.
std::size_t WordList::add_letters(std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  for (; at < end; at = next_offset(utf8_, at)) {
    const char32_t c = code_point_at(utf8_, at);
    if (c == narrow_no_break_space || c == U'.') break;
  }
  if (at > begin) words_.push_back({{begin, at}, WordKind::letters});
  if (at == end) return end;
  const std::size_t next = next_offset(utf8_, at);
  if (utf8_[at] == '.') words_.push_back({{at, next}, WordKind::punctuation});
  return next;
}

}  // namespace aligner::segment
