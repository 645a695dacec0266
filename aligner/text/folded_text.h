#pragma once
// FoldedText: a copy of a text made equal where readers see it as equal, with the way back.
//
//   FoldedText folded = fold_text("Đạo QUANG", {.marks = FoldMarks::strip});
//   folded.bytes();            // "dao quang"
//   folded.original({4, 9});   // the span of "QUANG" in the text that was folded
//
// Case is folded (Unicode full case folding), letters and their marks are composed (NFC), letters in another dress
// (full-width, ligatures, presentation forms) become the plain ones, and what readers do not see (soft hyphens,
// variation selectors) is left out. Superscripts stay: a footnote mark is no digit of the year before it. Where asked
// the marks go: ấ becomes a, đ becomes d, ё becomes е; й stays й. The map is exact to the character, a letter with its
// marks.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aligner/text/span.h"

namespace aligner::text {

enum class FoldCase { fold, keep };
enum class FoldMarks { strip, keep };

struct FoldOptions {
  FoldCase letter_case = FoldCase::fold;
  FoldMarks marks = FoldMarks::keep;
};

class FoldedText {
 public:
  FoldedText(std::string bytes, std::vector<std::size_t> origin)
      : bytes_(std::move(bytes)), origin_(std::move(origin)) {}

  const std::string& bytes() const& { return bytes_; }
  const std::string& bytes() const&& = delete;

  /// The span of the original that became `folded`, widened to whole characters on both sides. What was left out of the
  /// text counts with the character before it. `folded` must lie inside bytes().
  Span original(Span folded) const;

 private:
  std::string bytes_;
  // For every byte of bytes_ the byte offset in the original of the character it came from, and one more entry: the
  // original's length. Never decreasing. "" -> {0}.
  std::vector<std::size_t> origin_;
};

/// Folds `utf8` (valid UTF-8).
FoldedText fold_text(std::string_view utf8, const FoldOptions& options = {});

/// Folds and forgets the map.
std::string fold(std::string_view utf8, const FoldOptions& options = {});

}  // namespace aligner::text
