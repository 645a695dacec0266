// Model 1 without a search for entries: every sweep goes source token by source token, spreads the token's row into a
// dense array over the target vocabulary, and walks through the token's occurrences and the segments these correspond
// to. Time per sweep: the number of token pairs inside corresponding segments; memory: one entry for each pair of types
// that meet.

#include "aligner/lexicon/translation_table.h"

#include <algorithm>
#include <cmath>

namespace aligner::lexicon {
namespace {

// One occurrence of a source token.
struct Occurrence {
  std::uint32_t document;
  std::uint32_t segment;
  std::uint32_t position;
};

// Where the correspondences of each source segment stand.
struct DocumentIndex {
  std::vector<std::size_t> begin;   // by source segment, one more at the end
  std::vector<double> source_mass;  // sum of weights by source segment, before capping
  std::vector<double> target_mass;
  std::vector<std::vector<double>> source_sum;  // denominators by segment and position
  std::vector<std::vector<double>> target_sum;
};

double capped(double mass) { return std::min(1.0, mass); }

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
    drop_weak_entries();
    measure_extras();
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
    occurrences_.resize(source_size);
    for (std::uint32_t d = 0; d < documents_.size(); ++d) {
      const TrainingDocument& document = documents_[d];
      DocumentIndex index;
      index.begin.assign(document.source.size() + 1, 0);
      index.source_mass.assign(document.source.size(), 0);
      index.target_mass.assign(document.target.size(), 0);
      for (const Correspondence& pair : document.correspondences) {
        ++index.begin[pair.source + 1];
        index.source_mass[pair.source] += static_cast<double>(pair.weight);
        index.target_mass[pair.target] += static_cast<double>(pair.weight);
      }
      for (std::size_t i = 0; i + 1 < index.begin.size(); ++i) index.begin[i + 1] += index.begin[i];
      for (const auto& tokens : document.source) index.source_sum.emplace_back(tokens.size());
      for (const auto& tokens : document.target) index.target_sum.emplace_back(tokens.size());
      for (std::uint32_t i = 0; i < document.source.size(); ++i) {
        if (index.begin[i] == index.begin[i + 1]) continue;
        for (std::uint32_t at = 0; at < document.source[i].size(); ++at) {
          occurrences_[document.source[i][at]].push_back({d, i, at});
        }
      }
      indexes_.push_back(std::move(index));
    }
  }

  // Calls visit(occurrence, correspondence) for every segment that an occurrence of `token` corresponds to.
  template <typename Visit>
  void for_each_meeting(TokenId token, const Visit& visit) {
    for (const Occurrence& occurrence : occurrences_[token]) {
      const TrainingDocument& document = documents_[occurrence.document];
      const DocumentIndex& index = indexes_[occurrence.document];
      for (std::size_t k = index.begin[occurrence.segment]; k < index.begin[occurrence.segment + 1]; ++k) {
        const Correspondence& pair = document.correspondences[k];
        const bool has_target = !document.target[pair.target].empty();  // an empty line has nothing to share out
        if (has_target && static_cast<double>(pair.weight) >= options_.smallest_weight) visit(occurrence, pair);
      }
    }
  }

  void make_rows(const PriorTable& priors) {
    const std::size_t target_size = table_.target_unigram_.size();
    std::vector<float> together(target_size, 0);
    std::vector<std::uint64_t> seen_with(target_size, 0);  // 1 + number of the last meeting that counted this token
    std::vector<TokenId> touched;
    std::uint64_t meeting = 0;
    auto prior = priors.priors().begin();
    table_.row_begin_.assign(occurrences_.size() + 1, 0);
    for (TokenId e = 0; e < occurrences_.size(); ++e) {
      touched.clear();
      const Occurrence* first = nullptr;  // of this token in the segment at hand
      for_each_meeting(e, [&](const Occurrence& occurrence, const Correspondence& pair) {
        const bool is_same_segment =
            first != nullptr && first->segment == occurrence.segment && first->document == occurrence.document;
        if (is_same_segment && first != &occurrence) return;  // a token that stands twice meets its counterparts once
        first = &occurrence;
        ++meeting;
        for (const TokenId f : documents_[occurrence.document].target[pair.target]) {
          if (seen_with[f] == meeting) continue;
          seen_with[f] = meeting;
          if (together[f] == 0) touched.push_back(f);
          together[f] += pair.weight;
        }
      });
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
    probabilities_.resize(table_.entries_.size());
  }

  void sum_priors() {
    table_.source_residual_.assign(occurrences_.size(), 1);
    table_.target_residual_.assign(table_.target_unigram_.size(), 1);
    for (TokenId e = 0; e < occurrences_.size(); ++e) {
      for (const TranslationEntry& entry : table_.row(e)) {
        table_.source_residual_[e] -= static_cast<double>(entry.forward_prior);
        table_.target_residual_[entry.target] -= static_cast<double>(entry.backward_prior);
      }
    }
  }

  void sum_counts() {
    table_.source_count_.assign(occurrences_.size(), 0);
    table_.target_count_.assign(table_.target_unigram_.size(), 0);
    for (TokenId e = 0; e < occurrences_.size(); ++e) {
      for (const TranslationEntry& entry : table_.row(e)) {
        table_.source_count_[e] += static_cast<double>(entry.forward_count);
        table_.target_count_[entry.target] += static_cast<double>(entry.backward_count);
      }
    }
  }

  // While learning, what the priors leave over is spread over the vocabulary by frequency, so that any pair can be
  // learnt.
  void estimate_probabilities() {
    sum_counts();
    const double alpha = options_.prior_strength;
    for (TokenId e = 0; e < occurrences_.size(); ++e) {
      for (std::size_t k = table_.row_begin_[e]; k < table_.row_begin_[e + 1]; ++k) {
        const TranslationEntry& entry = table_.entries_[k];
        const TokenId f = entry.target;
        const double forward_prior =
            static_cast<double>(entry.forward_prior) + table_.source_residual_[e] * table_.target_unigram_[f];
        const double backward_prior =
            static_cast<double>(entry.backward_prior) + table_.target_residual_[f] * table_.source_unigram_[e];
        probabilities_[k].forward = static_cast<float>(
            (static_cast<double>(entry.forward_count) + alpha * forward_prior) / (table_.source_count_[e] + alpha));
        probabilities_[k].backward = static_cast<float>(
            (static_cast<double>(entry.backward_count) + alpha * backward_prior) / (table_.target_count_[f] + alpha));
      }
    }
  }

  // Spreads the row of `e` over dense_, does `work`, and need not clear: only entries of the row are ever read.
  template <typename Work>
  void with_row(TokenId e, const Work& work) {
    const std::size_t begin = table_.row_begin_[e];
    const std::size_t end = table_.row_begin_[e + 1];
    if (begin == end || occurrences_[e].empty()) return;
    dense_.resize(table_.target_unigram_.size());
    for (std::size_t k = begin; k < end; ++k) dense_[table_.entries_[k].target] = static_cast<std::uint32_t>(k);
    work();
  }

  // How much each token of a source segment can give to a target segment: Model 1's 1/l, with soft segments.
  double forward_share(const Occurrence& occurrence, const Correspondence& pair) const {
    const auto& document = documents_[occurrence.document];
    const DocumentIndex& index = indexes_[occurrence.document];
    return static_cast<double>(pair.weight) /
           (index.target_mass[pair.target] * static_cast<double>(document.source[pair.source].size()));
  }
  double backward_share(const Occurrence& occurrence, const Correspondence& pair) const {
    const auto& document = documents_[occurrence.document];
    const DocumentIndex& index = indexes_[occurrence.document];
    return static_cast<double>(pair.weight) /
           (index.source_mass[pair.source] * static_cast<double>(document.target[pair.target].size()));
  }

  void sum_denominators() {
    const double heard = 1 - options_.null_probability;
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      fill_null(documents_[d].source, table_.source_unigram_, indexes_[d].source_sum);
      fill_null(documents_[d].target, table_.target_unigram_, indexes_[d].target_sum);
    }
    for (TokenId e = 0; e < occurrences_.size(); ++e) {
      with_row(e, [&] {
        for_each_meeting(e, [&](const Occurrence& occurrence, const Correspondence& pair) {
          DocumentIndex& index = indexes_[occurrence.document];
          const auto& targets = documents_[occurrence.document].target[pair.target];
          const double forward = heard * forward_share(occurrence, pair);
          const double backward = heard * backward_share(occurrence, pair);
          std::vector<double>& target_sum = index.target_sum[pair.target];
          double source_sum = 0;
          for (std::size_t at = 0; at < targets.size(); ++at) {
            const Probability& p = probabilities_[dense_[targets[at]]];
            target_sum[at] += forward * static_cast<double>(p.forward);
            source_sum += static_cast<double>(p.backward);
          }
          index.source_sum[pair.source][occurrence.position] += backward * source_sum;
        });
      });
    }
  }

  void fill_null(const std::vector<std::vector<TokenId>>& segments, const std::vector<double>& unigram,
                 std::vector<std::vector<double>>& sums) const {
    for (std::size_t i = 0; i < segments.size(); ++i) {
      for (std::size_t at = 0; at < segments[i].size(); ++at) {
        sums[i][at] = options_.null_probability * unigram[segments[i][at]];
      }
    }
  }

  void count_expectations() {
    const double heard = 1 - options_.null_probability;
    for (TranslationEntry& entry : table_.entries_) entry.forward_count = entry.backward_count = 0;
    for (TokenId e = 0; e < occurrences_.size(); ++e) {
      with_row(e, [&] {
        for_each_meeting(e, [&](const Occurrence& occurrence, const Correspondence& pair) {
          const DocumentIndex& index = indexes_[occurrence.document];
          const auto& targets = documents_[occurrence.document].target[pair.target];
          const double forward = heard * forward_share(occurrence, pair) * capped(index.target_mass[pair.target]);
          const double backward = heard * backward_share(occurrence, pair) * capped(index.source_mass[pair.source]) /
                                  index.source_sum[pair.source][occurrence.position];
          const std::vector<double>& target_sum = index.target_sum[pair.target];
          for (std::size_t at = 0; at < targets.size(); ++at) {
            const std::size_t k = dense_[targets[at]];
            const Probability& p = probabilities_[k];
            table_.entries_[k].forward_count +=
                static_cast<float>(forward * static_cast<double>(p.forward) / target_sum[at]);
            table_.entries_[k].backward_count += static_cast<float>(backward * static_cast<double>(p.backward));
          }
        });
      });
    }
  }

  void make_directions_agree() {
    for (TranslationEntry& entry : table_.entries_) {
      const float agreed = std::sqrt(entry.forward_count * entry.backward_count);
      entry.forward_count = 0.5F * (entry.forward_count + agreed);
      entry.backward_count = 0.5F * (entry.backward_count + agreed);
    }
  }

  // Most entries say less than chance does: without them a pair has the base of its tokens, which is as low.
  void drop_weak_entries() {
    std::size_t kept = 0;
    for (TokenId e = 0; e < occurrences_.size(); ++e) {
      const std::size_t begin = table_.row_begin_[e];
      const std::size_t end = table_.row_begin_[e + 1];
      table_.row_begin_[e] = kept;
      for (std::size_t k = begin; k < end; ++k) {
        const TranslationEntry entry = table_.entries_[k];
        const bool is_known = entry.forward_prior > 0 || entry.backward_prior > 0;
        if (is_known || table_.lift(e, entry, 0) >= options_.smallest_lift) table_.entries_[kept++] = entry;
      }
    }
    table_.row_begin_.back() = kept;
    table_.entries_.resize(kept);
  }

  void measure_extras() {
    table_.extras_.resize(table_.entries_.size());
    for (TokenId e = 0; e < occurrences_.size(); ++e) {
      const double source_base = table_.source_base(e, 0);
      for (std::size_t k = table_.row_begin_[e]; k < table_.row_begin_[e + 1]; ++k) {
        const TranslationEntry& entry = table_.entries_[k];
        const double base = std::min(source_base, table_.target_base(entry.target, 0));
        table_.extras_[k] = static_cast<float>(table_.lift(e, entry, 0) - base);
      }
    }
  }

  struct Probability {
    float forward = 0;
    float backward = 0;
  };

  std::span<const TrainingDocument> documents_;
  TrainOptions options_;
  TranslationTable table_;
  std::vector<DocumentIndex> indexes_;
  std::vector<std::vector<Occurrence>> occurrences_;  // by source token
  std::vector<Probability> probabilities_;            // parallel to table_.entries_
  std::vector<std::uint32_t> dense_;                  // target token -> entry of the row at work
  std::vector<Prior> pending_priors_;
};

double TranslationTable::lift(TokenId source, const TranslationEntry& entry, double leave_out_weight) const {
  const double together = static_cast<double>(entry.together);
  const double kept = leave_out_weight <= 0          ? 1.0
                      : together <= leave_out_weight ? 0.0
                                                     : 1 - leave_out_weight / together;
  const double alpha = prior_strength_;
  const double source_count = std::max(0.0, source_count_[source] - leave_out_weight);
  const double target_count = std::max(0.0, target_count_[entry.target] - leave_out_weight);
  const double forward =
      (static_cast<double>(entry.forward_count) * kept + alpha * static_cast<double>(entry.forward_prior)) /
      (source_count + alpha);
  const double backward =
      (static_cast<double>(entry.backward_count) * kept + alpha * static_cast<double>(entry.backward_prior)) /
      (target_count + alpha);
  return std::min(forward / target_unigram_[entry.target] + source_base(source, leave_out_weight),
                  backward / source_unigram_[source] + target_base(entry.target, leave_out_weight));
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
