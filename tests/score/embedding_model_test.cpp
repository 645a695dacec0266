#include "aligner/score/embedding_model.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/toy_embeddings.h"

namespace aligner::score {
namespace {

using tungse_tests::float_bytes;

constexpr std::uint32_t none = SegmentVectors::no_row;

// Rows along the axes of 16 dimensions; row `axis` of `length`, one segment each.
SegmentVectors along_axes(const std::vector<std::size_t>& axes, float length = 1) {
  std::string bytes;
  std::vector<SegmentVectors::GroupRows> rows;
  for (std::size_t i = 0; i < axes.size(); ++i) {
    std::vector<float> row(16, 0.0F);
    row[axes[i]] = length;
    bytes += float_bytes(row);
    rows.push_back({static_cast<std::uint32_t>(i), none, none, none, none});
  }
  return {bytes, 16, rows};
}

TEST(SegmentVectors, CosinesDoNotDependOnLengths) {
  const SegmentVectors one = along_axes({0, 1}, 3);
  const SegmentVectors other = along_axes({0, 1}, 0.5F);

  EXPECT_NEAR(one.cosine(0, other, 0), 1, 1e-6);
  EXPECT_NEAR(one.cosine(0, other, 1), 0, 1e-6);
}

TEST(SegmentVectors, AGroupWithoutARowHasTheDirectionOfTheMeanOfItsSegments) {
  const std::vector<float> direction = along_axes({0, 1}, 7).direction({0, 2});

  EXPECT_NEAR(direction[0], std::sqrt(0.5), 1e-6);
  EXPECT_NEAR(direction[1], std::sqrt(0.5), 1e-6);
  EXPECT_EQ(direction[2], 0);
}

TEST(SegmentVectors, TheLengthOfARowThatIsNotFiniteIsNot) {
  std::vector<float> row(16, 1.0F);
  row[15] = std::numeric_limits<float>::quiet_NaN();

  EXPECT_FALSE(std::isfinite(SegmentVectors(float_bytes(row), 16, {{0, none, none, none, none}}).length(0)));
}

TEST(VectorDistances, StrangersAreOneApartAndEqualsNought) {
  const SegmentVectors source = along_axes({0, 1, 2, 3});
  const SegmentVectors target = along_axes({0, 1, 2, 3});
  const VectorDistances distances(source, target);

  EXPECT_NEAR(distances.distance({2, 1}, {2, 1}).value(), 0, 1e-6);
  EXPECT_NEAR(distances.distance({2, 1}, {0, 1}).value(), 1 / (1 - 1.0 / 3), 1e-6);  // its usual partners: one equal
}

TEST(VectorDistances, AGroupIsNearToWhatSaysBoth) {
  const SegmentVectors source = along_axes({0, 1, 2, 3, 4});
  const SegmentVectors target = along_axes({0, 1, 2, 3, 4});
  const VectorDistances distances(source, target);

  EXPECT_NEAR(distances.distance({1, 2}, {1, 2}).value(), 0, 1e-6);
  EXPECT_LT(distances.distance({1, 2}, {1, 1}).value(), distances.distance({1, 2}, {3, 1}).value());
}

TEST(VectorDistances, MirrorWhenTheSidesAreSwapped) {
  const SegmentVectors source = along_axes({0, 1, 2, 2, 5});
  const SegmentVectors target = along_axes({0, 2, 1, 4});
  const VectorDistances forward(source, target);
  const VectorDistances backward(target, source);

  EXPECT_NEAR(forward.distance({1, 3}, {0, 2}).value(), backward.distance({0, 2}, {1, 3}).value(), 1e-6);
}

TEST(VectorDistances, OneSegmentAgainstOneHasNothingToCompareWith) {
  const SegmentVectors source = along_axes({0});
  const SegmentVectors target = along_axes({1});

  EXPECT_FALSE(VectorDistances(source, target).distance({0, 1}, {0, 1}));
}

TEST(VectorDistances, VectorsThatAreAllOneSayNothing) {
  const SegmentVectors source = along_axes({0, 0, 0});
  const SegmentVectors target = along_axes({0, 0});

  EXPECT_FALSE(VectorDistances(source, target).distance({0, 1}, {0, 1}));
}

TEST(VectorDistances, SegmentsThatCancelOutHaveAFiniteDistance) {
  std::vector<float> row(16, 0.5F);
  std::string bytes = float_bytes(row);
  for (float& value : row) value = -value;
  bytes += float_bytes(row);
  const SegmentVectors source(bytes, 16, {{0, none, none, none, none}, {1, none, none, none, none}});
  const SegmentVectors target = along_axes({0, 1, 2});

  EXPECT_TRUE(std::isfinite(VectorDistances(source, target).distance({0, 2}, {0, 1}).value()));
}

TEST(EmbeddingModel, TheRatioNeverRisesWithTheDistance) {
  const EmbeddingModel model;

  double last = model.log_ratio(-1.0);
  for (double distance = -1; distance < 3; distance += 0.01) {
    EXPECT_LE(model.log_ratio(distance), last) << distance;
    last = model.log_ratio(distance);
  }
  EXPECT_GT(model.log_ratio(0.3), 3);
  EXPECT_LT(model.log_ratio(1.0), -1);
}

TEST(EmbeddingModel, AnUnknownDistanceIsNoEvidence) { EXPECT_EQ(EmbeddingModel().log_ratio(std::nullopt), 0); }

TEST(EmbeddingModel, EmbeddingsThatDoNotTellTranslationsApartAreGivenUp) {
  EmbeddingModel model;
  for (int k = 0; k < 2000; ++k) model.observe(1.05, 1);
  model.fit();

  EXPECT_EQ(model.log_ratio(0.5), 0);
  EXPECT_EQ(model.log_ratio(1.5), 0);
}

TEST(EmbeddingModel, LearnsHowNearTranslationsAre) {
  EmbeddingModel model;
  const double before = model.log_ratio(0.6);
  for (int k = 0; k < 200; ++k) model.observe(k % 2 == 0 ? 0.55 : 0.65, 1);
  model.fit();

  EXPECT_GT(model.log_ratio(0.6), before);
}

}  // namespace
}  // namespace aligner::score
