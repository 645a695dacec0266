#include "aligner/score/prepared_bitext.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "tests/score/toy_model.h"
#include "tests/support/toy_bitext.h"

namespace aligner::score {
namespace {

using tungse_tests::toy_text;
using tungse_tests::ToyBitext;

PreparedBitext prepared(const ToyBitext& toy) {
  const AnchoredBitext view = toy.view();
  return PreparedBitext(std::span(&view, 1), {.terms = &terms::bundled_terms()});
}

bool has_match(const std::vector<RareMatch>& matches, std::uint32_t source, std::uint32_t target) {
  return std::any_of(matches.begin(), matches.end(),
                     [&](const RareMatch& match) { return match.source == source && match.target == target; });
}

TEST(RareMatches, TieSegmentsThatShareARareNumberDateOrName) {
  const ToyBitext toy{
      toy_text("en",
               "Snow fell on the hills.\nIt was signed on May 16, 1858.\nA village of 7319 souls.\n"
               "Brashnikov came late.\n"),
      toy_text("ru", "Брашников пришёл поздно.\nДеревня из 7319 душ.\nПодписан 16 мая 1858 года.\nШёл снег.\n"),
      {}};

  const std::vector<RareMatch> matches = prepared(toy).rare_matches(0);

  EXPECT_TRUE(has_match(matches, 1, 2));
  EXPECT_TRUE(has_match(matches, 2, 1));
  EXPECT_FALSE(has_match(matches, 0, 3));
}

TEST(RareMatches, ComeBySourceThenTargetWithPositiveWeights) {
  const ToyBitext toy = tungse_tests::make_toy_bitext({.sentences = 100});

  const std::vector<RareMatch> matches = prepared(toy).rare_matches(0);

  EXPECT_GE(matches.size(), 5u);
  EXPECT_TRUE(std::is_sorted(matches.begin(), matches.end(), [](const RareMatch& a, const RareMatch& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  }));
  for (const RareMatch& match : matches) EXPECT_GT(match.weight, 0.0F);
}

TEST(RareMatches, WhatStandsEverywhereTiesNothing) {
  std::string lines;
  for (int k = 0; k < 20; ++k) lines += "amur.\n";
  const ToyBitext toy{toy_text("en", lines), toy_text("en", lines), {}};

  EXPECT_TRUE(prepared(toy).rare_matches(0).empty());
}

TEST(RareMatches, WhatIsCommonInTheWholeIsRareInAPart) {
  std::string source;
  std::string target;
  for (int k = 0; k < 10; ++k) {
    source += "It came in 1858.\nIt left.\n";
    target += "Он пришёл в 1858.\nОн ушёл.\n";
  }
  const ToyBitext toy{toy_text("en", source), toy_text("ru", target), {}};
  const PreparedBitext bitext = prepared(toy);
  const RareMatches matches(bitext, 0);

  EXPECT_FALSE(has_match(matches.in(matches.whole()), 8, 8));
  const std::vector<RareMatch> inside = matches.in({.source = {7, 10}, .target = {7, 10}});

  EXPECT_TRUE(has_match(inside, 8, 8));
  for (const RareMatch& match : inside) {
    EXPECT_TRUE(match.source >= 7 && match.source < 10 && match.target >= 7 && match.target < 10);
  }
}

TEST(RareMatches, AWordThatStandsTwiceInASegmentWeighsLess) {
  const ToyBitext once{toy_text("en", "7319 souls\n"), toy_text("ru", "7319 душ\n"), {}};
  const ToyBitext twice{toy_text("en", "7319 and 7319\n"), toy_text("ru", "7319 и 7319\n"), {}};

  EXPECT_LT(prepared(twice).rare_matches(0).at(0).weight, 2 * prepared(once).rare_matches(0).at(0).weight);
}

TEST(PreparedBitext, KnowsNothingOfTermsItWasNotGiven) {
  const ToyBitext toy{toy_text("en", "The Amur.\n"), toy_text("vi", "Hắc Long Giang.\n"), {}};
  const AnchoredBitext view = toy.view();

  const PreparedBitext with(std::span(&view, 1), {.terms = &terms::bundled_terms()});
  const PreparedBitext without(std::span(&view, 1), {});

  const auto concepts = [](const PreparedBitext& bitext) {
    return std::count_if(bitext.anchor_pairs.begin(), bitext.anchor_pairs.end(), [](const AnchorPair& pair) {
      return pair.match.relation == anchors::AnchorRelation::related;
    });
  };
  EXPECT_FALSE(with.anchor_pairs.empty());
  EXPECT_EQ(concepts(without), 0);
}

PreparedBitext prepared_without(const ToyBitext& toy, const Ingredients& left_out) {
  const AnchoredBitext view = toy.view();
  return PreparedBitext(std::span(&view, 1), {.terms = &terms::bundled_terms()}, left_out);
}

// The kinds of the source's anchors that are tokens, as letters: "date" is d.
std::string anchor_kinds(const PreparedBitext& bitext) {
  std::string kinds;
  for (const AnchorType& type : bitext.source_anchors.types())
    kinds += std::string(to_string(evidence_kind(type.example))).front();
  std::sort(kinds.begin(), kinds.end());
  return kinds;
}

TEST(PreparedBitext, AnchorsThatAreLeftOutAreNoTokens) {
  const ToyBitext toy{toy_text("en", "The Amur, 16 May 1858.\nBrashnikov and 7319 men.\n"),
                      toy_text("ru", "Амур, 16 мая 1858 года.\nБрашников и 7319 душ.\n"),
                      {}};

  ASSERT_EQ(anchor_kinds(prepared_without(toy, {})), "dnnt");
  EXPECT_EQ(anchor_kinds(prepared_without(toy, {Ingredient::date_anchors})), "nnt");
  EXPECT_EQ(anchor_kinds(prepared_without(toy, {Ingredient::number_anchors, Ingredient::name_anchors})), "dt");
  EXPECT_EQ(anchor_kinds(prepared_without(toy, {Ingredient::term_anchors})), "dnn");
  EXPECT_EQ(anchor_kinds(prepared_without(toy, {Ingredient::term_list})), "dnn");
  EXPECT_EQ(anchor_kinds(prepared_without(toy, {Ingredient::anchors})), "");
}

TEST(PreparedBitext, ConflictsThatAreLeftOutAreNoPairs) {
  const ToyBitext toy{toy_text("en", "On 16 May 1858.\n"), toy_text("ru", "20 мая 1858 года.\n"), {}};
  const auto is_conflict = [](const AnchorPair& pair) {
    return pair.match.relation == anchors::AnchorRelation::conflict;
  };
  const PreparedBitext whole = prepared_without(toy, {});
  const PreparedBitext without = prepared_without(toy, {Ingredient::anchor_conflicts});

  EXPECT_TRUE(std::any_of(whole.anchor_pairs.begin(), whole.anchor_pairs.end(), is_conflict));
  EXPECT_TRUE(std::none_of(without.anchor_pairs.begin(), without.anchor_pairs.end(), is_conflict));
}

TEST(PreparedBitext, DocumentsShareOneVocabulary) {
  const ToyBitext first{toy_text("en", "amur\n"), toy_text("ru", "амур\n"), {}};
  const ToyBitext second{toy_text("en", "the amur\n"), toy_text("ru", "у амура\n"), {}};
  const std::vector<AnchoredBitext> both = {first.view(), second.view()};

  const PreparedBitext bitext(both, {});

  ASSERT_EQ(bitext.size(), 2u);
  EXPECT_EQ(bitext.source[0].tokens.segments[0].tokens[0].word, bitext.source[1].tokens.segments[0].tokens[1].word);
}

TEST(PreparedBitext, LearnsTheToyDictionaryFromTheRightPairs) {
  const ToyBitext toy = tungse_tests::make_toy_bitext({.sentences = 200});
  const PreparedBitext bitext = prepared(toy);
  const std::vector<PairWeights> weights = {gold_weights(toy)};

  const LexicalModel model = bitext.learn(weights);

  // Meaning 0 is "baba" in the source's syllables and "шаша" in the target's.
  const auto source = bitext.source_side.words.find("baba");
  const auto target = bitext.target_side.words.find("шаша");
  ASSERT_TRUE(source && target);
  double best = 0;
  lexicon::TokenId best_target = 0;
  for (const lexicon::TranslationEntry& entry : model.words.row(*source)) {
    const double lift = model.words.lift(*source, entry, 0);
    if (lift > best) {
      best = lift;
      best_target = entry.target;
    }
  }
  EXPECT_EQ(bitext.target_side.words.name(best_target), "шаша");
}

TEST(PreparedBitext, EmptyTextsAreFine) {
  const ToyBitext toy{toy_text("en", ""), toy_text("ru", "Снег.\n"), {}};
  const PreparedBitext bitext = prepared(toy);

  EXPECT_TRUE(bitext.rare_matches(0).empty());
  EXPECT_EQ(bitext.learn({}).words.source_size(), 0u);
}

}  // namespace
}  // namespace aligner::score
