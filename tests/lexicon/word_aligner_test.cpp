// Invented bitexts whose right links are known.

#include "aligner/lexicon/word_aligner.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"

namespace aligner::lexicon {
namespace {

using testing::ElementsAre;
using testing::Ge;
using testing::IsEmpty;
using testing::Le;

using Links = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Words = std::vector<std::string>;

std::vector<Token> tokens_of(const Words& words, LanguageSide& side) {
  std::vector<Token> tokens;
  for (const std::string& word : words) tokens.push_back({side.words.add(word), side.stems.add(stem_of(word)), {}, {}});
  return tokens;
}

Links pairs_of(const std::vector<WordLink>& links) {
  Links pairs;
  for (const WordLink& link : links) pairs.emplace_back(link.source, link.target);
  return pairs;
}

// Pairs of passages, with the links that are right.
struct Toy {
  LanguageSide source_side;
  LanguageSide target_side;
  WordBitext bitext;
  std::vector<Links> gold;

  void add(const Words& source, const Words& target, Links links = {}) {
    bitext.add(tokens_of(source, source_side), tokens_of(target, target_side));
    gold.push_back(std::move(links));
  }

  WordAlignment align(const WordAlignOptions& options = {}) const {
    return align_words(bitext, source_side, target_side, {}, options);
  }
};

std::string source_word(std::size_t meaning) { return "s" + std::to_string(meaning * 7919 % 1000) + "a"; }
std::string target_word(std::size_t meaning) { return "t" + std::to_string(meaning * 104729 % 1000) + "u"; }

constexpr std::size_t meanings = 60;

Words random_words(std::mt19937& random, std::size_t most = 9) {
  Words words;
  const std::size_t size = 4 + random() % (most - 3);
  std::array<bool, meanings> used{};
  while (words.size() < size) {
    const std::size_t meaning = random() % meanings;
    if (!std::exchange(used[meaning], true)) words.push_back(source_word(meaning));
  }
  return words;
}

Words translated(const Words& source) {
  Words target;
  for (const std::string& word : source) {
    for (std::size_t meaning = 0; meaning < meanings; ++meaning) {
      if (word == source_word(meaning)) target.push_back(target_word(meaning));
    }
  }
  return target;
}

Links diagonal(std::size_t size) {
  Links links;
  for (std::uint32_t i = 0; i < size; ++i) links.emplace_back(i, i);
  return links;
}

struct Quality {
  double precision = 0;
  double recall = 0;
};

Quality quality(const WordAlignment& aligned, const std::vector<Links>& gold) {
  double found = 0;
  double given = 0;
  double wanted = 0;
  for (std::size_t pair = 0; pair < gold.size(); ++pair) {
    const Links links = pairs_of(aligned.links[pair]);
    given += static_cast<double>(links.size());
    wanted += static_cast<double>(gold[pair].size());
    for (const auto& link : links) {
      found += static_cast<double>(std::count(gold[pair].begin(), gold[pair].end(), link));
    }
  }
  return {found / given, found / wanted};
}

Toy word_for_word(std::size_t pairs) {
  std::mt19937 random(1858);
  Toy toy;
  for (std::size_t k = 0; k < pairs; ++k) {
    const Words source = random_words(random);
    toy.add(source, translated(source), diagonal(source.size()));
  }
  return toy;
}

TEST(WordAligner, LinksWordsThatTranslateEachOtherWordForWord) {
  const Toy toy = word_for_word(200);

  const auto [precision, recall] = quality(toy.align(), toy.gold);

  EXPECT_THAT(precision, Ge(0.99));
  EXPECT_THAT(recall, Ge(0.99));
}

TEST(WordAligner, FollowsWordsThatChangePlaces) {
  std::mt19937 random(1860);
  Toy toy;
  for (int k = 0; k < 200; ++k) {
    const Words source = random_words(random);
    Words target = translated(source);
    Links links;
    for (std::size_t i = 0; i < source.size(); ++i) {
      // Two halves change places.
      const std::size_t half = source.size() / 2;
      links.emplace_back(i, i < half ? i + source.size() - half : i - half);
    }
    std::rotate(target.begin(), target.begin() + static_cast<std::ptrdiff_t>(source.size() / 2), target.end());
    toy.add(source, target, links);
  }

  const auto [precision, recall] = quality(toy.align(), toy.gold);

  EXPECT_THAT(precision, Ge(0.98));
  EXPECT_THAT(recall, Ge(0.98));
}

TEST(WordAligner, LinksOneWordToTheTwoThatTranslateIt) {
  std::mt19937 random(1689);
  Toy toy;
  for (int k = 0; k < 300; ++k) {
    const Words source = random_words(random);
    Words target;
    Links links;
    for (std::uint32_t i = 0; i < source.size(); ++i) {
      const std::string word = translated({source[i]})[0];
      // Of every word of an even number the translation has two syllables, as in Vietnamese.
      if ((word[1] - '0') % 2 == 0) {
        links.emplace_back(i, target.size());
        target.push_back("x" + word);
      }
      links.emplace_back(i, target.size());
      target.push_back(word);
    }
    toy.add(source, target, links);
  }

  const auto [precision, recall] = quality(toy.align(), toy.gold);

  EXPECT_THAT(precision, Ge(0.97));
  EXPECT_THAT(recall, Ge(0.95));
}

TEST(WordAligner, LeavesWordsWithoutCounterpartAlone) {
  std::mt19937 random(1727);
  Toy toy;
  for (int k = 0; k < 300; ++k) {
    const Words source = random_words(random);
    const Words words = translated(source);
    Words target;
    Links links;
    for (std::uint32_t i = 0; i < source.size(); ++i) {
      if (random() % 3 == 0) target.push_back("the");
      links.emplace_back(i, target.size());
      target.push_back(words[i]);
    }
    toy.add(source, target, links);
  }

  const auto [precision, recall] = quality(toy.align(), toy.gold);

  EXPECT_THAT(precision, Ge(0.97));
  EXPECT_THAT(recall, Ge(0.98));
}

TEST(WordAligner, LearnsWhatTranslatesWhat) {
  const Toy toy = word_for_word(200);
  const TokenId source = *toy.source_side.words.find(source_word(7));
  const TokenId target = *toy.target_side.words.find(target_word(7));
  const TokenId other = *toy.target_side.words.find(target_word(8));

  const WordTranslations translations = toy.align().translations;

  const WordTranslation* const right = translations.find(source, target);
  ASSERT_NE(right, nullptr);
  EXPECT_THAT(right->forward, Ge(0.9F));
  EXPECT_THAT(right->backward, Ge(0.9F));
  EXPECT_NEAR(static_cast<double>(right->count), static_cast<double>(toy.source_side.words.count(source)), 1.5);
  const WordTranslation* const wrong = translations.find(source, other);
  EXPECT_TRUE(wrong == nullptr || wrong->forward < 0.05F);
  for (TokenId e = 0; e < translations.source_size(); ++e) {
    float sum = 0;
    for (const WordTranslation& one : translations.row(e)) sum += one.forward;
    EXPECT_THAT(sum, Le(1.001F)) << toy.source_side.words.name(e);
  }
  EXPECT_THAT(translations.row(static_cast<TokenId>(translations.source_size())), IsEmpty());
}

TEST(WordAligner, GivesTheSameBitsWithAnyNumberOfThreads) {
  const Toy toy = word_for_word(400);

  const WordAlignment one = toy.align({.threads = 1});
  const WordAlignment three = toy.align({.threads = 3});

  EXPECT_EQ(one.links, three.links);
  ASSERT_EQ(one.translations.size(), three.translations.size());
  for (TokenId e = 0; e < one.translations.source_size(); ++e) {
    const auto row = one.translations.row(e);
    const auto other = three.translations.row(e);
    EXPECT_TRUE(std::equal(row.begin(), row.end(), other.begin(), other.end()));
  }
}

TEST(WordAligner, MirrorsTheLinksWhereTheSidesAreSwapped) {
  const Toy toy = word_for_word(200);
  Toy mirror;
  for (std::size_t pair = 0; pair < toy.bitext.size(); ++pair) {
    const auto words_of = [](auto items, const LanguageSide& side) {
      Words words;
      for (const auto& item : items) words.push_back(side.words.name(item.word));
      return words;
    };
    mirror.add(words_of(toy.bitext.target(pair), toy.target_side), words_of(toy.bitext.source(pair), toy.source_side));
  }

  const WordAlignment aligned = toy.align();
  const WordAlignment mirrored = mirror.align();

  for (std::size_t pair = 0; pair < toy.bitext.size(); ++pair) {
    Links links;
    for (const auto& [source, target] : pairs_of(mirrored.links[pair])) links.emplace_back(target, source);
    std::sort(links.begin(), links.end());
    EXPECT_EQ(pairs_of(aligned.links[pair]), links);
  }
}

TEST(WordAligner, GivesNoLinksWhereASideIsEmpty) {
  Toy toy = word_for_word(20);
  toy.add({}, {"t1u"});
  toy.add({"s1a"}, {});
  toy.add({}, {});

  const WordAlignment aligned = toy.align();

  ASSERT_EQ(aligned.links.size(), 23U);
  for (std::size_t pair = 20; pair < 23; ++pair) EXPECT_THAT(aligned.links[pair], IsEmpty());
}

TEST(WordAligner, TakesNoPairsAtAll) {
  const WordAlignment aligned = Toy().align();

  EXPECT_THAT(aligned.links, IsEmpty());
  EXPECT_EQ(aligned.translations.size(), 0U);
}

TEST(WordAligner, TakesPassagesOfAThousandWords) {
  std::mt19937 random(3);
  Toy toy = word_for_word(200);
  Words source;
  while (source.size() < 1000) source.push_back(source_word(random() % meanings));
  toy.add(source, translated(source), diagonal(source.size()));

  const WordAlignment aligned = toy.align();

  WordAlignment last;
  last.links = {aligned.links.back()};
  EXPECT_THAT(quality(last, {toy.gold.back()}).recall, Ge(0.95));
}

TEST(WordAligner, PassesOverWhatStandsBehindTheLongestPassage) {
  Toy toy;
  toy.add(Words(longest_passage_tokens + 500, "s1a"), {"t1u"});

  const WordAlignment aligned = toy.align();

  for (const WordLink& link : aligned.links[0]) EXPECT_LT(link.source, longest_passage_tokens);
}

TEST(WordAligner, KeepsPositionsWhereAnchorTokensStandAmongTheWords) {
  LanguageSide source_side;
  LanguageSide target_side;
  std::vector<Token> source = tokens_of({"one", "two"}, source_side);
  const std::vector<Token> target = tokens_of({"one", "two"}, target_side);
  source.insert(source.begin(), add_anchor_token("number 1", {}, source_side));
  PriorTable priors = find_word_priors(source_side.words, target_side.words);
  priors.normalise();
  WordBitext bitext;
  bitext.add(source, target);

  const WordAlignment aligned = align_words(bitext, source_side, target_side, {.words = &priors});

  EXPECT_THAT(pairs_of(aligned.links[0]), ElementsAre(std::pair(1U, 0U), std::pair(2U, 1U)));
}

TEST(WordAligner, BelievesAPriorWhereNothingElseIsKnown) {
  Toy toy;
  toy.add({"s1a", "s2a", "s3a"}, {"t3u", "t1u", "t2u"});
  PriorTable priors;
  for (const char digit : {'1', '2', '3'}) {
    priors.add(*toy.source_side.words.find(std::string("s") + digit + "a"),
               *toy.target_side.words.find(std::string("t") + digit + "u"), 0.8);
  }
  priors.normalise();

  const WordAlignment aligned = align_words(toy.bitext, toy.source_side, toy.target_side, {.words = &priors});

  EXPECT_THAT(pairs_of(aligned.links[0]), ElementsAre(std::pair(0U, 1U), std::pair(1U, 2U), std::pair(2U, 0U)));
}

TEST(WordAligner, BelievesAHintWhereNothingElseIsKnown) {
  Toy toy;
  const std::vector<Token> source = tokens_of({"a", "b", "c", "d"}, toy.source_side);
  const std::vector<Token> target = tokens_of({"e", "f", "g", "h"}, toy.target_side);
  const WordHint hint{0, 1, 3, 4, 0.9F};
  toy.bitext.add(source, target, std::vector{hint});

  EXPECT_THAT(pairs_of(toy.align().links[0]), testing::Contains(std::pair(0U, 3U)));
}

TEST(WordAligner, StemsHelpWordsThatWereMetOnce) {
  std::mt19937 random(1881);
  Toy toy;
  // Each form of one word stands once, anywhere in its passage.
  for (const char* ending : {"", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах", "ный", "ная", "ное", "ные"}) {
    Words source = random_words(random, 6);
    Words target = translated(source);
    Links links;
    const auto from = static_cast<std::uint32_t>(random() % source.size());
    const auto to = static_cast<std::uint32_t>(random() % target.size());
    source.insert(source.begin() + from, "договор" + std::string(ending));
    target.insert(target.begin() + to, "treaty");
    links.emplace_back(from, to);
    toy.add(source, target, links);
  }
  for (int k = 0; k < 60; ++k) {
    const Words source = random_words(random);
    Words target = translated(source);
    std::shuffle(target.begin(), target.end(), random);
    toy.add(source, target);
  }

  EXPECT_THAT(quality(toy.align(), toy.gold).recall, Ge(0.8));
}

TEST(WordAligner, ReportsProgressThatGrowsToOne) {
  std::vector<double> reports;
  const WordAlignOptions options{.progress = [&](double done) {
    reports.push_back(done);
    return true;
  }};

  word_for_word(50).align(options);

  EXPECT_TRUE(std::is_sorted(reports.begin(), reports.end()));
  EXPECT_DOUBLE_EQ(reports.back(), 1);
}

TEST(WordAligner, EndsWhereProgressSaysSo) {
  const WordAlignOptions options{.progress = [](double) { return false; }};

  EXPECT_THROW(word_for_word(50).align(options), Error);
}

TEST(WordAligner, GivesFewerLinksWhereTheyMustBeSurer) {
  const Toy toy = word_for_word(1);

  const auto count = [&](float smallest) {
    std::size_t links = 0;
    for (const auto& pair : toy.align({.smallest_probability = smallest}).links) links += pair.size();
    return links;
  };

  EXPECT_LT(count(0.95F), count(0.2F));
}

TEST(WordBitext, CutsHintsThatReachBeyondTheTokens) {
  Toy toy;
  const std::vector<Token> tokens = tokens_of({"a", "b"}, toy.source_side);
  toy.bitext.add(tokens, tokens, std::vector<WordHint>{{1, 9, 0, 9, 2.0F}, {2, 3, 0, 1, 0.5F}});

  EXPECT_THAT(toy.bitext.hints(0), ElementsAre(WordHint{1, 2, 0, 2, 0.99F}));
}

}  // namespace
}  // namespace aligner::lexicon
