#pragma once
// PlainWords: word boundaries of ordinary text without ICU's machine. Private.
//
//   PlainWords plain(utf8, range.end, words);
//   std::size_t at = plain.add_chunk(5);  // "Sino-Russian" at 5: Sino - Russian go to `words`, at is 17
//
// Ordinary text is Latin, Greek and Cyrillic letters with the marks over them, ASCII digits, white space and marks that
// stand between words. A chunk is what stands between white space; UAX #29 has a boundary on either side of it. Where a
// chunk holds anything else, or a mark that may join in some languages ("k:a"), it is left to ICU whole. Runs of Han
// characters inside a chunk are left to ICU alone: nothing joins them with what stands around.
//
// Which character is what is asked of ICU, once in a process. A test compares this file with ICU on random text.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "aligner/segment/word_list.h"

namespace aligner::segment {

/// What a character does to the word boundaries beside it.
enum class BoundaryClass : std::uint8_t {
  other,  // ask ICU
  white_space,
  letter,
  digit,
  extends,       // a mark over the letter before it
  mark,          // a piece of its own
  joins_both,    // inside a piece between two letters and between two digits: ' .
  joins_digits,  // between two digits only: , ;
  may_join,      // ask ICU where it stands between two letters or two digits
  han,
};

class PlainWords {
 public:
  /// `cut_han` adds the words of a run of Han characters to `words`.
  using CutHan = std::function<void(std::size_t begin, std::size_t end)>;

  PlainWords(std::string_view utf8, std::size_t end, WordList& words, CutHan cut_han);

  std::size_t skip_white_space(std::size_t at) const;

  /// Adds the words of the chunk that begins at `at`, which is not white space, and gives its end. Gives `at`, and adds
  /// nothing, where the chunk is not plain.
  std::size_t add_chunk(std::size_t at);

  /// The end of the stretch at `at` that is best given to ICU in one go: up to white space before a plain chunk.
  std::size_t end_of_other(std::size_t at) const;

 private:
  struct Character {
    BoundaryClass kind = BoundaryClass::other;
    std::size_t end = 0;
  };

  Character character_at(std::size_t at) const;
  // Behind the letters at `at`: most of a text is passed over here.
  std::size_t skip_letters(std::size_t at) const;
  // Each adds a piece and gives its end, or `begin` where it has to be left to ICU.
  std::size_t add_piece(std::size_t begin, Character first);
  std::size_t add_word(std::size_t begin, Character first);
  std::size_t add_han(std::size_t begin);

  const char* bytes_;
  std::size_t end_;
  WordList& words_;
  CutHan cut_han_;
  const BoundaryClass* classes_;
};

}  // namespace aligner::segment
