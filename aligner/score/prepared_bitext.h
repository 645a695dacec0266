#pragma once
// PreparedBitext: all documents of a run, tokenised, with their anchors as tokens and what spelling and anchors say
// beforehand. One lexicon is learnt over all of them.
//
//   PreparedBitext bitext(inputs, {.terms = &bundled_terms()});
//   LexicalModel model = bitext.learn({});                 // priors alone
//   LexicalModel better = bitext.learn(pair_weights);      // after a pass over the texts

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/lexicon/tokenised_text.h"
#include "aligner/lexicon/translation_table.h"
#include "aligner/score/anchor_tokens.h"
#include "aligner/score/anchored_text.h"
#include "aligner/score/bead_model.h"
#include "aligner/score/embedding_model.h"
#include "aligner/score/ingredients.h"
#include "aligner/score/lexical_cells.h"
#include "aligner/score/rare_matches.h"
#include "aligner/terms/term_list.h"

namespace aligner::score {

/// A document of one side and its counterpart.
struct AnchoredBitext {
  AnchoredText source;
  AnchoredText target;
};

/// What is known from outside. Views: what they name must outlive the use.
struct Knowledge {
  const terms::TermList* terms = nullptr;         // nullptr: none
  std::vector<const lexicon::Lexicon*> lexicons;  // from the source's language to the target's
  const lexicon::Lexicon* seed = nullptr;         // likewise, bundled: trusted less; nullptr: none
};

/// What was learnt before from weights that were nearly the same: on top of it a lexicon is learnt for less than half
/// the price (lexicon::train_again).
struct Earlier {
  const LexicalModel* lexicon = nullptr;  // nullptr: none
  std::vector<PairWeights> fresh;         // by document: the pairs that it was not taught
};

class PreparedBitext {
 public:
  PreparedBitext(std::span<const AnchoredBitext> documents, const Knowledge& knowledge,
                 const Ingredients& left_out = {});

  std::size_t size() const { return source.size(); }

  /// Learns the lexicon from pairs of segments with their probabilities, one list per document; an empty span means
  /// none. With two threads words and stems are learnt at a time, unless the texts are so long that it would take too
  /// much memory.
  LexicalModel learn(std::span<const PairWeights> weights, unsigned threads = 1, const Earlier& earlier = {}) const;

  /// The same by parts. Words alone are all that extract needs.
  lexicon::TranslationTable learn_words(std::span<const PairWeights> weights, const Earlier& earlier = {}) const;
  lexicon::TranslationTable learn_stems(std::span<const PairWeights> weights, const Earlier& earlier = {}) const;

  /// What the words of a model were taught, as a lexicon to keep; languages are those of the first document.
  lexicon::Lexicon extract(const lexicon::TranslationTable& words, std::string note) const;

  /// Pairs of segments of a document that share something rare in it, by source, then target (rare_matches.h).
  std::vector<RareMatch> rare_matches(std::size_t document) const;

  std::vector<PreparedText> source;  // by document
  std::vector<PreparedText> target;
  std::vector<std::unique_ptr<const VectorDistances>> distances;  // of the documents that come with vectors
  lexicon::LanguageSide source_side;
  lexicon::LanguageSide target_side;
  AnchorTokens source_anchors;
  AnchorTokens target_anchors;
  std::vector<AnchorPair> anchor_pairs;
  lexicon::PriorTable word_priors;
  lexicon::PriorTable stem_priors;
  lexicon::PriorTable known_words;    // what lexicons from outside say of the texts' words, at their face value
  text::LanguageTag source_language;  // of the first document
  text::LanguageTag target_language;
};

}  // namespace aligner::score
