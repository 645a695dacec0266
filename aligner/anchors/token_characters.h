#pragma once
// What the cutting of tokens asks of a character. Private.
//
//   const TokenCharacter first = token_character_at(text, at);
//   first.code; first.end; first.is(trait::letter);
//
// ICU answers once in a process for every character below U+3100; common Han characters are told by their range.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace aligner::anchors {

namespace trait {
constexpr std::uint8_t space = 1U << 0;
constexpr std::uint8_t letter = 1U << 1;
constexpr std::uint8_t digit = 1U << 2;
constexpr std::uint8_t combining = 1U << 3;  // a mark over a letter
constexpr std::uint8_t apostrophe = 1U << 4;
constexpr std::uint8_t han = 1U << 5;            // an ideograph: a word of its own
constexpr std::uint8_t inside_manchu = 1U << 6;  // nirugu and the sign that parts syllables: in a word, but no letter
}  // namespace trait

struct TokenCharacter {
  char32_t code = 0;
  std::size_t end = 0;  // byte offset behind it
  std::uint8_t traits = 0;

  bool is(std::uint8_t asked) const { return (traits & asked) != 0; }
};

/// As token_character_at, for characters of two bytes and more.
TokenCharacter long_token_character_at(std::string_view text, std::size_t at);

/// What ASCII characters are, by code.
constexpr std::array<std::uint8_t, 0x80> make_ascii_traits() {
  std::array<std::uint8_t, 0x80> traits{};
  for (std::size_t code = '\t'; code <= '\r'; ++code) traits[code] = trait::space;
  for (std::size_t code = '0'; code <= '9'; ++code) traits[code] = trait::digit;
  for (std::size_t code = 'a'; code <= 'z'; ++code) traits[code] = traits[code - 'a' + 'A'] = trait::letter;
  traits[' '] = trait::space;
  traits['\''] = trait::apostrophe;
  return traits;
}
inline constexpr std::array<std::uint8_t, 0x80> ascii_traits = make_ascii_traits();

/// The character that begins at `at`, which lies inside `text`. Bytes that are no UTF-8 give U+FFFD.
inline TokenCharacter token_character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, at + 1, ascii_traits[lead]};
  return long_token_character_at(text, at);
}

/// Passes over letters and the marks over them, as far as a table tells that they are; ideographs are none of them.
std::size_t skip_letters(std::string_view text, std::size_t at, std::size_t end);

}  // namespace aligner::anchors
