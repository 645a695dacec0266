#pragma once
// TokenisedText: the segments of a document as rows of token numbers, ready for counting.
//
//   LanguageSide side;                                     // the vocabularies of one side of a bitext
//   TokenisedText text = tokenise(document, segmentation, side);
//   side.words.name(text.segments[0].tokens[0].word);     // "ngày"
//
// A token has two numbers: its word (case folded) and its stem (the first four letters; the first character of a Han
// word), so that inflected words share what they learn.

#include <cstddef>
#include <string_view>
#include <vector>

#include "aligner/lexicon/vocabulary.h"
#include "aligner/segment/segmentation.h"
#include "aligner/segment/words.h"
#include "aligner/text/document.h"

namespace aligner::lexicon {

enum class TokenClass : unsigned char { word, number, punctuation, anchor };
inline constexpr std::size_t token_class_count = 4;

/// Of a longer segment (a text without a full stop) only the first tokens take part; comparing segments is quadratic in
/// them.
inline constexpr std::size_t longest_segment_tokens = 1000;

struct Token {
  TokenId word = 0;
  TokenId stem = 0;
  TokenClass kind = TokenClass::word;
  text::Span span;  // bytes of the document
};

struct TokenisedSegment {
  std::vector<Token> tokens;  // in document order; anchors, where a caller adds them, behind the words
  double length = 0;          // characters (code points) without white space
};

struct TokenisedText {
  std::vector<TokenisedSegment> segments;
};

/// The vocabularies of one side, shared by all documents of a run.
struct LanguageSide {
  Vocabulary words;
  Vocabulary stems;
  bool has_stems = true;  // else the stem of a word is the word itself
};

/// Cuts and counts. Adds to `side`.
TokenisedText tokenise(const text::Document& document, const segment::Segmentation& segmentation, LanguageSide& side);

/// The same where somebody else cut the words: a token is what stands between white space (space, tab, line end),
/// whatever it holds. One with a digit is a number, one without a letter punctuation.
TokenisedText tokenise_at_white_space(const text::Document& document, const segment::Segmentation& segmentation,
                                      LanguageSide& side);

/// Adds one token that stands for an anchor, under a key no word can have.
Token add_anchor_token(std::string_view key, text::Span span, LanguageSide& side);

/// The stem of a case-folded word: its first four code points, or the first where it is Han.
std::string_view stem_of(std::string_view folded_word);

}  // namespace aligner::lexicon
