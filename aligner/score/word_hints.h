#pragma once
// WordHints: stretches of words that two passages share because their anchors match, for the word aligner.
//
//   const WordHints hints(source, target, terms);
//   bitext.add(source_tokens, target_tokens, hints.find({{3}, source_tokens}, {{4, 5}, target_tokens}));
//
// "Ngày 16 tháng 5 năm 1858" and "May 28, 1858" say one day, whatever their words are; "hiệp ước" and "treaty" are one
// concept. What matches is known by value (anchors/match_anchors.h), how probable it is by anchor_weight.h.

#include <cstddef>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/lexicon/tokenised_text.h"
#include "aligner/lexicon/word_bitext.h"
#include "aligner/score/anchored_text.h"
#include "aligner/terms/term_list.h"

namespace aligner::score {

class WordHints {
 public:
  /// Matches the anchors of two texts, each distinct one with each. Near-linear in the anchors.
  WordHints(const AnchoredText& source, const AnchoredText& target, const terms::TermList& terms);

  /// A side of a pair of passages. A view: what it names must outlive the use.
  struct Passage {
    std::span<const std::size_t> segments;   // of the text
    std::span<const lexicon::Token> tokens;  // of these segments, in document order
  };
  /// What the anchors of the two passages say, by source, then target. Nothing is said by conflicts, and where one may
  /// only be part of the other.
  std::vector<lexicon::WordHint> find(const Passage& source, const Passage& target) const;

 private:
  struct Occurrence {
    text::Span span;
    std::size_t type = 0;  // number of the distinct anchor
  };
  using BySegment = std::vector<std::vector<Occurrence>>;

  BySegment source_;
  BySegment target_;
  std::map<std::pair<std::size_t, std::size_t>, float> strength_;  // by types of source and target
};

}  // namespace aligner::score
