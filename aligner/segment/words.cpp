#include "aligner/segment/words.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include "aligner/segment/icu.h"

// ICU's word boundaries (UAX #29) are right but for four things, which `add` mends piece by piece: a number and the
// letters behind it are one piece ("600km"), a full stop joins letters ("tỉnh.của"), a narrow no-break space joins
// Manchu words with their suffixes, and a superscript digit is cut from its unit ("km²"). Linear in the bytes.

namespace aligner::segment {
namespace {

constexpr char32_t narrow_no_break_space = 0x202F;

bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

bool is_superscript_digit(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x2079 && !is_letter(c));
}

// Collects the words of one stretch; all offsets count from the start of `utf8`.
class WordList {
 public:
  explicit WordList(std::string_view utf8) : utf8_(utf8) {}

  // Takes one piece between two of ICU's boundaries.
  void add(std::size_t begin, std::size_t end, bool is_word) {
    begin = skip_white_space(utf8_, begin, end);
    if (begin == end) return;
    const char32_t first = code_point_at(utf8_, begin);
    if (is_word || is_letter(first) || is_digit(first)) {
      add_word(begin, end);
    } else if (is_superscript_digit(first) && follows_letters(begin)) {
      words_.back().span.end = end;
    } else {
      words_.push_back({{begin, end}, WordKind::punctuation});
    }
  }

  std::vector<Word> take() && { return std::move(words_); }

 private:
  bool follows_letters(std::size_t at) const {
    return !words_.empty() && words_.back().kind == WordKind::letters && words_.back().span.end == at;
  }

  void add_word(std::size_t begin, std::size_t end) {
    while (begin < end) {
      const std::size_t number_end = end_of_number(begin, end);
      if (number_end > begin) {
        words_.push_back({{begin, number_end}, WordKind::number});
        begin = number_end;
      } else {
        begin = add_letters(begin, end);
      }
    }
  }

  // Digits, with single characters of other kinds between digits: "600.000", "4,200", "600 000" with U+202F.
  std::size_t end_of_number(std::size_t begin, std::size_t end) const {
    if (!is_digit(code_point_at(utf8_, begin))) return begin;
    std::size_t number_end = begin;
    std::size_t at = begin;
    while (at < end) {
      const char32_t c = code_point_at(utf8_, at);
      const std::size_t next = next_offset(utf8_, at);
      if (is_digit(c)) {
        number_end = next;
      } else if (number_end != at || is_letter(c)) {
        break;
      }
      at = next;
    }
    return number_end;
  }

  // Adds what is left of the piece up to the next full stop or narrow no-break space; says where to go on.
  std::size_t add_letters(std::size_t begin, std::size_t end) {
    std::size_t at = begin;
    for (; at < end; at = next_offset(utf8_, at)) {
      const char32_t c = code_point_at(utf8_, at);
      if (c == narrow_no_break_space || c == U'.') break;
    }
    if (at > begin) words_.push_back({{begin, at}, WordKind::letters});
    if (at == end) return end;
    const std::size_t next = next_offset(utf8_, at);
    if (utf8_[at] == '.') words_.push_back({{at, next}, WordKind::punctuation});
    return next;
  }

  std::string_view utf8_;  // a local view: lives as long as the call
  std::vector<Word> words_;
};

}  // namespace

struct WordFinder::Iterator {
  BreakIteratorPtr breaks;
};

WordFinder::WordFinder(const text::LanguageTag& language)
    : iterator_(std::make_unique<Iterator>(Iterator{make_word_iterator(language)})) {}
WordFinder::WordFinder(WordFinder&& other) noexcept = default;
WordFinder& WordFinder::operator=(WordFinder&& other) noexcept = default;
WordFinder::~WordFinder() = default;

std::vector<Word> WordFinder::find_words(std::string_view utf8, text::Span range) {
  const Utf8Text stretch(utf8.substr(range.begin, range.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::BreakIterator& breaks = *iterator_->breaks;
  breaks.setText(stretch.get(), status);
  check_icu(status, "BreakIterator::setText");

  WordList words(utf8);
  std::size_t begin = range.begin;
  for (std::int32_t at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next()) {
    const std::size_t end = range.begin + static_cast<std::size_t>(at);
    words.add(begin, end, breaks.getRuleStatus() >= UBRK_WORD_NUMBER);
    begin = end;
  }
  return std::move(words).take();
}

std::vector<Word> find_words(std::string_view utf8, text::Span range, const text::LanguageTag& language) {
  return WordFinder(language).find_words(utf8, range);
}

}  // namespace aligner::segment
