#include "aligner/lexicon/vocabulary.h"

#include <string>

#include <gtest/gtest.h>

namespace aligner::lexicon {
namespace {

TEST(Vocabulary, NumbersTokensInTheOrderOfFirstOccurrence) {
  Vocabulary words;

  EXPECT_EQ(words.add("treaty"), 0u);
  EXPECT_EQ(words.add("of"), 1u);
  EXPECT_EQ(words.add("treaty"), 0u);

  EXPECT_EQ(words.size(), 2u);
  EXPECT_EQ(words.name(0), "treaty");
  EXPECT_EQ(words.name(1), "of");
}

TEST(Vocabulary, CountsEveryOccurrence) {
  Vocabulary words;
  for (const char* token : {"a", "b", "a", "a"}) words.add(token);

  EXPECT_EQ(words.count(0), 3u);
  EXPECT_EQ(words.count(1), 1u);
  EXPECT_EQ(words.total(), 4u);
}

TEST(Vocabulary, CountsAgainByTheNumber) {
  Vocabulary words;
  const TokenId treaty = words.add("treaty");
  words.add("of");

  words.add_again(treaty);

  EXPECT_EQ(words.count(treaty), 2u);
  EXPECT_EQ(words.total(), 3u);
}

TEST(Vocabulary, FindingDoesNotCountAndDoesNotAdd) {
  Vocabulary words;
  words.add("amur");

  EXPECT_EQ(words.find("amur"), 0u);
  EXPECT_FALSE(words.find("ussuri").has_value());
  EXPECT_EQ(words.size(), 1u);
  EXPECT_EQ(words.total(), 1u);
}

TEST(Vocabulary, KeepsBytesAsTheyAre) {
  Vocabulary words;
  const std::string with_nul("a\0b", 3);

  const TokenId first = words.add(with_nul);
  const TokenId second = words.add("a");
  const TokenId nothing = words.add("");

  EXPECT_NE(first, second);
  EXPECT_EQ(words.name(first), with_nul);
  EXPECT_EQ(words.name(nothing), "");
}

}  // namespace
}  // namespace aligner::lexicon
