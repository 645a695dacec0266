#include "aligner/lexicon/word_bitext.h"

#include <algorithm>

namespace aligner::lexicon {
namespace {

void add_items(std::span<const Token> tokens, std::vector<WordBitext::Item>& items) {
  const std::size_t count = std::min(tokens.size(), longest_passage_tokens);
  for (std::size_t k = 0; k < count; ++k) {
    if (tokens[k].kind == TokenClass::anchor) continue;
    items.push_back({tokens[k].word, tokens[k].stem, static_cast<std::uint32_t>(k)});
  }
}

template <typename T>
std::span<const T> part(const std::vector<T>& all, const std::vector<std::size_t>& begin, std::size_t pair) {
  return std::span(all).subspan(begin[pair], begin[pair + 1] - begin[pair]);
}

// Where a position among the tokens falls among the items.
std::uint32_t item_at(std::span<const WordBitext::Item> items, std::uint32_t position) {
  const auto found =
      std::lower_bound(items.begin(), items.end(), position,
                       [](const WordBitext::Item& item, std::uint32_t wanted) { return item.position < wanted; });
  return static_cast<std::uint32_t>(found - items.begin());
}

}  // namespace

void WordBitext::add(std::span<const Token> source, std::span<const Token> target, std::span<const WordHint> hints) {
  const std::size_t pair = size();
  add_items(source, source_);
  add_items(target, target_);
  source_begin_.push_back(source_.size());
  target_begin_.push_back(target_.size());
  for (const WordHint& hint : hints) {
    const WordHint kept{item_at(this->source(pair), hint.source_begin), item_at(this->source(pair), hint.source_end),
                        item_at(this->target(pair), hint.target_begin), item_at(this->target(pair), hint.target_end),
                        std::clamp(hint.strength, 0.0F, 0.99F)};
    if (kept.source_begin < kept.source_end && kept.target_begin < kept.target_end) hints_.push_back(kept);
  }
  hints_begin_.push_back(hints_.size());
}

std::span<const WordBitext::Item> WordBitext::source(std::size_t pair) const {
  return part(source_, source_begin_, pair);
}

std::span<const WordBitext::Item> WordBitext::target(std::size_t pair) const {
  return part(target_, target_begin_, pair);
}

std::span<const WordHint> WordBitext::hints(std::size_t pair) const { return part(hints_, hints_begin_, pair); }

}  // namespace aligner::lexicon
