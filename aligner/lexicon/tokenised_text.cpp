#include "aligner/lexicon/tokenised_text.h"

#include <algorithm>
#include <string>
#include <utility>

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

// Of what somebody else cut. Letters beyond ASCII are taken for letters.
TokenClass class_of_piece(std::string_view piece) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  };
  if (std::any_of(piece.begin(), piece.end(), is_digit)) return TokenClass::number;
  return std::any_of(piece.begin(), piece.end(), is_letter) ? TokenClass::word : TokenClass::punctuation;
}

// `cut` gives the tokens' spans and classes within a segment's span.
template <typename Cut>
TokenisedText tokenise_with(const text::Document& document, const segment::Segmentation& segmentation,
                            LanguageSide& side, const Cut& cut) {
  TokenisedText text;
  text.segments.reserve(segmentation.size());
  for (const segment::Segment& segment : segmentation.segments) {
    TokenisedSegment row;
    row.length = count_characters(document.slice(segment.span));
    for (const auto& [span, kind] : cut(segment.span)) {
      if (row.tokens.size() == longest_segment_tokens) break;
      const std::string folded = text::fold(document.slice(span));
      const bool is_cut = kind == TokenClass::word && side.has_stems;
      const std::string_view stem = is_cut ? stem_of(folded) : std::string_view(folded);
      row.tokens.push_back({side.words.add(folded), side.stems.add(stem), kind, span});
    }
    text.segments.push_back(std::move(row));
  }
  return text;
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
  segment::WordFinder finder(document.language());
  return tokenise_with(document, segmentation, side, [&](text::Span span) {
    std::vector<std::pair<text::Span, TokenClass>> pieces;
    for (const segment::Word& word : finder.find_words(document.bytes(), span)) {
      pieces.emplace_back(word.span, class_of(word.kind));
    }
    return pieces;
  });
}

TokenisedText tokenise_at_white_space(const text::Document& document, const segment::Segmentation& segmentation,
                                      LanguageSide& side) {
  const std::string_view bytes = document.bytes();
  return tokenise_with(document, segmentation, side, [&](text::Span span) {
    std::vector<std::pair<text::Span, TokenClass>> pieces;
    for (std::size_t at = span.begin; at < span.end;) {
      const std::size_t begin = at;
      while (at < span.end && !is_space(bytes[at])) ++at;
      if (at > begin) pieces.emplace_back(text::Span{begin, at}, class_of_piece(bytes.substr(begin, at - begin)));
      if (at < span.end) ++at;
    }
    return pieces;
  });
}

Token add_anchor_token(std::string_view key, text::Span span, LanguageSide& side) {
  const std::string name = std::string("\x01") + std::string(key);
  return {side.words.add(name), side.stems.add(name), TokenClass::anchor, span};
}

}  // namespace aligner::lexicon
