// A pass over the pairs looks up the translations of all their words, finds posteriors, and counts where the two
// directions agree; between passes counts become probabilities. Pairs are shared out over threads: what they add up is
// in fixed point (word_pair_table.h), so that the order does not matter.

#include "aligner/lexicon/word_aligner.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include "aligner/error.h"
#include "aligner/lexicon/passage_pair.h"
#include "aligner/lexicon/position_model.h"
#include "aligner/lexicon/share_rows.h"
#include "aligner/lexicon/word_pair_table.h"

namespace aligner::lexicon {
namespace {

constexpr int stem_iterations = 2;                // of 1, 2 and 4 the best on hand-linked text
constexpr float model_1_null = 0.25F;             // null probability .2 over what remains, as eflomal has it
constexpr float smallest_count = 0.01F;           // of a translation that is kept
constexpr std::size_t pairs_at_a_time = 1 << 14;  // between two reports of progress

using SideOf = std::span<const WordBitext::Item> (WordBitext::*)(std::size_t) const;

std::vector<TokenId> stems_of_words(const WordBitext& bitext, SideOf side, std::size_t vocabulary) {
  std::vector<TokenId> stems(vocabulary, 0);
  for (std::size_t pair = 0; pair < bitext.size(); ++pair) {
    for (const WordBitext::Item& item : (bitext.*side)(pair)) stems[item.word] = item.stem;
  }
  return stems;
}

void count_agreed(float forward, float backward, std::uint32_t place, WordPairTable& table) {
  if (place == WordPairTable::no_entry) return;
  const std::uint32_t count = table.to_fixed(forward * backward);
  if (count > 0) table.add_count(place, count);
}

// Each word comes from any of the other passage's, wherever it stands, or from none.
void count_model_1(PassagePair& passages, WordPairTable& table) {
  const std::size_t source_size = passages.source_size;
  const std::size_t target_size = passages.target_size;
  std::vector<float>& over_source = passages.backward_posteriors.unlinked;
  std::vector<float>& over_target = passages.forward_posteriors.unlinked;
  over_source.resize(source_size);
  over_target.resize(target_size);
  for (std::size_t i = 0; i < source_size; ++i) {
    float sum = model_1_null * static_cast<float>(target_size) * passages.source_null[i];
    for (std::size_t j = 0; j < target_size; ++j) sum += passages.backward[i * target_size + j];
    over_source[i] = 1 / sum;
  }
  for (std::size_t j = 0; j < target_size; ++j) {
    float sum = model_1_null * static_cast<float>(source_size) * passages.target_null[j];
    for (std::size_t i = 0; i < source_size; ++i) sum += passages.forward[j * source_size + i];
    over_target[j] = 1 / sum;
  }
  for (std::size_t i = 0; i < source_size; ++i) {
    for (std::size_t j = 0; j < target_size; ++j) {
      count_agreed(passages.forward[j * source_size + i] * over_target[j],
                   passages.backward[i * target_size + j] * over_source[i], passages.places[i * target_size + j],
                   table);
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
    WordLevel level(bitext_, &WordBitext::Item::word, source_.words, target_.words);
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
    WordLevel level(bitext_, &WordBitext::Item::stem, source_.stems, target_.stems);
    auto table = std::make_unique<WordPairTable>(level.source, level.target, options_.threads);
    table->set_priors(priors_.stems, {});
    table->estimate(options_.prior_strength);
    for (int k = 0; k < stem_iterations; ++k) run_model_1(level, *table);
    return table;
  }

  // Calls work(passages, pair) for each pair that has words on both sides.
  template <typename Work>
  void for_each_pair(const Work& work) {
    for (std::size_t begin = 0; begin < bitext_.size(); begin += pairs_at_a_time) {
      const std::size_t count = std::min(pairs_at_a_time, bitext_.size() - begin);
      share_rows(
          count, options_.threads, [] { return PassagePair(); },
          [&](PassagePair& passages, std::size_t k) {
            const std::size_t pair = begin + k;
            if (!bitext_.source(pair).empty() && !bitext_.target(pair).empty()) work(passages, pair);
          });
      const double share = static_cast<double>(begin + count) / static_cast<double>(bitext_.size());
      report_progress((passes_done_ + share) / passes_);
    }
    ++passes_done_;
  }

  void report_progress(double done) const {
    if (options_.progress && !options_.progress(std::min(1.0, done))) throw Error("word alignment was stopped");
  }

  void run_model_1(const WordLevel& level, WordPairTable& table) {
    table.begin_counting();
    for_each_pair([&](PassagePair& passages, std::size_t pair) {
      passages.look_up(level, table, pair);
      passages.apply_hints(bitext_.hints(pair));
      count_model_1(passages, table);
    });
    table.estimate(options_.prior_strength);
  }

  // Gives links where `alignment` is there.
  void run_hmm(WordLevel& level, WordPairTable& table, WordAlignment* alignment) {
    table.begin_counting();
    JumpCounts forward_jumps;
    JumpCounts backward_jumps;
    std::mutex mutex;
    for_each_pair([&](PassagePair& passages, std::size_t pair) {
      passages.look_up(level, table, pair);
      passages.apply_hints(bitext_.hints(pair));
      JumpCounts forward;
      JumpCounts backward;
      forward_model_.find_posteriors({passages.source_size, passages.forward, passages.target_null}, passages.positions,
                                     passages.forward_posteriors, forward);
      backward_model_.find_posteriors({passages.target_size, passages.backward, passages.source_null},
                                      passages.positions, passages.backward_posteriors, backward);
      count_hmm(level, pair, table, passages);
      if (alignment != nullptr) find_links(pair, passages, alignment->links[pair]);
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

  static void count_hmm(WordLevel& level, std::size_t pair, WordPairTable& table, const PassagePair& passages) {
    const auto source = level.source.row(pair);
    const auto target = level.target.row(pair);
    for (std::size_t i = 0; i < source.size(); ++i) {
      level.source_null.add(source[i], passages.backward_posteriors.unlinked[i]);
      for (std::size_t j = 0; j < target.size(); ++j) {
        count_agreed(passages.forward_posteriors.linked[j * source.size() + i],
                     passages.backward_posteriors.linked[i * target.size() + j], passages.places[i * target.size() + j],
                     table);
      }
    }
    for (std::size_t j = 0; j < target.size(); ++j) {
      level.target_null.add(target[j], passages.forward_posteriors.unlinked[j]);
    }
  }

  void find_links(std::size_t pair, const PassagePair& passages, std::vector<WordLink>& links) const {
    const auto source = bitext_.source(pair);
    const auto target = bitext_.target(pair);
    for (std::size_t i = 0; i < source.size(); ++i) {
      for (std::size_t j = 0; j < target.size(); ++j) {
        const float probability = 0.5F * (passages.forward_posteriors.linked[j * source.size() + i] +
                                          passages.backward_posteriors.linked[i * target.size() + j]);
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
