#pragma once
// Private: fields in which some bytes are written as a backslash and a letter.
//
//   with_backslashes("a\tb", tsv_backslashes);      // "a\\tb"
//   without_backslashes("a\\tb", tsv_backslashes);  // "a\tb"

#include <string>
#include <string_view>

namespace aligner::interchange {

/// Bytes, and the letter that stands for each behind a backslash.
struct Backslashes {
  std::string_view bytes;
  std::string_view letters;
};

inline constexpr Backslashes tsv_backslashes{"\\\t\n\r", "\\tnr"};

std::string with_backslashes(std::string_view text, const Backslashes& form);

/// A letter that stands for nothing is itself; so is a backslash at the end.
std::string without_backslashes(std::string_view text, const Backslashes& form);

}  // namespace aligner::interchange
