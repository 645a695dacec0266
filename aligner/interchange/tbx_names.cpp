#include "aligner/interchange/tbx_names.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace aligner::interchange {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'A' && c <= 'F'); }

// The code point at the front and its bytes.
struct Letter {
  std::uint32_t code = 0;
  std::size_t size = 1;
};

Letter first_letter(std::string_view utf8) {
  const auto byte = static_cast<unsigned char>(utf8.front());
  const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  std::uint32_t code = byte & (size == 1 ? 0x7FU : 0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size && i < utf8.size(); ++i) {
    code = code << 6 | (static_cast<unsigned char>(utf8[i]) & 0x3FU);
  }
  return {code, size};
}

// NameStartChar of XML 1.0, fifth edition, production 4, beyond ASCII.
bool is_name_letter(std::uint32_t code) {
  return (code >= 0xC0 && code <= 0x2FF && code != 0xD7 && code != 0xF7) ||
         (code >= 0x370 && code <= 0x1FFF && code != 0x37E) || (code >= 0x200C && code <= 0x200D) ||
         (code >= 0x2070 && code <= 0x218F) || (code >= 0x2C00 && code <= 0x2FEF) ||
         (code >= 0x3001 && code <= 0xD7FF) || (code >= 0xF900 && code <= 0xFDCF) ||
         (code >= 0xFDF0 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0xEFFFF);
}

// "_x3A_" and the like at the front; its length, else 0.
std::size_t escape_size(std::string_view text) {
  if (!text.starts_with("_x")) return 0;
  std::size_t end = 2;
  while (end < text.size() && end < 8 && is_hex(text[end])) ++end;
  return end > 2 && end < text.size() && text[end] == '_' ? end + 1 : 0;
}

std::string escaped(std::uint32_t code) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hex;
  for (; code > 0 || hex.empty(); code >>= 4) hex.insert(hex.begin(), digits[code & 15U]);
  return "_x" + hex + "_";
}

std::string utf8_of(std::uint32_t code) {
  const auto byte = [](std::uint32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0U | code >> 6), byte(0x80U | (code & 0x3FU))};
  if (code < 0x10000)
    return {byte(0xE0U | code >> 12), byte(0x80U | (code >> 6 & 0x3FU)), byte(0x80U | (code & 0x3FU))};
  return {byte(0xF0U | code >> 18), byte(0x80U | (code >> 12 & 0x3FU)), byte(0x80U | (code >> 6 & 0x3FU)),
          byte(0x80U | (code & 0x3FU))};
}

bool is_character(std::uint32_t code) { return code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF); }

struct PartName {
  terms::PartOfSpeech part;
  std::string_view word;
};
constexpr PartName parts[] = {{terms::PartOfSpeech::noun, "noun"},     {terms::PartOfSpeech::proper_noun, "properNoun"},
                              {terms::PartOfSpeech::verb, "verb"},     {terms::PartOfSpeech::adjective, "adjective"},
                              {terms::PartOfSpeech::adverb, "adverb"}, {terms::PartOfSpeech::other, "other"}};

}  // namespace

std::string xml_id(std::string_view id) {
  std::string out;
  bool is_first = true;
  const bool looks_like_a_change = id.starts_with(change_id);
  for (std::string_view rest = id; !rest.empty();) {
    const Letter letter = first_letter(rest);
    const char c = rest.front();
    const bool starts = letter.size == 1 ? is_letter(c) || c == '_' : is_name_letter(letter.code);
    const bool goes_on = starts || is_digit(c) || c == '-' || c == '.';
    const bool is_fine = (is_first ? starts && !looks_like_a_change : goes_on) && escape_size(rest) == 0;
    out += is_fine ? std::string(rest.substr(0, letter.size)) : escaped(letter.code);
    rest.remove_prefix(std::min(letter.size, rest.size()));
    is_first = false;
  }
  return out;
}

std::string plain_id(std::string_view xml) {
  std::string out;
  while (!xml.empty()) {
    const std::size_t size = escape_size(xml);
    std::uint32_t code = 0;
    for (std::size_t i = 2; i + 1 < size; ++i) {
      code = code * 16 + static_cast<std::uint32_t>(is_digit(xml[i]) ? xml[i] - '0' : xml[i] - 'A' + 10);
    }
    const bool is_escape = size > 0 && is_character(code);
    out += is_escape ? utf8_of(code) : std::string(1, xml.front());
    xml.remove_prefix(is_escape ? size : 1);
  }
  return out;
}

std::string tbx_part_of_speech(terms::PartOfSpeech part) {
  for (const PartName& one : parts) {
    if (one.part == part) return std::string(one.word);
  }
  return {};
}

std::optional<terms::PartOfSpeech> find_tbx_part_of_speech(std::string_view word) {
  for (const PartName& one : parts) {
    if (one.word == word) return one.part;
  }
  return std::nullopt;
}

std::string tbx_status(terms::TermStatus status) {
  switch (status) {
    case terms::TermStatus::preferred:
      return "preferredTerm-admn-sts";
    case terms::TermStatus::admitted:
      return "admittedTerm-admn-sts";
    case terms::TermStatus::deprecated:
    case terms::TermStatus::rejected:  // told apart by projectSubset; other tools had better not write it either
      return "deprecatedTerm-admn-sts";
    case terms::TermStatus::proposed:
      return {};
  }
  return {};
}

std::optional<terms::TermStatus> find_tbx_status(std::string_view word) {
  for (const std::string_view end : {"Term-admn-sts", "Term"}) {  // the latter: DatCatInfo's newer names
    if (word.size() > end.size() && word.ends_with(end)) {
      word.remove_suffix(end.size());
      break;
    }
  }
  if (word == "preferred" || word == "standardized") return terms::TermStatus::preferred;
  if (word == "admitted" || word == "legal" || word == "regulated") return terms::TermStatus::admitted;
  if (word == "deprecated" || word == "superseded") return terms::TermStatus::deprecated;
  return std::nullopt;
}

}  // namespace aligner::interchange
