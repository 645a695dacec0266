#include "aligner/score/length_model.h"

#include <cmath>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace aligner::score {
namespace {

// Lengths of sentences, between 20 and 180 characters.
std::vector<double> lengths(std::size_t count, double factor, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<double> made;
  for (std::size_t k = 0; k < count; ++k) made.push_back(factor * static_cast<double>(20 + random() % 161));
  return made;
}

TEST(LengthModel, AFittingPairScoresAboveAMisfit) {
  const LengthModel model = LengthModel::from_texts(lengths(200, 1, 1), lengths(200, 1, 2));

  EXPECT_GT(model.log_ratio(100, 1, 102, 1), 0);
  EXPECT_LT(model.log_ratio(100, 1, 30, 1), 0);
  EXPECT_GT(model.log_ratio(100, 1, 102, 1), model.log_ratio(100, 1, 150, 1));
}

TEST(LengthModel, TwoSentencesThatMakeUpOneFitBetterThanOneOfThem) {
  const LengthModel model = LengthModel::from_texts(lengths(200, 1, 1), lengths(200, 1, 2));

  EXPECT_GT(model.log_ratio(50 + 60, 2, 110, 1), model.log_ratio(50, 1, 110, 1));
}

TEST(LengthModel, AMisfitIsBoundedBelow) {
  const LengthModel model = LengthModel::from_texts(lengths(200, 1, 1), lengths(200, 1, 2));

  EXPECT_GE(model.log_ratio(1, 1, 100000, 1), std::log(0.05) - 1e-9);   // the share of beads without a fitting length
  EXPECT_GE(model.log_ratio(1, 1, 100000, 5), std::log(0.005) - 1e-9);  // of those of several sentences
}

TEST(LengthModel, AGroupMustFitMoreCloselyThanOneSentence) {
  const LengthModel model = LengthModel::from_texts(lengths(200, 1, 1), lengths(200, 1, 2));

  EXPECT_LT(model.log_ratio(500, 5, 50, 1), std::log(0.05));
}

TEST(LengthModel, MirroredTextsMirrorTheScore) {
  const std::vector<double> source = lengths(120, 1, 5);
  const std::vector<double> target = lengths(150, 1.3, 6);
  const LengthModel forward = LengthModel::from_texts(source, target);
  const LengthModel backward = LengthModel::from_texts(target, source);

  std::mt19937 random(7);
  for (int k = 0; k < 200; ++k) {
    const double a = static_cast<double>(random() % 300);
    const double b = static_cast<double>(random() % 300);
    const int m = 1 + static_cast<int>(random() % 5);
    const int n = 1 + static_cast<int>(random() % 5);
    EXPECT_NEAR(forward.log_ratio(a, m, b, n), backward.log_ratio(b, n, a, m), 1e-9);  // rounding
  }
  EXPECT_NEAR(forward.ratio() * backward.ratio(), 1, 1e-12);
}

TEST(LengthModel, FittingRecoversTheRatioOfTheBeads) {
  LengthModel model = LengthModel::from_texts(lengths(200, 1, 1), lengths(150, 1, 2));
  std::mt19937 random(3);
  std::normal_distribution<double> noise(0, 5);
  std::vector<LengthObservation> beads;
  for (const double source : lengths(500, 1, 4)) beads.push_back({source, 1.25 * source + noise(random), 1});

  model.fit(beads);

  EXPECT_NEAR(model.ratio(), 1.25, 0.01);
  EXPECT_GT(model.log_ratio(100, 1, 125, 1), model.log_ratio(100, 1, 100, 1));
}

// One translator writes a quarter more, another a quarter less.
struct TwoTranslators {
  std::vector<LengthObservation> terse;
  std::vector<LengthObservation> wordy;

  explicit TwoTranslators(std::size_t count) {
    for (const double source : lengths(count, 1, 4)) {
      terse.push_back({source, 0.75 * source, 1});
      wordy.push_back({source, 1.25 * source, 1});
    }
  }
  LengthModel of_both() const {
    LengthModel model = LengthModel::from_texts(lengths(200, 1, 1), lengths(200, 1, 2));
    std::vector<LengthObservation> all = terse;
    all.insert(all.end(), wordy.begin(), wordy.end());
    model.fit(all);
    return model;
  }
};

TEST(LengthModel, OfADocumentFollowsItsOwnTranslatorTheMoreTheMoreItHolds) {
  double before = 1;
  for (const std::size_t count : {10U, 50U, 400U}) {
    const TwoTranslators translators(count);

    const double wordy = translators.of_both().fitted_to(translators.wordy, 50).ratio();
    const double terse = translators.of_both().fitted_to(translators.terse, 50).ratio();

    EXPECT_GT(wordy, before);
    EXPECT_LT(wordy, 1.25);
    EXPECT_LT(terse, 1);
    before = wordy;
  }
  EXPECT_GT(before, 1.2);
}

TEST(LengthModel, OfADocumentWithoutBeadsIsThatOfAll) {
  const TwoTranslators translators(100);
  const LengthModel both = translators.of_both();

  const LengthModel none = both.fitted_to({}, 50);

  EXPECT_NEAR(none.ratio(), both.ratio(), 1e-12);
  EXPECT_NEAR(none.log_ratio(100, 1, 120, 1), both.log_ratio(100, 1, 120, 1), 1e-9);
}

TEST(LengthModel, BeadsThatFitCloselyMakeTheModelStricter) {
  LengthModel model = LengthModel::from_texts(lengths(200, 1, 1), lengths(200, 1, 2));
  const double before = model.log_ratio(100, 1, 130, 1);
  std::vector<LengthObservation> beads;
  for (const double source : lengths(500, 1, 4)) beads.push_back({source, source, 1});

  model.fit(beads);

  EXPECT_LT(model.log_ratio(100, 1, 130, 1), before);
}

TEST(LengthModel, NothingChangesUnderATotalWeightOfOne) {
  LengthModel model = LengthModel::from_texts(lengths(200, 1, 1), lengths(200, 1, 2));
  const double ratio = model.ratio();
  const double score = model.log_ratio(100, 1, 80, 1);
  const std::vector<LengthObservation> beads = {{100, 300, 0.9}};

  model.fit(beads);
  model.fit({});

  EXPECT_EQ(model.ratio(), ratio);
  EXPECT_EQ(model.log_ratio(100, 1, 80, 1), score);
}

TEST(LengthModel, EmptyTextsAndEmptySentencesGiveFiniteScores) {
  const LengthModel nothing = LengthModel::from_texts({}, {});
  const std::vector<double> empty_sentences(10, 0.0);
  const LengthModel empty = LengthModel::from_texts(empty_sentences, empty_sentences);

  for (const double length : {0.0, 1.0, 1e6}) {
    EXPECT_TRUE(std::isfinite(nothing.log_ratio(length, 1, 5, 1))) << length;
    EXPECT_TRUE(std::isfinite(empty.log_ratio(length, 5, length, 5))) << length;
  }
}

}  // namespace
}  // namespace aligner::score
