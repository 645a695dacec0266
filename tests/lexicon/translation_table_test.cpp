// What is learnt from a toy corpus: sentence pairs over a dictionary of twenty words, translated word by word.

#include "aligner/lexicon/translation_table.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace aligner::lexicon {
namespace {

constexpr TokenId dictionary_size = 20;

// Word k of the source is word k of the target; k is frequent where it is small.
struct ToyCorpus {
  Vocabulary source;
  Vocabulary target;
  std::vector<TrainingDocument> documents{1};

  ToyCorpus() {
    for (TokenId k = 0; k < dictionary_size; ++k) {
      source.add("s" + std::to_string(k));
      target.add("t" + std::to_string(k));
    }
  }

  void add_pair(const std::vector<TokenId>& from, const std::vector<TokenId>& to, float weight = 1) {
    TrainingDocument& document = documents[0];
    const auto at = static_cast<std::uint32_t>(document.source.size());
    document.source.push_back(from);
    document.target.push_back(to);
    document.correspondences.push_back({at, at, weight});
    for (const TokenId e : from) source.add(source.name(e));
    for (const TokenId f : to) target.add(target.name(f));
  }

  TranslationTable train_with(const PriorTable& priors = {}, const TrainOptions& options = {}) const {
    return train(documents, priors, source, target, options);
  }
};

ToyCorpus make_corpus(std::size_t pairs, unsigned seed) {
  ToyCorpus corpus;
  std::mt19937 random(seed);
  std::uniform_int_distribution<TokenId> word(0, dictionary_size - 1);
  for (std::size_t k = 0; k < pairs; ++k) {
    std::vector<TokenId> from;
    for (int n = 0; n < 6; ++n) from.push_back(std::min(word(random), word(random)));
    std::vector<TokenId> to = from;
    std::shuffle(to.begin(), to.end(), random);
    corpus.add_pair(from, to);
  }
  // Every word is met at least twice.
  for (TokenId k = 0; k < dictionary_size; k += 4) {
    for (int twice = 0; twice < 2; ++twice) corpus.add_pair({k, k + 1, k + 2, k + 3}, {k + 3, k + 1, k, k + 2});
  }
  return corpus;
}

ToyCorpus mirrored(const ToyCorpus& corpus) {
  ToyCorpus mirror = corpus;
  std::swap(mirror.source, mirror.target);
  for (TrainingDocument& document : mirror.documents) {
    std::swap(document.source, document.target);
    for (Correspondence& pair : document.correspondences) std::swap(pair.source, pair.target);
  }
  return mirror;
}

// The lift of any pair, also of one without an entry.
double lift_of(const TranslationTable& table, TokenId e, TokenId f, double leave_out = 0) {
  for (const TranslationEntry& entry : table.row(e)) {
    if (entry.target == f) return table.lift(e, entry, leave_out);
  }
  return std::min(table.source_base(e, leave_out), table.target_base(f, leave_out));
}

TEST(TranslationTable, TheRightTranslationHasTheHighestLiftForEveryWord) {
  const TranslationTable table = make_corpus(40, 7).train_with();

  for (TokenId e = 0; e < dictionary_size; ++e) {
    for (TokenId f = 0; f < dictionary_size; ++f) {
      if (f == e) continue;
      EXPECT_GT(lift_of(table, e, e), lift_of(table, e, f)) << "word " << e << " against " << f;
    }
  }
}

TEST(TranslationTable, FrequentWordsThatAreNoTranslationsHaveALiftBelowOne) {
  const TranslationTable table = make_corpus(200, 11).train_with();

  for (TokenId e = 0; e < 5; ++e) {
    for (TokenId f = 0; f < 5; ++f) {
      if (f == e) continue;
      EXPECT_LT(lift_of(table, e, f), 1.0) << "word " << e << " against " << f;
    }
  }
}

TEST(TranslationTable, HoldsNoEntryThatSaysLessThanChance) {
  const TranslationTable table = make_corpus(200, 11).train_with();

  for (TokenId e = 0; e < dictionary_size; ++e) {
    for (const TranslationEntry& entry : table.row(e)) EXPECT_GE(table.lift(e, entry, 0), 1.0) << e;
  }
}

TEST(TranslationTable, KeepsReadyHowFarEachEntryStandsAboveItsBase) {
  const TranslationTable table = make_corpus(40, 3).train_with();

  for (TokenId e = 0; e < dictionary_size; ++e) {
    ASSERT_EQ(table.row_pulls(e).size(), table.row(e).size());
    for (std::size_t k = 0; k < table.row(e).size(); ++k) {
      const TranslationEntry& entry = table.row(e)[k];
      const double base = std::min(table.source_base(e, 0), table.target_base(entry.target, 0));
      EXPECT_NEAR(table.row_pulls(e)[k].extra, table.lift(e, entry, 0) - base, 1e-4);
    }
  }
}

TEST(TranslationTable, RowsAreSortedByTargetAndCoverEveryPairThatMet) {
  const ToyCorpus corpus = make_corpus(40, 3);
  const TranslationTable table = corpus.train_with({}, {.smallest_lift = 0});

  ASSERT_EQ(table.source_size(), dictionary_size);
  for (TokenId e = 0; e < dictionary_size; ++e) {
    const auto row = table.row(e);
    EXPECT_TRUE(std::is_sorted(row.begin(), row.end(), [](const TranslationEntry& a, const TranslationEntry& b) {
      return a.target < b.target;
    }));
  }
  const TrainingDocument& document = corpus.documents[0];
  for (std::size_t i = 0; i < document.source.size(); ++i) {
    for (const TokenId e : document.source[i]) {
      for (const TokenId f : document.target[i]) {
        const auto row = table.row(e);
        EXPECT_TRUE(std::any_of(row.begin(), row.end(), [&](const auto& entry) { return entry.target == f; }));
      }
    }
  }
}

TEST(TranslationTable, TogetherIsTheWeightOfTheSegmentPairsThatHoldBoth) {
  ToyCorpus corpus;
  corpus.add_pair({0, 0, 1}, {0, 1, 1});  // what stands twice meets once
  corpus.add_pair({0}, {0}, 0.5F);

  const TranslationTable table = corpus.train_with();

  ASSERT_EQ(table.row(0).size(), 2u);
  EXPECT_FLOAT_EQ(table.row(0)[0].together, 1.5F);
  EXPECT_FLOAT_EQ(table.row(0)[1].together, 1.0F);
}

TEST(TranslationTable, WithoutCorrespondencesOnlyPriorsCount) {
  ToyCorpus corpus = make_corpus(40, 5);
  corpus.documents[0].correspondences.clear();
  PriorTable priors;
  priors.add(3, 8, 0.6);
  priors.normalise();

  const TranslationTable table = corpus.train_with(priors);

  for (TokenId e = 0; e < dictionary_size; ++e) {
    for (TokenId f = 0; f < dictionary_size; ++f) {
      const double lift = lift_of(table, e, f);
      if (e == 3 && f == 8) {
        EXPECT_GT(lift, 5.0);
      } else if (e == 3 || f == 8) {
        EXPECT_NEAR(lift, 0.4, 1e-6);  // what the prior leaves over
      } else {
        EXPECT_DOUBLE_EQ(lift, 1.0);
      }
    }
  }
}

TEST(TranslationTable, OfNoDocumentsIsMadeOfThePriorsToo) {
  const ToyCorpus words;
  PriorTable priors;
  priors.add(0, 1, 0.9);
  priors.normalise();

  const TranslationTable table = train({}, priors, words.source, words.target);

  EXPECT_GT(lift_of(table, 0, 1), 5.0);
  EXPECT_DOUBLE_EQ(lift_of(table, 2, 2), 1.0);
}

TEST(TranslationTable, CorrespondencesBelowTheSmallestWeightTeachNothing) {
  ToyCorpus corpus;
  corpus.add_pair({0, 1}, {0, 1}, 0.01F);

  const TranslationTable table = corpus.train_with();

  EXPECT_TRUE(table.row(0).empty());
  EXPECT_DOUBLE_EQ(table.source_base(0, 0), 1.0);
}

TEST(TranslationTable, EmptySegmentsTeachNothingAndSpoilNothing) {
  ToyCorpus corpus = make_corpus(40, 31);
  TrainingDocument& document = corpus.documents[0];
  const auto last = static_cast<std::uint32_t>(document.source.size());
  document.source.insert(document.source.end(), {{}, {0, 1}});
  document.target.insert(document.target.end(), {{0, 1}, {}});
  document.correspondences.insert(document.correspondences.end(),
                                  {{last, last, 1}, {last, last + 1, 1}, {last + 1, last, 1}, {last + 1, last + 1, 1}});

  const TranslationTable table = corpus.train_with();

  for (TokenId e = 0; e < dictionary_size; ++e) {
    for (TokenId f = 0; f < dictionary_size; ++f) EXPECT_TRUE(std::isfinite(lift_of(table, e, f))) << e << " " << f;
    EXPECT_GE(lift_of(table, e, e), 1.0);
  }
}

TEST(TranslationTable, ATokenNeverMetHasTheBaseOne) {
  ToyCorpus corpus = make_corpus(40, 9);
  const TokenId unseen_source = corpus.source.add("unseen");
  const TokenId unseen_target = corpus.target.add("unseen");

  const TranslationTable table = corpus.train_with();

  EXPECT_DOUBLE_EQ(table.source_base(unseen_source, 0), 1.0);
  EXPECT_DOUBLE_EQ(table.target_base(unseen_target, 0), 1.0);
}

TEST(TranslationTable, ATokenMetOftenHasABaseNearNought) {
  const TranslationTable table = make_corpus(400, 9).train_with();

  EXPECT_LT(table.source_base(0, 0), 0.05);
  EXPECT_LT(table.target_base(0, 0), 0.05);
}

TEST(LeaveOneOut, APairMetOnceFallsToItsBaseWhenItsOwnPairIsLeftOut) {
  ToyCorpus corpus = make_corpus(40, 13);
  const TokenId hapax_source = corpus.source.add("hapax");
  const TokenId hapax_target = corpus.target.add("hapax");
  corpus.add_pair({0, hapax_source}, {0, hapax_target});

  const TranslationTable table = corpus.train_with();

  EXPECT_GT(lift_of(table, hapax_source, hapax_target), 3.0);
  const double base = std::min(table.source_base(hapax_source, 1), table.target_base(hapax_target, 1));
  EXPECT_NEAR(lift_of(table, hapax_source, hapax_target, 1), base, 0.05);
}

TEST(LeaveOneOut, APairMetOftenHardlyChanges) {
  const TranslationTable table = make_corpus(400, 17).train_with();

  const double kept = lift_of(table, 0, 0, 1);

  EXPECT_NEAR(kept / lift_of(table, 0, 0), 1.0, 0.05);
}

TEST(LeaveOneOut, NeverGivesANegativeLift) {
  const TranslationTable table = make_corpus(40, 19).train_with();

  for (TokenId e = 0; e < dictionary_size; ++e) {
    for (const TranslationEntry& entry : table.row(e)) {
      for (const double weight : {0.0, 0.5, 1.0, 100.0}) EXPECT_GE(table.lift(e, entry, weight), 0.0);
    }
  }
}

TEST(TranslationTable, SwappingSourceAndTargetMirrorsTheLifts) {
  for (const unsigned seed : {1u, 2u, 3u}) {
    const ToyCorpus corpus = make_corpus(40, seed);
    const TranslationTable forward = corpus.train_with();
    const TranslationTable backward = mirrored(corpus).train_with();

    for (TokenId e = 0; e < dictionary_size; ++e) {
      for (TokenId f = 0; f < dictionary_size; ++f) {
        const double lift = lift_of(forward, e, f);
        EXPECT_NEAR(lift_of(backward, f, e), lift, 1e-3 * (1 + lift));  // counts are floats, summed in another order
      }
    }
  }
}

TEST(TranslationTable, IsTheSameWhenLearntTwice) {
  const ToyCorpus corpus = make_corpus(40, 23);
  const TranslationTable one = corpus.train_with();
  const TranslationTable two = corpus.train_with();

  for (TokenId e = 0; e < dictionary_size; ++e) {
    for (TokenId f = 0; f < dictionary_size; ++f) EXPECT_EQ(lift_of(one, e, f), lift_of(two, e, f));
  }
}

TEST(TranslationTable, LearnsFromAllDocumentsJointly) {
  ToyCorpus corpus = make_corpus(40, 29);
  TrainingDocument second;
  const TokenId new_source = corpus.source.add("new");
  const TokenId new_target = corpus.target.add("new");
  second.source = {{0, 1, new_source}};
  second.target = {{0, 1, new_target}};
  second.correspondences = {{0, 0, 1}};
  corpus.documents.push_back(second);

  const TranslationTable table = corpus.train_with();

  // Words 0 and 1 are known from the first document, so the new ones are left for each other.
  EXPECT_GT(lift_of(table, new_source, new_target), 2 * lift_of(table, new_source, 0));
}

TEST(LearningAgain, FromTheSameCorrespondencesGivesNearlyTheSameLifts) {
  const ToyCorpus corpus = make_corpus(200, 37);
  const TranslationTable earlier = corpus.train_with();

  const TranslationTable again = train_again(earlier, corpus.documents, {}, corpus.source, corpus.target);

  for (TokenId e = 0; e < dictionary_size; ++e) {
    // What entries that fell away explained is left to the others: lifts rise a little.
    EXPECT_NEAR(lift_of(again, e, e) / lift_of(earlier, e, e), 1.1, 0.1) << e;
    EXPECT_LE(again.row(e).size(), earlier.row(e).size()) << e;
  }
}

TEST(LearningAgain, TakesUpWhatMeetsInFreshPairs) {
  ToyCorpus corpus = make_corpus(40, 41);
  const TokenId new_source = corpus.source.add("new");
  const TokenId new_target = corpus.target.add("new");
  const TranslationTable earlier = corpus.train_with();
  corpus.add_pair({0, new_source}, {0, new_target});
  TrainingDocument& document = corpus.documents[0];
  document.fresh = {document.correspondences.back()};

  const TranslationTable again = train_again(earlier, corpus.documents, {}, corpus.source, corpus.target);

  EXPECT_GT(lift_of(again, new_source, new_target), 3.0);
}

TEST(LearningAgain, PassesOverWhatMeetsForTheFirstTimeInAPairThatIsNotFresh) {
  ToyCorpus corpus = make_corpus(40, 41);
  const TokenId new_source = corpus.source.add("new");
  const TokenId new_target = corpus.target.add("new");
  const TranslationTable earlier = corpus.train_with();
  corpus.add_pair({0, new_source}, {0, new_target});

  const TranslationTable again = train_again(earlier, corpus.documents, {}, corpus.source, corpus.target);

  EXPECT_TRUE(again.row(new_source).empty());
}

TEST(LearningAgain, KeepsThePriors) {
  ToyCorpus corpus = make_corpus(40, 5);
  PriorTable priors;
  priors.add(3, 8, 0.6);
  priors.normalise();
  const TranslationTable earlier = corpus.train_with(priors);
  corpus.documents[0].correspondences.clear();

  const TranslationTable again = train_again(earlier, corpus.documents, priors, corpus.source, corpus.target);

  EXPECT_GT(lift_of(again, 3, 8), 5.0);
  EXPECT_NEAR(lift_of(again, 3, 4), 0.4, 1e-6);
}

}  // namespace
}  // namespace aligner::lexicon
