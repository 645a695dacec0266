// cases/priors.tsv and cases/skeletons.tsv: a linguist can add pairs without a compiler.

#include "aligner/lexicon/prior_table.h"

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/case_file.h"

namespace aligner::lexicon {
namespace {

using tungse_tests::Case;
using tungse_tests::read_cases;

std::string cases_path(const std::string& name) { return std::string(TUNGSE_CASES) + "/" + name; }

// "\1name amur" stands for an anchor's name in the case files.
std::string token_name(const std::string& written) {
  return written.starts_with("\\1") ? "\x01" + written.substr(2) : written;
}

Vocabulary vocabulary(const std::vector<std::string>& words) {
  Vocabulary made;
  for (const std::string& word : words) made.add(word);
  return made;
}

TEST(Skeleton, IsThatOfTheCases) {
  for (const Case& c : read_cases(cases_path("skeletons.tsv"))) {
    EXPECT_EQ(skeleton(c.fields.at(0)), c.fields.at(1)) << c.where();
  }
}

TEST(WordPriors, AreThoseOfTheCases) {
  for (const Case& c : read_cases(cases_path("priors.tsv"))) {
    const PriorTable table =
        find_word_priors(vocabulary({token_name(c.fields.at(0))}), vocabulary({token_name(c.fields.at(1))}));

    const std::string& expected = c.fields.at(2);
    if (expected == "none") {
      EXPECT_TRUE(table.priors().empty()) << c.where();
      continue;
    }
    ASSERT_EQ(table.priors().size(), 1u) << c.where();
    const Prior& prior = table.priors()[0];
    EXPECT_EQ(prior.forward, prior.backward) << c.where();
    if (expected == "cognate") {
      EXPECT_GT(prior.forward, 0.0) << c.where();
      EXPECT_LE(prior.forward, 0.7) << c.where();
    } else {
      EXPECT_DOUBLE_EQ(prior.forward, std::stod(expected)) << c.where();
    }
  }
}

TEST(WordPriors, AreTheSameAfterSwappingTheSides) {
  const Vocabulary source = vocabulary({"muravyov", "1858", "amur", "treaty", ".", "kyakhta"});
  const Vocabulary target = vocabulary({"договор", "амура", "муравьёв", ".", "1858", "кяхты"});

  const PriorTable there = find_word_priors(source, target);
  const PriorTable back = find_word_priors(target, source);

  std::map<std::pair<TokenId, TokenId>, double> forward;
  for (const Prior& prior : there.priors()) forward[{prior.source, prior.target}] = prior.forward;
  std::map<std::pair<TokenId, TokenId>, double> backward;
  for (const Prior& prior : back.priors()) backward[{prior.target, prior.source}] = prior.forward;

  EXPECT_EQ(forward, backward);
  EXPECT_GE(forward.size(), 5u);
}

// Which of a number, a word, a mark and a cognate have a prior: "n w p c".
std::string likenesses(const Likeness& likeness) {
  const Vocabulary source = vocabulary({"1858", "libelli", ";", "telegraph"});
  const Vocabulary target = vocabulary({"1858", "libelli", ";", "телеграф"});
  std::string found;
  const PriorTable table = find_word_priors(source, target, likeness);
  for (const Prior& prior : table.priors()) {
    if (prior.source == prior.target) found += "nwpc"[prior.source];
  }
  return found;
}

TEST(WordPriors, AreOfTheLikenessesThatCountAlone) {
  EXPECT_EQ(likenesses({}), "nwpc");
  EXPECT_EQ(likenesses({.numbers = false}), "wpc");
  EXPECT_EQ(likenesses({.words = false}), "npc");
  EXPECT_EQ(likenesses({.punctuation = false}), "nwc");
  EXPECT_EQ(likenesses({.cognates = false}), "nwp");
  EXPECT_EQ(likenesses({.numbers = false, .words = false, .punctuation = false, .cognates = false}), "");
}

TEST(WordPriors, OfEmptyVocabulariesAreNone) {
  const PriorTable of_nothing = find_word_priors({}, {});
  const PriorTable of_one_side = find_word_priors(vocabulary({"amur"}), {});

  EXPECT_TRUE(of_nothing.priors().empty());
  EXPECT_TRUE(of_one_side.priors().empty());
}

TEST(PriorTable, TheStrongerOfTwoPriorsForOnePairWins) {
  PriorTable table;
  table.add(1, 2, 0.3);
  table.add(1, 2, 0.6);
  table.add(1, 2, 0.1);

  table.normalise();

  ASSERT_EQ(table.priors().size(), 1u);
  EXPECT_DOUBLE_EQ(table.priors()[0].forward, 0.6);
  EXPECT_DOUBLE_EQ(table.priors()[0].backward, 0.6);
}

TEST(PriorTable, IsSortedBySourceThenTarget) {
  PriorTable table;
  table.add(2, 0, 0.1);
  table.add(0, 3, 0.1);
  table.add(0, 1, 0.1);

  table.normalise();

  ASSERT_EQ(table.priors().size(), 3u);
  EXPECT_EQ(table.priors()[0].target, 1u);
  EXPECT_EQ(table.priors()[1].target, 3u);
  EXPECT_EQ(table.priors()[2].source, 2u);
}

TEST(PriorTable, ScalesEachDirectionOnItsOwn) {
  PriorTable table;
  table.add(0, 0, 0.9);
  table.add(0, 1, 0.9);

  table.normalise();

  EXPECT_DOUBLE_EQ(table.priors()[0].forward, 0.475);  // two candidates share .95
  EXPECT_DOUBLE_EQ(table.priors()[0].backward, 0.9);   // the target has one only
}

TEST(PriorTable, NormalisingAnEmptyTableIsFine) {
  PriorTable table;
  table.normalise();
  EXPECT_TRUE(table.priors().empty());
}

TEST(PriorTable, SumsNeverExceedNinetyFivePercent) {
  std::mt19937 random(18580516);
  std::uniform_int_distribution<TokenId> token(0, 9);
  std::uniform_real_distribution<double> strength(0.0, 1.0);
  for (int round = 0; round < 50; ++round) {
    PriorTable table;
    for (int k = 0; k < 60; ++k) table.add(token(random), token(random), strength(random));

    table.normalise();

    std::map<TokenId, double> source_sum;
    std::map<TokenId, double> target_sum;
    for (const Prior& prior : table.priors()) {
      source_sum[prior.source] += prior.forward;
      target_sum[prior.target] += prior.backward;
    }
    for (const auto& [id, sum] : source_sum) EXPECT_LE(sum, 0.95 + 1e-12);  // rounding of ten summands
    for (const auto& [id, sum] : target_sum) EXPECT_LE(sum, 0.95 + 1e-12);
  }
}

}  // namespace
}  // namespace aligner::lexicon
