#pragma once
// Cuts a stretch of text into words, numbers and punctuation marks.
//
//   for (const Word& word : find_words(document.bytes(), {0, 20}, document.language())) ...
//   // "Năm 1858, (sic)" -> Năm/letters 1858/number ,/punctuation (/punctuation sic/letters )/punctuation
//
// Vietnamese syllables are words of their own; Han text is cut by ICU's dictionary; a Manchu suffix behind a narrow
// no-break space is a word of its own. Standard: UAX #29.

#include <memory>
#include <string_view>
#include <vector>

#include "aligner/text/language_tag.h"
#include "aligner/text/span.h"

namespace aligner::segment {

enum class WordKind { letters, number, punctuation };

struct Word {
  text::Span span;  // bytes of the text that was handed in
  WordKind kind = WordKind::letters;

  friend bool operator==(const Word&, const Word&) = default;
};

/// Words of `utf8` (valid UTF-8) inside `range`, in order; white space is left out. Spans count from the start of
/// `utf8`. A number is a run of digits with inner separators ("600.000", "1,5"); symbols count as punctuation. Where
/// letters follow a number directly ("19th", "600km") they are a word of their own; digits behind letters ("km2",
/// "km²") belong to the letters.
std::vector<Word> find_words(std::string_view utf8, text::Span range, const text::LanguageTag& language);

/// The same for many stretches: keeps what is costly to make. One thread at a time.
class WordFinder {
 public:
  explicit WordFinder(const text::LanguageTag& language);
  WordFinder(WordFinder&& other) noexcept;
  WordFinder& operator=(WordFinder&& other) noexcept;
  ~WordFinder();

  std::vector<Word> find_words(std::string_view utf8, text::Span range);

 private:
  struct Iterator;  // hides ICU's break iterator
  std::unique_ptr<Iterator> iterator_;
};

}  // namespace aligner::segment
