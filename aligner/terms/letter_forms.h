#pragma once
// Folds words of common letters by a table instead of Unicode's whole algorithm. Private to the room.
//
//   fold_word("Муравьёв");      // as text::fold: "муравьёв"
//   is_capital_letter("Đ", 0);  // true
//
// Common are Latin and Cyrillic letters without a mark of their own behind them: none acts on its neighbour, so that a
// word is folded letter by letter. The table is made with text::fold, once in a process; other words go there.

#include <cstddef>
#include <string>
#include <string_view>

namespace aligner::terms {

/// The same as text::fold(word).
std::string fold_word(std::string_view word);

/// True where the character at `at`, which lies inside `word`, is a capital: where folding its case changes it.
bool is_capital_letter(std::string_view word, std::size_t at);

/// The offset behind the character at `at`.
std::size_t character_end(std::string_view utf8, std::size_t at);

}  // namespace aligner::terms
