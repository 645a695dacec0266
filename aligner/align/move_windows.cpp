#include "aligner/align/move_windows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace aligner::align {
namespace {

using lexicon::TokenId;

constexpr std::size_t most_places = 24;     // free segments that a word may stand in and still point anywhere
constexpr std::size_t kept_partners = 3;    // of a segment, the heaviest
constexpr double smallest_seed = 2;         // nats: a common word alone is no hint
constexpr double smallest_chain = 32;       // nats, of all seeds of a window; 48 lost nothing on the development sets
constexpr std::uint32_t longest_step = 6;   // segments from seed to seed
constexpr std::uint32_t largest_drift = 3;  // of the diagonal in one step
constexpr std::uint32_t window_pad = 6;     // segments around the chain

struct Seed {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  double weight = 0;  // nats
};

// Free segments of the target by the words that stand in few of them.
std::vector<std::vector<std::uint32_t>> places_of_words(const lexicon::TokenisedText& target,
                                                        const std::vector<bool>& is_free, std::size_t word_count) {
  std::vector<std::vector<std::uint32_t>> places(word_count);
  for (std::uint32_t j = 0; j < is_free.size(); ++j) {
    if (!is_free[j]) continue;
    for (const lexicon::Token& token : target.segments[j].tokens) {
      std::vector<std::uint32_t>& of_word = places[token.word];
      if (token.kind == lexicon::TokenClass::punctuation || of_word.size() > most_places) continue;
      if (of_word.empty() || of_word.back() != j) of_word.push_back(j);
    }
  }
  for (std::vector<std::uint32_t>& of_word : places) {
    if (of_word.size() > most_places) of_word.clear();
  }
  return places;
}

class SeedFinder {
 public:
  SeedFinder(const lexicon::TokenisedText& source, const lexicon::TokenisedText& target,
             const lexicon::TranslationTable& words, const std::vector<bool>& is_free_source,
             const std::vector<bool>& is_free_target, const FixedPoints& points)
      : source_(source),
        words_(words),
        points_(points),
        is_free_source_(is_free_source),
        places_(places_of_words(target, is_free_target, words.target_size())),
        last_token_(is_free_target.size(), 0),
        best_of_token_(is_free_target.size(), 0),
        sums_(is_free_target.size(), 0),
        target_bests_(is_free_target.size()) {}

  // By source, then target.
  std::vector<Seed> find() {
    std::vector<Seed> all;
    for (std::uint32_t i = 0; i < is_free_source_.size(); ++i) {
      if (is_free_source_[i]) add_partners(i, all);
    }
    for (const Seed& seed : all) keep_best(target_bests_[seed.target], seed);
    std::erase_if(all, [&](const Seed& seed) {
      const std::vector<Seed>& bests = target_bests_[seed.target];
      return std::none_of(bests.begin(), bests.end(), [&](const Seed& best) { return best.source == seed.source; });
    });
    return all;
  }

 private:
  void add_partners(std::uint32_t i, std::vector<Seed>& all) {
    std::vector<std::uint32_t> touched;
    std::vector<TokenId> tokens;
    for (const lexicon::Token& token : source_.segments[i].tokens) {
      if (token.kind != lexicon::TokenClass::punctuation) tokens.push_back(token.word);
    }
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    for (const TokenId token : tokens) add_token(token, touched);
    std::vector<Seed> bests;
    std::sort(touched.begin(), touched.end());
    const std::size_t block = block_of(points_, i, &FixedPoint::source);
    for (const std::uint32_t j : touched) {
      const double weight = sums_[j] + best_of_token_[j];
      sums_[j] = best_of_token_[j] = 0;
      last_token_[j] = 0;
      if (weight < smallest_seed || block_of(points_, j, &FixedPoint::target) != block) continue;
      keep_best(bests, {i, j, weight});
    }
    std::sort(bests.begin(), bests.end(), [](const Seed& a, const Seed& b) { return a.target < b.target; });
    all.insert(all.end(), bests.begin(), bests.end());
  }

  // Every source word counts once for a target segment, by the word there that it is drawn to most.
  void add_token(TokenId token, std::vector<std::uint32_t>& touched) {
    for (const lexicon::TranslationEntry& entry : words_.row(token)) {
      if (places_[entry.target].empty()) continue;
      const double weight = std::log(words_.lift(token, entry, 0));
      if (weight <= 0) continue;
      for (const std::uint32_t j : places_[entry.target]) {
        if (last_token_[j] == 0) touched.push_back(j);
        if (last_token_[j] != token + 1) {
          sums_[j] += best_of_token_[j];
          best_of_token_[j] = 0;
          last_token_[j] = token + 1;
        }
        best_of_token_[j] = std::max(best_of_token_[j], weight);
      }
    }
  }

  // The heaviest few; of equal ones those that came first.
  static void keep_best(std::vector<Seed>& bests, const Seed& seed) {
    auto place = bests.end();
    while (place != bests.begin() && std::prev(place)->weight < seed.weight) --place;
    bests.insert(place, seed);
    if (bests.size() > kept_partners) bests.pop_back();
  }

  const lexicon::TokenisedText& source_;
  const lexicon::TranslationTable& words_;
  const FixedPoints& points_;
  const std::vector<bool>& is_free_source_;
  std::vector<std::vector<std::uint32_t>> places_;  // by target word
  std::vector<TokenId> last_token_;                 // by target segment: the source word at work, plus 1
  std::vector<double> best_of_token_;
  std::vector<double> sums_;
  std::vector<std::vector<Seed>> target_bests_;
};

// Gives every seed the number of its chain: the seed before it on both sides that makes the heaviest chain.
std::vector<std::vector<Seed>> chains_of(const std::vector<Seed>& seeds) {
  std::vector<double> weight(seeds.size());
  std::vector<std::size_t> chain(seeds.size());
  std::vector<std::vector<Seed>> chains;
  std::size_t first = 0;
  for (std::size_t k = 0; k < seeds.size(); ++k) {
    while (seeds[first].source + longest_step < seeds[k].source) ++first;
    std::size_t before = k;
    for (std::size_t p = first; p < k; ++p) {
      if (seeds[p].source >= seeds[k].source || seeds[p].target >= seeds[k].target) continue;
      const std::uint32_t source_step = seeds[k].source - seeds[p].source;
      const std::uint32_t target_step = seeds[k].target - seeds[p].target;
      const std::uint32_t drift = source_step > target_step ? source_step - target_step : target_step - source_step;
      if (target_step > longest_step || drift > largest_drift) continue;
      if (before == k || weight[p] > weight[before]) before = p;
    }
    weight[k] = seeds[k].weight + (before == k ? 0 : weight[before]);
    chain[k] = before == k ? chains.size() : chain[before];
    if (before == k) chains.emplace_back();
    chains[chain[k]].push_back(seeds[k]);
  }
  return chains;
}

// Whether a chain weighs enough: of each source segment its heaviest seed.
bool is_heavy(const std::vector<Seed>& chain) {
  std::map<std::uint32_t, double> by_source;
  for (const Seed& seed : chain) by_source[seed.source] = std::max(by_source[seed.source], seed.weight);
  double sum = 0;
  for (const auto& [source, weight] : by_source) sum += weight;
  return sum >= smallest_chain;
}

// The stretch between the two fixed points around a segment.
std::pair<std::uint32_t, std::uint32_t> block_limits(const FixedPoints& points, std::uint32_t segment,
                                                     std::uint32_t FixedPoint::*side, std::size_t count) {
  const std::size_t block = block_of(points, segment, side);
  return {block == 0 ? 0 : points[block - 1].*side,
          block == points.size() ? static_cast<std::uint32_t>(count) : points[block].*side};
}

MoveWindow window_around(const std::vector<Seed>& chain, const FixedPoints& points, std::size_t source_count,
                         std::size_t target_count) {
  MoveWindow window{chain.front().source, chain.front().source, chain.front().target, chain.front().target, {}};
  for (const Seed& seed : chain) {
    window.source_end = std::max(window.source_end, seed.source);
    window.target_begin = std::min(window.target_begin, seed.target);
    window.target_end = std::max(window.target_end, seed.target);
  }
  const auto source = block_limits(points, chain.front().source, &FixedPoint::source, source_count);
  const auto target = block_limits(points, chain.front().target, &FixedPoint::target, target_count);
  window.source_begin = std::max(source.first + window_pad, window.source_begin) - window_pad;
  window.target_begin = std::max(target.first + window_pad, window.target_begin) - window_pad;
  window.source_end = std::min(source.second, window.source_end + 1 + window_pad);
  window.target_end = std::min(target.second, window.target_end + 1 + window_pad);
  for (const Seed& seed : chain) {
    window.seeds.push_back(
        {seed.source - window.source_begin, seed.target - window.target_begin, static_cast<float>(seed.weight)});
  }
  return window;
}

}  // namespace

std::vector<MoveWindow> find_move_windows(const lexicon::TokenisedText& source, const lexicon::TokenisedText& target,
                                          const lexicon::TranslationTable& words,
                                          const std::vector<bool>& is_free_source,
                                          const std::vector<bool>& is_free_target, const FixedPoints& points) {
  const auto has_gaps = [](const std::vector<bool>& is_free) {
    return std::find(is_free.begin(), is_free.end(), true) != is_free.end();
  };
  std::vector<MoveWindow> windows;
  if (!has_gaps(is_free_source) || !has_gaps(is_free_target)) return windows;
  const std::vector<Seed> seeds = SeedFinder(source, target, words, is_free_source, is_free_target, points).find();
  for (const std::vector<Seed>& chain : chains_of(seeds)) {
    if (is_heavy(chain)) windows.push_back(window_around(chain, points, is_free_source.size(), is_free_target.size()));
  }
  return windows;
}

}  // namespace aligner::align
