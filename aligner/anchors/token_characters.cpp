#include "aligner/anchors/token_characters.h"

#include <array>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace aligner::anchors {
namespace {

constexpr char32_t table_end = 0x3100;
constexpr UChar32 han_nought = 0x3007;  // a number to Unicode, a character among others in 一八六〇

bool is_apostrophe(UChar32 code) { return code == '\'' || code == 0x2019 || code == 0x2BC || code == 0x2BB; }

std::uint8_t traits_of(UChar32 code) {
  std::uint8_t traits = 0;
  const auto set = [&traits](std::uint8_t one, bool holds) {
    if (holds) traits = static_cast<std::uint8_t>(traits | one);
  };
  const bool is_mark = (U_GET_GC_MASK(code) & (U_GC_MN_MASK | U_GC_MC_MASK | U_GC_ME_MASK)) != 0;
  set(trait::space, u_isUWhiteSpace(code) != 0);
  set(trait::letter, u_isalpha(code) != 0 || code == han_nought);
  set(trait::digit, u_charType(code) == U_DECIMAL_DIGIT_NUMBER);
  set(trait::combining, code >= 0x300 && is_mark);
  set(trait::apostrophe, is_apostrophe(code));
  set(trait::han, code >= 0x2E80 && u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC) != 0);
  set(trait::inside_manchu, code == 0x180A || code == 0x1807);
  return traits;
}

using Table = std::array<std::uint8_t, table_end>;

Table make_table() {
  Table table{};
  for (std::size_t code = 0; code < table.size(); ++code) table[code] = traits_of(static_cast<UChar32>(code));
  return table;
}

const Table& table() {
  static const Table made = make_table();
  return made;
}

// Unified ideographs that every Unicode version since 5 has.
bool is_common_han(char32_t code) { return (code >= 0x4E00 && code < 0x9FA6) || (code >= 0x3400 && code < 0x4DB6); }

}  // namespace

TokenCharacter long_token_character_at(std::string_view text, std::size_t at) {
  // ICU counts bytes in 32 bits; a window keeps larger documents within them.
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
  const auto length = static_cast<std::int32_t>(text.size() - at < 4 ? text.size() - at : 4);
  std::int32_t offset = 0;
  UChar32 decoded = 0;
  U8_NEXT_OR_FFFD(bytes, offset, length, decoded);
  const auto code = static_cast<char32_t>(decoded);
  const std::size_t end = at + static_cast<std::size_t>(offset);
  if (code < table_end) return {code, end, table()[code]};
  if (is_common_han(code)) return {code, end, trait::letter | trait::han};
  return {code, end, traits_of(decoded)};
}

std::size_t skip_letters(std::string_view text, std::size_t at, std::size_t end) {
  const Table& traits = table();
  const auto bits = [text](std::size_t place, std::uint32_t mask) {
    return static_cast<unsigned char>(text[place]) & mask;
  };
  while (at < end) {
    const std::uint32_t lead = bits(at, 0xFF);
    std::uint32_t code = lead;
    std::size_t size = 1;
    if (lead >= 0xC0 && lead < 0xE0 && at + 1 < end) {
      code = (lead & 0x1FU) << 6U | bits(at + 1, 0x3F);
      size = 2;
    } else if (lead >= 0xE0 && lead < 0xE3 && at + 2 < end) {
      code = (lead & 0xFU) << 12U | bits(at + 1, 0x3F) << 6U | bits(at + 2, 0x3F);
      size = 3;
    } else if (lead >= 0x80) {
      return at;
    }
    if ((traits[code] & (trait::letter | trait::combining)) == 0 || (traits[code] & trait::han) != 0) return at;
    at += size;
  }
  return at;
}

}  // namespace aligner::anchors
