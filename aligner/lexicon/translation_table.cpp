// Model 1 without a search for entries: every sweep goes source token by source token, spreads the token's row into a
// dense array over the target vocabulary, and walks through the token's occurrences and the segments these correspond
// to. Time per sweep: the number of token pairs inside corresponding segments; memory: one entry for each pair of types
// that meet.

#include "aligner/lexicon/translation_table.h"

#include <algorithm>
#include <cmath>

namespace aligner::lexicon {
namespace {

// An occurrence of a source token and a segment that its own corresponds to: all that a sweep needs, so that it reads
// straight on. Shares are Model 1's 1/l with soft segments: how much each token of one segment can give to the other.
struct Visit {
  std::uint32_t source_token = 0;  // places among all tokens of a side, over all documents
  std::uint32_t source_segment = 0;
  std::uint32_t target_begin = 0;
  std::uint32_t target_size = 0;
  float weight = 0;
  float forward_share = 0;
  float backward_share = 0;
  float forward_mass = 0;  // of the target segment, 1 at most
  float backward_mass = 0;
};

struct TargetToken {
  TokenId token = 0;
  float sum = 0;  // denominator, then its reciprocal
};

constexpr std::size_t visits_ahead = 6;  // whose target tokens are called into the cache

}  // namespace

class TableTrainer {
 public:
  TableTrainer(std::span<const TrainingDocument> documents, const PriorTable& priors, const Vocabulary& source,
               const Vocabulary& target, const TrainOptions& options)
      : documents_(documents), options_(options) {
    table_.prior_strength_ = options.prior_strength;
    table_.source_unigram_ = unigrams(source);
    table_.target_unigram_ = unigrams(target);
    index_documents(source.size());
    make_rows(priors);
    sum_priors();
  }

  TranslationTable run() {
    for (int iteration = 0; iteration < options_.iterations; ++iteration) {
      estimate_probabilities();
      sum_denominators();
      count_expectations();
    }
    make_directions_agree();
    sum_counts();
    probabilities_ = {};
    counts_ = {};
    visits_ = {};
    drop_weak_entries();
    return std::move(table_);
  }

 private:
  static std::vector<double> unigrams(const Vocabulary& words) {
    std::vector<double> probability(words.size());
    const double total = std::max<double>(1, static_cast<double>(words.total()));
    for (TokenId id = 0; id < words.size(); ++id) probability[id] = static_cast<double>(words.count(id)) / total;
    return probability;
  }

  void index_documents(std::size_t source_size) {
    for (const TrainingDocument& document : documents_) {
      for (const auto& segment : document.source) {
        source_tokens_.insert(source_tokens_.end(), segment.begin(), segment.end());
      }
      for (const auto& segment : document.target) {
        for (const TokenId token : segment) target_tokens_.push_back({token, 0});
      }
    }
    source_sum_.resize(source_tokens_.size());
    target_tokens_.shrink_to_fit();
    visit_begin_.assign(source_size + 1, 0);
    for_each_visit([&](TokenId token, const Visit&) { ++visit_begin_[token + 1]; });
    for (std::size_t e = 0; e < source_size; ++e) visit_begin_[e + 1] += visit_begin_[e];
    visits_.resize(visit_begin_.back());
    std::vector<std::size_t> next(visit_begin_.begin(), visit_begin_.end() - 1);
    for_each_visit([&](TokenId token, const Visit& visit) { visits_[next[token]++] = visit; });
  }

  static std::vector<std::uint32_t> begins_of(const std::vector<std::vector<TokenId>>& segments, std::size_t first) {
    std::vector<std::uint32_t> begins = {static_cast<std::uint32_t>(first)};
    for (const auto& segment : segments) begins.push_back(begins.back() + static_cast<std::uint32_t>(segment.size()));
    return begins;
  }

  // In the order of the texts; correspondences that are not learnt from are passed over.
  template <typename Call>
  void for_each_visit(const Call& call) const {
    std::size_t source_first = 0;
    std::size_t target_first = 0;
    std::uint32_t segment_first = 0;
    for (const TrainingDocument& document : documents_) {
      const std::vector<std::uint32_t> source_begin = begins_of(document.source, source_first);
      const std::vector<std::uint32_t> target_begin = begins_of(document.target, target_first);
      std::vector<double> source_mass(document.source.size(), 0);
      std::vector<double> target_mass(document.target.size(), 0);
      for (const Correspondence& pair : document.correspondences) {
        source_mass[pair.source] += static_cast<double>(pair.weight);
        target_mass[pair.target] += static_cast<double>(pair.weight);
      }
      for (auto first = document.correspondences.begin(); first != document.correspondences.end();) {
        const auto last = std::find_if(first, document.correspondences.end(),
                                       [&](const Correspondence& pair) { return pair.source != first->source; });
        for (std::uint32_t at = source_begin[first->source]; at < source_begin[first->source + 1]; ++at) {
          for (auto pair = first; pair != last; ++pair) {
            const std::uint32_t begin = target_begin[pair->target];
            const std::uint32_t size = target_begin[pair->target + 1] - begin;
            const auto weight = static_cast<double>(pair->weight);
            if (size == 0 || weight < options_.smallest_weight) continue;  // an empty line has nothing to share out
            const double heard = (1 - options_.null_probability) * weight;
            const auto source_size = static_cast<double>(document.source[pair->source].size());
            const auto forward_share = static_cast<float>(heard / (target_mass[pair->target] * source_size));
            const auto backward_share =
                static_cast<float>(heard / (source_mass[pair->source] * static_cast<double>(size)));
            call(source_tokens_[at], Visit{at, segment_first + pair->source, begin, size, pair->weight, forward_share,
                                           backward_share, static_cast<float>(std::min(1.0, target_mass[pair->target])),
                                           static_cast<float>(std::min(1.0, source_mass[pair->source]))});
          }
        }
        first = last;
      }
      source_first = source_begin.back();
      target_first = target_begin.back();
      segment_first += static_cast<std::uint32_t>(document.source.size());
    }
  }

  std::span<const Visit> visits(TokenId token) const {
    return std::span(visits_).subspan(visit_begin_[token], visit_begin_[token + 1] - visit_begin_[token]);
  }
  std::size_t source_size() const { return visit_begin_.size() - 1; }

  // Calls a segment that is visited soon into the cache.
  void prefetch(std::size_t visit) const {
    if (visit >= visits_.size()) return;
    const char* const begin = reinterpret_cast<const char*>(target_tokens_.data() + visits_[visit].target_begin);
    __builtin_prefetch(begin);
    __builtin_prefetch(begin + 64);
    __builtin_prefetch(source_sum_.data() + visits_[visit].source_token);
  }

  void make_rows(const PriorTable& priors) {
    const std::size_t target_size = table_.target_unigram_.size();
    std::vector<float> together(target_size, 0);
    std::vector<std::uint64_t> seen_with(target_size, 0);  // 1 + number of the last meeting that counted this token
    std::vector<TokenId> touched;
    std::uint64_t meeting = 0;
    auto prior = priors.priors().begin();
    table_.row_begin_.assign(source_size() + 1, 0);
    for (TokenId e = 0; e < source_size(); ++e) {
      touched.clear();
      const Visit* first = nullptr;  // of this token in the segment at hand
      for (const Visit& visit : visits(e)) {
        const bool is_same_segment = first != nullptr && first->source_segment == visit.source_segment;
        // A token that stands twice meets its counterparts once.
        if (is_same_segment && first->source_token != visit.source_token) continue;
        first = &visit;
        ++meeting;
        for (std::size_t at = visit.target_begin; at < visit.target_begin + visit.target_size; ++at) {
          const TokenId f = target_tokens_[at].token;
          if (seen_with[f] == meeting) continue;
          seen_with[f] = meeting;
          if (together[f] == 0) touched.push_back(f);
          together[f] += visit.weight;
        }
      }
      const std::size_t begin = table_.entries_.size();
      for (; prior != priors.priors().end() && prior->source == e; ++prior) {
        if (together[prior->target] == 0) touched.push_back(prior->target);
        if (together[prior->target] == 0) together[prior->target] = -1;  // a prior without a meeting
        pending_priors_.push_back(*prior);
      }
      std::sort(touched.begin(), touched.end());
      auto given = pending_priors_.begin();
      for (const TokenId f : touched) {
        TranslationEntry entry{.target = f, .together = std::max(0.0F, together[f])};
        while (given != pending_priors_.end() && given->target < f) ++given;
        if (given != pending_priors_.end() && given->target == f) {
          entry.forward_prior = static_cast<float>(given->forward);
          entry.backward_prior = static_cast<float>(given->backward);
        }
        table_.entries_.push_back(entry);
        together[f] = 0;
      }
      pending_priors_.clear();
      table_.row_begin_[e] = begin;
    }
    table_.row_begin_.back() = table_.entries_.size();
    table_.entries_.shrink_to_fit();
    probabilities_.resize(table_.entries_.size());
    counts_.resize(table_.entries_.size());
  }

  void sum_priors() {
    table_.source_residual_.assign(source_size(), 1);
    table_.target_residual_.assign(table_.target_unigram_.size(), 1);
    for (TokenId e = 0; e < source_size(); ++e) {
      for (const TranslationEntry& entry : table_.row(e)) {
        table_.source_residual_[e] -= static_cast<double>(entry.forward_prior);
        table_.target_residual_[entry.target] -= static_cast<double>(entry.backward_prior);
      }
    }
  }

  void sum_counts() {
    table_.source_count_.assign(source_size(), 0);
    table_.target_count_.assign(table_.target_unigram_.size(), 0);
    for (TokenId e = 0; e < source_size(); ++e) {
      for (std::size_t k = table_.row_begin_[e]; k < table_.row_begin_[e + 1]; ++k) {
        table_.source_count_[e] += static_cast<double>(counts_[k].forward);
        table_.target_count_[table_.entries_[k].target] += static_cast<double>(counts_[k].backward);
      }
    }
  }

  // While learning, what the priors leave over is spread over the vocabulary by frequency, so that any pair can be
  // learnt.
  void estimate_probabilities() {
    sum_counts();
    const double alpha = options_.prior_strength;
    for (TokenId e = 0; e < source_size(); ++e) {
      for (std::size_t k = table_.row_begin_[e]; k < table_.row_begin_[e + 1]; ++k) {
        const TranslationEntry& entry = table_.entries_[k];
        const TokenId f = entry.target;
        const double forward_prior =
            static_cast<double>(entry.forward_prior) + table_.source_residual_[e] * table_.target_unigram_[f];
        const double backward_prior =
            static_cast<double>(entry.backward_prior) + table_.target_residual_[f] * table_.source_unigram_[e];
        probabilities_[k].forward = static_cast<float>(
            (static_cast<double>(counts_[k].forward) + alpha * forward_prior) / (table_.source_count_[e] + alpha));
        probabilities_[k].backward = static_cast<float>(
            (static_cast<double>(counts_[k].backward) + alpha * backward_prior) / (table_.target_count_[f] + alpha));
      }
    }
  }

  // Spreads the row of `e` over dense_; it need not be cleared: only entries of the row are ever read.
  void spread_row(TokenId e) {
    const std::size_t begin = table_.row_begin_[e];
    for (std::size_t k = begin; k < table_.row_begin_[e + 1]; ++k) {
      dense_[table_.entries_[k].target] = static_cast<std::uint32_t>(k - begin);
    }
  }

  void sum_denominators() {
    dense_.resize(table_.target_unigram_.size());
    const auto null = [&](double unigram) { return static_cast<float>(options_.null_probability * unigram); };
    for (std::size_t at = 0; at < source_tokens_.size(); ++at) {
      source_sum_[at] = null(table_.source_unigram_[source_tokens_[at]]);
    }
    for (TargetToken& target : target_tokens_) target.sum = null(table_.target_unigram_[target.token]);
    for (TokenId e = 0; e < source_size(); ++e) {
      if (visits(e).empty()) continue;
      spread_row(e);
      const Pair* const probabilities = probabilities_.data() + table_.row_begin_[e];
      for (std::size_t v = visit_begin_[e]; v < visit_begin_[e + 1]; ++v) {
        prefetch(v + visits_ahead);
        const Visit& visit = visits_[v];
        TargetToken* const targets = target_tokens_.data() + visit.target_begin;
        float source_sum = 0;
        for (std::size_t at = 0; at < visit.target_size; ++at) {
          const Pair& p = probabilities[dense_[targets[at].token]];
          targets[at].sum += visit.forward_share * p.forward;
          source_sum += p.backward;
        }
        source_sum_[visit.source_token] += visit.backward_share * source_sum;
      }
    }
    for (float& sum : source_sum_) sum = 1 / sum;
    for (TargetToken& target : target_tokens_) target.sum = 1 / target.sum;
  }

  void count_expectations() {
    std::fill(counts_.begin(), counts_.end(), Pair{});
    for (TokenId e = 0; e < source_size(); ++e) {
      if (visits(e).empty()) continue;
      spread_row(e);
      const Pair* const probabilities = probabilities_.data() + table_.row_begin_[e];
      Pair* const counts = counts_.data() + table_.row_begin_[e];
      for (std::size_t v = visit_begin_[e]; v < visit_begin_[e + 1]; ++v) {
        prefetch(v + visits_ahead);
        const Visit& visit = visits_[v];
        const TargetToken* const targets = target_tokens_.data() + visit.target_begin;
        const float forward = visit.forward_share * visit.forward_mass;
        const float backward = visit.backward_share * visit.backward_mass * source_sum_[visit.source_token];
        for (std::size_t at = 0; at < visit.target_size; ++at) {
          const std::uint32_t k = dense_[targets[at].token];
          counts[k].forward += forward * probabilities[k].forward * targets[at].sum;
          counts[k].backward += backward * probabilities[k].backward;
        }
      }
    }
  }

  void make_directions_agree() {
    for (Pair& count : counts_) {
      const float agreed = std::sqrt(count.forward * count.backward);
      count.forward = 0.5F * (count.forward + agreed);
      count.backward = 0.5F * (count.backward + agreed);
    }
    for (std::size_t k = 0; k < counts_.size(); ++k) {
      table_.entries_[k].forward_count = counts_[k].forward;
      table_.entries_[k].backward_count = counts_[k].backward;
    }
  }

  // Most entries say less than chance does: without them a pair has the base of its tokens, which is as low. Of the
  // others, how much they add to the base is kept.
  void drop_weak_entries() {
    std::vector<TranslationTable::Side> targets;
    for (TokenId f = 0; f < table_.target_size(); ++f) targets.push_back(table_.target_side(f, 0));
    std::size_t kept = 0;
    for (TokenId e = 0; e < source_size(); ++e) {
      const std::size_t begin = table_.row_begin_[e];
      const std::size_t end = table_.row_begin_[e + 1];
      const TranslationTable::Side source = table_.source_side(e, 0);
      table_.row_begin_[e] = kept;
      for (std::size_t k = begin; k < end; ++k) {
        const TranslationEntry entry = table_.entries_[k];
        const TranslationTable::Side& target = targets[entry.target];
        const bool is_known = entry.forward_prior > 0 || entry.backward_prior > 0;
        const double lift = table_.lift(entry, 0, source, target);
        if (!is_known && lift < options_.smallest_lift) continue;
        table_.entries_[kept++] = entry;
        table_.extras_.push_back(static_cast<float>(lift - std::min(source.base, target.base)));
      }
    }
    table_.row_begin_.back() = kept;
    table_.entries_.resize(kept);
    table_.entries_.shrink_to_fit();
    table_.extras_.shrink_to_fit();
  }

  struct Pair {
    float forward = 0;
    float backward = 0;
  };

  std::span<const TrainingDocument> documents_;
  TrainOptions options_;
  TranslationTable table_;
  std::vector<TokenId> source_tokens_;  // of all documents, one after the other
  std::vector<float> source_sum_;       // denominators by source token, then their reciprocals
  std::vector<TargetToken> target_tokens_;
  std::vector<std::size_t> visit_begin_;  // by source token, one more at the end
  std::vector<Visit> visits_;             // of each token in the order of the texts
  std::vector<Pair> probabilities_;       // parallel to table_.entries_
  std::vector<Pair> counts_;              // expected, parallel to table_.entries_
  std::vector<std::uint32_t> dense_;      // target token -> entry of the row at work, from the row's begin
  std::vector<Prior> pending_priors_;
};

double TranslationTable::lift(TokenId source, const TranslationEntry& entry, double leave_out_weight) const {
  return lift(entry, leave_out_weight, source_side(source, leave_out_weight),
              target_side(entry.target, leave_out_weight));
}

double TranslationTable::lift(const TranslationEntry& entry, double leave_out_weight, const Side& source,
                              const Side& target) const {
  const double together = static_cast<double>(entry.together);
  const double kept = leave_out_weight <= 0          ? 1.0
                      : together <= leave_out_weight ? 0.0
                                                     : 1 - leave_out_weight / together;
  const double forward =
      static_cast<double>(entry.forward_count) * kept + prior_strength_ * static_cast<double>(entry.forward_prior);
  const double backward =
      static_cast<double>(entry.backward_count) * kept + prior_strength_ * static_cast<double>(entry.backward_prior);
  return std::min(forward * source.over_count * target.over_unigram + source.base,
                  backward * target.over_count * source.over_unigram + target.base);
}

TranslationTable::Side TranslationTable::source_side(TokenId source, double leave_out_weight) const {
  const double over_count = 1 / (std::max(0.0, source_count_[source] - leave_out_weight) + prior_strength_);
  return {prior_strength_ * source_residual_[source] * over_count, over_count, 1 / source_unigram_[source]};
}

TranslationTable::Side TranslationTable::target_side(TokenId target, double leave_out_weight) const {
  const double over_count = 1 / (std::max(0.0, target_count_[target] - leave_out_weight) + prior_strength_);
  return {prior_strength_ * target_residual_[target] * over_count, over_count, 1 / target_unigram_[target]};
}

double TranslationTable::source_base(TokenId source, double leave_out_weight) const {
  const double count = std::max(0.0, source_count_[source] - leave_out_weight);
  return prior_strength_ * source_residual_[source] / (count + prior_strength_);
}

double TranslationTable::target_base(TokenId target, double leave_out_weight) const {
  const double count = std::max(0.0, target_count_[target] - leave_out_weight);
  return prior_strength_ * target_residual_[target] / (count + prior_strength_);
}

TranslationTable train(std::span<const TrainingDocument> documents, const PriorTable& priors, const Vocabulary& source,
                       const Vocabulary& target, const TrainOptions& options) {
  return TableTrainer(documents, priors, source, target, options).run();
}

}  // namespace aligner::lexicon
