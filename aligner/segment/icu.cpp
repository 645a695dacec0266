#include "aligner/segment/icu.h"

#include <string>

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "aligner/error.h"

namespace aligner::segment {
namespace {

// Only the primary subtag: extensions such as -u-ss- would change ICU's rules behind the back of ours.
icu::Locale locale_of(const text::LanguageTag& language) {
  if (language.is_undetermined()) return icu::Locale::getRoot();
  return icu::Locale(language.language().c_str());
}

const std::uint8_t* bytes_of(std::string_view utf8) { return reinterpret_cast<const std::uint8_t*>(utf8.data()); }

}  // namespace

void check_icu(UErrorCode status, const char* call) {
  if (U_FAILURE(status) != 0) throw Error(std::string("ICU: ") + call + ": " + u_errorName(status));
}

BreakIteratorPtr make_sentence_iterator(const text::LanguageTag& language) {
  UErrorCode status = U_ZERO_ERROR;
  BreakIteratorPtr iterator(icu::BreakIterator::createSentenceInstance(locale_of(language), status));
  check_icu(status, "BreakIterator::createSentenceInstance");
  return iterator;
}

BreakIteratorPtr make_word_iterator(const text::LanguageTag& language) {
  UErrorCode status = U_ZERO_ERROR;
  BreakIteratorPtr iterator(icu::BreakIterator::createWordInstance(locale_of(language), status));
  check_icu(status, "BreakIterator::createWordInstance");
  return iterator;
}

Utf8Text::Utf8Text(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  text_.adoptInstead(utext_openUTF8(nullptr, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status));
  check_icu(status, "utext_openUTF8");
}

char32_t code_point_at(std::string_view utf8, std::size_t at) {
  UChar32 code_point = 0;
  U8_NEXT_UNSAFE(bytes_of(utf8), at, code_point);
  return static_cast<char32_t>(code_point);
}

char32_t code_point_before(std::string_view utf8, std::size_t end) {
  return code_point_at(utf8, previous_offset(utf8, end));
}

std::size_t next_offset(std::string_view utf8, std::size_t at) {
  U8_FWD_1_UNSAFE(bytes_of(utf8), at);
  return at;
}

std::size_t previous_offset(std::string_view utf8, std::size_t end) {
  U8_BACK_1_UNSAFE(bytes_of(utf8), end);
  return end;
}

bool is_white_space(char32_t code_point) { return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0; }

std::size_t skip_white_space(std::string_view utf8, std::size_t begin, std::size_t end) {
  while (begin < end && is_white_space(code_point_at(utf8, begin))) begin = next_offset(utf8, begin);
  return begin;
}

std::size_t strip_white_space(std::string_view utf8, std::size_t begin, std::size_t end) {
  while (end > begin && is_white_space(code_point_before(utf8, end))) end = previous_offset(utf8, end);
  return end;
}

}  // namespace aligner::segment
