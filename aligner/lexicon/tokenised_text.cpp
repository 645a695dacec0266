#include "aligner/lexicon/tokenised_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "aligner/text/distinct_words.h"
#include "aligner/text/folded_text.h"

namespace aligner::lexicon {
namespace {

constexpr std::size_t stem_letters = 4;  // best of 4 and 6 in the method's first measurements

constexpr bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

constexpr bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

// Three-byte UTF-8 from E3 90 (behind the kana) to E9 BF holds the common Han characters, F0 A0 and beyond the rare
// ones.
bool begins_with_han(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word.empty() ? 0 : word[0]);
  const auto next = static_cast<unsigned char>(word.size() < 2 ? 0 : word[1]);
  return (lead >= 0xE4 && lead <= 0xE9) || (lead == 0xE3 && next >= 0x90) || (lead == 0xF0 && next >= 0xA0);
}

// 1 for every byte that begins a code point other than white space.
constexpr std::array<unsigned char, 256> make_counted_bytes() {
  std::array<unsigned char, 256> counted{};
  for (std::size_t byte = 0; byte < counted.size(); ++byte) {
    const char c = static_cast<char>(static_cast<unsigned char>(byte));
    counted[byte] = begins_code_point(c) && !is_space(c) ? 1 : 0;
  }
  return counted;
}

double count_characters(std::string_view bytes) {
  static constexpr std::array<unsigned char, 256> counted = make_counted_bytes();
  std::size_t count = 0;
  for (const char byte : bytes) count += counted[static_cast<unsigned char>(byte)];
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
segment::WordKind kind_of_piece(std::string_view piece) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  };
  if (std::any_of(piece.begin(), piece.end(), is_digit)) return segment::WordKind::number;
  const bool has_letter = std::any_of(piece.begin(), piece.end(), is_letter);
  return has_letter ? segment::WordKind::letters : segment::WordKind::punctuation;
}

// Numbers words for a side. A text repeats most of its words: each is folded once, as it is written.
class WordNumbers {
 public:
  explicit WordNumbers(LanguageSide& side) : side_(side) {}

  Token token_of(std::string_view written, const segment::Word& word) {
    const TokenClass kind = class_of(word.kind);
    const bool is_stemmed = kind == TokenClass::word && side_.has_stems;
    Numbers& numbers = is_stemmed ? stemmed_ : whole_;
    const std::uint32_t number = numbers.written.number_of(written);
    if (number == numbers.tokens.size()) {
      numbers.tokens.push_back(add(written, is_stemmed));
    } else {
      side_.words.add_again(numbers.tokens[number].word);
      side_.stems.add_again(numbers.tokens[number].stem);
    }
    const Known& known = numbers.tokens[number];
    return {known.word, known.stem, kind, word.span};
  }

 private:
  struct Known {
    TokenId word = 0;
    TokenId stem = 0;
  };
  struct Numbers {
    text::DistinctWords written;
    std::vector<Known> tokens;  // by number of the written form
  };

  Known add(std::string_view written, bool is_stemmed) {
    const std::string folded = text::fold(written);
    const std::string_view stem = is_stemmed ? stem_of(folded) : std::string_view(folded);
    return {side_.words.add(folded), side_.stems.add(stem)};
  }

  LanguageSide& side_;
  Numbers stemmed_;
  Numbers whole_;  // what has no stem: numbers, punctuation
};

// `cut` gives the words within a segment's span.
template <typename Cut>
TokenisedText tokenise_with(const text::Document& document, const segment::Segmentation& segmentation,
                            LanguageSide& side, const Cut& cut) {
  TokenisedText text;
  text.segments.reserve(segmentation.size());
  WordNumbers numbers(side);
  for (const segment::Segment& segment : segmentation.segments) {
    TokenisedSegment row;
    row.length = count_characters(document.slice(segment.span));
    const std::vector<segment::Word> words = cut(segment.span);
    const std::size_t taken = std::min(words.size(), longest_segment_tokens);
    row.tokens.reserve(taken);
    for (std::size_t i = 0; i < taken; ++i) {
      row.tokens.push_back(numbers.token_of(document.slice(words[i].span), words[i]));
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
  return tokenise_with(document, segmentation, side,
                       [&](text::Span span) { return finder.find_words(document.bytes(), span); });
}

TokenisedText tokenise_at_white_space(const text::Document& document, const segment::Segmentation& segmentation,
                                      LanguageSide& side) {
  const std::string_view bytes = document.bytes();
  return tokenise_with(document, segmentation, side, [&](text::Span span) {
    std::vector<segment::Word> pieces;
    for (std::size_t at = span.begin; at < span.end;) {
      const std::size_t begin = at;
      while (at < span.end && !is_space(bytes[at])) ++at;
      if (at > begin) pieces.push_back({{begin, at}, kind_of_piece(bytes.substr(begin, at - begin))});
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
