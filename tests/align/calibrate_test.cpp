#include "aligner/align/calibrate.h"

#include <vector>

#include <gtest/gtest.h>

namespace aligner::align {
namespace {

const std::vector<double> rising_posteriors = {0, 0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999, 0.999999, 1};

// So many beads, all of one posterior, so many of them 1-2.
std::vector<PosteriorBead> document(std::size_t count, double posterior, std::size_t odd = 0) {
  std::vector<PosteriorBead> beads(count, {posterior, 1, 1});
  for (std::size_t k = 0; k < odd; ++k) beads[k].target_count = 2;
  return beads;
}

class ForOneShape : public testing::TestWithParam<PosteriorBead> {};

TEST_P(ForOneShape, ConfidenceRisesWithThePosteriorAndStaysInsideNoughtAndOne) {
  const Calibration calibration(document(100, 0.99, 10));

  double last = 0;
  for (const double posterior : rising_posteriors) {
    PosteriorBead bead = GetParam();
    bead.posterior = posterior;
    const double confidence = calibration.confidence(bead);
    EXPECT_GT(confidence, 0);
    EXPECT_LT(confidence, 1);
    EXPECT_GE(confidence, last) << posterior;
    last = confidence;
  }
}

INSTANTIATE_TEST_SUITE_P(Calibration, ForOneShape,
                         testing::Values(PosteriorBead{0, 1, 1}, PosteriorBead{0, 1, 2}, PosteriorBead{0, 3, 1},
                                         PosteriorBead{0, 2, 2}, PosteriorBead{0, 5, 1}));

TEST(Calibration, AVeryHighPosteriorIsBelieved) {
  EXPECT_GT(Calibration(document(100, 0.9999)).confidence({0.9999, 1, 1}), 0.995);
}

TEST(Calibration, AVeryLowPosteriorIsBelievedToo) {
  EXPECT_LT(Calibration(document(100, 0.9999)).confidence({0, 1, 1}), 0.05);
}

TEST(Calibration, ABeadThatIsNotOneToOneIsDoubtedWhereSuchAreRare) {
  const Calibration rare(document(200, 0.99, 2));
  const Calibration usual(document(200, 0.99, 80));

  EXPECT_LT(rare.confidence({0.99, 1, 2}), rare.confidence({0.99, 1, 1}));
  EXPECT_LT(rare.confidence({0.99, 1, 2}), usual.confidence({0.99, 1, 2}));
  EXPECT_EQ(rare.confidence({0.99, 1, 1}), usual.confidence({0.99, 1, 1}));
}

TEST(Calibration, ADoubtIsWorseWhereEverythingElseIsSure) {
  const Calibration sure(document(100, 0.999999));
  const Calibration unsure(document(100, 0.9));

  EXPECT_LT(sure.confidence({0.9, 1, 1}), unsure.confidence({0.9, 1, 1}));
}

TEST(Calibration, BothSidesCountAlike) {
  const Calibration calibration(document(50, 0.99, 5));

  EXPECT_EQ(calibration.confidence({0.9, 1, 3}), calibration.confidence({0.9, 3, 1}));
}

TEST(Calibration, ADocumentWithoutPairsHasOneToo) {
  const double confidence = Calibration({}).confidence({0.9, 1, 1});

  EXPECT_GT(confidence, 0.5);
  EXPECT_LT(confidence, 1);
}

}  // namespace
}  // namespace aligner::align
