#include "aligner/score/pair_model.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "tests/score/toy_model.h"

namespace aligner::score {
namespace {

using tungse_tests::make_toy_mixture;
using tungse_tests::ToyBitext;

PreparedBitext prepare(const ToyBitext& toy) {
  const AnchoredBitext view = toy.view();
  return PreparedBitext(std::span(&view, 1), {});
}

std::optional<PairScore> find(const PairModel& model, std::size_t source, std::size_t target) {
  for (const PairScore& pair : model.pairs()) {
    if (pair.source == source && pair.target == target) return pair;
  }
  return std::nullopt;
}

TEST(PairModel, WithoutALexiconSharedNumbersHaveTheLargestMargins) {
  const ToyBitext toy = make_toy_mixture({});
  PreparedBitext bitext = prepare(toy);
  const PairModel model(bitext, 1);

  std::vector<double> with_number;
  for (std::size_t k = 0; k < toy.gold.size(); k += 2) {
    const auto pair = find(model, toy.gold[k].source[0], toy.gold[k].target[0]);
    ASSERT_TRUE(pair.has_value()) << k;
    with_number.push_back(pair->margin);
  }
  EXPECT_GT(std::count_if(with_number.begin(), with_number.end(), [](double margin) { return margin > 2; }), 30);
}

// Every other pair of the gold, those with a number, by source.
PairWeights numbered_pairs(const ToyBitext& toy) {
  PairWeights pairs;
  for (std::size_t k = 0; k < toy.gold.size(); k += 2) {
    pairs.push_back(
        {static_cast<std::uint32_t>(toy.gold[k].source[0]), static_cast<std::uint32_t>(toy.gold[k].target[0]), 1});
  }
  return pairs;
}

TEST(PairModel, WhatIsLearntFindsPairsThatShareNothingAlike) {
  const ToyBitext toy = make_toy_mixture({});
  PreparedBitext bitext = prepare(toy);
  PairModel model(bitext, 1);

  model.learn(numbered_pairs(toy));

  int good = 0;
  for (std::size_t k = 1; k < toy.gold.size(); k += 2) {
    const auto pair = find(model, toy.gold[k].source[0], toy.gold[k].target[0]);
    if (pair && pair->margin > 1) ++good;
  }
  EXPECT_GE(good, 30);  // of 40
}

TEST(PairModel, WhatAPairTaughtItselfIsLeftOut) {
  const ToyBitext toy = make_toy_mixture({});
  PreparedBitext bitext = prepare(toy);
  PairModel model(bitext, 1);
  PairWeights taught = numbered_pairs(toy);
  model.learn(taught);
  const auto is_free = [&](const PairScore& pair) {
    return std::none_of(taught.begin(), taught.end(), [&](const auto& one) { return one.source == pair.source; });
  };
  const PairScore before = *std::find_if(model.pairs().begin(), model.pairs().end(), is_free);

  taught.push_back({before.source, before.target, 1});
  std::sort(taught.begin(), taught.end(), [](const auto& a, const auto& b) { return a.source < b.source; });
  model.learn(taught);

  const auto after = find(model, before.source, before.target);
  ASSERT_TRUE(after.has_value());
  EXPECT_LT(before.score, 0);
  EXPECT_LT(after->score, 0);  // lengths and shares have learnt from it, but its words do not confirm it
}

TEST(PairModel, PairsComeBySourceThenTargetWithoutDoubles) {
  const ToyBitext toy = make_toy_mixture({});
  PreparedBitext bitext = prepare(toy);
  const PairModel model(bitext, 1);

  const auto& pairs = model.pairs();
  EXPECT_TRUE(std::adjacent_find(pairs.begin(), pairs.end(), [](const PairScore& a, const PairScore& b) {
                return std::pair(a.source, a.target) >= std::pair(b.source, b.target);
              }) == pairs.end());
}

TEST(PairModel, OneThreadAndFourGiveTheSameBits) {
  const ToyBitext toy = make_toy_mixture({});
  PreparedBitext one_bitext = prepare(toy);
  PreparedBitext four_bitext = prepare(toy);
  const PairModel one(one_bitext, 1);
  const PairModel four(four_bitext, 4);

  ASSERT_EQ(one.pairs().size(), four.pairs().size());
  for (std::size_t k = 0; k < one.pairs().size(); ++k) {
    ASSERT_EQ(one.pairs()[k].target, four.pairs()[k].target);
    ASSERT_EQ(one.pairs()[k].margin, four.pairs()[k].margin);
  }
}

TEST(PairModel, SaysWhy) {
  const ToyBitext toy = make_toy_mixture({});
  PreparedBitext bitext = prepare(toy);
  const PairModel model(bitext, 1);

  const auto reasons = model.explain(numbered_pairs(toy));

  ASSERT_EQ(reasons.size(), 40u);
  for (const std::vector<Evidence>& why : reasons) EXPECT_FALSE(why.empty());
}

}  // namespace
}  // namespace aligner::score
