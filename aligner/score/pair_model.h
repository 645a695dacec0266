#pragma once
// PairModel: how well two segments would do as translations of each other, wherever they stand.
//
//   PairModel model(bitext, threads);                   // spelling, anchors and lexicons from outside alone
//   for (const PairScore& pair : model.pairs()) ...     // the pairs worth a look, with score and margin
//   model.learn({{12, 40, 0.9F}, {13, 7, 0.8F}});       // lexicon, lengths and shares, from pairs with their chances
//
// The score is that of a bead of one segment a side (bead_model.h): nats, log-likelihood ratio against "these segments
// have nothing to do with each other"; what a pair taught the lexicon itself is left out (leave-one-out). The margin is
// the score less the mean of the best rivals of both segments: what stands near everything stands near nothing (Artetxe
// & Schwenk 2019); it is scaled down by the square root of the segments' length, with which chance grows. Only pairs
// that share something telling are met (segment_search.h): near-linear in the segments.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "aligner/score/evidence.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::score {

struct PairScore {
  std::uint32_t source = 0;  // segments
  std::uint32_t target = 0;
  double score = 0;   // nats
  double margin = 0;  // nats, for segments of common length
};

class PairModel {
 public:
  /// Of the first document. The bitext must outlive this.
  PairModel(PreparedBitext& bitext, unsigned threads);
  ~PairModel();
  PairModel(PairModel&&) noexcept;
  PairModel& operator=(PairModel&&) noexcept;
  PairModel(const PairModel&) = delete;
  PairModel& operator=(const PairModel&) = delete;

  /// By source, then target.
  const std::vector<PairScore>& pairs() const;

  /// Learns from pairs, no segment of the source in two of them, and scores all anew.
  void learn(const PairWeights& weights);

  /// Why segments would be translations, for each pair the strongest first. No segment of the source in two pairs.
  std::vector<std::vector<Evidence>> explain(const PairWeights& pairs) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace aligner::score
