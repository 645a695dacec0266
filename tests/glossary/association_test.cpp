#include "aligner/glossary/association.h"

#include <random>

#include <gtest/gtest.h>

namespace aligner::glossary {
namespace {

TEST(LogLikelihoodRatio, IsNoughtWhereTwoMeetAsOftenAsByChance) {
  EXPECT_NEAR(log_likelihood_ratio({.joint = 10, .first = 100, .second = 100, .total = 1000}), 0, 1e-9);
}

TEST(LogLikelihoodRatio, IsNoughtWhereTwoAvoidEachOther) {
  EXPECT_EQ(log_likelihood_ratio({.joint = 1, .first = 100, .second = 100, .total = 1000}), 0);
}

TEST(LogLikelihoodRatio, IsThatOfDunningsTable) {
  // The four cells 110, 2442, 111, 29114 of "the swiss" bigrams in Dunning 1993, table 2: 270.72.
  EXPECT_NEAR(
      log_likelihood_ratio({.joint = 110, .first = 110 + 2442, .second = 110 + 111, .total = 110 + 2442 + 111 + 29114}),
      270.72, 0.01);
}

TEST(LogLikelihoodRatio, IsTheSameEitherWayAndNeverNegative) {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    const double total = 1 + static_cast<double>(random() % 1000);
    const double first = static_cast<double>(random() % 1000);
    const double second = static_cast<double>(random() % 1000);
    const double joint = static_cast<double>(random() % 1000);

    const double ratio = log_likelihood_ratio({joint, first, second, total});

    EXPECT_GE(ratio, 0);
    EXPECT_NEAR(ratio, log_likelihood_ratio({joint, second, first, total}), 1e-6);
  }
}

TEST(Cohesion, IsFirmForWordsThatAreAlwaysTogether) {
  EXPECT_GT(cohesion({.joint = 40, .first = 40, .second = 42, .total = 10000}), 0.9);
}

TEST(Cohesion, IsLooseForFrequentWordsThatMeetNowAndThen) {
  EXPECT_LT(cohesion({.joint = 4, .first = 900, .second = 40, .total = 10000}), 0.1);
}

TEST(Cohesion, TrustsFewMentionsLess) {
  EXPECT_LT(cohesion({.joint = 1, .first = 1, .second = 1, .total = 20}),
            cohesion({.joint = 50, .first = 50, .second = 50, .total = 1000}));
}

}  // namespace
}  // namespace aligner::glossary
