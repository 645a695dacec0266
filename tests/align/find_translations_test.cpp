#include "aligner/align/find_translations.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <span>
#include <utility>

#include <gtest/gtest.h>

#include "tests/support/toy_bitext.h"

namespace aligner::align {
namespace {

using tungse_tests::make_toy_bitext;
using tungse_tests::make_toy_mixture;
using tungse_tests::ToyBitext;

Translations find(const ToyBitext& toy, unsigned threads = 1) {
  const score::AnchoredBitext view = toy.view();
  score::PreparedBitext bitext(std::span(&view, 1), {});
  score::PairModel model(bitext, threads);
  return find_translations(model, {});
}

struct Counts {
  double right = 0;
  double given = 0;
};

Counts count(const ToyBitext& toy, const Translations& found, double smallest) {
  std::set<std::pair<std::size_t, std::size_t>> gold;
  for (const auto& bead : toy.gold) gold.insert({bead.source[0], bead.target[0]});
  Counts counts;
  for (const RankedPair& pair : found.pairs) {
    if (pair.probability < smallest) continue;
    ++counts.given;
    if (gold.contains({pair.source, pair.target})) ++counts.right;
  }
  return counts;
}

TEST(FindTranslations, SharedNumbersTeachThePairsThatShareNone) {
  const ToyBitext toy = make_toy_mixture({.shared = 80, .strangers = 160});

  const Translations found = find(toy);

  const Counts sure = count(toy, found, 0.5);
  EXPECT_GE(sure.right / static_cast<double>(toy.gold.size()), 0.8);  // half of them share a number
  EXPECT_GE(sure.right / sure.given, 0.85);
}

TEST(FindTranslations, OrderIsSeenWhereItIsKept) {
  EXPECT_GT(find(make_toy_mixture({.ordered = true})).order_kept, 0.9);
  EXPECT_LT(find(make_toy_mixture({.ordered = false})).order_kept, 0.5);
}

TEST(FindTranslations, OrderHelps) {
  const ToyBitext toy = make_toy_mixture({.shared = 60, .strangers = 300, .ordered = true});

  const Counts sure = count(toy, find(toy), 0.5);

  EXPECT_GE(sure.right / static_cast<double>(toy.gold.size()), 0.9);
  EXPECT_GE(sure.right / sure.given, 0.9);
}

TEST(FindTranslations, TheSurestComesFirstAndNoSegmentTwice) {
  const Translations found = find(make_toy_mixture({}));

  EXPECT_TRUE(std::is_sorted(found.pairs.begin(), found.pairs.end(),
                             [](const RankedPair& a, const RankedPair& b) { return a.probability > b.probability; }));
  std::set<std::uint32_t> sources;
  std::set<std::uint32_t> targets;
  for (const RankedPair& pair : found.pairs) {
    EXPECT_TRUE(sources.insert(pair.source).second);
    EXPECT_TRUE(targets.insert(pair.target).second);
  }
}

TEST(FindTranslations, OneThreadAndFourGiveTheSameBits) {
  const ToyBitext toy = make_toy_mixture({});
  const Translations one = find(toy, 1);
  const Translations four = find(toy, 4);

  ASSERT_EQ(one.pairs.size(), four.pairs.size());
  for (std::size_t k = 0; k < one.pairs.size(); ++k) {
    EXPECT_EQ(one.pairs[k].source, four.pairs[k].source);
    EXPECT_EQ(one.pairs[k].target, four.pairs[k].target);
    EXPECT_EQ(one.pairs[k].probability, four.pairs[k].probability);
  }
}

TEST(FindTranslations, FewPairsTeachNothingAndAreNotGiven) {
  EXPECT_TRUE(find(make_toy_mixture({.shared = 10, .strangers = 20})).pairs.empty());
}

TEST(FindTranslations, UnrelatedTextsHaveNone) {
  EXPECT_TRUE(find(make_toy_bitext({.sentences = 120, .unrelated = true})).pairs.empty());
}

}  // namespace
}  // namespace aligner::align
