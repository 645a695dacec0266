#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/align/align_parallel.h"
#include "aligner/error.h"
#include "aligner/evaluate/score.h"

#include "tests/support/toy_bitext.h"

namespace aligner::align {
namespace {

using evaluate::IndexBead;
using testing::Gt;
using testing::IsEmpty;
using tungse_tests::make_toy_bitext;
using tungse_tests::ToyBead;
using tungse_tests::ToyBitext;

// Of the same invented language as every toy bitext, with other sentences.
const ToyBitext& long_text() {
  static const ToyBitext bitext = make_toy_bitext({.sentences = 300, .merges = true, .seed = 7});
  return bitext;
}

lexicon::Lexicon learn(const score::AnchoredBitext& bitext, const ParallelOptions& options = {}) {
  return learn_parallel(std::span(&bitext, 1), {}, "toy", options);
}

const lexicon::Lexicon& learnt() {
  static const lexicon::Lexicon lexicon = learn(long_text().view());
  return lexicon;
}

double strict_f1(const ToyBitext& toy, const score::Knowledge& knowledge) {
  const score::AnchoredBitext view = toy.view();
  const Alignment found = align_parallel(std::span(&view, 1), knowledge).at(0);
  std::vector<IndexBead> beads;
  for (const Bead& bead : found.beads) beads.push_back({bead.source, bead.target});
  std::vector<IndexBead> gold;
  for (const ToyBead& bead : toy.gold) gold.push_back({bead.source, bead.target});
  return evaluate::score_alignment(gold, beads).strict.f1;
}

// The share of sound entries among those that are at all likely: invented words have one translation each.
std::size_t count_likely(const lexicon::Lexicon& lexicon) {
  return static_cast<std::size_t>(
      std::count_if(lexicon.entries.begin(), lexicon.entries.end(),
                    [](const lexicon::LexiconEntry& entry) { return entry.forward > 0.5F && entry.backward > 0.5F; }));
}

TEST(LearnParallel, GivesALexiconOfTheLanguagesOfTheTexts) {
  EXPECT_EQ(learnt().source_language.str(), "en");
  EXPECT_EQ(learnt().target_language.str(), "ru");
  EXPECT_EQ(learnt().note, "toy");
  EXPECT_THAT(count_likely(learnt()), Gt(40u)) << "of eighty invented words";
}

TEST(LearnParallel, WhatItLearntHelpsShortTexts) {
  double alone = 0;
  double helped = 0;
  for (const unsigned seed : {11u, 12u, 13u, 14u, 15u, 16u}) {
    const ToyBitext short_text = make_toy_bitext({.sentences = 9, .merges = true, .deleted = 2, .seed = seed});

    alone += strict_f1(short_text, {}) / 6;
    helped += strict_f1(short_text, {.terms = nullptr, .lexicons = {&learnt()}}) / 6;
  }

  EXPECT_GT(helped, alone + 0.1);
  EXPECT_GT(helped, 0.85);
}

TEST(LearnParallel, DoesNotDependOnTheNumberOfThreads) {
  EXPECT_EQ(learn(long_text().view(), {.threads = 4}), learnt());
}

TEST(LearnParallel, OfTheTextsTheOtherWayRoundIsTheLexiconReversed) {
  const lexicon::Lexicon mirrored = lexicon::reversed(learn(long_text().mirrored_view()));

  // Counts are summed in another order, so an entry at the limit may fall out.
  EXPECT_EQ(mirrored.source_language, learnt().source_language);
  EXPECT_NEAR(static_cast<double>(count_likely(mirrored)), static_cast<double>(count_likely(learnt())), 2);
}

TEST(LearnParallel, DoesNotTakeOverWhatItWasTold) {
  const lexicon::Lexicon told = lexicon::make_lexicon({{"nowhere", "нигде", 0.9F, 0.9F}},
                                                      text::LanguageTag::parse("en"), text::LanguageTag::parse("ru"));
  const score::AnchoredBitext view = long_text().view();

  const lexicon::Lexicon lexicon = learn_parallel(std::span(&view, 1), {.terms = nullptr, .lexicons = {&told}}, "toy");

  EXPECT_EQ(std::count(lexicon.source_words.begin(), lexicon.source_words.end(), "nowhere"), 0);
}

TEST(LearnParallel, FromNothingLearnsNothing) { EXPECT_THAT(learn_parallel({}, {}, "nothing").entries, IsEmpty()); }

TEST(LearnParallel, CanBeInterrupted) {
  EXPECT_THROW(learn(long_text().view(), {.progress = [](double) { return false; }}), Error);
}

}  // namespace
}  // namespace aligner::align
