#include "aligner/lexicon/tokenised_text.h"

#include <string>

#include "aligner/text/folded_text.h"

namespace aligner::lexicon {
namespace {

constexpr std::size_t stem_letters = 4;  // best of 4 and 6 in the method's first measurements

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

// Three-byte UTF-8 from E3 90 (behind the kana) to E9 BF holds the common Han characters, F0 A0 and beyond the rare
// ones.
bool begins_with_han(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word.empty() ? 0 : word[0]);
  const auto next = static_cast<unsigned char>(word.size() < 2 ? 0 : word[1]);
  return (lead >= 0xE4 && lead <= 0xE9) || (lead == 0xE3 && next >= 0x90) || (lead == 0xF0 && next >= 0xA0);
}

double count_characters(std::string_view bytes) {
  std::size_t count = 0;
  for (const char byte : bytes) {
    if (begins_code_point(byte) && !is_space(byte)) ++count;
  }
  return static_cast<double>(count);
}

TokenClass class_of(segment::WordKind kind) {
  switch (kind) {
    case segment::WordKind::letters:
      return TokenClass::word;
    case segment::WordKind::number:
      return TokenClass::number;
    case segment::WordKind::punctuation:
      return TokenClass::punctuation;
  }
  return TokenClass::word;
}

}  // namespace

std::string_view stem_of(std::string_view folded_word) {
  const std::size_t wanted = begins_with_han(folded_word) ? 1 : stem_letters;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < folded_word.size(); ++at) {
    if (begins_code_point(folded_word[at]) && letters++ == wanted) return folded_word.substr(0, at);
  }
  return folded_word;
}

TokenisedText tokenise(const text::Document& document, const segment::Segmentation& segmentation, LanguageSide& side) {
  TokenisedText text;
  text.segments.reserve(segmentation.size());
  for (const segment::Segment& segment : segmentation.segments) {
    TokenisedSegment row;
    row.length = count_characters(document.slice(segment.span));
    for (const segment::Word& word : segment::find_words(document.bytes(), segment.span, document.language())) {
      if (row.tokens.size() == longest_segment_tokens) break;
      const std::string folded = text::fold(document.slice(word.span));
      const TokenClass kind = class_of(word.kind);
      const bool is_cut = kind == TokenClass::word && side.has_stems;
      const std::string_view stem = is_cut ? stem_of(folded) : std::string_view(folded);
      row.tokens.push_back({side.words.add(folded), side.stems.add(stem), kind, word.span});
    }
    text.segments.push_back(std::move(row));
  }
  return text;
}

Token add_anchor_token(std::string_view key, text::Span span, LanguageSide& side) {
  const std::string name = std::string("\x01") + std::string(key);
  return {side.words.add(name), side.stems.add(name), TokenClass::anchor, span};
}

}  // namespace aligner::lexicon
