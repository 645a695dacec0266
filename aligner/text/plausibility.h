#pragma once
// Judges whether decoded text looks like language, to tell a right encoding from a wrong one. Private to the room.
//
//   Plausibility right = judge_text("Ngày 16 tháng 5");
//   right.best();  // 1.0: every word with a letter outside ASCII is a Vietnamese syllable
//
// Only words and signs with something outside ASCII count, since encodings agree on the rest. Each figure is the share
// of those that a reader of the language would find well written.

#include <cstddef>
#include <string_view>

namespace aligner::text {

struct Plausibility {
  double vietnamese = 0;
  double russian = 0;
  double western = 0;     // any language in Latin letters
  double other = 0;       // one script to a word, neither Latin nor Cyrillic
  std::size_t items = 0;  // words and signs that were judged

  double best() const;
};

/// `utf8` is valid and composed.
Plausibility judge_text(std::string_view utf8);

}  // namespace aligner::text
