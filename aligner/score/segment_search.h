#pragma once
// SegmentSearch: which segments of the other side a segment draws, and how strongly, in any order. One direction.
// Private to this room.
//
//   SegmentSearch search(source, target, forward_levels(lexicon));
//   SegmentSearch::Scratch scratch = search.make_scratch();
//   search.look(scratch, 12);                                    // at the tokens of source segment 12
//   for (std::uint32_t j : search.find_best(scratch, 24)) ...    // target segments that are worth scoring
//   double nats = search.score(scratch, j);                      // the tokens of j, explained by segment 12
//
// An inverted index over the other side's words: what a segment's tokens translate to is looked up, and only segments
// that hold such a word are met. A score is exact: that of bead_model.h for a bead of one segment a side, nothing left
// out. Time of a look: the places of the words that are drawn, not the segments there are.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aligner/lexicon/tokenised_text.h"
#include "aligner/score/bead_model.h"
#include "aligner/score/lexical_cells.h"

namespace aligner::score {

/// How the tokens of one level draw those of the other side.
struct DirectedLevel {
  struct Pull {
    lexicon::TokenId to = 0;
    float extra = 0;  // lift above the base of the two tokens
  };
  std::vector<std::size_t> begin;  // by token, and the end of all
  std::vector<Pull> pulls;
  std::vector<float> from_base;  // what a token lends to tokens it has no entry with
  std::vector<float> to_base;

  std::span<const Pull> row(lexicon::TokenId from) const {
    return std::span(pulls).subspan(begin[from], begin[from + 1] - begin[from]);
  }
};

/// Words and stems.
using DirectedLevels = std::array<DirectedLevel, 2>;

/// From the source to the target, and back.
DirectedLevels forward_levels(const LexicalModel& lexicon);
DirectedLevels backward_levels(const LexicalModel& lexicon);

class SegmentSearch {
 public:
  /// The texts must outlive this, and the shares of `to` must be filled.
  SegmentSearch(const PreparedText& from, const PreparedText& to, DirectedLevels levels);

  /// What one thread works with.
  struct Scratch {
    std::array<float, 2> means{};                        // of the bases of the segment's tokens that was looked at
    std::array<std::vector<float>, 2> pull;              // by token of the other side
    std::array<std::vector<lexicon::TokenId>, 2> drawn;  // tokens with a pull
    std::vector<float> gain;                             // by segment of the other side
    std::vector<std::uint32_t> met;                      // segments with a gain
  };
  Scratch make_scratch() const;

  /// Works out what segment `from` draws.
  void look(Scratch& scratch, std::size_t from) const;

  /// Up to `most` segments that seem to be explained best by the one looked at, ascending.
  std::vector<std::uint32_t> find_best(Scratch& scratch, std::size_t most) const;

  /// Sum over the tokens of segment `to`: log-likelihood ratio of being explained, nats.
  double score(const Scratch& scratch, std::size_t to) const;

 private:
  // What is the same for all tokens of one word of the other side.
  struct Word {
    lexicon::TokenId stem = 0;
    float share = 0;                    // chance to be explained
    std::vector<std::uint32_t> places;  // segments, ascending
  };

  void index_words();
  std::array<float, 2> mean_bases(std::size_t from) const;
  double base_of(lexicon::TokenId word, const std::array<float, 2>& means) const;

  const PreparedText& from_;
  const PreparedText& to_;
  DirectedLevels levels_;
  std::vector<Word> words_;                                   // by word of the other side
  std::vector<std::vector<lexicon::TokenId>> words_of_stem_;  // those that occur
  std::vector<float> silence_;                                // score of each segment where nothing draws it
};

}  // namespace aligner::score
