#pragma once
// Tokens: a segment cut into words, digits and marks, each looked up once in the vocabulary of its language. Private.
//
//   TokenizedDocument cut(document, segmentation);
//   Phrase phrase = cut.phrase(0);  // "Ngày 16/5" -> Ngày 16 / 5
//   phrase[0].has(sense::day_word); phrase.text(0);  // "ngày"
//   phrase[99].kind;                // TokenKind::nothing: reading past the end is allowed and harmless
//
// Unlike segment::find_words, digits are never joined with separators and every token knows whether white space stands
// before it: the readers of dates and numbers decide what belongs together.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/anchors/token_words.h"
#include "aligner/anchors/vocabulary.h"
#include "aligner/segment/segmentation.h"
#include "aligner/text/document.h"
#include "aligner/text/span.h"

namespace aligner::anchors {

enum class TokenKind : std::uint8_t { nothing, word, digits, mark };

struct Token {
  text::Span span;                // bytes of the document
  std::size_t folded_begin = 0;   // its lower-case form, in TokenizedDocument
  std::uint32_t folded_size = 0;  // bytes
  std::uint32_t word = 0;         // number of the folded form, below TokenizedDocument::word_count(); 0 for marks too
  char32_t mark = 0;              // the character of a mark; Chinese and Manchu ones as their Latin twins
  Senses senses = 0;              // what the word can mean in dates, numbers and names
  std::int16_t value = 0;         // number that goes with the senses: the month, the digit
  TokenKind kind = TokenKind::nothing;
  TokenScript script = TokenScript::other;
  bool capital = false;               // begins with a capital letter
  bool all_capitals = false;          // two letters or more, all of them capitals
  bool space_before = false;          // white space, or the segment's begin, stands before it
  bool joining_space_before = false;  // one no-break or thin space, as within 600 000; space_before is set too

  bool has(Senses asked) const { return (senses & asked) != 0; }
  bool is_word() const { return kind == TokenKind::word; }
  bool is_digits() const { return kind == TokenKind::digits; }
  bool is_mark(char32_t asked) const { return kind == TokenKind::mark && mark == asked; }
  bool is_dash() const;  // hyphen, en dash, em dash and their kin
};

inline constexpr Token no_token{};

/// The tokens of one segment. The TokenizedDocument must outlive it.
class Phrase {
 public:
  Phrase(const Token* tokens, std::size_t size, const char* folded) : tokens_(tokens), size_(size), folded_(folded) {}

  std::size_t size() const { return size_; }

  /// Its first `size` tokens.
  Phrase first(std::size_t size) const { return {tokens_, size < size_ ? size : size_, folded_}; }

  /// The token at `at`, or a token of kind nothing where there is none.
  const Token& operator[](std::size_t at) const { return at < size_ ? tokens_[at] : no_token; }

  /// Lower case, NFC, ё as е, Manchu script in Latin; digits as ASCII. Empty for marks and past the end.
  std::string_view text(std::size_t at) const {
    const Token& token = (*this)[at];
    return {folded_ + token.folded_begin, token.folded_size};
  }

  bool is(std::size_t at, std::string_view folded) const {
    return (*this)[at].folded_size == folded.size() && text(at) == folded;
  }

  /// True when the token follows the one before it without white space.
  bool is_tight(std::size_t at) const {
    const Token& token = (*this)[at];
    return token.kind != TokenKind::nothing && !token.space_before;
  }

  /// From the begin of one token to the end of the one before `end`.
  text::Span span(std::size_t begin, std::size_t end) const {
    return {(*this)[begin].span.begin, (*this)[end - 1].span.end};
  }

 private:
  const Token* tokens_;
  std::size_t size_;
  const char* folded_;
};

/// All tokens of a document. The document must outlive it.
class TokenizedDocument {
 public:
  TokenizedDocument(const text::Document& document, const segment::Segmentation& segmentation);

  std::size_t segment_count() const { return segment_begins_.size() - 1; }
  Phrase phrase(std::size_t segment) const {
    const std::size_t begin = segment_begins_[segment];
    return {tokens_.data() + begin, segment_begins_[segment + 1] - begin, words_.folded().bytes().data()};
  }

  std::string_view folded(const Token& token) const {
    return std::string_view(words_.folded().bytes()).substr(token.folded_begin, token.folded_size);
  }
  std::string_view written(const Token& token) const { return document_->slice(token.span); }
  Language language() const { return language_; }

  /// Folded forms are numbered from 0: what is found out about a word can be kept in a vector of this size.
  std::size_t word_count() const { return words_.folded().size(); }
  std::optional<std::uint32_t> find_word(std::string_view folded) const { return words_.folded().find(folded); }

 private:
  void cut(text::Span range);
  void read_word(Token& token);
  void read_digits(Token& token);

  const text::Document* document_;
  Language language_;
  TokenWords words_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> segment_begins_;  // and one more entry: the number of tokens
};

}  // namespace aligner::anchors
