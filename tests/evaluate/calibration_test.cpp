#include "aligner/evaluate/calibration.h"

#include <limits>
#include <vector>

#include "aligner/error.h"

#include "gtest/gtest.h"

namespace aligner::evaluate {
namespace {

constexpr double rounding = 1e-12;

TEST(CalibrationError, IsZeroWhenShareAndConfidenceAgree) {
  const std::vector<Prediction> half = {{0.5, true}, {0.5, false}, {1.0, true}, {0.0, false}};

  EXPECT_NEAR(expected_calibration_error(half), 0, rounding);
}

TEST(CalibrationError, WeighsEachBinByItsCount) {
  // bin 0.9-1.0: three with mean .95, one right: distance .95 - 1/3; bin 0.1-0.2: one with .1, right: distance .9
  const std::vector<Prediction> predictions = {{0.95, true}, {0.95, false}, {0.95, false}, {0.1, true}};

  EXPECT_NEAR(expected_calibration_error(predictions), (3 * (0.95 - 1.0 / 3) + 1 * 0.9) / 4, rounding);
}

TEST(CalibrationError, IsZeroWithoutPredictions) { EXPECT_EQ(expected_calibration_error({}), 0); }

TEST(CalibrationError, RefusesWhatIsNoProbability) {
  EXPECT_THROW(expected_calibration_error({{1.01, true}}), Error);
  EXPECT_THROW(expected_calibration_error({{-0.1, true}}), Error);
  EXPECT_THROW(expected_calibration_error({{std::numeric_limits<double>::quiet_NaN(), true}}), Error);
}

TEST(CalibrationBins, PutEdgesIntoTheUpperBinAndOneIntoTheLast) {
  const auto bins = calibration_bins({{0.0, false}, {0.3, true}, {0.7, true}, {1.0, true}});

  ASSERT_EQ(bins.size(), 10u);
  EXPECT_EQ(bins[0].count, 1u);
  EXPECT_EQ(bins[3].count, 1u);
  EXPECT_EQ(bins[7].count, 1u);
  EXPECT_EQ(bins[9].count, 1u);
}

TEST(CalibrationBins, ShowMeanConfidenceAndShareOfRightOnes) {
  const auto bins = calibration_bins({{0.84, true}, {0.86, false}});

  EXPECT_NEAR(bins[8].mean_confidence, 0.85, rounding);
  EXPECT_NEAR(bins[8].share_right, 0.5, rounding);
  EXPECT_EQ(bins[2], (CalibrationBin{.low = 0.2, .high = 3 / 10.0}));
}

}  // namespace
}  // namespace aligner::evaluate
