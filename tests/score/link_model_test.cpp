#include "aligner/score/link_model.h"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/terms/term_list.h"

#include "tests/support/toy_bitext.h"

namespace aligner::score {
namespace {

using testing::Gt;
using tungse_tests::toy_text;
using tungse_tests::ToyBitext;

// Nought where the pair shares nothing.
LinkScore scored(const LinkModel& model, std::uint32_t source, std::uint32_t target) {
  const auto& pairs = model.scored_pairs();
  const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const LinkScore& pair) {
    return pair.source == source && pair.target == target;
  });
  return found == pairs.end() ? LinkScore{} : *found;
}

LinkModel model_of(const std::string& source, const std::string& target, const Knowledge& knowledge) {
  const ToyBitext toy{toy_text("vi", source), toy_text("en", target), {}};
  return {toy.view(), knowledge};
}

LinkModel model_of(const std::string& source, const std::string& target) {
  return model_of(source, target, {.terms = &terms::bundled_terms()});
}

lexicon::Lexicon lexicon_of(float probability) {
  return lexicon::make_lexicon({{"thổi", "went", probability, probability}}, text::LanguageTag::parse("vi"),
                               text::LanguageTag::parse("en"), "");
}

const std::string vietnamese =
    "Muravyov đến Ái Hồn.\n"
    "Đêm xuống.\n"
    "Thuyền đi qua sông Ussuri.\n"
    "Gió thổi.\n"
    "Ignatyev vào Bắc Kinh.\n";

TEST(LinkModel, WhatIsToldBeforeAndBehindSpeaksForAPair) {
  const LinkModel between = model_of(vietnamese,
                                     "Muravyov reached Aigun.\nBoats crossed the Ussuri.\nIgnatyev was in Beijing.\n"
                                     "Nobody slept.\nBread was dear.\n");
  const LinkModel behind = model_of(vietnamese,
                                    "Muravyov reached Aigun.\nBoats crossed the Ussuri.\nNobody slept.\n"
                                    "Bread was dear.\nChildren played.\n");
  const LinkModel alone = model_of(vietnamese,
                                   "Nobody slept.\nBoats crossed the Ussuri.\nMen sang.\nBread was dear.\n"
                                   "Children played.\n");

  EXPECT_THAT(scored(between, 2, 1).score, Gt(scored(behind, 2, 1).score));
  EXPECT_THAT(scored(behind, 2, 1).score, Gt(scored(alone, 2, 1).score));
}

TEST(LinkModel, PairsThatCrossSayNothingForEachOther) {
  const LinkModel crossed = model_of(vietnamese,
                                     "Ignatyev was in Beijing.\nBoats crossed the Ussuri.\nMuravyov reached Aigun.\n"
                                     "Nobody slept.\nBread was dear.\n");
  const LinkModel alone = model_of(vietnamese,
                                   "Nobody slept.\nBoats crossed the Ussuri.\nMen sang.\nBread was dear.\n"
                                   "Children played.\n");

  EXPECT_DOUBLE_EQ(scored(crossed, 2, 1).score, scored(alone, 2, 1).score);
}

TEST(LinkModel, TwoSentencesThatStandTogetherAreNoRivals) {
  const LinkModel together = model_of("Gió thổi.\nMuravyov đi từ sông Ussuri đến Bắc Kinh.\nĐêm xuống.\n",
                                      "Bread was dear.\nMuravyov left the Ussuri.\nMuravyov came to Beijing.\n"
                                      "Nobody slept.\nMen sang.\nChildren played.\n");
  const LinkModel apart = model_of("Gió thổi.\nMuravyov đi từ sông Ussuri đến Bắc Kinh.\nĐêm xuống.\n",
                                   "Bread was dear.\nMuravyov left the Ussuri.\nNobody slept.\nMen sang.\n"
                                   "Children played.\nMuravyov came to Beijing.\n");

  EXPECT_DOUBLE_EQ(scored(together, 1, 1).score, scored(apart, 1, 1).score);
  EXPECT_THAT(scored(together, 1, 1).margin, Gt(scored(apart, 1, 1).margin));
}

TEST(LinkModel, AHeadingAndASentenceAreNoLikelyPair) {
  const auto score_with = [](bool is_source_heading, bool is_target_heading) {
    ToyBitext toy{
        toy_text("vi", vietnamese), toy_text("en", "Nobody slept.\nBoats crossed the Ussuri.\nMen sang.\n"), {}};
    if (is_source_heading) toy.source.segmentation.segments.at(2).kind = segment::SegmentKind::heading;
    if (is_target_heading) toy.target.segmentation.segments.at(1).kind = segment::SegmentKind::heading;
    return scored({toy.view(), {.terms = &terms::bundled_terms()}}, 2, 1).score;
  };
  const double sentences = score_with(false, false);

  EXPECT_THAT(sentences, Gt(0));
  EXPECT_DOUBLE_EQ(score_with(true, true), sentences);
  EXPECT_DOUBLE_EQ(score_with(true, false), sentences / 2);
  EXPECT_DOUBLE_EQ(score_with(false, true), sentences / 2);
}

TEST(LinkModel, WordsOfALexiconTieWhoeverBroughtIt) {
  const std::string target = "Nobody slept.\nBread was dear.\nBoats went by.\nMen sang.\nChildren played.\n";
  const lexicon::Lexicon lexicon = lexicon_of(0.3F);

  EXPECT_DOUBLE_EQ(scored(model_of(vietnamese, target, {}), 3, 2).tie, 0);
  const double of_a_user = scored(model_of(vietnamese, target, {.lexicons = {&lexicon}}), 3, 2).tie;
  EXPECT_THAT(of_a_user, Gt(0));
  EXPECT_DOUBLE_EQ(of_a_user, scored(model_of(vietnamese, target, {.seed = &lexicon}), 3, 2).tie);
}

TEST(LinkModel, TheSurerATranslationTheStrongerTheTie) {
  const std::string target = "Nobody slept.\nBread was dear.\nBoats went by.\nMen sang.\nChildren played.\n";
  double weaker = 0;
  for (const float probability : {0.06F, 0.1F, 0.2F}) {
    const lexicon::Lexicon lexicon = lexicon_of(probability);
    const double tie = scored(model_of(vietnamese, target, {.lexicons = {&lexicon}}), 3, 2).tie;
    EXPECT_THAT(tie, Gt(weaker)) << probability;
    weaker = tie;
  }
  const lexicon::Lexicon sure = lexicon_of(0.9F);
  EXPECT_THAT(scored(model_of(vietnamese, target, {.lexicons = {&sure}}), 3, 2).tie, Gt(weaker));
}

}  // namespace
}  // namespace aligner::score
