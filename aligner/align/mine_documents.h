#pragma once
// Mines two collections: which documents are about the same thing, and which of their sentences correspond.
//
//   std::vector<MinedPair> pairs = mine_documents(sources, targets, knowledge, {.threads = 2});
//   pairs[0].source, pairs[0].target;   // documents 4 and 17 ...
//   pairs[0].relation;                  // ... are a translation
//   pairs[0].alignment.beads;           // sentence by sentence
//
// Documents are compared by what is rare in their collections (score/document_model.h), the best candidates of each
// only, and chosen by their margin over rivals of both sides. How sure a margin is, is read off second choices, which
// cannot be right (as for links, link_comparable.h). Chosen pairs are aligned in order, with one lexicon over all of
// them; those that turn out to be translations teach a lexicon, by which all documents are compared again, until no new
// pair is found. Sentences of documents that are no translation of another are then linked over the whole collection
// at once: translations wherever they stand, ties (rare anchors that two accounts share) between documents that were
// chosen; rarity is that in the collection, and a sentence is the same, or mostly the same, as one other in all of it.

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/score/anchored_text.h"
#include "aligner/score/evidence.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::align {

/// What two documents are to each other.
enum class Relation {
  translation,  // aligned in order
  comparable,   // about the same thing; sentences are linked
  passages      // about other things, or that cannot be told; some sentences correspond all the same
};

struct MinedPair {
  std::size_t source = 0;  // documents
  std::size_t target = 0;
  Relation relation = Relation::translation;
  double score = 0;       // how like each other the two are, 0 to 1; 0 where they were no candidates
  double confidence = 0;  // 0 to 1: that the relation holds; of passages, that one link at least is right
  std::vector<score::Evidence>
      evidence;         // what ties the two documents, the strongest first; weights are shares of score
  Alignment alignment;  // of these two; mode_reason says why it has its mode

  friend bool operator==(const MinedPair&, const MinedPair&) = default;
};

struct MineOptions {
  double smallest_confidence = 0.4;  // pairs of documents, and links, that are less sure are not given
  unsigned threads = 1;              // the result does not depend on it
  /// Called now and then with what is done, 0 to 1; returning false ends the work with Error("interrupted ...").
  std::function<bool(double done)> progress;
};

/// By relation, then the surest first. A document stands in one translation at the most. Throws Error where progress
/// ended the work.
std::vector<MinedPair> mine_documents(std::span<const score::AnchoredText> sources,
                                      std::span<const score::AnchoredText> targets, const score::Knowledge& knowledge,
                                      const MineOptions& options = {});

/// "translation", "comparable", "passages".
std::string to_string(Relation relation);

}  // namespace aligner::align
