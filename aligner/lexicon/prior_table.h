#pragma once
// PriorTable: which tokens look like translations of each other before anything was learnt.
//
//   PriorTable priors = find_word_priors(source.words, target.words);
//   priors.add(from, to, 0.9);  // an anchor that matches
//   priors.normalise();
//
// A prior is a translation probability, the mean of a Dirichlet prior on IBM Model 1: identical numbers .9, identical
// punctuation .7, identical words .8 (four letters or more), .4 (three), .1 (fewer), cognates by the Dice coefficient
// of the letter bigrams and trigrams of their skeletons (marks stripped, Cyrillic in Latin letters, k = q = c, w = v, y
// = i).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/lexicon/vocabulary.h"

namespace aligner::lexicon {

struct Prior {
  TokenId source = 0;
  TokenId target = 0;
  double forward = 0;   // p(target | source)
  double backward = 0;  // p(source | target)
};

class PriorTable {
 public:
  /// Adds a candidate of the given strength (0 to 1), the same in both directions or one for each.
  void add(TokenId source, TokenId target, double strength) { add(source, target, strength, strength); }
  void add(TokenId source, TokenId target, double forward, double backward);

  /// Sorts, merges doubles (each direction keeps the stronger) and scales each token's candidates down to a sum of at
  /// most .95.
  void normalise();

  /// By source, then target, after normalise().
  const std::vector<Prior>& priors() const& { return priors_; }
  const std::vector<Prior>& priors() const&& = delete;

 private:
  std::vector<Prior> priors_;
};

/// Which likeness of spelling counts.
struct Likeness {
  bool numbers = true;      // tokens with a digit that are the same
  bool words = true;        // words that are the same
  bool punctuation = true;  // marks that are the same
  bool cognates = true;
};

/// What the spelling says. Anchor tokens are passed over. Near-linear in the vocabularies.
PriorTable find_word_priors(const Vocabulary& source, const Vocabulary& target, const Likeness& likeness = {});

/// Latin letters and digits that stand for how a word sounds: "Муравьёв" -> "muravev", "Kyakhta" -> "ciachta".
std::string skeleton(std::string_view word);

}  // namespace aligner::lexicon
