#pragma once
// Which of the pairs that were counted are worth proposing. Private to the room.
//
//   std::vector<ChosenPair> chosen = choose_pairs(pairs, source_phrases, target_phrases, {.min_count = 2});
//
// A pair is scored by how exclusively its two phrases stand opposite each other, in both directions and held back where
// few mentions speak for it, by how well they are covered by links of words, and by how much each is a term. Pairs are
// taken best first, one for each phrase; a phrase gets another counterpart where that is no part of the one it has and
// stands for a good share of its mentions: two wordings that compete.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "aligner/glossary/aligned_corpus.h"
#include "aligner/glossary/pair_phrases.h"
#include "aligner/glossary/phrase_table.h"

namespace aligner::glossary {

struct ChosenPair {
  PhrasePair pair;
  double score = 0;        // 0 to 1
  double association = 0;  // G², nats
};

struct ChooseOptions {
  std::size_t min_count = 2;  // mentions of a pair that nothing but its words' links speaks for
  std::size_t most = 1000;
};

/// By score, the best first; ties by source, then target phrase.
std::vector<ChosenPair> choose_pairs(const std::vector<PhrasePair>& pairs, const PhraseTable& source,
                                     const PhraseTable& target, double row_weight, const ChooseOptions& options);

}  // namespace aligner::glossary
