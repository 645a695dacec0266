#include "aligner/segment/plain_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/uchar.h>

namespace aligner::segment {
namespace {

constexpr UChar32 table_end = 0x3100;
constexpr UChar32 full_width_begin = 0xFF00;
constexpr UChar32 full_width_end = 0xFF21;  // behind the marks and digits
constexpr std::size_t table_size = table_end + (full_width_end - full_width_begin);

using Table = std::array<BoundaryClass, table_size>;

bool is_white_space(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_WHITE_SPACE) != 0; }

// Letters and marks of the scripts that are read here; those of others take part in more rules.
bool is_ordinary(UChar32 c) { return c < 0x530 || (c >= 0x1E00 && c < 0x2000); }

BoundaryClass class_of_mark(UChar32 c) {
  const bool in_range =
      is_ordinary(c) || (c >= 0x2010 && c < 0x2C00) || (c > 0x3000 && c < 0x3020) || c >= full_width_begin;
  const bool sign = (U_GET_GC_MASK(c) & (U_GC_P_MASK | U_GC_S_MASK | U_GC_NO_MASK)) != 0;
  // ICU joins mail addresses since version 72, whatever the character's property says.
  return in_range && sign && c != '@' ? BoundaryClass::mark : BoundaryClass::other;
}

BoundaryClass class_of(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return is_ordinary(c) ? BoundaryClass::letter : BoundaryClass::other;
    case U_WB_NUMERIC:
      return c < 0x80 ? BoundaryClass::digit : BoundaryClass::other;
    case U_WB_EXTEND:
      return c >= 0x300 && c < 0x370 ? BoundaryClass::extends : BoundaryClass::other;
    case U_WB_SINGLE_QUOTE:
    case U_WB_MIDNUMLET:
      return c < 0x80 || c == 0x2018 || c == 0x2019 ? BoundaryClass::joins_both : BoundaryClass::may_join;
    case U_WB_MIDNUM:
      return c < 0x80 ? BoundaryClass::joins_digits : BoundaryClass::may_join;
    case U_WB_MIDLETTER:
      return BoundaryClass::may_join;
    case U_WB_OTHER:
      return is_white_space(c) ? BoundaryClass::white_space : class_of_mark(c);
    default:
      return is_white_space(c) && c != 0x202F ? BoundaryClass::white_space : BoundaryClass::other;
  }
}

Table make_table() {
  Table table{};
  for (UChar32 c = 0; c < table_end; ++c) table[static_cast<std::size_t>(c)] = class_of(c);
  for (UChar32 c = full_width_begin; c < full_width_end; ++c) {
    table[static_cast<std::size_t>(table_end + c - full_width_begin)] = class_of(c);
  }
  return table;
}

const BoundaryClass* classes() {
  static const Table table = make_table();
  return table.data();
}

bool is_common_han(std::uint32_t c) { return (c >= 0x4E00 && c < 0x9FF0) || (c >= 0x3400 && c < 0x4DB6); }

bool is_word_character(BoundaryClass kind) { return kind == BoundaryClass::letter || kind == BoundaryClass::digit; }

}  // namespace

PlainWords::PlainWords(std::string_view utf8, std::size_t end, WordList& words, CutHan cut_han)
    : bytes_(utf8.data()), end_(end), words_(words), cut_han_(std::move(cut_han)), classes_(classes()) {}

// A character that is not whole inside the stretch counts as other.
inline PlainWords::Character PlainWords::character_at(std::size_t at) const {
  if (at >= end_) return {BoundaryClass::white_space, end_};
  const auto byte = [this](std::size_t place) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[place]));
  };
  const std::uint32_t lead = byte(at);
  if (lead < 0x80) return {classes_[lead], at + 1};
  if (lead < 0xE0 && at + 1 < end_) return {classes_[(lead & 0x1FU) << 6U | (byte(at + 1) & 0x3FU)], at + 2};
  if (lead >= 0xF0 || at + 2 >= end_) return {BoundaryClass::other, std::min(at + (lead < 0xF0 ? 3 : 4), end_)};
  const std::uint32_t c = (lead & 0xFU) << 12U | (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU);
  if (c < table_end) return {classes_[c], at + 3};
  if (is_common_han(c)) return {BoundaryClass::han, at + 3};
  if (c >= full_width_begin && c < full_width_end) return {classes_[table_end + c - full_width_begin], at + 3};
  return {BoundaryClass::other, at + 3};
}

inline std::size_t PlainWords::skip_letters(std::size_t at) const {
  for (Character next = character_at(at); next.kind == BoundaryClass::letter; next = character_at(at)) at = next.end;
  return at;
}

std::size_t PlainWords::skip_white_space(std::size_t at) const {
  while (at < end_) {
    const Character next = character_at(at);
    if (next.kind != BoundaryClass::white_space) break;
    at = next.end;
  }
  return at;
}

std::size_t PlainWords::add_chunk(std::size_t at) {
  // Most chunks are letters and nothing else.
  const std::size_t behind = skip_letters(at);
  if (behind > at && (behind == end_ || bytes_[behind] == ' ')) {
    words_.add_plain(at, behind, WordKind::letters);
    return behind;
  }
  const std::size_t words_before = words_.size();
  for (std::size_t piece = at; piece < end_;) {
    const Character first = character_at(piece);
    if (first.kind == BoundaryClass::white_space) return piece;
    const std::size_t piece_end = add_piece(piece, first);
    if (piece_end == piece) {
      words_.shorten(words_before);
      return at;
    }
    piece = piece_end;
  }
  return end_;
}

std::size_t PlainWords::add_piece(std::size_t begin, Character first) {
  switch (first.kind) {
    case BoundaryClass::letter:
    case BoundaryClass::digit:
      return add_word(begin, first);
    case BoundaryClass::mark:
    case BoundaryClass::joins_both:
    case BoundaryClass::joins_digits:
    case BoundaryClass::may_join:
      if (first.end == begin + 1) {
        words_.add_plain(begin, first.end, WordKind::punctuation);
      } else {
        words_.add(begin, first.end, false);
      }
      return first.end;
    case BoundaryClass::han:
      return add_han(begin);
    case BoundaryClass::white_space:
    case BoundaryClass::extends:
    case BoundaryClass::other:
      break;
  }
  return begin;
}

// Letters and digits up to the next boundary.
std::size_t PlainWords::add_word(std::size_t begin, Character first) {
  bool plain = true;  // needs no mending
  BoundaryClass last = first.kind;
  std::size_t at = first.end;
  for (;;) {
    if (last == BoundaryClass::letter && first.kind == BoundaryClass::letter) at = skip_letters(at);
    const Character next = character_at(at);
    if (is_word_character(next.kind)) {
      plain = plain && (first.kind == BoundaryClass::letter || next.kind == BoundaryClass::digit);
      last = next.kind;
      at = next.end;
      continue;
    }
    if (next.kind == BoundaryClass::extends) {
      plain = plain && first.kind == BoundaryClass::letter;
      at = next.end;
      continue;
    }
    if (next.kind == BoundaryClass::other) return begin;
    const bool joins = next.kind == BoundaryClass::joins_both || next.kind == BoundaryClass::joins_digits ||
                       next.kind == BoundaryClass::may_join;
    if (!joins) break;
    const BoundaryClass behind = character_at(next.end).kind;
    if (behind != last) break;
    if (next.kind == BoundaryClass::may_join) return begin;
    if (next.kind == BoundaryClass::joins_digits && last == BoundaryClass::letter) break;
    plain = plain && first.kind == BoundaryClass::letter && bytes_[at] != '.';
    at = next.end;
  }
  if (plain) {
    words_.add_plain(begin, at, first.kind == BoundaryClass::letter ? WordKind::letters : WordKind::number);
  } else {
    words_.add(begin, at, true);
  }
  return at;
}

std::size_t PlainWords::add_han(std::size_t begin) {
  std::size_t at = begin;
  for (Character next = character_at(at); at < end_ && next.kind == BoundaryClass::han; next = character_at(at)) {
    at = next.end;
  }
  const BoundaryClass behind = character_at(at).kind;
  if (behind == BoundaryClass::other || behind == BoundaryClass::extends) return begin;
  cut_han_(begin, at);
  return at;
}

std::size_t PlainWords::end_of_other(std::size_t at) const {
  bool behind_space = false;
  while (at < end_) {
    const Character next = character_at(at);
    if (behind_space && is_word_character(next.kind)) break;
    behind_space = next.kind == BoundaryClass::white_space;
    at = next.end;
  }
  return at;
}

}  // namespace aligner::segment
