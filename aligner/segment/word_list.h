#pragma once
// WordList: collects the words of a stretch from its pieces. Private.
//
//   WordList words(utf8);
//   words.add(0, 5, true);   // a piece between two word boundaries of UAX #29: "600km"
//   std::move(words).take(); // 600/number km/letters
//
// Those boundaries are right but for four things, which `add` mends piece by piece: a number and the letters behind it
// are one piece ("600km"), a full stop joins letters ("tỉnh.của"), a narrow no-break space joins Manchu words with
// their suffixes, and a superscript digit is cut from its unit ("km²"). Linear in the bytes.

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "aligner/segment/words.h"

namespace aligner::segment {

class WordList {
 public:
  explicit WordList(std::string_view utf8) : utf8_(utf8) {}

  void reserve(std::size_t word_count) { words_.reserve(word_count); }

  /// Takes one piece; `is_word` where the boundary's rule says that it holds letters or digits.
  void add(std::size_t begin, std::size_t end, bool is_word);

  /// Takes a piece that needs no mending.
  void add_plain(std::size_t begin, std::size_t end, WordKind kind) { words_.push_back({{begin, end}, kind}); }

  /// Forgets the words behind the first `count`. None of those may have grown since there were so many.
  void shorten(std::size_t count) { words_.resize(count); }
  std::size_t size() const { return words_.size(); }

  std::vector<Word> take() && { return std::move(words_); }

 private:
  bool follows_letters(std::size_t at) const {
    return !words_.empty() && words_.back().kind == WordKind::letters && words_.back().span.end == at;
  }
  void add_word(std::size_t begin, std::size_t end);
  std::size_t end_of_number(std::size_t begin, std::size_t end) const;
  std::size_t add_letters(std::size_t begin, std::size_t end);

  std::string_view utf8_;  // lives as long as the call that makes the list
  std::vector<Word> words_;
};

}  // namespace aligner::segment
