#pragma once
// What the cutting of tokens asks of a character. Private.
//
//   const TokenCharacter first = token_character_at(text, at);
//   first.code; first.end; first.is(trait::letter);
//
// ICU answers once in a process for every character below U+3100; common Han characters are told by their range.

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

/// The character that begins at `at`, which lies inside `text`. Bytes that are no UTF-8 give U+FFFD.
TokenCharacter token_character_at(std::string_view text, std::size_t at);

/// The first place at or behind `at` where no ASCII letter stands.
std::size_t skip_ascii_letters(std::string_view text, std::size_t at, std::size_t end);

}  // namespace aligner::anchors
