#pragma once
// RareMatches: pairs of segments that something rare ties together, in a whole document or in a part of it.
//
//   const RareMatches matches(bitext, 0);
//   matches.in(matches.whole());                              // a number, date or name that either text has a few
//   times matches.in({.source = {100, 180}, .target = {110, 195}});  // the same with what is rare in these parts
//
// What is common in a long text is rare in most of its parts, so that a search that has found a few fixed places in the
// whole finds more between them.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "aligner/lexicon/vocabulary.h"

namespace aligner::score {

class PreparedBitext;
struct PreparedText;

/// Two segments that a rare token or anchor ties together.
struct RareMatch {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float weight = 0;  // prior probability, shared out over the places where it may be meant
};

/// A half-open range of segments on each side.
struct SegmentBlock {
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  Range source;
  Range target;
};

class RareMatches {
 public:
  /// The bitext must outlive this.
  RareMatches(const PreparedBitext& bitext, std::size_t document);

  SegmentBlock whole() const;

  /// Pairs of segments of the block that share something rare in both parts of it, by source, then target. Time: the
  /// tokens of the block's source, times what looks like them.
  std::vector<RareMatch> in(const SegmentBlock& block) const;

 private:
  // Where the tokens of one side stand, by word: segments, as often as the word stands there.
  struct Places {
    explicit Places(const PreparedText& text, std::size_t word_count);

    std::vector<std::size_t> begin;  // by word, one more at the end
    std::vector<std::uint32_t> segments;
  };
  struct Partner {
    lexicon::TokenId target;
    double prior;
  };

  std::size_t source_count_;
  std::size_t target_count_;
  const PreparedText& source_text_;
  Places source_;
  Places target_;
  std::vector<std::size_t> partner_begin_;  // by source word, one more at the end
  std::vector<Partner> partners_;
};

}  // namespace aligner::score
