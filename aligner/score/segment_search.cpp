#include "aligner/score/segment_search.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

#include "aligner/score/log_product.h"

namespace aligner::score {
namespace {

using lexicon::Token;
using lexicon::TokenId;
using lexicon::TranslationTable;

constexpr double level_share = 0.5;       // words and stems count alike, as in lexical_cells.cpp
constexpr double smallest_gain = 0.05;    // nats; of a word, to be looked up at all
constexpr std::size_t most_places = 400;  // of a word; commoner ones find nothing alone

constexpr TokenId Token::*level_ids[] = {&Token::word, &Token::stem};

std::vector<float> bases(std::size_t size, const auto& base_of) {
  std::vector<float> all(size);
  for (TokenId id = 0; id < size; ++id) all[id] = static_cast<float>(base_of(id));
  return all;
}

DirectedLevel forward_level(const TranslationTable& table) {
  DirectedLevel level;
  level.begin.push_back(0);
  for (TokenId e = 0; e < table.source_size(); ++e) {
    for (const TranslationTable::Pull& pull : table.row_pulls(e)) {
      if (pull.extra > 0) level.pulls.push_back({pull.target, pull.extra});
    }
    level.begin.push_back(level.pulls.size());
  }
  level.from_base = bases(table.source_size(), [&](TokenId id) { return table.source_base(id, 0); });
  level.to_base = bases(table.target_size(), [&](TokenId id) { return table.target_base(id, 0); });
  return level;
}

DirectedLevel turned_round(const DirectedLevel& level) {
  DirectedLevel turned;
  turned.from_base = level.to_base;
  turned.to_base = level.from_base;
  turned.begin.assign(turned.from_base.size() + 1, 0);
  for (const DirectedLevel::Pull& pull : level.pulls) ++turned.begin[pull.to + 1];
  std::partial_sum(turned.begin.begin(), turned.begin.end(), turned.begin.begin());
  turned.pulls.resize(level.pulls.size());
  std::vector<std::size_t> next(turned.begin.begin(), turned.begin.end() - 1);
  for (TokenId e = 0; e + 1 < level.begin.size(); ++e) {
    for (const DirectedLevel::Pull& pull : level.row(e)) turned.pulls[next[pull.to]++] = {e, pull.extra};
  }
  return turned;
}

}  // namespace

DirectedLevels forward_levels(const LexicalModel& lexicon) {
  return {forward_level(lexicon.words), forward_level(lexicon.stems)};
}

DirectedLevels backward_levels(const LexicalModel& lexicon) {
  return {turned_round(forward_level(lexicon.words)), turned_round(forward_level(lexicon.stems))};
}

SegmentSearch::SegmentSearch(const PreparedText& from, const PreparedText& to, DirectedLevels levels)
    : from_(from), to_(to), levels_(std::move(levels)) {
  index_words();
}

void SegmentSearch::index_words() {
  words_.resize(levels_[0].to_base.size());
  words_of_stem_.resize(levels_[1].to_base.size());
  for (std::uint32_t j = 0; j < to_.tokens.segments.size(); ++j) {
    const std::vector<Token>& tokens = to_.tokens.segments[j].tokens;
    LogProduct silence;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      Word& word = words_[tokens[at].word];
      if (word.places.empty()) {
        word.stem = tokens[at].stem;
        word.share = to_.shares[j][at];
        words_of_stem_[word.stem].push_back(tokens[at].word);
      }
      if (word.places.empty() || word.places.back() != j) word.places.push_back(j);
      silence.add(static_cast<double>(word.share), base_of(tokens[at].word, {1, 1}));
    }
    silence_.push_back(static_cast<float>(silence.sum()));
  }
}

// A token's attraction to what has no entry with it.
double SegmentSearch::base_of(TokenId word, const std::array<float, 2>& means) const {
  const TokenId ids[] = {word, words_[word].stem};
  double base = 0;
  for (std::size_t l = 0; l < 2; ++l) {
    base += level_share * static_cast<double>(std::min(levels_[l].to_base[ids[l]], means[l]));
  }
  return base;
}

std::array<float, 2> SegmentSearch::mean_bases(std::size_t from) const {
  const std::vector<Token>& tokens = from_.tokens.segments[from].tokens;
  std::array<float, 2> means{};
  if (tokens.empty()) return means;
  for (std::size_t l = 0; l < 2; ++l) {
    double sum = 0;
    for (const Token& token : tokens) sum += static_cast<double>(levels_[l].from_base[token.*level_ids[l]]);
    means[l] = static_cast<float>(sum / static_cast<double>(tokens.size()));
  }
  return means;
}

SegmentSearch::Scratch SegmentSearch::make_scratch() const {
  Scratch scratch;
  for (std::size_t l = 0; l < 2; ++l) scratch.pull[l].assign(levels_[l].to_base.size(), 0);
  scratch.gain.assign(to_.tokens.segments.size(), 0);
  return scratch;
}

void SegmentSearch::look(Scratch& scratch, std::size_t from) const {
  const std::vector<Token>& tokens = from_.tokens.segments[from].tokens;
  for (std::size_t l = 0; l < 2; ++l) {
    for (const TokenId id : scratch.drawn[l]) scratch.pull[l][id] = 0;
    scratch.drawn[l].clear();
    for (const Token& token : tokens) {
      for (const DirectedLevel::Pull& pull : levels_[l].row(token.*level_ids[l])) {
        if (scratch.pull[l][pull.to] == 0) scratch.drawn[l].push_back(pull.to);
        scratch.pull[l][pull.to] += pull.extra / static_cast<float>(tokens.size());
      }
    }
  }
  scratch.means = mean_bases(from);
}

std::vector<std::uint32_t> SegmentSearch::find_best(Scratch& scratch, std::size_t most) const {
  const auto meet = [&](TokenId id) {
    const Word& word = words_[id];
    if (word.places.empty() || word.places.size() > most_places) return;
    const double pull = level_share * static_cast<double>(scratch.pull[0][id] + scratch.pull[1][word.stem]);
    const double share = static_cast<double>(word.share);
    const double gain = std::log1p(share * pull / (1 - share + share * base_of(id, scratch.means)));
    if (gain < smallest_gain) return;
    for (const std::uint32_t j : word.places) {
      if (scratch.gain[j] == 0) scratch.met.push_back(j);
      scratch.gain[j] += static_cast<float>(gain);
    }
  };
  // A word is met by its stem, or, where only itself is drawn, by itself.
  for (const TokenId stem : scratch.drawn[1]) {
    for (const TokenId word : words_of_stem_[stem]) meet(word);
  }
  for (const TokenId word : scratch.drawn[0]) {
    if (scratch.pull[1][words_[word].stem] == 0) meet(word);
  }
  std::vector<std::uint32_t> best = scratch.met;
  const auto rank = [&](std::uint32_t j) { return std::tuple(-(scratch.gain[j] + silence_[j]), j); };
  if (best.size() > most) {
    std::nth_element(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(most), best.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    best.resize(most);
  }
  std::sort(best.begin(), best.end());
  for (const std::uint32_t j : scratch.met) scratch.gain[j] = 0;
  scratch.met.clear();
  return best;
}

double SegmentSearch::score(const Scratch& scratch, std::size_t to) const {
  LogProduct product;
  for (const Token& token : to_.tokens.segments[to].tokens) {
    const double pull = level_share * static_cast<double>(scratch.pull[0][token.word] + scratch.pull[1][token.stem]);
    product.add(static_cast<double>(words_[token.word].share), base_of(token.word, scratch.means) + pull);
  }
  return product.sum();
}

}  // namespace aligner::score
