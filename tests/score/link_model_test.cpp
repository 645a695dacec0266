#include "aligner/score/link_model.h"

#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

LinkModel model_of(const std::string& source, const std::string& target) {
  const ToyBitext toy{toy_text("vi", source), toy_text("en", target), {}};
  return {toy.view(), {.terms = &terms::bundled_terms()}};
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

}  // namespace
}  // namespace aligner::score
