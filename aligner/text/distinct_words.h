#pragma once
// DistinctWords: gives every distinct word a number, in the order in which they are first met.
//
//   DistinctWords words;
//   words.number_of("Amur");  // 0
//   words.number_of("sông");  // 1
//   words.number_of("Amur");  // 0
//
// A text of a million words has some ten thousand distinct ones: what is costly to find out about a word is found out
// once and kept in a vector, by number. Words are bytes here; what makes two of them one is the caller's to fold.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/text/span.h"

namespace aligner::text {

class DistinctWords {
 public:
  DistinctWords();

  /// The word's number; a new one where it is met for the first time. Linear in the word's length.
  std::uint32_t number_of(std::string_view word);

  /// The word's number where it has one.
  std::optional<std::uint32_t> find(std::string_view word) const;

  std::size_t size() const { return words_.size(); }

  /// A view that lives until the next new word.
  std::string_view word(std::uint32_t number) const {
    return std::string_view(bytes_).substr(place(number).begin, place(number).size());
  }

  /// Where the word stands in bytes(): for those who keep words by place.
  Span place(std::uint32_t number) const { return words_[number].place; }

  /// All words, one after another.
  const std::string& bytes() const& { return bytes_; }
  const std::string& bytes() const&& = delete;

 private:
  struct Entry {
    Span place;
    std::uint64_t hash = 0;
  };

  // A free slot, or a word's number plus one beside the upper half of its hash, which spares most comparisons.
  struct Slot {
    std::uint32_t upper_hash = 0;
    std::uint32_t number = 0;
  };

  static constexpr std::uint32_t no_number = 0xFFFFFFFF;

  std::uint32_t find(std::string_view word, std::uint64_t hash) const;
  std::uint32_t add(std::string_view word, std::uint64_t hash);
  void grow();

  std::string bytes_;
  std::vector<Entry> words_;
  std::vector<Slot> slots_;  // a power of two, at most half of them taken; a taken one moves to the next free one
};

}  // namespace aligner::text
