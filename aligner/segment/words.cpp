#include "aligner/segment/words.h"

#include <unicode/ubrk.h>

#include "aligner/segment/icu.h"
#include "aligner/segment/plain_words.h"
#include "aligner/segment/word_list.h"

// Ordinary text is cut without ICU's machine (plain_words.h), anything else and Han text by ICU; both give pieces to a
// WordList, which mends what UAX #29 has otherwise than readers of names and numbers need it. Linear in the bytes.

namespace aligner::segment {

struct WordFinder::Iterator {
  explicit Iterator(const text::LanguageTag& tag) : language(tag) {}

  // Hands `stretch` over to ICU, whose machine is made when it is first needed.
  icu::BreakIterator& open(std::string_view stretch) {
    if (breaks == nullptr) breaks = make_word_iterator(language);
    UErrorCode status = U_ZERO_ERROR;
    UText* opened = utext_openUTF8(text.getAlias(), stretch.data(), static_cast<std::int64_t>(stretch.size()), &status);
    check_icu(status, "utext_openUTF8");
    if (text.isNull()) text.adoptInstead(opened);
    breaks->setText(opened, status);
    check_icu(status, "BreakIterator::setText");
    return *breaks;
  }

  void cut(std::string_view utf8, text::Span range, WordList& words) {
    icu::BreakIterator& boundaries = open(utf8.substr(range.begin, range.size()));
    std::size_t begin = range.begin;
    for (std::int32_t at = boundaries.next(); at != icu::BreakIterator::DONE; at = boundaries.next()) {
      const std::size_t end = range.begin + static_cast<std::size_t>(at);
      words.add(begin, end, boundaries.getRuleStatus() >= UBRK_WORD_NUMBER);
      begin = end;
    }
  }

  text::LanguageTag language;
  BreakIteratorPtr breaks;
  icu::LocalUTextPointer text;
};

WordFinder::WordFinder(const text::LanguageTag& language) : iterator_(std::make_unique<Iterator>(language)) {}
WordFinder::WordFinder(WordFinder&& other) noexcept = default;
WordFinder& WordFinder::operator=(WordFinder&& other) noexcept = default;
WordFinder::~WordFinder() = default;

std::vector<Word> WordFinder::find_words(std::string_view utf8, text::Span range) {
  constexpr std::size_t usual_word_size = 5;  // bytes, with the space
  WordList words(utf8);
  words.reserve(range.size() / usual_word_size + 1);
  PlainWords plain(utf8, range.end, words, [&](std::size_t begin, std::size_t end) {
    iterator_->cut(utf8, {begin, end}, words);
  });
  for (std::size_t at = range.begin; at < range.end;) {
    const std::size_t chunk = plain.skip_white_space(at);
    if (chunk == range.end) break;
    std::size_t end = plain.add_chunk(chunk);
    if (end == chunk) {
      // With the white space before it: a mark without a letter stands over that.
      end = plain.end_of_other(chunk);
      iterator_->cut(utf8, {at, end}, words);
    }
    at = end;
  }
  return std::move(words).take();
}

std::vector<Word> find_words(std::string_view utf8, text::Span range, const text::LanguageTag& language) {
  return WordFinder(language).find_words(utf8, range);
}

}  // namespace aligner::segment
