#include "aligner/lexicon/passage_pair.h"

#include <algorithm>

namespace aligner::lexicon {
namespace {

using Items = std::span<const WordBitext::Item>;
using SideOf = Items (WordBitext::*)(std::size_t) const;

TokenRows token_rows(const WordBitext& bitext, SideOf side, TokenId WordBitext::Item::*level, std::size_t vocabulary) {
  TokenRows rows;
  rows.count.assign(vocabulary, 0);
  for (std::size_t pair = 0; pair < bitext.size(); ++pair) {
    for (const WordBitext::Item& item : (bitext.*side)(pair)) {
      rows.tokens.push_back(item.*level);
      ++rows.count[item.*level];
    }
    rows.begin.push_back(rows.tokens.size());
  }
  return rows;
}

// Gives `strength` to the words of a stretch of one row, shared among them as their translations are, and evenly where
// nothing is known of these.
void lift_row(std::span<float> row, float strength) {
  constexpr float unknown = 0.1F;  // weighs as much as so probable translations
  float sum = unknown;
  for (const float probability : row) sum += probability;
  const float even = unknown / static_cast<float>(row.size());
  for (float& probability : row) probability = std::max(probability, strength * (probability + even) / sum);
}

}  // namespace

WordLevel::WordLevel(const WordBitext& bitext, TokenId WordBitext::Item::*level, const Vocabulary& source_words,
                     const Vocabulary& target_words)
    : source(token_rows(bitext, &WordBitext::source, level, source_words.size())),
      target(token_rows(bitext, &WordBitext::target, level, target_words.size())),
      source_null(source.count),
      target_null(target.count) {}

void PassagePair::look_up(const WordLevel& level, const WordPairTable& table, std::size_t pair) {
  const auto source = level.source.row(pair);
  const auto target = level.target.row(pair);
  source_size = source.size();
  target_size = target.size();
  places.resize(source_size * target_size);
  forward.resize(source_size * target_size);
  backward.resize(source_size * target_size);
  const auto prefetch = [&](std::size_t i) {
    for (const TokenId f : target) table.prefetch(source[i], f);
  };
  prefetch(0);
  for (std::size_t i = 0; i < source_size; ++i) {
    if (i + 1 < source_size) prefetch(i + 1);
    for (std::size_t j = 0; j < target_size; ++j) {
      const std::uint32_t place = table.find(source[i], target[j]);
      places[i * target_size + j] = place;
      backward[i * target_size + j] = table.backward(place, source[i], target[j]);
      forward[j * source_size + i] = table.forward(place, source[i], target[j]);
    }
  }
  source_null.clear();
  target_null.clear();
  for (const TokenId e : source) source_null.push_back(level.source_null.probability(e));
  for (const TokenId f : target) target_null.push_back(level.target_null.probability(f));
}

// What is said of the tokens of a stretch by words outside the other stretch.
void PassagePair::lower_others(const WordHint& hint) {
  const float kept = 1 - hint.strength;
  for (std::size_t i = 0; i < source_size; ++i) {
    const bool is_source_inside = i >= hint.source_begin && i < hint.source_end;
    for (std::size_t j = 0; j < target_size; ++j) {
      const bool is_target_inside = j >= hint.target_begin && j < hint.target_end;
      if (is_source_inside == is_target_inside) continue;
      forward[j * source_size + i] *= kept;
      backward[i * target_size + j] *= kept;
    }
  }
}

void PassagePair::lift_stretch(const WordHint& hint) {
  std::vector<float> row(hint.target_end - hint.target_begin);
  for (std::size_t i = hint.source_begin; i < hint.source_end; ++i) {
    // What one source token gives stands in a column of the forward table.
    for (std::size_t k = 0; k < row.size(); ++k) row[k] = forward[(hint.target_begin + k) * source_size + i];
    lift_row(row, hint.strength);
    for (std::size_t k = 0; k < row.size(); ++k) forward[(hint.target_begin + k) * source_size + i] = row[k];
  }
  row.resize(hint.source_end - hint.source_begin);
  for (std::size_t j = hint.target_begin; j < hint.target_end; ++j) {
    for (std::size_t k = 0; k < row.size(); ++k) row[k] = backward[(hint.source_begin + k) * target_size + j];
    lift_row(row, hint.strength);
    for (std::size_t k = 0; k < row.size(); ++k) backward[(hint.source_begin + k) * target_size + j] = row[k];
  }
}

void PassagePair::apply_hints(std::span<const WordHint> hints) {
  for (const WordHint& hint : hints) lower_others(hint);
  for (const WordHint& hint : hints) lift_stretch(hint);
}

}  // namespace aligner::lexicon
