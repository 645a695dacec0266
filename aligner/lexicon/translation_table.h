#pragma once
// TranslationTable: what is learnt about which token translates which.
//
//   TranslationTable table = train(documents, priors, source_vocabulary, target_vocabulary);
//   for (const TranslationEntry& entry : table.row(source_token)) use(entry.lift(table, 0.0));
//
// Method: IBM Model 1 (Brown et al. 1993) in both directions on softly aligned segments, with Dirichlet priors, brought
// to agree by the geometric mean of the two directions' counts.
//   lift(e, f) = min(t(f|e) / p(f), t(e|f) / p(e))
// is 1 on average over unrelated text, and large for translations. What the priors leave over is spread by frequency: a
// token never met before has the base lift 1 with every token (nothing is known), one met often has a base near 0.
// Leave-one-out: when a pair of segments is scored, what it contributed itself is taken out, or rare words would
// confirm whatever was believed before.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aligner/lexicon/prior_table.h"
#include "aligner/lexicon/vocabulary.h"

namespace aligner::lexicon {

/// Two segments of a document that correspond with a probability.
struct Correspondence {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float weight = 0;  // 0 to 1
};

struct TrainingDocument {
  std::vector<std::vector<TokenId>> source;  // tokens by segment
  std::vector<std::vector<TokenId>> target;
  std::vector<Correspondence> correspondences;  // by source, then target
  std::vector<Correspondence> fresh;  // of these, what an earlier table was not taught; train_again asks for it
};

struct TranslationEntry {
  TokenId target = 0;
  float forward_count = 0;   // expected times the source token produced the target token
  float backward_count = 0;  // and the other way round
  float together = 0;        // weight of the segment pairs that hold both
  float forward_prior = 0;
  float backward_prior = 0;
};

struct TrainOptions {
  double prior_strength = 5;      // Dirichlet weight alpha, in occurrences
  double null_probability = 0.2;  // share of tokens that nothing on the other side explains
  int iterations = 4;
  double smallest_weight = 0.03;  // correspondences below are not learnt from
  double smallest_lift = 1;       // entries below say less than chance does, and are dropped; 0 keeps all
};

class TranslationTable {
 public:
  std::span<const TranslationEntry> row(TokenId source) const {
    return std::span(entries_).subspan(row_begin_[source], row_begin_[source + 1] - row_begin_[source]);
  }

  /// How far the lift of an entry stands above the smaller base of its two tokens, nothing left out.
  struct Pull {
    TokenId target = 0;
    float extra = 0;
  };
  /// Parallel to row(source). Kept, close together, because nearly every cell of a band asks for just that.
  std::span<const Pull> row_pulls(TokenId source) const {
    return std::span(pulls_).subspan(row_begin_[source], row_begin_[source + 1] - row_begin_[source]);
  }

  /// min(t(f|e)/p(f), t(e|f)/p(e)), as if a segment pair of this weight that holds both had not been seen.
  double lift(TokenId source, const TranslationEntry& entry, double leave_out_weight) const;

  /// What lift() needs of one of the two tokens, as if a segment pair of this weight had not been seen: for callers
  /// that ask for many pairs of few tokens.
  struct Side {
    double base = 0;
    double over_count = 0;    // 1 / (count + prior strength)
    double over_unigram = 0;  // 1 / p
  };
  Side source_side(TokenId source, double leave_out_weight) const;
  Side target_side(TokenId target, double leave_out_weight) const;
  double lift(const TranslationEntry& entry, double leave_out_weight, const Side& source, const Side& target) const;

  /// t(f|e) and t(e|f) as the texts alone taught them, without priors.
  double learnt_forward(TokenId source, const TranslationEntry& entry) const {
    return static_cast<double>(entry.forward_count) / (source_count_[source] + prior_strength_);
  }
  double learnt_backward(const TranslationEntry& entry) const {
    return static_cast<double>(entry.backward_count) / (target_count_[entry.target] + prior_strength_);
  }

  /// What a token lends to tokens it has no entry with; the lift of such a pair is the smaller of the two bases.
  double source_base(TokenId source, double leave_out_weight) const;
  double target_base(TokenId target, double leave_out_weight) const;

  std::size_t source_size() const { return row_begin_.size() - 1; }
  std::size_t target_size() const { return target_unigram_.size(); }

 private:
  friend class TableTrainer;
  double prior_strength_ = 5;
  std::vector<std::size_t> row_begin_ = {0};  // source_size + 1 entries
  std::vector<TranslationEntry> entries_;     // rows by source token, each sorted by target
  std::vector<Pull> pulls_;                   // parallel to entries_
  std::vector<double> source_count_;          // expected forward counts of each source token, c(e)
  std::vector<double> target_count_;
  std::vector<double> source_residual_;  // what the priors of each token leave over, 0 to 1
  std::vector<double> target_residual_;
  std::vector<double> source_unigram_;  // p(e)
  std::vector<double> target_unigram_;
};

/// Learns from all documents jointly. With no correspondences the table holds the priors alone.
TranslationTable train(std::span<const TrainingDocument> documents, const PriorTable& priors, const Vocabulary& source,
                       const Vocabulary& target, const TrainOptions& options = {});

/// Learns anew where little has changed since `earlier` was learnt, with the same vocabularies and priors, for less
/// than half the price: only its entries, and pairs of tokens that meet in fresh correspondences, may become entries.
/// What they are worth is learnt from the priors on. Starting from what `earlier` made of them would cost less still,
/// but a table that learns from its own beliefs holds on to errors: aligning long texts lost up to .011 of F1 so.
TranslationTable train_again(const TranslationTable& earlier, std::span<const TrainingDocument> documents,
                             const PriorTable& priors, const Vocabulary& source, const Vocabulary& target,
                             const TrainOptions& options = {});

}  // namespace aligner::lexicon
