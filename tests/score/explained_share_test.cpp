#include "aligner/score/explained_share.h"

#include <gtest/gtest.h>

namespace aligner::score {
namespace {

using lexicon::TokenClass;

TEST(ExplainedShares, StartWithNumbersAndAnchorsMoreOftenExplainedThanWords) {
  const ExplainedShares shares;

  EXPECT_GT(shares.of(TokenClass::number, 1), shares.of(TokenClass::word, 1));
  EXPECT_GT(shares.of(TokenClass::anchor, 1), shares.of(TokenClass::word, 1));
}

TEST(ExplainedShares, MoveUpWhereTokensAreExplained) {
  ExplainedShares shares;
  const double before = shares.of(TokenClass::word, 1);
  for (int k = 0; k < 100; ++k) shares.observe(TokenClass::word, 1, 50, 1);

  shares.fit();

  EXPECT_GT(shares.of(TokenClass::word, 1), before);
}

TEST(ExplainedShares, MoveDownWhereTokensFindNothing) {
  ExplainedShares shares;
  const double before = shares.of(TokenClass::word, 200);
  for (int k = 0; k < 100; ++k) shares.observe(TokenClass::word, 200, 0, 1);

  shares.fit();

  EXPECT_LT(shares.of(TokenClass::word, 200), before / 2);
}

TEST(ExplainedShares, StayWhereUnrelatedTextExplainsAsMuchAsChance) {
  ExplainedShares shares;
  const double before = shares.of(TokenClass::word, 1);
  for (int k = 0; k < 100; ++k) shares.observe(TokenClass::word, 1, 1, 1);

  shares.fit();

  EXPECT_NEAR(shares.of(TokenClass::word, 1), before, 1e-9);
}

TEST(ExplainedShares, OfOneClassAndFrequencyDoNotTouchTheOthers) {
  ExplainedShares shares;
  const double rare = shares.of(TokenClass::word, 1);
  const double number = shares.of(TokenClass::number, 200);
  for (int k = 0; k < 100; ++k) shares.observe(TokenClass::word, 200, 0, 1);

  shares.fit();

  EXPECT_EQ(shares.of(TokenClass::word, 1), rare);
  EXPECT_EQ(shares.of(TokenClass::number, 200), number);
}

TEST(ExplainedShares, WordsOfLikeFrequencyShareWhatTheyLearn) {
  ExplainedShares shares;
  for (int k = 0; k < 100; ++k) shares.observe(TokenClass::word, 5, 0, 1);

  shares.fit();

  EXPECT_EQ(shares.of(TokenClass::word, 5), shares.of(TokenClass::word, 9));
  EXPECT_NE(shares.of(TokenClass::word, 9), shares.of(TokenClass::word, 10));
}

TEST(ExplainedShares, StayInsideTheirBoundsWhateverIsObserved) {
  for (const double attraction : {0.0, 1e-9, 1.0, 1e9}) {
    ExplainedShares shares;
    for (int round = 0; round < 20; ++round) {
      for (int k = 0; k < 1000; ++k) shares.observe(TokenClass::anchor, 3, attraction, 1);
      shares.fit();
      EXPECT_GT(shares.of(TokenClass::anchor, 3), 0.0);
      EXPECT_LT(shares.of(TokenClass::anchor, 3), 1.0);
    }
  }
}

TEST(ExplainedShares, FittingWithoutObservationsGoesBackToTheFirstGuess) {
  ExplainedShares shares;
  const double first = shares.of(TokenClass::word, 1);
  for (int k = 0; k < 100; ++k) shares.observe(TokenClass::word, 1, 0, 1);
  shares.fit();

  shares.fit();

  EXPECT_DOUBLE_EQ(shares.of(TokenClass::word, 1), first);
}

}  // namespace
}  // namespace aligner::score
