#pragma once
// AnchorTokens: anchors take part in scoring as tokens of their own, so that rarity and learning weigh them like words.
//
//   AnchorTokens source;                                    // the distinct anchors of one side, over all documents
//   source.add(anchors, tokenised_text, side);              // one token more per anchor in its segment
//   add_anchor_priors(source, target, terms, priors);       // what may match what, and how well
//
// A date is one token whatever its form; that 16 May 1858 may be 28 May in the other calendar is a prior between two
// tokens.

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/anchors/match_anchors.h"
#include "aligner/lexicon/prior_table.h"
#include "aligner/lexicon/tokenised_text.h"
#include "aligner/score/evidence.h"
#include "aligner/terms/term_list.h"

namespace aligner::score {

/// Of a segment with more anchors (a table in one line) only the first take part.
inline constexpr std::size_t longest_segment_anchors = 300;

/// A distinct anchor value of one side. Its token stands in both vocabularies of the side, under different numbers.
struct AnchorType {
  anchors::Anchor example;  // where it was met first
  // The different writings that count as one (five spellings of a name, a year that was told once and assumed once):
  // each may be the one that matches. The example is the first.
  std::vector<anchors::Anchor> forms;
  lexicon::TokenId word = 0;
  lexicon::TokenId stem = 0;
};

class AnchorTokens {
 public:
  /// Adds a token for each anchor to its segment of `text`, counting it in `side`. Anchors come by segment; the tokens
  /// of a segment stand in their order.
  void add(std::span<const anchors::Anchor> anchors, lexicon::TokenisedText& text, lexicon::LanguageSide& side);

  const std::vector<AnchorType>& types() const { return types_; }

  /// The anchor that a word number stands for, or nullptr for ordinary words.
  const AnchorType* find(lexicon::TokenId word) const;

 private:
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_map<lexicon::TokenId, std::size_t> by_word_;
  std::vector<AnchorType> types_;
};

/// A key that is equal for anchors of equal value: "date 1858-05-16 1858-05-16", "name muravev", "term r_amur". Names
/// go by their entity where they have one, so that five spellings are not five times as rare.
std::string anchor_key(const anchors::Anchor& anchor);

/// The kind of evidence that an anchor gives.
EvidenceKind evidence_kind(const anchors::Anchor& anchor);

/// Pairs of anchor types of two sides that match, by type index, with how their best forms match. Near-linear: only
/// anchors that share a key (anchors/anchor_matcher.h) are compared.
struct AnchorPair {
  std::size_t source = 0;  // index into the source's types()
  std::size_t target = 0;
  anchors::AnchorMatch match;
};
std::vector<AnchorPair> match_anchor_types(const AnchorTokens& source, const AnchorTokens& target,
                                           const terms::TermList& terms);

/// Adds the priors of matching anchors on both levels (anchor_prior in anchor_weight.h); conflicts give none.
void add_anchor_priors(const AnchorTokens& source, const AnchorTokens& target, const std::vector<AnchorPair>& pairs,
                       lexicon::PriorTable& word_priors, lexicon::PriorTable& stem_priors);

}  // namespace aligner::score
