// A pass over the pairs looks up the translations of all their words, finds posteriors, and counts where the two
// directions agree; between passes counts become probabilities. Pairs are shared out over threads: what they add up is
// in fixed point (word_pair_table.h), so that the order does not matter.

#include "aligner/lexicon/word_aligner.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include "aligner/error.h"
#include "aligner/lexicon/null_words.h"
#include "aligner/lexicon/position_model.h"
#include "aligner/lexicon/share_rows.h"
#include "aligner/lexicon/word_pair_table.h"

namespace aligner::lexicon {
namespace {

constexpr int stem_iterations = 2;                // of 1, 2 and 4 the best on hand-linked text
constexpr float model_1_null = 0.25F;             // null probability .2 over what remains, as eflomal has it
constexpr float smallest_count = 0.01F;           // of a translation that is kept
constexpr std::size_t pairs_at_a_time = 1 << 14;  // between two reports of progress

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

std::vector<TokenId> stems_of_words(const WordBitext& bitext, SideOf side, std::size_t vocabulary) {
  std::vector<TokenId> stems(vocabulary, 0);
  for (std::size_t pair = 0; pair < bitext.size(); ++pair) {
    for (const WordBitext::Item& item : (bitext.*side)(pair)) stems[item.word] = item.stem;
  }
  return stems;
}

// Both sides on one level.
struct Level {
  TokenRows source;
  TokenRows target;
  NullWords source_null;
  NullWords target_null;

  Level(const WordBitext& bitext, TokenId WordBitext::Item::*level, const Vocabulary& source_words,
        const Vocabulary& target_words)
      : source(token_rows(bitext, &WordBitext::source, level, source_words.size())),
        target(token_rows(bitext, &WordBitext::target, level, target_words.size())),
        source_null(source.count),
        target_null(target.count) {}
};

// Of one pair; memory that is used again.
struct Scratch {
  std::vector<std::uint32_t> places;  // in the table: a row of target tokens for each source token
  std::vector<float> backward;        // t(e|f): likewise
  std::vector<float> forward;         // t(f|e): a row of source tokens for each target token
  std::vector<float> source_null;
  std::vector<float> target_null;
  PositionModel::Scratch positions;
  PositionModel::Posteriors forward_posteriors;
  PositionModel::Posteriors backward_posteriors;
};

void look_up(const Level& level, const WordPairTable& table, std::size_t pair, Scratch& scratch) {
  const auto source = level.source.row(pair);
  const auto target = level.target.row(pair);
  scratch.places.resize(source.size() * target.size());
  scratch.forward.resize(source.size() * target.size());
  scratch.backward.resize(source.size() * target.size());
  const auto prefetch = [&](std::size_t i) {
    for (const TokenId f : target) table.prefetch(source[i], f);
  };
  prefetch(0);
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (i + 1 < source.size()) prefetch(i + 1);
    for (std::size_t j = 0; j < target.size(); ++j) {
      const std::uint32_t place = table.find(source[i], target[j]);
      scratch.places[i * target.size() + j] = place;
      scratch.backward[i * target.size() + j] = table.backward(place, source[i], target[j]);
      scratch.forward[j * source.size() + i] = table.forward(place, source[i], target[j]);
    }
  }
  scratch.source_null.clear();
  scratch.target_null.clear();
  for (const TokenId e : source) scratch.source_null.push_back(level.source_null.probability(e));
  for (const TokenId f : target) scratch.target_null.push_back(level.target_null.probability(f));
}

// How much two stretches overlap when both are laid over the same line, by token of each.
void apply_hint(const WordHint& hint, std::size_t source_size, std::size_t target_size, Scratch& scratch) {
  const auto a = static_cast<float>(hint.source_end - hint.source_begin);
  const auto b = static_cast<float>(hint.target_end - hint.target_begin);
  for (std::uint32_t i = hint.source_begin; i < hint.source_end; ++i) {
    for (std::uint32_t j = hint.target_begin; j < hint.target_end; ++j) {
      const auto x = static_cast<float>(i - hint.source_begin);
      const auto y = static_cast<float>(j - hint.target_begin);
      const float overlap = std::min((x + 1) / a, (y + 1) / b) - std::max(x / a, y / b);
      float& forward = scratch.forward[j * source_size + i];
      float& backward = scratch.backward[i * target_size + j];
      forward = std::max(forward, hint.strength * overlap * a);
      backward = std::max(backward, hint.strength * overlap * b);
    }
  }
}

void count_agreed(float forward, float backward, std::uint32_t place, WordPairTable& table) {
  if (place == WordPairTable::no_entry) return;
  const std::uint32_t count = table.to_fixed(forward * backward);
  if (count > 0) table.add_count(place, count);
}

// Each word comes from any of the other passage's, wherever it stands, or from none.
void count_model_1(const Level& level, std::size_t pair, WordPairTable& table, Scratch& scratch) {
  const std::size_t source_size = level.source.row(pair).size();
  const std::size_t target_size = level.target.row(pair).size();
  std::vector<float>& over_source = scratch.backward_posteriors.unlinked;
  std::vector<float>& over_target = scratch.forward_posteriors.unlinked;
  over_source.resize(source_size);
  over_target.resize(target_size);
  for (std::size_t i = 0; i < source_size; ++i) {
    float sum = model_1_null * static_cast<float>(target_size) * scratch.source_null[i];
    for (std::size_t j = 0; j < target_size; ++j) sum += scratch.backward[i * target_size + j];
    over_source[i] = 1 / sum;
  }
  for (std::size_t j = 0; j < target_size; ++j) {
    float sum = model_1_null * static_cast<float>(source_size) * scratch.target_null[j];
    for (std::size_t i = 0; i < source_size; ++i) sum += scratch.forward[j * source_size + i];
    over_target[j] = 1 / sum;
  }
  for (std::size_t i = 0; i < source_size; ++i) {
    for (std::size_t j = 0; j < target_size; ++j) {
      count_agreed(scratch.forward[j * source_size + i] * over_target[j],
                   scratch.backward[i * target_size + j] * over_source[i], scratch.places[i * target_size + j], table);
    }
  }
}

class WordAligner {
 public:
  WordAligner(const WordBitext& bitext, const LanguageSide& source, const LanguageSide& target,
              const WordPriors& priors, const WordAlignOptions& options)
      : bitext_(bitext), source_(source), target_(target), priors_(priors), options_(options) {
    passes_ = stem_iterations + options.model_1_iterations + options.hmm_iterations + 1;
  }

  WordAlignment run() {
    const std::unique_ptr<WordPairTable> stems = learn_stems();
    Level level(bitext_, &WordBitext::Item::word, source_.words, target_.words);
    WordPairTable table(level.source, level.target, options_.threads);
    table.set_priors(priors_.words, {stems.get(), stems_of_words(bitext_, &WordBitext::source, source_.words.size()),
                                     stems_of_words(bitext_, &WordBitext::target, target_.words.size())});
    table.estimate(options_.prior_strength);
    for (int k = 0; k < options_.model_1_iterations; ++k) run_model_1(level, table);
    for (int k = 0; k < options_.hmm_iterations; ++k) run_hmm(level, table, nullptr);
    WordAlignment alignment;
    alignment.links.resize(bitext_.size());
    run_hmm(level, table, &alignment);
    alignment.translations = translations_of(table);
    return alignment;
  }

 private:
  std::unique_ptr<WordPairTable> learn_stems() {
    Level level(bitext_, &WordBitext::Item::stem, source_.stems, target_.stems);
    auto table = std::make_unique<WordPairTable>(level.source, level.target, options_.threads);
    table->set_priors(priors_.stems, {});
    table->estimate(options_.prior_strength);
    for (int k = 0; k < stem_iterations; ++k) run_model_1(level, *table);
    return table;
  }

  // Calls work(scratch, pair) for each pair that has words on both sides.
  template <typename Work>
  void for_each_pair(const Work& work) {
    for (std::size_t begin = 0; begin < bitext_.size(); begin += pairs_at_a_time) {
      const std::size_t count = std::min(pairs_at_a_time, bitext_.size() - begin);
      share_rows(
          count, options_.threads, [] { return Scratch(); },
          [&](Scratch& scratch, std::size_t k) {
            const std::size_t pair = begin + k;
            if (!bitext_.source(pair).empty() && !bitext_.target(pair).empty()) work(scratch, pair);
          });
      const double share = static_cast<double>(begin + count) / static_cast<double>(bitext_.size());
      report_progress((passes_done_ + share) / passes_);
    }
    ++passes_done_;
  }

  void report_progress(double done) const {
    if (options_.progress && !options_.progress(std::min(1.0, done))) throw Error("word alignment was stopped");
  }

  void run_model_1(const Level& level, WordPairTable& table) {
    table.begin_counting();
    for_each_pair([&](Scratch& scratch, std::size_t pair) {
      look_up(level, table, pair, scratch);
      count_model_1(level, pair, table, scratch);
    });
    table.estimate(options_.prior_strength);
  }

  // Gives links where `alignment` is there.
  void run_hmm(Level& level, WordPairTable& table, WordAlignment* alignment) {
    table.begin_counting();
    JumpCounts forward_jumps;
    JumpCounts backward_jumps;
    std::mutex mutex;
    for_each_pair([&](Scratch& scratch, std::size_t pair) {
      look_up(level, table, pair, scratch);
      const auto source = level.source.row(pair);
      const auto target = level.target.row(pair);
      for (const WordHint& hint : bitext_.hints(pair)) apply_hint(hint, source.size(), target.size(), scratch);
      JumpCounts forward;
      JumpCounts backward;
      forward_model_.find_posteriors({source.size(), scratch.forward, scratch.target_null}, scratch.positions,
                                     scratch.forward_posteriors, forward);
      backward_model_.find_posteriors({target.size(), scratch.backward, scratch.source_null}, scratch.positions,
                                      scratch.backward_posteriors, backward);
      count_hmm(level, pair, table, scratch);
      if (alignment != nullptr) find_links(pair, scratch, alignment->links[pair]);
      const std::lock_guard lock(mutex);
      forward_jumps.add(forward);
      backward_jumps.add(backward);
    });
    table.estimate(options_.prior_strength);
    forward_model_.estimate(forward_jumps);
    backward_model_.estimate(backward_jumps);
    level.source_null.estimate();
    level.target_null.estimate();
  }

  static void count_hmm(Level& level, std::size_t pair, WordPairTable& table, const Scratch& scratch) {
    const auto source = level.source.row(pair);
    const auto target = level.target.row(pair);
    for (std::size_t i = 0; i < source.size(); ++i) {
      level.source_null.add(source[i], scratch.backward_posteriors.unlinked[i]);
      for (std::size_t j = 0; j < target.size(); ++j) {
        count_agreed(scratch.forward_posteriors.linked[j * source.size() + i],
                     scratch.backward_posteriors.linked[i * target.size() + j], scratch.places[i * target.size() + j],
                     table);
      }
    }
    for (std::size_t j = 0; j < target.size(); ++j) {
      level.target_null.add(target[j], scratch.forward_posteriors.unlinked[j]);
    }
  }

  void find_links(std::size_t pair, const Scratch& scratch, std::vector<WordLink>& links) const {
    const Items source = bitext_.source(pair);
    const Items target = bitext_.target(pair);
    for (std::size_t i = 0; i < source.size(); ++i) {
      for (std::size_t j = 0; j < target.size(); ++j) {
        const float probability = 0.5F * (scratch.forward_posteriors.linked[j * source.size() + i] +
                                          scratch.backward_posteriors.linked[i * target.size() + j]);
        if (probability < options_.smallest_probability) continue;
        links.push_back({source[i].position, target[j].position, std::min(1.0F, probability)});
      }
    }
  }

  static WordTranslations translations_of(const WordPairTable& table) {
    std::vector<std::size_t> row_begin = {0};
    std::vector<WordTranslation> entries;
    for (TokenId e = 0; e < table.source_size(); ++e) {
      for (const WordPairTable::Slot& slot : table.row(e)) {
        const float count = table.from_fixed(slot.count);
        if (slot.target == WordPairTable::no_entry || count < smallest_count) continue;
        entries.push_back({slot.target, slot.forward, slot.backward, count});
      }
      std::sort(entries.begin() + static_cast<std::ptrdiff_t>(row_begin.back()), entries.end(),
                [](const WordTranslation& a, const WordTranslation& b) { return a.target < b.target; });
      row_begin.push_back(entries.size());
    }
    return {std::move(row_begin), std::move(entries)};
  }

  const WordBitext& bitext_;
  const LanguageSide& source_;
  const LanguageSide& target_;
  WordPriors priors_;
  WordAlignOptions options_;
  PositionModel forward_model_;
  PositionModel backward_model_;
  double passes_ = 0;
  double passes_done_ = 0;
};

}  // namespace

WordTranslations::WordTranslations(std::vector<std::size_t> row_begin, std::vector<WordTranslation> entries)
    : row_begin_(std::move(row_begin)), entries_(std::move(entries)) {}

std::span<const WordTranslation> WordTranslations::row(TokenId source) const {
  if (source >= source_size()) return {};
  return std::span(entries_).subspan(row_begin_[source], row_begin_[source + 1] - row_begin_[source]);
}

const WordTranslation* WordTranslations::find(TokenId source, TokenId target) const {
  const auto entries = row(source);
  const auto found = std::lower_bound(entries.begin(), entries.end(), target,
                                      [](const WordTranslation& one, TokenId wanted) { return one.target < wanted; });
  return found != entries.end() && found->target == target ? &*found : nullptr;
}

WordAlignment align_words(const WordBitext& bitext, const LanguageSide& source, const LanguageSide& target,
                          const WordPriors& priors, const WordAlignOptions& options) {
  return WordAligner(bitext, source, target, priors, options).run();
}

}  // namespace aligner::lexicon
