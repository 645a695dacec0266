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
  Span place(std::uint32_t number) const { return words_[number]; }

  /// All words, one after another.
  const std::string& bytes() const& { return bytes_; }
  const std::string& bytes() const&& = delete;

 private:
  static constexpr std::uint32_t no_number = 0xFFFFFFFF;

  // A free slot has the number no_number. The key of a word of up to eight bytes is these bytes, that of a longer one
  // its hash: most words are found without a look at where they stand.
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t size = 0;
    std::uint32_t number = no_number;
  };

  const Slot& slot_of(std::string_view word, std::uint64_t key) const;
  std::uint32_t add(std::string_view word, std::uint64_t key);
  void grow();

  std::string bytes_;
  std::vector<Span> words_;  // by number, in bytes_
  std::vector<Slot> slots_;  // a power of two, at most half of them taken; who finds his taken goes to the next
};

}  // namespace aligner::text
