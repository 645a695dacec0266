// The table is made row by row: what stands with a source word is counted in one dense array for all its passages, once
// to know the sizes and once to fill. Time grows with the products of the passages' lengths; 16 bytes a slot and 8 for
// its priors, with three quarters to three eighths of the slots in use.

#include "aligner/lexicon/word_pair_table.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "aligner/error.h"
#include "aligner/lexicon/share_rows.h"

namespace aligner::lexicon {
namespace {

constexpr double stem_share = 0.8;              // of .5, .8 and 1 the best on hand-linked text, by little
constexpr float given_strength = 3;             // of 1, 2, 4 and 8 hardly better or worse; short texts need more than 1
constexpr double largest_fixed = 2e9;           // half of what a count holds: rounding may add as much again
constexpr double largest_scale = 16;            // binary digits behind the point
constexpr float smallest_probability = 1e-12F;  // keeps products of several above nought

std::vector<float> unigrams(const std::vector<double>& count) {
  constexpr double unseen = 0.1;  // occurrences of a word that stands in no pair
  double total = unseen * static_cast<double>(count.size());
  for (const double one : count) total += one;
  std::vector<float> shares;
  shares.reserve(count.size());
  for (const double one : count) shares.push_back(static_cast<float>((one + unseen) / total));
  return shares;
}

struct Visits {
  std::vector<std::size_t> begin;    // by token, one more at the end
  std::vector<std::uint32_t> pairs;  // where each token stands

  std::span<const std::uint32_t> of(std::size_t token) const {
    return std::span(pairs).subspan(begin[token], begin[token + 1] - begin[token]);
  }
};

Visits find_visits(const TokenRows& rows) {
  Visits visits;
  visits.begin.assign(rows.count.size() + 1, 0);
  for (const TokenId token : rows.tokens) ++visits.begin[token + 1];
  for (std::size_t t = 0; t < rows.count.size(); ++t) visits.begin[t + 1] += visits.begin[t];
  visits.pairs.resize(rows.tokens.size());
  std::vector<std::size_t> next(visits.begin.begin(), visits.begin.end() - 1);
  for (std::size_t pair = 0; pair < rows.size(); ++pair) {
    for (const TokenId token : rows.row(pair)) visits.pairs[next[token]++] = static_cast<std::uint32_t>(pair);
  }
  return visits;
}

// What stands with one source word.
struct Meetings {
  std::vector<float> weight;  // by target token; nought but for those that were met
  std::vector<TokenId> met;

  void find(std::span<const std::uint32_t> pairs, const TokenRows& source, const TokenRows& target) {
    for (const TokenId f : met) weight[f] = 0;
    met.clear();
    for (const std::uint32_t pair : pairs) {
      const auto row = target.row(pair);
      const auto sizes = static_cast<float>((source.row(pair).size() + 1) * (row.size() + 1));
      const float share = 1 / std::sqrt(sizes);
      for (const TokenId f : row) {
        if (weight[f] == 0) met.push_back(f);
        weight[f] += share;
      }
    }
  }
};

std::size_t slots_for(std::size_t entries) {
  return std::bit_ceil(std::max<std::size_t>(2, entries + entries / 3 + 1));
}

}  // namespace

WordPairTable::WordPairTable(const TokenRows& source, const TokenRows& target, unsigned threads)
    : source_unigram_(unigrams(source.count)), target_unigram_(unigrams(target.count)) {
  double most = 1;
  for (const double count : source.count) most = std::max(most, count);
  for (const double count : target.count) most = std::max(most, count);
  // A pair's count is at most the occurrences of the more frequent word.
  scale_ = static_cast<float>(std::exp2(std::clamp(std::floor(std::log2(largest_fixed / most)), 0.0, largest_scale)));
  const Visits visits = find_visits(source);
  const auto make_meetings = [&] { return Meetings{std::vector<float>(target.count.size(), 0), {}}; };
  std::vector<std::size_t> sizes(source_size());
  share_rows(sizes.size(), threads, make_meetings, [&](Meetings& meetings, std::size_t e) {
    meetings.find(visits.of(e), source, target);
    sizes[e] = slots_for(meetings.met.size());
  });
  for (const std::size_t size : sizes) {
    row_begin_.push_back(row_begin_.back() + size);
    row_shift_.push_back(static_cast<unsigned char>(32 - std::countr_zero(size)));
  }
  if (row_begin_.back() >= no_entry) {
    throw Error("too many different words meet to align at a time; give the texts in parts");
  }
  slots_.resize(row_begin_.back());
  share_rows(sizes.size(), threads, make_meetings, [&](Meetings& meetings, std::size_t e) {
    meetings.find(visits.of(e), source, target);
    for (const TokenId f : meetings.met) {
      insert(static_cast<TokenId>(e), {.target = f, .count = std::max(1U, to_fixed(meetings.weight[f]))});
    }
  });
}

void WordPairTable::insert(TokenId source, const Slot& slot) {
  const std::size_t begin = row_begin_[source];
  const std::size_t mask = row_begin_[source + 1] - begin - 1;
  std::size_t at = home(source, slot.target);
  while (slots_[at].target != no_entry) at = begin + ((at - begin + 1) & mask);
  slots_[at] = slot;
}

void WordPairTable::add_given_priors(const PriorTable& priors) {
  for (const Prior& prior : priors.priors()) {
    if (prior.source >= source_size() || prior.target >= target_size()) continue;
    const std::uint32_t at = find(prior.source, prior.target);
    if (at == no_entry) continue;  // the two never meet
    const auto forward = static_cast<float>(prior.forward);
    const auto backward = static_cast<float>(prior.backward);
    forward_prior_[at] = given_strength * forward;
    backward_prior_[at] = given_strength * backward;
    source_rest_[prior.source] -= forward;
    target_rest_[prior.target] -= backward;
    source_mass_[prior.source] += (given_strength - 1) * forward;
    target_mass_[prior.target] += (given_strength - 1) * backward;
  }
  for (float& rest : source_rest_) rest = std::max(rest, 0.0F);
  for (float& rest : target_rest_) rest = std::max(rest, 0.0F);
}

void WordPairTable::set_priors(const PriorTable* priors, const StemLevel& stems) {
  forward_prior_.assign(slots_.size(), 0);
  backward_prior_.assign(slots_.size(), 0);
  source_rest_.assign(source_size(), 1);
  target_rest_.assign(target_size(), 1);
  source_mass_.assign(source_size(), 1);
  target_mass_.assign(target_size(), 1);
  if (priors != nullptr) add_given_priors(*priors);
  const float of_stems = stems.table != nullptr ? static_cast<float>(stem_share) : 0.0F;
  for (TokenId e = 0; e < source_size(); ++e) {
    for (std::size_t at = row_begin_[e]; at < row_begin_[e + 1]; ++at) {
      const TokenId f = slots_[at].target;
      if (f == no_entry) continue;
      float forward = (1 - of_stems) * target_unigram_[f];
      float backward = (1 - of_stems) * source_unigram_[e];
      if (stems.table != nullptr) {
        // What one stem gives another is shared among the words of that other by how frequent they are.
        const WordPairTable& table = *stems.table;
        const TokenId source_stem = stems.source_stem[e];
        const TokenId target_stem = stems.target_stem[f];
        const std::uint32_t stem_at = table.find(source_stem, target_stem);
        forward += of_stems * table.forward(stem_at, source_stem, target_stem) *
                   std::min(1.0F, target_unigram_[f] / table.target_unigram(target_stem));
        backward += of_stems * table.backward(stem_at, source_stem, target_stem) *
                    std::min(1.0F, source_unigram_[e] / table.source_unigram(source_stem));
      }
      forward_prior_[at] += source_rest_[e] * forward;
      backward_prior_[at] += target_rest_[f] * backward;
    }
  }
  for (float& rest : source_rest_) rest *= 1 - of_stems;
  for (float& rest : target_rest_) rest *= 1 - of_stems;
}

void WordPairTable::sum_counts(std::vector<double>& source_count, std::vector<double>& target_count) const {
  std::vector<std::uint64_t> source_sum(source_size(), 0);
  std::vector<std::uint64_t> target_sum(target_size(), 0);
  for (TokenId e = 0; e < source_size(); ++e) {
    for (const Slot& slot : row(e)) {
      if (slot.target == no_entry) continue;
      source_sum[e] += slot.count;
      target_sum[slot.target] += slot.count;
    }
  }
  const auto scale = static_cast<double>(scale_);
  for (const std::uint64_t sum : source_sum) source_count.push_back(static_cast<double>(sum) / scale);
  for (const std::uint64_t sum : target_sum) target_count.push_back(static_cast<double>(sum) / scale);
}

void WordPairTable::estimate(double prior_strength) {
  std::vector<double> over_source;
  std::vector<double> over_target;
  sum_counts(over_source, over_target);
  for (std::size_t e = 0; e < source_size(); ++e) {
    over_source[e] = 1 / (over_source[e] + prior_strength * static_cast<double>(source_mass_[e]));
  }
  for (std::size_t f = 0; f < target_size(); ++f) {
    over_target[f] = 1 / (over_target[f] + prior_strength * static_cast<double>(target_mass_[f]));
  }
  source_base_.resize(source_size());
  target_base_.resize(target_size());
  for (std::size_t e = 0; e < source_size(); ++e) {
    source_base_[e] = static_cast<float>(prior_strength * static_cast<double>(source_rest_[e]) * over_source[e]);
  }
  for (std::size_t f = 0; f < target_size(); ++f) {
    target_base_[f] = static_cast<float>(prior_strength * static_cast<double>(target_rest_[f]) * over_target[f]);
  }
  const auto strength = static_cast<float>(prior_strength);
  for (std::size_t e = 0; e < source_size(); ++e) {
    const auto over = static_cast<float>(over_source[e]);
    for (std::size_t at = row_begin_[e]; at < row_begin_[e + 1]; ++at) {
      Slot& slot = slots_[at];
      if (slot.target == no_entry) continue;
      const float count = from_fixed(slot.count);
      const auto over_target_count = static_cast<float>(over_target[slot.target]);
      slot.forward = std::max(smallest_probability, (count + strength * forward_prior_[at]) * over);
      slot.backward = std::max(smallest_probability, (count + strength * backward_prior_[at]) * over_target_count);
    }
  }
}

void WordPairTable::begin_counting() {
  for (Slot& slot : slots_) slot.count = 0;
}

}  // namespace aligner::lexicon
