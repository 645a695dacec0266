#include "aligner/anchors/token_words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "aligner/anchors/token_characters.h"
#include "aligner/error.h"
#include "aligner/text/manchu.h"

namespace aligner::anchors {
namespace {

constexpr std::size_t longest_listed_word = 40;      // bytes; longer words are in no vocabulary
constexpr std::size_t longest_composed_word = 1024;  // bytes; ICU sorts a run of marks in quadratic time

constexpr UChar32 small_yo = 0x451;
constexpr UChar32 small_ye = 0x435;

UChar32 fold(UChar32 code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 32 : code;
  const UChar32 lower = u_tolower(code);
  return lower == small_yo ? small_ye : lower;
}

void append(std::string& out, UChar32 code) {
  char buffer[4];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(buffer), length, code);
  out.append(buffer, static_cast<std::size_t>(length));
}

const icu::Normalizer2& composer() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0 || nfc == nullptr) {
    throw Error("ICU cannot normalise text (getNFCInstance failed); check that its data files are installed");
  }
  return *nfc;
}

std::string compose(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString composed = composer().normalize(icu::UnicodeString::fromUTF8(text), status);
  std::string result;
  if (U_FAILURE(status) == 0) composed.toUTF8String(result);
  return result;
}

}  // namespace

TokenScript script_of(char32_t code) {
  if (code < 0x250 || (code >= 0x1E00 && code < 0x1F00)) return TokenScript::latin;
  if (code >= 0x400 && code < 0x530) return TokenScript::cyrillic;
  if (code >= 0x1820 && code < 0x18AB) return TokenScript::manchu;
  const bool han = code >= 0x2E80 && u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_IDEOGRAPHIC) != 0;
  return han ? TokenScript::han : TokenScript::other;
}

TokenWord TokenWords::find_out(std::string_view written) {
  TokenWord word;
  std::string folded;
  bool combining = false;
  bool small = false;  // a letter that is no capital
  std::size_t letters = 0;
  for (std::size_t at = 0; at < written.size();) {
    const TokenCharacter next = token_character_at(written, at);
    const auto code = static_cast<UChar32>(next.code);
    if (letters == 0) {
      word.script = script_of(next.code);
      word.capital = u_isupper(code) != 0 || u_istitle(code) != 0;
    }
    if (next.is(trait::letter)) {
      ++letters;
      small = small || u_isupper(code) == 0;
    } else {
      combining = combining || next.is(trait::combining);
    }
    append(folded, fold(code));
    at = next.end;
  }
  word.all_capitals = letters > 1 && word.capital && !small;
  if (combining && folded.size() <= longest_composed_word) folded = compose(folded);
  if (word.script == TokenScript::manchu) folded = text::manchu_to_latin(folded);
  word.number = folded_.number_of(folded);
  word.folded = folded_.place(word.number);
  if (folded.size() > longest_listed_word) return word;
  if (const WordSense* sense = vocabulary_->find(folded)) {
    word.senses = sense->senses;
    word.value = sense->value;
  }
  return word;
}

}  // namespace aligner::anchors
