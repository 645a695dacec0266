#pragma once
// Knows what a Vietnamese syllable can look like. Private to the room.
//
//   is_vietnamese_syllable(U"nghiêng");  // true
//   is_vietnamese_syllable(U"tåm");      // false
//
// A syllable is an onset, a rhyme and at most one tone; a rhyme that ends in c, ch, p or t takes only two of the tones.

#include <string_view>

namespace aligner::text {

/// `word` is in lower case and composed.
bool is_vietnamese_syllable(std::u32string_view word);

/// True for a lower-case letter that Vietnamese writes and few other languages do: one with a hook, a horn, a dot below
/// or two marks, and đ.
bool is_distinctly_vietnamese(char32_t letter);

}  // namespace aligner::text
