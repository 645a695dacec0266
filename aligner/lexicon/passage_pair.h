#pragma once
// PassagePair: how probable it is for all words of one pair of passages that they translate each other. Private.
//
//   PassagePair passages;
//   passages.look_up(level, table, pair);
//   passages.apply_hints(bitext.hints(pair));
//   passages.backward[i * passages.target_size + j];  // t(source token i | target token j)

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aligner/lexicon/null_words.h"
#include "aligner/lexicon/position_model.h"
#include "aligner/lexicon/tokenised_text.h"
#include "aligner/lexicon/word_bitext.h"
#include "aligner/lexicon/word_pair_table.h"

namespace aligner::lexicon {

/// Both sides of all pairs on one level: words or stems.
struct WordLevel {
  TokenRows source;
  TokenRows target;
  NullWords source_null;
  NullWords target_null;

  WordLevel(const WordBitext& bitext, TokenId WordBitext::Item::*level, const Vocabulary& source_words,
            const Vocabulary& target_words);
};

/// Its memory is used again for the next pair.
struct PassagePair {
  std::size_t source_size = 0;
  std::size_t target_size = 0;
  std::vector<std::uint32_t> places;  // in the table: a row of target tokens for each source token
  std::vector<float> backward;        // t(e|f): likewise
  std::vector<float> forward;         // t(f|e): a row of source tokens for each target token
  std::vector<float> source_null;     // p(e | no counterpart)
  std::vector<float> target_null;
  PositionModel::Scratch positions;
  PositionModel::Posteriors forward_posteriors;
  PositionModel::Posteriors backward_posteriors;

  /// Neither passage may be empty.
  void look_up(const WordLevel& level, const WordPairTable& table, std::size_t pair);

  /// Where two stretches are known to say the same, their words translate each other and no others, as probably as the
  /// hint is strong.
  void apply_hints(std::span<const WordHint> hints);

 private:
  void lower_others(const WordHint& hint);
  void lift_stretch(const WordHint& hint);
};

}  // namespace aligner::lexicon
