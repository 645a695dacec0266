#pragma once
// What this room needs of ICU: checked calls, break iterators over UTF-8, code points of a UTF-8 string. Private.
//
//   BreakIteratorPtr sentences = make_sentence_iterator(document.language());
//   Utf8Text text(document.bytes());
//   sentences->setText(text.get(), status);  // sentences->next() now answers in bytes

#include <cstddef>
#include <memory>
#include <string_view>

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/utypes.h>

#include "aligner/text/language_tag.h"

namespace aligner::segment {

/// Throws Error naming `call` when `status` is a failure. Warnings (a fallback locale) are accepted: the root rules of
/// UAX #29 are right for every language ICU does not know.
void check_icu(UErrorCode status, const char* call);

using BreakIteratorPtr = std::unique_ptr<icu::BreakIterator>;

BreakIteratorPtr make_sentence_iterator(const text::LanguageTag& language);
BreakIteratorPtr make_word_iterator(const text::LanguageTag& language);

/// A UText over UTF-8 bytes, which must outlive it.
class Utf8Text {
 public:
  explicit Utf8Text(std::string_view utf8);

  UText* get() const { return text_.getAlias(); }

 private:
  icu::LocalUTextPointer text_;
};

/// The code point that begins at `at` (valid UTF-8, at < utf8.size()).
char32_t code_point_at(std::string_view utf8, std::size_t at);

/// The code point that ends at `end` (valid UTF-8, end > 0).
char32_t code_point_before(std::string_view utf8, std::size_t end);

/// Offset behind the code point at `at`, and offset of the code point that ends at `end`.
std::size_t next_offset(std::string_view utf8, std::size_t at);
std::size_t previous_offset(std::string_view utf8, std::size_t end);

/// Unicode's White_Space.
bool is_white_space(char32_t code_point);

/// First offset in [begin, end) where something other than white space begins; `end` where there is none.
std::size_t skip_white_space(std::string_view utf8, std::size_t begin, std::size_t end);

/// Last offset in [begin, end] behind something other than white space; `begin` where there is none.
std::size_t strip_white_space(std::string_view utf8, std::size_t begin, std::size_t end);

}  // namespace aligner::segment
