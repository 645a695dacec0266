#pragma once
// KnownWords: what a search has found out about the words it met. Private to the room.
//
//   KnownWords known(index);
//   const std::uint32_t amur = known.number_of("Amur");
//   known[amur].begins_wording;                     // true
//   for (std::uint32_t base : known.bases(amur)) ... // those of its possible bases that the index has

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "aligner/terms/term_index.h"
#include "aligner/text/distinct_words.h"

namespace aligner::terms {

struct KnownWord {
  std::uint32_t bases_begin = 0;
  std::uint32_t base_count = 0;
  bool begins_wording = false;
  bool is_capital = false;
  bool is_all_capitals = false;
  bool is_numeral = false;
};

class KnownWords {
 public:
  /// `index` must outlive it.
  explicit KnownWords(const TermIndex& index) : index_(index) {}

  /// The number of a word as it is written, found out about when it is met for the first time.
  std::uint32_t number_of(std::string_view written) {
    const std::uint32_t number = written_.number_of(written);
    if (number == words_.size()) words_.push_back(find_out(written));
    return number;
  }

  const KnownWord& operator[](std::uint32_t number) const { return words_[number]; }

  /// In ascending order, none twice.
  std::span<const std::uint32_t> bases(std::uint32_t number) const {
    return {bases_.data() + words_[number].bases_begin, words_[number].base_count};
  }

 private:
  KnownWord find_out(std::string_view written);

  const TermIndex& index_;
  text::DistinctWords written_;
  std::vector<KnownWord> words_;
  std::vector<std::uint32_t> bases_;
};

}  // namespace aligner::terms
