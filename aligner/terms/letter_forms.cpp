#include "aligner/terms/letter_forms.h"

#include <array>
#include <cstdint>

#include "aligner/text/folded_text.h"

namespace aligner::terms {
namespace {

constexpr text::FoldOptions keep_case{.letter_case = text::FoldCase::keep};

struct LetterForm {
  std::array<char, 4> folded{};
  std::uint8_t size = 0;  // 0: not a common letter
  bool is_capital = false;
};

// Ranges of code points, one after another in the table. Cyrillic has combining marks in its middle.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};
constexpr std::array<Range, 4> ranges{{{0xC0, 0x250}, {0x400, 0x483}, {0x48A, 0x530}, {0x1E00, 0x1F00}}};
constexpr std::size_t table_size = (0x250 - 0xC0) + (0x483 - 0x400) + (0x530 - 0x48A) + 0x100;

using Table = std::array<LetterForm, table_size>;

std::string utf8_of(std::uint32_t code) {
  const auto byte = [](std::uint32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (code < 0x800) return {byte(0xC0U | code >> 6U), byte(0x80U | (code & 0x3FU))};
  return {byte(0xE0U | code >> 12U), byte(0x80U | (code >> 6U & 0x3FU)), byte(0x80U | (code & 0x3FU))};
}

LetterForm form_of(const std::string& letter) {
  const std::string folded = text::fold(letter);
  LetterForm form{.is_capital = folded != text::fold(letter, keep_case)};
  if (folded.size() > form.folded.size()) return form;
  folded.copy(form.folded.data(), folded.size());
  form.size = static_cast<std::uint8_t>(folded.size());
  return form;
}

Table make_table() {
  Table table{};
  std::size_t place = 0;
  for (const Range& range : ranges) {
    for (std::uint32_t code = range.begin; code < range.end; ++code) table[place++] = form_of(utf8_of(code));
  }
  return table;
}

// The form of the letter of `size` bytes, or nullptr where it is no common one.
const LetterForm* find_form(const char* letter, std::size_t size) {
  static const Table table = make_table();
  const auto bits = [letter](std::size_t at, std::uint32_t mask) {
    return static_cast<unsigned char>(letter[at]) & mask;
  };
  std::uint32_t code = 0;
  if (size == 2) code = bits(0, 0x1F) << 6U | bits(1, 0x3F);
  if (size == 3) code = bits(0, 0xF) << 12U | bits(1, 0x3F) << 6U | bits(2, 0x3F);
  std::size_t place = 0;
  for (const Range& range : ranges) {
    if (code >= range.begin && code < range.end) {
      const LetterForm& form = table[place + code - range.begin];
      return form.size > 0 ? &form : nullptr;
    }
    place += range.end - range.begin;
  }
  return nullptr;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool is_ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::size_t character_end(std::string_view utf8, std::size_t at) {
  std::size_t end = at + 1;
  while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0u) == 0x80u) ++end;
  return end;
}

std::string fold_word(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    if (is_ascii(word[at])) {
      folded += is_ascii_capital(word[at]) ? static_cast<char>(word[at] - 'A' + 'a') : word[at];
      ++at;
      continue;
    }
    const std::size_t end = character_end(word, at);
    const LetterForm* form = find_form(word.data() + at, end - at);
    if (form == nullptr) return text::fold(word);
    folded.append(form->folded.data(), form->size);
    at = end;
  }
  return folded;
}

bool is_capital_letter(std::string_view word, std::size_t at) {
  if (is_ascii(word[at])) return is_ascii_capital(word[at]);
  const std::string_view letter = word.substr(at, character_end(word, at) - at);
  if (const LetterForm* form = find_form(letter.data(), letter.size())) return form->is_capital;
  return text::fold(letter) != text::fold(letter, keep_case);
}

}  // namespace aligner::terms
