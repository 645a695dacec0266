#pragma once
// What the targets of anchors share: a text made of any bytes, and a few terms.
//
//   std::optional<AnchoredInput> input = read_anchored(data, size);  // the first byte chooses the language
//   for (const Anchor& anchor : input->anchors) ...

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/anchors/find_anchors.h"
#include "aligner/segment/segment_document.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/document.h"

namespace tungse_fuzz {

inline constexpr std::array<const char*, 5> languages = {"vi", "en", "ru", "zh", "mnc"};

/// Seeds begin with the number of their language: seed(2, "в 1858 г.").
inline std::string seed(int language, const std::string& text) { return static_cast<char>('0' + language) + text; }

inline aligner::text::LanguageTag language_of(std::uint8_t byte) {
  const std::size_t number = (byte + 256U - '0') % 256U;  // '0' is the first
  return aligner::text::LanguageTag::parse(languages[number % languages.size()]);
}

/// How many bytes from `at` on are one well-formed character; 0 where none is.
inline std::size_t character_size(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t offset) {
    return at + offset < bytes.size() ? static_cast<unsigned char>(bytes[at + offset]) : 0U;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return 0;
  }
  const unsigned second = byte(1);
  const bool is_overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool is_beyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
  return is_overlong || is_beyond ? 0 : size;
}

/// The well-formed characters of any bytes: a mutation that breaks one still tries the rest.
inline std::string well_formed(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = character_size(bytes, at);
    text.append(bytes.substr(at, size));
    at += size == 0 ? 1 : size;
  }
  return text;
}

inline bool is_well_formed(std::string_view bytes) { return well_formed(bytes).size() == bytes.size(); }

/// Ends the program where an invariant does not hold, naming the line that asked.
inline void require(bool holds, int line = __builtin_LINE()) {
  if (holds) return;
  std::fprintf(stderr, "line %d: what must hold does not\n", line);
  std::abort();
}

/// A finder is made for each input: a long list would take most of the time.
inline const aligner::terms::TermList& few_terms() {
  static const aligner::terms::TermList list = aligner::terms::parse_terms(
      "en\tvi\tru\tzh\tmnc\nAmur\tAmur|Hắc Long Giang\tАмур\t黑龍江\tᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ\nMuravyov\tMuravyov\tМуравьёв\t\t\n",
      "few terms");
  return list;
}

struct AnchoredInput {
  aligner::text::Document document;
  aligner::segment::Segmentation segmentation;
  std::vector<aligner::anchors::Anchor> anchors;
};

inline AnchoredInput find_in(const std::string& text, const aligner::text::LanguageTag& language) {
  AnchoredInput input;
  input.document = aligner::text::Document::from_utf8(text, language, "input");
  input.segmentation = aligner::segment::segment_lines(input.document);
  input.anchors = aligner::anchors::find_anchors(input.document, input.segmentation, few_terms());
  return input;
}

/// Empty for no bytes.
inline std::optional<AnchoredInput> read_anchored(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return std::nullopt;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  return find_in(well_formed(bytes.substr(1)), language_of(data[0]));
}

}  // namespace tungse_fuzz
