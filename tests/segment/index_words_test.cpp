#include "aligner/segment/index_words.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/support/case_file.h"

namespace aligner::segment {
namespace {

std::string keys(const std::string& text) {
  std::string line;
  IndexWordFinder().append_keys(text, {0, text.size()}, line);
  return line;
}

TEST(IndexWords, AreWhatTheCaseFileSays) {
  for (const tungse_tests::Case& row : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/keys.tsv")) {
    ASSERT_EQ(row.fields.size(), 2U) << row.where();

    EXPECT_EQ(keys(row.fields[0]), row.fields[1]) << row.where();
  }
}

TEST(IndexWords, StandWhereTheirLettersDo) {
  const auto words = IndexWordFinder().find("Sông Amur.", {0, 11});

  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(words[0], (IndexWord{"song_sông", {0, 5}}));
  EXPECT_EQ(words[1], (IndexWord{"amur_", {6, 10}}));
}

TEST(IndexWords, OfACharacterThatIsSeveralAreInOnePlace) {
  const std::string text = "ﷺ";
  const auto words = IndexWordFinder().find(text, {0, text.size()});

  ASSERT_EQ(words.size(), 4U);
  for (const IndexWord& word : words) EXPECT_EQ(word.span, (text::Span{0, text.size()}));
}

TEST(IndexWords, OfAVeryLongWordAreItsBeginning) {
  const std::string text(1 << 20, 'a');

  EXPECT_EQ(keys(text), std::string(200, 'a') + "_");
}

TEST(IndexWords, AreParted) {
  EXPECT_EQ(without_marks("dao_đạo"), "dao");
  EXPECT_EQ(without_marks("quang_"), "quang");
}

TEST(IndexWords, AreNoneInTextWithoutWords) {
  EXPECT_EQ(keys(""), "");
  EXPECT_EQ(keys(std::string("\0 \0", 3)), "");
}

}  // namespace
}  // namespace aligner::segment
