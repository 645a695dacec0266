#pragma once
// SearchPattern: a regular expression that a person looks for in texts.
//
//   SearchPattern years(R"(18[56]\d)");
//   years.find(document.bytes(), {0, 80});  // the spans of 1858, 1860
//
// The syntax is ICU's; letters match in either case. Texts and expression are composed (NFC) first, and where marks are
// ignored, stripped, so that "Ai Hon" finds Ái Hồn; "." matches no line break. The expression may be hostile: its
// length, its memory and its time on one stretch of text are limited.
// Standard: https://unicode-org.github.io/icu/userguide/strings/regexp.html

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/text/folded_text.h"
#include "aligner/text/span.h"

namespace aligner::segment {

class SearchPattern {
 public:
  /// Throws Error saying what is wrong with the expression, and where.
  explicit SearchPattern(const std::string& pattern, text::FoldMarks marks = text::FoldMarks::keep);
  SearchPattern(SearchPattern&& other) noexcept;
  SearchPattern& operator=(SearchPattern&& other) noexcept;
  ~SearchPattern();

  /// Where it matches `utf8` (valid UTF-8) inside `range`, in order; matches of nothing are left out. Throws Error
  /// where that takes too long.
  std::vector<text::Span> find(std::string_view utf8, text::Span range);

 private:
  struct Matcher;  // hides ICU
  std::unique_ptr<Matcher> matcher_;
};

}  // namespace aligner::segment
