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
  std::uint32_t token;  // of the document
};

// The tokens of one side of a document in one row.
struct FlatTokens {
  explicit FlatTokens(const std::vector<std::vector<TokenId>>& segments) {
    for (const auto& segment : segments) {
      tokens.insert(tokens.end(), segment.begin(), segment.end());
      begin.push_back(tokens.size());
    }
  }
  std::size_t size_of(std::uint32_t segment) const { return begin[segment + 1] - begin[segment]; }

  std::vector<TokenId> tokens;
  std::vector<std::size_t> begin = {0};  // by segment, one more at the end
};

// A correspondence as sweeps need it. Model 1's 1/l with soft segments: how much each token of one segment can give to
// the other.
struct Meeting {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float weight = 0;
  float forward_share = 0;  // of each source token, to each target token
  float backward_share = 0;
  float forward_mass = 0;  // of the target segment, 1 at most
  float backward_mass = 0;
};

// The correspondences of a document that are learnt from, and where those of each source segment stand.
struct DocumentIndex {
  explicit DocumentIndex(const TrainingDocument& document) : source(document.source), target(document.target) {}

  FlatTokens source;
  FlatTokens target;
  std::vector<Meeting> meetings;
  std::vector<std::size_t> begin;  // by source segment, one more at the end
  std::vector<float> source_sum;   // denominators by token, then their reciprocals
  std::vector<float> target_sum;
};

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
    occurrence_begin_.assign(source_size + 1, 0);
    for (const TrainingDocument& document : documents_) {
      indexes_.push_back(index_document(document));
      for_each_occurrence(indexes_.size() - 1,
                          [&](TokenId token, const Occurrence&) { ++occurrence_begin_[token + 1]; });
    }
    for (std::size_t e = 0; e < source_size; ++e) occurrence_begin_[e + 1] += occurrence_begin_[e];
    occurrences_.resize(occurrence_begin_.back());
    std::vector<std::size_t> next(occurrence_begin_.begin(), occurrence_begin_.end() - 1);
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      for_each_occurrence(d, [&](TokenId token, const Occurrence& place) { occurrences_[next[token]++] = place; });
    }
  }

  DocumentIndex index_document(const TrainingDocument& document) const {
    DocumentIndex index(document);
    std::vector<double> source_mass(document.source.size(), 0);
    std::vector<double> target_mass(document.target.size(), 0);
    for (const Correspondence& pair : document.correspondences) {
      source_mass[pair.source] += static_cast<double>(pair.weight);
      target_mass[pair.target] += static_cast<double>(pair.weight);
    }
    index.begin.assign(document.source.size() + 1, 0);
    for (const Correspondence& pair : document.correspondences) {
      const auto source_size = static_cast<double>(index.source.size_of(pair.source));
      const auto target_size = static_cast<double>(index.target.size_of(pair.target));
      const bool has_both = source_size > 0 && target_size > 0;  // an empty line has nothing to share out
      const auto weight = static_cast<double>(pair.weight);
      if (!has_both || weight < options_.smallest_weight) continue;
      const double heard = (1 - options_.null_probability) * weight;
      index.meetings.push_back({pair.source, pair.target, pair.weight,
                                static_cast<float>(heard / (target_mass[pair.target] * source_size)),
                                static_cast<float>(heard / (source_mass[pair.source] * target_size)),
                                static_cast<float>(std::min(1.0, target_mass[pair.target])),
                                static_cast<float>(std::min(1.0, source_mass[pair.source]))});
      ++index.begin[pair.source + 1];
    }
    for (std::size_t i = 0; i + 1 < index.begin.size(); ++i) index.begin[i + 1] += index.begin[i];
    index.source_sum.resize(index.source.tokens.size());
    index.target_sum.resize(index.target.tokens.size());
    return index;
  }

  // Occurrences in segments that something corresponds to.
  template <typename Visit>
  void for_each_occurrence(std::size_t d, const Visit& visit) const {
    const DocumentIndex& index = indexes_[d];
    for (std::uint32_t i = 0; i + 1 < index.begin.size(); ++i) {
      if (index.begin[i] == index.begin[i + 1]) continue;
      for (std::size_t at = index.source.begin[i]; at < index.source.begin[i + 1]; ++at) {
        visit(index.source.tokens[at], Occurrence{static_cast<std::uint32_t>(d), i, static_cast<std::uint32_t>(at)});
      }
    }
  }

  std::span<const Occurrence> occurrences(TokenId token) const {
    return std::span(occurrences_)
        .subspan(occurrence_begin_[token], occurrence_begin_[token + 1] - occurrence_begin_[token]);
  }
  std::size_t source_size() const { return occurrence_begin_.size() - 1; }

  // Calls visit(occurrence, index, meeting) for every segment that an occurrence of `token` corresponds to.
  template <typename Visit>
  void for_each_meeting(TokenId token, const Visit& visit) {
    for (const Occurrence& occurrence : occurrences(token)) {
      DocumentIndex& index = indexes_[occurrence.document];
      for (std::size_t k = index.begin[occurrence.segment]; k < index.begin[occurrence.segment + 1]; ++k) {
        visit(occurrence, index, index.meetings[k]);
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
    table_.row_begin_.assign(source_size() + 1, 0);
    for (TokenId e = 0; e < source_size(); ++e) {
      touched.clear();
      const Occurrence* first = nullptr;  // of this token in the segment at hand
      for_each_meeting(e, [&](const Occurrence& occurrence, const DocumentIndex& index, const Meeting& pair) {
        const bool is_same_segment =
            first != nullptr && first->segment == occurrence.segment && first->document == occurrence.document;
        if (is_same_segment && first != &occurrence) return;  // a token that stands twice meets its counterparts once
        first = &occurrence;
        ++meeting;
        for (std::size_t at = index.target.begin[pair.target]; at < index.target.begin[pair.target + 1]; ++at) {
          const TokenId f = index.target.tokens[at];
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

  // Spreads the row of `e` over dense_, does `work`, and need not clear: only entries of the row are ever read.
  template <typename Work>
  void with_row(TokenId e, const Work& work) {
    const std::size_t begin = table_.row_begin_[e];
    const std::size_t end = table_.row_begin_[e + 1];
    if (begin == end || occurrences(e).empty()) return;
    for (std::size_t k = begin; k < end; ++k) dense_[table_.entries_[k].target] = static_cast<std::uint32_t>(k - begin);
    work(begin);
  }

  void sum_denominators() {
    dense_.resize(table_.target_unigram_.size());
    for (DocumentIndex& index : indexes_) {
      fill_null(index.source.tokens, table_.source_unigram_, index.source_sum);
      fill_null(index.target.tokens, table_.target_unigram_, index.target_sum);
    }
    for (TokenId e = 0; e < source_size(); ++e) {
      with_row(e, [&](std::size_t row) {
        const Pair* const probabilities = probabilities_.data() + row;
        for_each_meeting(e, [&](const Occurrence& occurrence, DocumentIndex& index, const Meeting& pair) {
          const std::size_t begin = index.target.begin[pair.target];
          const std::size_t size = index.target.begin[pair.target + 1] - begin;
          const TokenId* const targets = index.target.tokens.data() + begin;
          float* const target_sum = index.target_sum.data() + begin;
          float source_sum = 0;
          for (std::size_t at = 0; at < size; ++at) {
            const Pair& p = probabilities[dense_[targets[at]]];
            target_sum[at] += pair.forward_share * p.forward;
            source_sum += p.backward;
          }
          index.source_sum[occurrence.token] += pair.backward_share * source_sum;
        });
      });
    }
    for (DocumentIndex& index : indexes_) {
      for (float& sum : index.source_sum) sum = 1 / sum;
      for (float& sum : index.target_sum) sum = 1 / sum;
    }
  }

  void fill_null(const std::vector<TokenId>& tokens, const std::vector<double>& unigram,
                 std::vector<float>& sums) const {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      sums[at] = static_cast<float>(options_.null_probability * unigram[tokens[at]]);
    }
  }

  void count_expectations() {
    std::fill(counts_.begin(), counts_.end(), Pair{});
    for (TokenId e = 0; e < source_size(); ++e) {
      with_row(e, [&](std::size_t row) {
        const Pair* const probabilities = probabilities_.data() + row;
        Pair* const counts = counts_.data() + row;
        for_each_meeting(e, [&](const Occurrence& occurrence, const DocumentIndex& index, const Meeting& pair) {
          const std::size_t begin = index.target.begin[pair.target];
          const std::size_t size = index.target.begin[pair.target + 1] - begin;
          const TokenId* const targets = index.target.tokens.data() + begin;
          const float* const over_target_sum = index.target_sum.data() + begin;
          const float forward = pair.forward_share * pair.forward_mass;
          const float backward = pair.backward_share * pair.backward_mass * index.source_sum[occurrence.token];
          for (std::size_t at = 0; at < size; ++at) {
            const std::uint32_t k = dense_[targets[at]];
            counts[k].forward += forward * probabilities[k].forward * over_target_sum[at];
            counts[k].backward += backward * probabilities[k].backward;
          }
        });
      });
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
  std::vector<DocumentIndex> indexes_;
  std::vector<std::size_t> occurrence_begin_;  // by source token, one more at the end
  std::vector<Occurrence> occurrences_;
  std::vector<Pair> probabilities_;   // parallel to table_.entries_
  std::vector<Pair> counts_;          // expected, parallel to table_.entries_
  std::vector<std::uint32_t> dense_;  // target token -> entry of the row at work, from the row's begin
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
