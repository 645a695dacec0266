#include "tests/score/toy_model.h"

#include <span>

namespace aligner::score {
namespace {

PreparedBitext prepare(const tungse_tests::ToyBitext& toy, const terms::TermList* terms) {
  const AnchoredBitext view = toy.view();
  return PreparedBitext(std::span(&view, 1), {.terms = terms});
}

}  // namespace

Band full_band(std::size_t source_count, std::size_t target_count) {
  Band band;
  band.rows.assign(source_count, {0, static_cast<std::uint32_t>(target_count)});
  return band;
}

PairWeights gold_weights(const tungse_tests::ToyBitext& toy) {
  PairWeights weights;
  for (const tungse_tests::ToyBead& bead : toy.gold) {
    for (const std::size_t i : bead.source) {
      for (const std::size_t j : bead.target) {
        weights.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), 1.0F});
      }
    }
  }
  return weights;
}

ToyModel::ToyModel(const tungse_tests::ToyBitext& toy, const terms::TermList* terms)
    : bitext(prepare(toy, terms)),
      weights{gold_weights(toy)},
      lexicon(bitext.learn(weights)),
      cells(make_cells(bitext.source[0].tokens, bitext.target[0].tokens, lexicon,
                       full_band(toy.source.segmentation.size(), toy.target.segmentation.size()), weights[0], 1)),
      model(bitext.source, bitext.target),
      conflicts(bitext, 0) {
  model.fill_source_shares(bitext.source[0], bitext.source_side);
  model.fill_target_shares(bitext.target[0], bitext.target_side);
}

}  // namespace aligner::score
