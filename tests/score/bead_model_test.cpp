#include "aligner/score/bead_model.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "tests/score/toy_model.h"

namespace aligner::score {
namespace {

using tungse_tests::make_toy_bitext;
using tungse_tests::ToyBead;
using tungse_tests::ToyBitext;

const ToyBitext& toy_bitext() {
  static const ToyBitext bitext = make_toy_bitext({.sentences = 60, .merges = true});
  return bitext;
}

BeadPlace place_of(const ToyBead& bead) {
  return {bead.source.front(), bead.source.size(), bead.target.front(), bead.target.size()};
}

void observe_gold(ToyModel& toy) {
  for (const ToyBead& bead : toy_bitext().gold) {
    toy.model.observe(toy.bitext.source[0], toy.bitext.target[0], toy.cells, place_of(bead), toy.bitext.source_side,
                      toy.bitext.target_side, 1);
  }
  toy.model.fit();
  toy.model.fill_source_shares(toy.bitext.source[0], toy.bitext.source_side);
  toy.model.fill_target_shares(toy.bitext.target[0], toy.bitext.target_side);
}

TEST(BeadModel, TheTotalIsTheSumOfItsParts) {
  const BeadParts parts{.length = 1.5, .boundary = -0.25, .lexical = 2};

  EXPECT_DOUBLE_EQ(parts.total(), 3.25);
}

TEST(BeadModel, TheRightBeadScoresAboveTheWrongOne) {
  const ToyModel toy(toy_bitext());

  std::size_t right = 0;
  std::size_t asked = 0;
  for (std::size_t k = 0; k + 5 < toy_bitext().gold.size(); ++k) {
    BeadPlace wrong = place_of(toy_bitext().gold[k]);
    const double score = toy.total(wrong);
    const BeadPlace other = place_of(toy_bitext().gold[k + 5]);
    wrong.target = other.target;
    wrong.target_count = other.target_count;
    ++asked;
    if (score > toy.total(wrong)) ++right;
  }

  EXPECT_GE(right, asked - 1);
}

TEST(BeadModel, ASentenceMadeOfTwoScoresAboveOneOfThemAndAGap) {
  ToyModel toy(toy_bitext());
  observe_gold(toy);

  std::size_t merged = 0;
  for (const ToyBead& bead : toy_bitext().gold) {
    if (bead.source.size() != 2) continue;
    ++merged;
    const BeadPlace both = place_of(bead);
    const BeadPlace first{both.source, 1, both.target, 1};
    const BeadPlace second{both.source + 1, 1, both.target, 1};
    EXPECT_GT(toy.total(both), toy.total(first)) << "at source segment " << both.source;  // a gap scores 0
    EXPECT_GT(toy.total(both), toy.total(second)) << "at source segment " << both.source;
  }
  EXPECT_GE(merged, 5u);
}

TEST(BeadModel, FittingToTheRightBeadsRaisesTheirScores) {
  ToyModel toy(toy_bitext());
  const auto sum = [&] {
    return std::accumulate(toy_bitext().gold.begin(), toy_bitext().gold.end(), 0.0,
                           [&](double total, const ToyBead& bead) { return total + toy.total(place_of(bead)); });
  };
  const double before = sum();

  observe_gold(toy);

  EXPECT_GT(sum(), before);
}

TEST(BeadModel, PartsScaleWithTheirWeights) {
  const ToyModel toy(toy_bitext());
  const BeadModel lengths_only(toy.bitext.source, toy.bitext.target,
                               {.length = 2 * BeadWeights{}.length, .boundary = 0, .lexical = 0});
  const BeadPlace bead{.source = 3, .source_count = 1, .target = 3, .target_count = 1};

  const BeadParts parts = toy.model.score(toy.bitext.source[0], toy.bitext.target[0], toy.cells, bead);
  const BeadParts doubled = lengths_only.score(toy.bitext.source[0], toy.bitext.target[0], toy.cells, bead);

  EXPECT_NEAR(doubled.length, 2 * parts.length, 1e-9);
  EXPECT_EQ(doubled.boundary, 0);
  EXPECT_EQ(doubled.lexical, 0);
}

BeadModel model_without(const ToyModel& toy, const Ingredients& left_out) {
  BeadModel model(toy.bitext.source, toy.bitext.target, {}, left_out);
  return model;
}

BeadParts parts_of(const ToyModel& toy, const BeadModel& model, const BeadPlace& bead) {
  return model.score(toy.bitext.source[0], toy.bitext.target[0], toy.cells, bead);
}

TEST(BeadModel, APartThatIsLeftOutIsNoughtAndTheOthersStay) {
  const ToyModel toy(toy_bitext());
  const BeadPlace bead{.source = 3, .source_count = 1, .target = 3, .target_count = 1};
  const BeadParts whole = parts_of(toy, toy.model, bead);

  const BeadParts no_length = parts_of(toy, model_without(toy, {Ingredient::length}), bead);
  const BeadParts no_boundaries = parts_of(toy, model_without(toy, {Ingredient::boundaries}), bead);
  const BeadParts no_words = parts_of(toy, model_without(toy, {Ingredient::lexical}), bead);

  EXPECT_EQ(no_length.length, 0);
  EXPECT_EQ(no_length.boundary, whole.boundary);
  EXPECT_EQ(no_length.lexical, whole.lexical);
  EXPECT_EQ(no_boundaries.boundary, 0);
  EXPECT_EQ(no_boundaries.length, whole.length);
  EXPECT_EQ(no_words.lexical, 0);
  EXPECT_EQ(no_words.length, whole.length);
}

TEST(BeadModel, WithoutTheDiagonalOnlyBeadsOfSeveralSegmentsScoreOtherwise) {
  const ToyModel toy(toy_bitext());
  const BeadModel without = model_without(toy, {Ingredient::diagonal});
  const BeadPlace one{.source = 3, .source_count = 1, .target = 3, .target_count = 1};
  const BeadPlace two{.source = 3, .source_count = 2, .target = 3, .target_count = 2};

  EXPECT_EQ(parts_of(toy, without, one).lexical, parts_of(toy, toy.model, one).lexical);
  EXPECT_LT(parts_of(toy, without, two).lexical, parts_of(toy, toy.model, two).lexical);
}

TEST(BeadModel, WithoutLearntSharesTheyStayAsFirstGuessed) {
  ToyModel toy(toy_bitext());
  toy.model = model_without(toy, {Ingredient::learnt_shares});
  const auto first = toy.bitext.source[0].shares;

  observe_gold(toy);

  EXPECT_EQ(toy.bitext.source[0].shares, first);
}

TEST(BeadModel, EveryShapeUpToFiveSegmentsHasAFiniteScore) {
  const ToyModel toy(toy_bitext());

  for (std::size_t m = 1; m <= 5; ++m) {
    for (std::size_t n = 1; n <= 5; ++n) EXPECT_TRUE(std::isfinite(toy.total({10, m, 10, n}))) << m << "-" << n;
  }
}

TEST(BeadModel, EmptySegmentsHaveAFiniteScore) {
  const ToyBitext empty{tungse_tests::toy_text("en", "a\n\n"), tungse_tests::toy_text("ru", "\nб\n"), {}};
  const ToyModel toy(empty);

  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t j = 0; j < 2; ++j) EXPECT_TRUE(std::isfinite(toy.total({i, 1, j, 1})));
  }
  EXPECT_TRUE(std::isfinite(toy.total({0, 2, 0, 2})));
}

TEST(BeadModel, AttractionsOfASingleSegmentAreThoseOfTheCell) {
  const ToyModel toy(toy_bitext());
  const BeadPlace bead{.source = 2, .source_count = 1, .target = 2, .target_count = 1};

  const auto attractions = toy.model.target_attractions(toy.bitext.source[0], toy.bitext.target[0], toy.cells, bead, 2);

  const auto pulls = toy.cells.forward(2, 2);
  ASSERT_EQ(attractions.size(), pulls.size());
  for (std::size_t at = 0; at < pulls.size(); ++at) {
    EXPECT_DOUBLE_EQ(attractions[at], static_cast<double>(pulls[at]));
  }
}

}  // namespace
}  // namespace aligner::score
