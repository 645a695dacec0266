#pragma once
// PositionModel: how far the counterpart of a word stands from that of the word before it. Private.
//
//   PositionModel model;
//   model.find_posteriors(passage, scratch, posteriors, counts);  // one passage given the other
//   model.estimate(counts);
//
// A hidden Markov model (Vogel, Ney, Tillmann 1996): the words of one passage come in order, each from a position of
// the other; how probable a jump is depends on its width alone. A word without a counterpart leaves the position where
// it was (Och & Ney 2003). Jumps wider than `widest` are equally likely. Memory grows with the product of the lengths;
// time hardly more, since few positions are likely at a time and the others are passed over.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aligner::lexicon {

/// Expected numbers of jumps, fixed point, so that the order of adding does not matter.
struct JumpCounts {
  static constexpr std::size_t widest = 63;
  std::array<std::int64_t, 2 * widest + 1> jumps{};  // by width + widest

  void add(const JumpCounts& other);
};

class PositionModel {
 public:
  PositionModel();

  /// Words to be explained by the positions 0 .. positions - 1 of the other passage; neither may be nought.
  struct Passage {
    std::size_t positions = 0;
    std::span<const float> emission;       // p(word | position), above 0: a row of positions for each word
    std::span<const float> null_emission;  // p(word | no position) by word
  };
  struct Posteriors {
    std::vector<float> linked;    // of each position: a row for each word
    std::vector<float> unlinked;  // of none, by word
  };
  /// Memory that is used again. States are 0 (before the first position), then position + 1.
  struct Scratch {
    std::vector<float> forward;  // a row of states for each word, and one before them
    std::vector<float> backward;
    std::vector<float> before;
    std::vector<float> over_norm;  // by state: 1 / sum of the jumps that end inside
    std::vector<float> arriving;   // by position
    std::vector<std::uint32_t> likely;
  };

  /// By forward and backward recursion. Adds the expected jumps to `counts`.
  void find_posteriors(const Passage& passage, Scratch& scratch, Posteriors& posteriors, JumpCounts& counts) const;

  void estimate(const JumpCounts& counts);

 private:
  static constexpr std::size_t widest = JumpCounts::widest;

  void normalise();
  float sum_inside(std::size_t state, std::size_t positions) const;
  void run_forward(const Passage& passage, Scratch& scratch, Posteriors& posteriors) const;
  void step_back(const Passage& passage, std::size_t word, Scratch& scratch, Posteriors& posteriors,
                 JumpCounts& counts) const;
  void count_jumps(const float* forward, float over_total, const Scratch& scratch, JumpCounts& counts) const;

  std::array<float, 2 * widest + 1> jump_{};      // by width + widest, above tail_
  std::array<float, 2 * widest + 1> mirrored_{};  // the same by widest - width
  std::array<float, 2 * widest + 2> sum_{};       // of jumps up to a width
  float tail_ = 0;                                // of each wider jump
};

}  // namespace aligner::lexicon
