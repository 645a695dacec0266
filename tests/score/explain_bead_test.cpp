#include "aligner/score/explain_bead.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/score/toy_model.h"

namespace aligner::score {
namespace {

using tungse_tests::make_toy_bitext;
using tungse_tests::toy_text;
using tungse_tests::ToyBead;
using tungse_tests::ToyBitext;

ExplainContext context_of(const ToyModel& toy) {
  return {toy.bitext.source[0],
          toy.bitext.target[0],
          toy.cells,
          toy.lexicon,
          toy.model,
          toy.bitext.source_anchors,
          toy.bitext.target_anchors,
          toy.bitext.anchor_pairs,
          toy.conflicts};
}

text::Span span_of(const segment::Segmentation& segmentation, const std::vector<std::size_t>& group) {
  return {segmentation.segments[group.front()].span.begin, segmentation.segments[group.back()].span.end};
}

bool is_fit(const Evidence& evidence) {
  return evidence.kind == EvidenceKind::length || evidence.kind == EvidenceKind::boundary;
}

TEST(ExplainBead, EverythingNamedLiesInTheBeadAndTheStrongestComesFirst) {
  const ToyBitext bitext = make_toy_bitext({.sentences = 60, .merges = true});
  const ToyModel toy(bitext);
  const ExplainContext context = context_of(toy);

  for (const ToyBead& bead : bitext.gold) {
    const std::vector<Evidence> why =
        explain_bead(context, {bead.source.front(), bead.source.size(), bead.target.front(), bead.target.size()});

    EXPECT_TRUE(std::is_sorted(why.begin(), why.end(),
                               [](const Evidence& a, const Evidence& b) { return a.weight > b.weight; }));
    for (const Evidence& evidence : why) {
      if (is_fit(evidence)) continue;
      EXPECT_TRUE(span_of(bitext.source.segmentation, bead.source).contains(evidence.source));
      EXPECT_TRUE(span_of(bitext.target.segmentation, bead.target).contains(evidence.target));
      EXPECT_FALSE(evidence.source.empty());
      EXPECT_FALSE(evidence.target.empty());
    }
  }
}

TEST(ExplainBead, NamesLengthAndBoundaryOnceWithoutAPlace) {
  const ToyBitext bitext = make_toy_bitext({.sentences = 30});
  const ToyModel toy(bitext);

  const std::vector<Evidence> why = explain_bead(context_of(toy), {.source = 4, .target = 4});

  EXPECT_EQ(std::count_if(why.begin(), why.end(), is_fit), 2);
  const auto fit = std::find_if(why.begin(), why.end(), is_fit);
  EXPECT_TRUE(fit->source.empty());
  EXPECT_TRUE(fit->target.empty());
}

TEST(ExplainBead, NamesNoTokenTwice) {
  const ToyBitext bitext = make_toy_bitext({.sentences = 60});
  const ToyModel toy(bitext);

  for (std::size_t k = 0; k < 60; ++k) {
    std::vector<text::Span> words;
    for (const Evidence& evidence : explain_bead(context_of(toy), {.source = k, .target = k})) {
      if (evidence.kind == EvidenceKind::word) words.push_back(evidence.source);
    }
    std::sort(words.begin(), words.end());
    EXPECT_EQ(std::adjacent_find(words.begin(), words.end()), words.end());
  }
}

TEST(ExplainBead, NamesNoMoreWordsThanAskedFor) {
  const ToyBitext bitext = make_toy_bitext({.sentences = 60});
  const ToyModel toy(bitext);
  ExplainContext context = context_of(toy);
  context.word_limit = 2;

  std::size_t most = 0;
  for (std::size_t k = 0; k < 60; ++k) {
    const std::vector<Evidence> why = explain_bead(context, {.source = k, .target = k});
    const auto words = std::count_if(why.begin(), why.end(),
                                     [](const Evidence& evidence) { return evidence.kind == EvidenceKind::word; });
    most = std::max(most, static_cast<std::size_t>(words));
  }

  EXPECT_EQ(most, 2u);
}

TEST(ExplainBead, ADateCarriesTheReasonOfItsMatch) {
  const ToyBitext bitext{toy_text("vi", "Điều ước được ký ngày 16 tháng 5 năm 1858.\nTuyết rơi.\n"),
                         toy_text("en", "The treaty was signed on May 28, 1858.\nSnow fell.\n"),
                         {{{0}, {0}}, {{1}, {1}}}};
  const ToyModel toy(bitext, &terms::bundled_terms());

  const std::vector<Evidence> why = explain_bead(context_of(toy), {.source = 0, .target = 0});

  const auto day = std::find_if(why.begin(), why.end(),
                                [](const Evidence& evidence) { return evidence.kind == EvidenceKind::date; });
  ASSERT_NE(day, why.end());
  EXPECT_EQ(day->relation, "same-other-calendar");
  EXPECT_NE(day->reason.find("1858"), std::string::npos) << day->reason;
  EXPECT_GT(day->weight, 0);
  EXPECT_EQ(bitext.target.document.slice(day->target), "May 28, 1858");
}

TEST(ExplainBead, DaysThatContradictEachOtherSpeakAgainstTheBead) {
  const ToyBitext bitext{toy_text("vi", "Điều ước được ký ngày 16 tháng 5 năm 1858.\nTuyết rơi.\nMưa rơi.\n"),
                         toy_text("en", "The treaty was signed on May 20, 1858.\nSnow fell.\nRain fell.\n"),
                         {{{0}, {0}}, {{1}, {1}}}};
  const ToyModel toy(bitext, &terms::bundled_terms());

  const std::vector<Evidence> why = explain_bead(context_of(toy), {.source = 0, .target = 0});

  const auto conflict =
      std::find_if(why.begin(), why.end(), [](const Evidence& evidence) { return evidence.relation == "conflict"; });
  ASSERT_NE(conflict, why.end());
  EXPECT_EQ(conflict->kind, EvidenceKind::date);
  EXPECT_LT(conflict->weight, 0);
  EXPECT_FALSE(conflict->reason.empty());
  EXPECT_EQ(bitext.target.document.slice(conflict->target), "May 20, 1858");
}

TEST(ExplainBead, ATermSaysSo) {
  const ToyBitext bitext{toy_text("vi", "Điều ước Ái Hồn.\nTuyết rơi.\n"),
                         toy_text("en", "The Treaty of Aigun.\nSnow fell.\n"),
                         {{{0}, {0}}, {{1}, {1}}}};
  const ToyModel toy(bitext, &terms::bundled_terms());

  const std::vector<Evidence> why = explain_bead(context_of(toy), {.source = 0, .target = 0});

  const auto term = std::find_if(why.begin(), why.end(),
                                 [](const Evidence& evidence) { return evidence.kind == EvidenceKind::term; });
  ASSERT_NE(term, why.end());
  EXPECT_EQ(term->relation, "term");
  EXPECT_EQ(bitext.source.document.slice(term->source), "Điều ước Ái Hồn");
}

}  // namespace
}  // namespace aligner::score
