#include "aligner/score/log_add.h"

#include <cmath>

#include <gtest/gtest.h>

namespace aligner::score {
namespace {

TEST(LogAdd, GivesTheLogarithmOfTheSum) {
  for (double difference = 0; difference < 45; difference += 0.0371) {
    EXPECT_NEAR(log_add(-3, -3 - difference), -3 + std::log1p(std::exp(-difference)), 1e-9) << difference;
  }
}

TEST(LogAdd, DoesNotMindTheOrder) { EXPECT_EQ(log_add(2, 7.5), log_add(7.5, 2)); }

TEST(LogAdd, AddsNothingToNothing) { EXPECT_EQ(log_add(-1e300, -1e300), -1e300); }

TEST(LogAdd, LeavesWhatIsMuchLarger) { EXPECT_EQ(log_add(1000, -1e300), 1000); }

}  // namespace
}  // namespace aligner::score
