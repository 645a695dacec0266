#include "aligner/segment/regex.h"

#include <unicode/parseerr.h>
#include <unicode/unistr.h>

#include "aligner/error.h"
#include "aligner/segment/icu.h"

namespace aligner::segment {
namespace {

constexpr std::size_t pattern_byte_limit = 20'000;
// ICU's units are about a millisecond each. Windows are a few hundred characters, so an honest rule needs none.
constexpr std::int32_t match_time_limit = 200;
constexpr std::int32_t match_stack_byte_limit = 1 << 20;

std::string quoted(const std::string& pattern) {
  constexpr std::size_t shown_bytes = 200;
  if (pattern.size() <= shown_bytes) return "\"" + pattern + "\"";
  std::size_t end = shown_bytes;
  while (end > 0 && (static_cast<unsigned char>(pattern[end]) & 0xC0U) == 0x80U) --end;
  return "\"" + pattern.substr(0, end) + "...\"";
}

}  // namespace

RegexPtr compile_regex(const std::string& pattern) {
  if (pattern.size() > pattern_byte_limit) {
    throw Error("the regular expression " + quoted(pattern) + " is longer than " + std::to_string(pattern_byte_limit) +
                " bytes; divide it into several rules");
  }
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const auto source = icu::UnicodeString::fromUTF8(pattern);
  const std::unique_ptr<icu::RegexPattern> compiled(icu::RegexPattern::compile(source, 0, where, status));
  if (U_FAILURE(status) != 0) {
    throw Error("the regular expression " + quoted(pattern) + " does not compile (" + u_errorName(status) +
                " at character " + std::to_string(where.offset) + "); see ICU's syntax of regular expressions");
  }
  RegexPtr matcher = std::make_unique<icu::RegexMatcher>(source, 0U, status);
  matcher->setTimeLimit(match_time_limit, status);
  matcher->setStackLimit(match_stack_byte_limit, status);
  check_icu(status, "RegexMatcher");
  return matcher;
}

bool found(UBool matched, const UErrorCode& status, const std::string& pattern) {
  if (status == U_REGEX_TIME_OUT || status == U_REGEX_STACK_OVERFLOW) {
    throw Error("the segmentation rule " + quoted(pattern) +
                " takes too long; avoid repetitions inside repetitions such as (a+)+");
  }
  check_icu(status, "RegexMatcher");
  return matched != 0;
}

}  // namespace aligner::segment
