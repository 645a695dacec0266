#include "aligner/text/distinct_words.h"

#include <random>
#include <unordered_map>

#include <gtest/gtest.h>

namespace {

using aligner::text::DistinctWords;

TEST(DistinctWords, AreNumberedInTheOrderTheyAreFirstMet) {
  DistinctWords words;

  EXPECT_EQ(words.number_of("Amur"), 0U);
  EXPECT_EQ(words.number_of("sông"), 1U);
  EXPECT_EQ(words.number_of("Amur"), 0U);
  EXPECT_EQ(words.size(), 2U);
  EXPECT_EQ(words.word(1), "sông");
}

TEST(DistinctWords, AreFoundOnlyOnceTheyWereMet) {
  DistinctWords words;
  words.number_of("Amur");

  EXPECT_EQ(words.find("Amur"), 0U);
  EXPECT_EQ(words.find("amur"), std::nullopt);
  EXPECT_EQ(words.size(), 1U);
}

TEST(DistinctWords, TheEmptyWordAndZeroBytesAreWords) {
  DistinctWords words;
  const std::string zero(1, '\0');

  EXPECT_EQ(words.number_of(""), 0U);
  EXPECT_EQ(words.number_of(zero), 1U);
  EXPECT_EQ(words.number_of(zero + zero), 2U);
  EXPECT_EQ(words.number_of(""), 0U);
}

TEST(DistinctWords, StandOneAfterAnotherInTheirBytes) {
  DistinctWords words;
  words.number_of("đi");
  words.number_of("about");

  EXPECT_EQ(words.bytes(), "điabout");
  EXPECT_EQ(words.place(1), (aligner::text::Span{3, 8}));
}

TEST(DistinctWords, NumberWordsAsAMapDoes) {
  DistinctWords words;
  std::unordered_map<std::string, std::uint32_t> expected;
  std::mt19937 random(1858);

  for (int round = 0; round < 20000; ++round) {
    std::string word(random() % 24, 'a');
    for (char& letter : word) letter = static_cast<char>('a' + random() % 3);
    const auto next = static_cast<std::uint32_t>(expected.size());
    ASSERT_EQ(words.number_of(word), expected.try_emplace(word, next).first->second) << word;
  }
  for (const auto& [word, number] : expected) ASSERT_EQ(words.word(number), word);
}

}  // namespace
