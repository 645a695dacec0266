// ICU matches UTF-16, so each stretch is converted; places of matches, which are few, are counted back to bytes.

#include "aligner/segment/search_pattern.h"

#include <algorithm>
#include <utility>

#include <unicode/parseerr.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include "aligner/error.h"
#include "aligner/segment/icu.h"

namespace aligner::segment {
namespace {

constexpr std::size_t longest_pattern = 2000;   // bytes
constexpr std::int32_t match_time_limit = 500;  // ICU's units: about a millisecond each
constexpr std::int32_t match_stack_byte_limit = 8 << 20;

bool is_ascii(std::string_view utf8) {
  return std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The combining marks that letters are composed with, U+0300 to U+036F.
bool may_be_decomposed(std::string_view utf8) {
  return utf8.find('\xCC') != std::string_view::npos || utf8.find('\xCD') != std::string_view::npos;
}

// Walks forward only: places are asked for in order.
class ByteCounter {
 public:
  explicit ByteCounter(std::string_view utf8) : utf8_(utf8) {}

  std::size_t bytes_before(std::int32_t unit) {
    while (unit_ < unit && byte_ < utf8_.size()) {
      const auto lead = static_cast<unsigned char>(utf8_[byte_]);
      byte_ += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      unit_ += lead < 0xF0 ? 1 : 2;
    }
    return std::min(byte_, utf8_.size());
  }

 private:
  std::string_view utf8_;
  std::size_t byte_ = 0;
  std::int32_t unit_ = 0;
};

}  // namespace

struct SearchPattern::Matcher {
  std::string pattern;
  text::FoldOptions fold;
  std::unique_ptr<icu::RegexMatcher> regex;
  icu::UnicodeString stretch;

  bool next() {
    UErrorCode status = U_ZERO_ERROR;
    const bool is_found = regex->find(status) != 0;
    if (status == U_REGEX_TIME_OUT || status == U_REGEX_STACK_OVERFLOW) {
      throw Error("the regular expression \"" + pattern +
                  "\" takes too long; avoid repetitions inside repetitions such as (a+)+");
    }
    check_icu(status, "RegexMatcher::find");
    return is_found;
  }

  // Spans count from the start of `utf8`.
  std::vector<text::Span> find_all(std::string_view utf8) {
    stretch = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    regex->reset(stretch);
    std::vector<text::Span> spans;
    ByteCounter counter(utf8);
    while (next()) {
      UErrorCode status = U_ZERO_ERROR;
      const std::size_t begin = counter.bytes_before(regex->start(status));
      const std::size_t end = counter.bytes_before(regex->end(status));
      check_icu(status, "RegexMatcher::start");
      if (begin < end) spans.push_back({begin, end});
    }
    return spans;
  }
};

SearchPattern::SearchPattern(const std::string& pattern, text::FoldMarks marks)
    : matcher_(std::make_unique<Matcher>()) {
  if (pattern.size() > longest_pattern) {
    throw Error("the regular expression is longer than " + std::to_string(longest_pattern) + " bytes; shorten it");
  }
  matcher_->pattern = pattern;
  matcher_->fold = {.letter_case = text::FoldCase::keep, .marks = marks};
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const auto source = icu::UnicodeString::fromUTF8(text::fold(pattern, matcher_->fold));
  const std::unique_ptr<icu::RegexPattern> compiled(
      icu::RegexPattern::compile(source, UREGEX_CASE_INSENSITIVE, where, status));
  if (U_FAILURE(status) != 0) {
    throw Error("the regular expression \"" + pattern + "\" does not compile (" + u_errorName(status) +
                " at character " + std::to_string(where.offset) + "); see ICU's syntax of regular expressions");
  }
  matcher_->regex = std::make_unique<icu::RegexMatcher>(source, UREGEX_CASE_INSENSITIVE, status);
  matcher_->regex->setTimeLimit(match_time_limit, status);
  matcher_->regex->setStackLimit(match_stack_byte_limit, status);
  check_icu(status, "RegexMatcher");
}

SearchPattern::SearchPattern(SearchPattern&& other) noexcept = default;
SearchPattern& SearchPattern::operator=(SearchPattern&& other) noexcept = default;
SearchPattern::~SearchPattern() = default;

std::vector<text::Span> SearchPattern::find(std::string_view utf8, text::Span range) {
  const std::string_view stretch = utf8.substr(range.begin, range.size());
  const bool strips = matcher_->fold.marks == text::FoldMarks::strip;
  const bool is_plain = strips ? is_ascii(stretch) : !may_be_decomposed(stretch);
  std::vector<text::Span> spans;
  if (is_plain) {
    spans = matcher_->find_all(stretch);
  } else {
    const text::FoldedText folded = text::fold_text(stretch, matcher_->fold);
    for (const text::Span span : matcher_->find_all(folded.bytes())) spans.push_back(folded.original(span));
  }
  for (text::Span& span : spans) span = {span.begin + range.begin, span.end + range.begin};
  return spans;
}

}  // namespace aligner::segment
