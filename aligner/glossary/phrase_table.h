#pragma once
// PhraseTable: what might be a term of one language: runs of one to six words, and units. Private to the room.
//
//   PhraseTable phrases(side, rows, {.min_count = 2});
//   for (const PhraseMention& mention : phrases.find(row_tokens)) ...
//   phrases[mention.phrase].unithood;
//
// A run holds words alone, no number and no mark, stands in one segment, begins and ends with no function word, and
// does not cut through a unit. Two runs are one phrase where their words have the same stems. Of several words counts
// how much they attract each other, at their weakest joint (log-likelihood ratio, Dunning 1993), and how often the run
// stands by itself, not inside a longer one (as C-value does, Frantzi & Ananiadou 1998).
//
// Runs of n words are counted where both runs of n - 1 words in them are frequent: time and memory grow with the
// tokens.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "aligner/glossary/aligned_corpus.h"

namespace aligner::glossary {

inline constexpr std::uint32_t longest_phrase = 6;  // words
inline constexpr std::uint32_t no_phrase = 0xFFFFFFFF;

struct Phrase {
  std::uint32_t words = 0;    // 0: a unit
  std::uint32_t unit = 0;     // where it is one
  double count = 0;           // of its mentions, each by the weight of its row
  std::uint32_t example = 0;  // a token at which it stands, where it is no unit
  double alone = 1;           // share of them that no longer phrase explains
  double unithood = 1;        // 0 to 1: how well its words hold together
  double termhood = 1;        // 0 to 1: how much more often it stands here than elsewhere
};

struct PhraseMention {
  TokenRange tokens;
  std::uint32_t phrase = 0;
};

/// One side of a row.
struct RowSide {
  TokenRange tokens;
  TokenRange mentions;
  double weight = 1;
};

struct PhraseOptions {
  std::size_t min_count = 2;
};

class PhraseTable {
 public:
  /// `rows`: their tokens and mentions. `side` must outlive the table, unchanged.
  PhraseTable(CorpusSide& side, const std::vector<RowSide>& rows, const PhraseOptions& options);

  const Phrase& operator[](std::uint32_t phrase) const { return phrases_[phrase]; }
  std::size_t size() const { return phrases_.size(); }

  /// The phrase of words that stands at exactly these tokens, or no_phrase. Units are not found here.
  std::uint32_t find(TokenRange tokens) const;
  std::uint32_t phrase_of_unit(std::uint32_t unit) const { return first_unit_ + unit; }
  bool is_unit(std::uint32_t phrase) const { return phrase >= first_unit_; }

  /// The keys of its words; empty for a unit.
  std::vector<std::uint32_t> keys_of(std::uint32_t phrase) const;
  /// Its words at one place, in lower case, parted by spaces; of a unit as it is keyed.
  std::string example_of(std::uint32_t phrase) const;
  /// True where all words of the one stand in the other, one behind the other.
  bool overlap(std::uint32_t phrase, std::uint32_t other) const;

  /// True where the token is a word that a term can begin or end with.
  bool is_content(std::uint32_t token) const { return (flags_[token] & (begins | ends)) != 0; }
  bool is_word(std::uint32_t token) const { return (flags_[token] & is_letters) != 0; }

  /// The key (stem) of a token's word.
  std::uint32_t key(std::uint32_t token) const { return key_of_word_[side_.tokens[token].word]; }

 private:
  static constexpr unsigned char is_letters = 1;
  static constexpr unsigned char begins = 2;
  static constexpr unsigned char ends = 4;
  static constexpr unsigned char starts_unit = 8;   // the first token of a unit
  static constexpr unsigned char inside_unit = 16;  // a further one
  static constexpr unsigned char bars = 32;         // may not stand inside a term

  // A run of words that stands often enough, a candidate or not: "package of" too.
  struct Run {
    std::uint32_t example = 0;  // a token at which it stands
    std::uint32_t words = 0;
    std::uint32_t count = 0;
    std::uint32_t as_candidate = 0;   // where it begins, ends and cuts as a term may
    std::uint32_t inside_longer = 0;  // most mentions of one longer candidate around it
    std::uint32_t phrase = no_phrase;
  };

  void find_keys();
  void mark_tokens();
  void count_words();
  bool count_runs(std::uint32_t words, std::size_t min_count);
  void note_longer_runs(std::size_t min_count);
  double unithood(const Run& run) const;
  double termhood(const Run& run) const;
  void make_phrases(std::size_t min_count);
  void count_phrases(const std::vector<RowSide>& rows);
  bool is_candidate(TokenRange tokens) const;
  bool may_grow(std::uint32_t token) const;

  CorpusSide& side_;
  text::DistinctWords keys_;
  std::vector<std::uint32_t> key_of_word_;
  std::vector<unsigned char> flags_;     // by token
  std::vector<std::uint32_t> unit_end_;  // by token: where the unit that it begins ends; 0 elsewhere
  std::array<std::vector<std::uint32_t>, longest_phrase> run_at_;  // run_at_[n-1][token]: the run of n words there
  std::vector<Run> runs_;
  std::vector<Phrase> phrases_;
  double word_count_ = 0;
  std::uint32_t first_unit_ = 0;
};

}  // namespace aligner::glossary
