#include "aligner/anchors/tokens.h"

#include <string>

#include <unicode/uchar.h>

#include "aligner/anchors/token_characters.h"

namespace aligner::anchors {
namespace {

constexpr std::size_t usual_token_size = 5;  // bytes, with the space before it

// Full-width and Manchu marks as the readers of dates and numbers know them.
char32_t plain_mark(char32_t code) {
  switch (code) {
    case 0x1802:
    case 0x1808:
      return U',';
    case 0x1803:
    case 0x1809:
      return U'.';
    default:
      break;
  }
  const bool full_width = code >= 0xFF01 && code <= 0xFF5E;
  return full_width ? code - 0xFF01 + U'!' : code;
}

// No-break, thin and narrow no-break space: they group digits in any language.
bool is_joining_space(char32_t code) { return code == 0xA0 || code == 0x2009 || code == 0x202F; }

bool is_letter_at(std::string_view text, std::size_t at, std::size_t end) {
  return at < end && token_character_at(text, at).is(trait::letter);
}

// Inside a word when two letters follow ("D'Aguilar", "T'ien"), not before a lone s ("China's").
bool is_inside_word(const TokenCharacter& apostrophe, std::string_view text, std::size_t end) {
  if (!is_letter_at(text, apostrophe.end, end)) return false;
  return is_letter_at(text, token_character_at(text, apostrophe.end).end, end);
}

// The end of the word that begins with the letter `first`.
std::size_t end_of_word(std::string_view text, const TokenCharacter& first, std::size_t end) {
  if (first.is(trait::han)) return first.end;  // every ideograph is a word
  const bool manchu = script_of(first.code) == TokenScript::manchu;
  for (std::size_t at = first.end;;) {
    at = skip_letters(text, at, end);
    if (at >= end) return at;
    const TokenCharacter next = token_character_at(text, at);
    const bool inside = (next.is(trait::letter | trait::combining) && !next.is(trait::han)) ||
                        (manchu && next.is(trait::inside_manchu)) ||
                        (next.is(trait::apostrophe) && is_inside_word(next, text, end));
    if (!inside) return at;
    at = next.end;
  }
}

std::size_t end_of_digits(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    const TokenCharacter next = token_character_at(text, at);
    if (!next.is(trait::digit)) break;
    at = next.end;
  }
  return at;
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

std::string ascii_digits(std::string_view digits) {
  std::string ascii;
  for (std::size_t at = 0; at < digits.size();) {
    const TokenCharacter next = token_character_at(digits, at);
    ascii += static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(next.code)));
    at = next.end;
  }
  return ascii;
}

}  // namespace

bool Token::is_dash() const {
  if (kind != TokenKind::mark) return false;
  return mark == U'-' || (mark >= 0x2010 && mark <= 0x2015) || mark == 0x2212;
}

TokenizedDocument::TokenizedDocument(const text::Document& document, const segment::Segmentation& segmentation)
    : document_(&document), language_(language_of(document.language())), words_(language_) {
  tokens_.reserve(document.bytes().size() / usual_token_size);
  segment_begins_.reserve(segmentation.size() + 1);
  for (const segment::Segment& segment : segmentation.segments) {
    segment_begins_.push_back(tokens_.size());
    cut(segment.span);
  }
  segment_begins_.push_back(tokens_.size());
}

void TokenizedDocument::cut(text::Span range) {
  const std::string& bytes = document_->bytes();
  bool space_before = true;
  bool joining_space = false;
  for (std::size_t at = range.begin; at < range.end;) {
    const TokenCharacter first = token_character_at(bytes, at);
    if (first.is(trait::space)) {
      joining_space = !space_before && is_joining_space(first.code);
      space_before = true;
      at = first.end;
      continue;
    }
    Token& token = tokens_.emplace_back();
    token.span = {at, first.end};
    token.space_before = space_before;
    token.joining_space_before = joining_space;
    if (first.is(trait::letter)) {
      token.span.end = end_of_word(bytes, first, range.end);
      read_word(token);
    } else if (first.is(trait::digit)) {
      token.span.end = end_of_digits(bytes, first.end, range.end);
      read_digits(token);
    } else {
      token.kind = TokenKind::mark;
      token.mark = plain_mark(first.code);
    }
    at = token.span.end;
    space_before = joining_space = false;
  }
}

void TokenizedDocument::read_word(Token& token) {
  const TokenWord& word = words_.look_up(document_->slice(token.span));
  token.kind = TokenKind::word;
  token.folded_begin = word.folded.begin;
  token.folded_size = static_cast<std::uint32_t>(word.folded.size());
  token.word = word.number;
  token.senses = word.senses;
  token.value = word.value;
  token.script = word.script;
  token.capital = word.capital;
  token.all_capitals = word.all_capitals;
}

void TokenizedDocument::read_digits(Token& token) {
  const std::string_view digits = document_->slice(token.span);
  token.kind = TokenKind::digits;
  token.word = words_.number_of_digits(is_ascii(digits) ? digits : std::string_view(ascii_digits(digits)));
  const text::Span folded = words_.folded().place(token.word);
  token.folded_begin = folded.begin;
  token.folded_size = static_cast<std::uint32_t>(folded.size());
}

}  // namespace aligner::anchors
