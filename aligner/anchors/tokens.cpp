#include "aligner/anchors/tokens.h"

#include <limits>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "aligner/error.h"
#include "aligner/text/manchu.h"

namespace aligner::anchors {
namespace {

constexpr std::size_t longest_listed_word = 40;  // bytes; longer words are in no vocabulary

struct Character {
  UChar32 code = 0;
  std::size_t end = 0;  // byte offset behind it
};

// ICU counts bytes in 32 bits; a window keeps larger documents within them.
Character character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, at + 1};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
  const auto length = static_cast<std::int32_t>(text.size() - at < 4 ? text.size() - at : 4);
  std::int32_t offset = 0;
  UChar32 code = 0;
  U8_NEXT_OR_FFFD(bytes, offset, length, code);
  return {code, at + static_cast<std::size_t>(offset)};
}

bool is_space(UChar32 code) {
  if (code < 0x80) return code == ' ' || (code >= 0x09 && code <= 0x0D);
  return u_isUWhiteSpace(code) != 0;
}

bool is_letter(UChar32 code) {
  if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  constexpr UChar32 han_nought = 0x3007;  // a number by its class, a character of 一八五〇 to us
  return u_isalpha(code) != 0 || code == han_nought;
}

bool is_combining(UChar32 code) {
  return code >= 0x300 && (U_GET_GC_MASK(code) & (U_GC_MN_MASK | U_GC_MC_MASK | U_GC_ME_MASK)) != 0;
}

bool is_han(UChar32 code) { return code >= 0x2E80 && (u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC) != 0); }

bool is_apostrophe(UChar32 code) { return code == '\'' || code == 0x2019 || code == 0x2BC || code == 0x2BB; }

bool is_digit(UChar32 code) {
  if (code < 0x80) return code >= '0' && code <= '9';
  return u_charType(code) == U_DECIMAL_DIGIT_NUMBER;
}

TokenScript script_of(UChar32 code) {
  if (code < 0x250 || (code >= 0x1E00 && code < 0x1F00)) return TokenScript::latin;
  if (code >= 0x400 && code < 0x530) return TokenScript::cyrillic;
  if (code >= 0x1820 && code < 0x18AB) return TokenScript::manchu;
  return is_han(code) ? TokenScript::han : TokenScript::other;
}

// Full-width and Manchu marks as the readers of dates and numbers know them.
char32_t plain_mark(UChar32 code) {
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
  return static_cast<char32_t>(full_width ? code - 0xFF01 + '!' : code);
}

// What stands inside Manchu words without being a letter: nirugu and the sign that parts syllables.
bool is_inside_manchu(UChar32 code) { return code == 0x180A || code == 0x1807; }

void append(std::string& out, UChar32 code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
    return;
  }
  char buffer[4];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(buffer), length, code);
  out.append(buffer, static_cast<std::size_t>(length));
}

constexpr UChar32 small_yo = 0x451;
constexpr UChar32 small_ye = 0x435;

UChar32 fold(UChar32 code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 32 : code;
  const UChar32 lower = u_tolower(code);
  return lower == small_yo ? small_ye : lower;
}

const icu::Normalizer2& composer() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0 || nfc == nullptr) {
    throw Error("ICU cannot normalise text (getNFCInstance failed); check that its data files are installed");
  }
  return *nfc;
}

std::string compose(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto length = static_cast<std::int32_t>(text.size());
  const icu::UnicodeString composed =
      composer().normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), length)), status);
  std::string result;
  if (U_FAILURE(status) == 0) composed.toUTF8String(result);
  return result;
}

}  // namespace

bool Token::is_dash() const {
  if (kind != TokenKind::mark) return false;
  return mark == U'-' || (mark >= 0x2010 && mark <= 0x2015) || mark == 0x2212;
}

TokenizedDocument::TokenizedDocument(const text::Document& document, const segment::Segmentation& segmentation)
    : document_(&document), language_(language_of(document.language())) {
  folded_.reserve(document.bytes().size());
  for (const segment::Segment& segment : segmentation.segments) {
    segment_begins_.push_back(tokens_.size());
    cut(segment.span);
  }
  segment_begins_.push_back(tokens_.size());
}

void TokenizedDocument::cut(text::Span range) {
  const std::string& bytes = document_->bytes();
  bool space_before = true;
  for (std::size_t at = range.begin; at < range.end;) {
    const Character next = character_at(bytes, at);
    if (is_space(next.code)) {
      space_before = true;
      at = next.end;
      continue;
    }
    Token token{.span = {at, next.end}, .folded_begin = folded_.size()};
    token.space_before = space_before;
    if (is_letter(next.code)) {
      at = read_word(at, range.end, token);
    } else if (is_digit(next.code)) {
      at = read_digits(at, range.end, token);
    } else {
      token.kind = TokenKind::mark;
      token.mark = plain_mark(next.code);
      at = next.end;
    }
    token.span.end = at;
    tokens_.push_back(token);
    space_before = false;
  }
}

std::size_t TokenizedDocument::read_word(std::size_t at, std::size_t end, Token& token) {
  const std::string& bytes = document_->bytes();
  const Character first = character_at(bytes, at);
  token.kind = TokenKind::word;
  token.script = script_of(first.code);
  token.capital = u_isupper(first.code) != 0 || u_istitle(first.code) != 0;
  bool combining = false;
  bool small = !token.capital;
  std::size_t letters = 0;
  while (at < end) {
    const Character next = character_at(bytes, at);
    const bool han = is_han(next.code);
    if (letters > 0 && (han || token.script == TokenScript::han)) break;  // every ideograph is a word
    if (is_letter(next.code)) {
      ++letters;
      small = small || u_isupper(next.code) == 0;
    } else if (letters > 0 && is_combining(next.code)) {
      combining = true;
    } else if (letters > 0 && token.script == TokenScript::manchu && is_inside_manchu(next.code)) {
      // dropped with the transliteration below
    } else if (letters > 0 && is_apostrophe(next.code) && next.end < end) {
      // Inside a word when two letters follow ("D'Aguilar", "T'ien"), not before a lone s ("China's").
      const Character after = character_at(bytes, next.end);
      if (!is_letter(after.code) || after.end >= end || !is_letter(character_at(bytes, after.end).code)) break;
    } else {
      break;
    }
    append(folded_, fold(next.code));
    at = next.end;
  }
  token.all_capitals = letters > 1 && !small;
  if (combining) {
    const std::string composed = compose(std::string_view(folded_).substr(token.folded_begin));
    folded_.replace(token.folded_begin, std::string::npos, composed);
  }
  if (token.script == TokenScript::manchu) {
    const std::string latin = text::manchu_to_latin(std::string_view(folded_).substr(token.folded_begin));
    folded_.replace(token.folded_begin, std::string::npos, latin);
  }
  token.folded_size = static_cast<std::uint32_t>(folded_.size() - token.folded_begin);
  if (token.folded_size <= longest_listed_word) {
    if (const WordSense* word = vocabulary_of(language_).find(folded(token))) {
      token.senses = word->senses;
      token.value = word->value;
    }
  }
  return at;
}

std::size_t TokenizedDocument::read_digits(std::size_t at, std::size_t end, Token& token) {
  const std::string& bytes = document_->bytes();
  token.kind = TokenKind::digits;
  while (at < end) {
    const Character next = character_at(bytes, at);
    if (!is_digit(next.code)) break;
    folded_ += static_cast<char>('0' + u_charDigitValue(next.code));
    at = next.end;
  }
  token.folded_size = static_cast<std::uint32_t>(folded_.size() - token.folded_begin);
  return at;
}

}  // namespace aligner::anchors
