// Words found without ICU's machine are those it finds.

#include "aligner/segment/plain_words.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/utf8.h>

#include "aligner/segment/icu.h"
#include "aligner/segment/word_list.h"
#include "aligner/segment/words.h"

namespace aligner::segment {
namespace {

std::vector<Word> words_by_icu(const std::string& utf8, text::Span range, const text::LanguageTag& language) {
  const BreakIteratorPtr breaks = make_word_iterator(language);
  const Utf8Text stretch(std::string_view(utf8).substr(range.begin, range.size()));
  UErrorCode status = U_ZERO_ERROR;
  breaks->setText(stretch.get(), status);
  check_icu(status, "BreakIterator::setText");
  WordList words(utf8);
  std::size_t begin = range.begin;
  for (std::int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next()) {
    const std::size_t end = range.begin + static_cast<std::size_t>(at);
    words.add(begin, end, breaks->getRuleStatus() >= UBRK_WORD_NUMBER);
    begin = end;
  }
  return std::move(words).take();
}

std::string utf8_of(std::uint32_t code) {
  std::string utf8(4, '\0');
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(utf8.data()), size, static_cast<UChar32>(code));
  utf8.resize(static_cast<std::size_t>(size));
  return utf8;
}

void expect_same_words(const std::string& text, text::Span range, const std::string& language) {
  const auto tag = text::LanguageTag::parse(language);
  ASSERT_EQ(find_words(text, range, tag), words_by_icu(text, range, tag)) << language << ": " << text;
}

const std::vector<std::string>& languages() {
  static const std::vector<std::string> all{"vi", "en", "ru", "zh", "fi", "ja", "mnc", "und"};
  return all;
}

// What ordinary and less ordinary text is made of, joiners beside letters and digits above all.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all{
      " ",      " ",      " ",      "\n",   "\t",     "\r\n",   "\u00A0", "\u202F",     "\u3000", "\u2003", "\u0085",
      "\u2028", "a",      "Bc",     "năm",  "đ",      "Ж",      "ё",      "ß",          "ǰ",      "Ω",      "ά",
      "1",      "23",     "456",    ".",    ".",      ",",      "'",      "’",          "‘",      ":",      ";",
      "·",      "-",      "–",      "—",    "_",      "@",      "/",      "(",          ")",      "\"",     "«",
      "…",      "²",      "½",      "°",    "№",      "€",      "%",      "\u0301",     "\u0323", "\u0308", "\u00AD",
      "\u200B", "\u200D", "\uFE0F", "🙂", "👨",      "🇻",      "🇳",      "中國",       "人",     "黑龍江", "々",
      "〇",     "。",     "，",     "：",   "（",     "か",     "カ",     "한국",       "ก็",      "ᠠᡳ",     "\u180E",
      "\u180B", "א",      "ב",      "ע",    "１",     "Ａ",     "％",     "Ⅷ",          "ª",      "ʼ",      "˅",
      "͵",      "֊",      "և",      "٣",    "\u0600", "\u0085", "®",      "\U00020000", "豈"};
  return all;
}

TEST(PlainWords, AreThoseOfIcuOnRandomText) {
  std::mt19937 random(1689);

  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t left = 1 + random() % 12; left > 0; --left) text += pieces()[random() % pieces().size()];
    ASSERT_NO_FATAL_FAILURE(expect_same_words(text, {0, text.size()}, languages()[random() % languages().size()]));
  }
}

TEST(PlainWords, AreThoseOfIcuForEveryCharacterBetweenLettersDigitsAndSpaces) {
  for (std::uint32_t code = 1; code < 0x3100; ++code) {
    const std::string c = utf8_of(code);
    const std::string text = "a" + c + "b 1" + c + "2 a" + c + "1 1" + c + "a " + c + " " + c + c + "a " + c + "." + c;
    ASSERT_NO_FATAL_FAILURE(expect_same_words(text, {0, text.size()}, code % 2 == 0 ? "vi" : "ru"));
  }
}

TEST(PlainWords, AreThoseOfIcuInsideARange) {
  const std::string text = "на Аму́ре, 5,5 км. 黑龍江 Muravyov's";

  for (std::size_t begin = 0; begin <= text.size(); ++begin) {
    for (std::size_t end = begin; end <= text.size(); ++end) {
      const auto is_boundary = [&](std::size_t at) {
        return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
      };
      if (!is_boundary(begin) || !is_boundary(end)) continue;
      ASSERT_NO_FATAL_FAILURE(expect_same_words(text, {begin, end}, "ru"));
    }
  }
}

}  // namespace
}  // namespace aligner::segment
