#include "aligner/terms/letter_forms.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/text/folded_text.h"

namespace aligner::terms {
namespace {

std::string utf8_of(unsigned code) {
  const auto byte = [](unsigned bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0U | code >> 6U), byte(0x80U | (code & 0x3FU))};
  return {byte(0xE0U | code >> 12U), byte(0x80U | (code >> 6U & 0x3FU)), byte(0x80U | (code & 0x3FU))};
}

std::vector<std::string> letters() {
  std::vector<std::string> all;
  for (unsigned code = 0x21; code < 0x600; ++code) all.push_back(utf8_of(code));
  for (unsigned code = 0x1E00; code < 0x2030; ++code) all.push_back(utf8_of(code));
  return all;
}

TEST(FoldWord, FoldsEveryLetterAsTheTextRoomDoes) {
  for (const std::string& letter : letters()) {
    EXPECT_EQ(fold_word(letter), text::fold(letter)) << letter;
    const bool changes = text::fold(letter) != text::fold(letter, {.letter_case = text::FoldCase::keep});
    EXPECT_EQ(is_capital_letter("a" + letter + "b", 1), changes) << letter;
  }
}

TEST(FoldWord, FoldsRandomWordsAsTheTextRoomDoes) {
  std::mt19937 random(1858);
  const std::vector<std::string> all = letters();

  for (int round = 0; round < 50000; ++round) {
    std::string word;
    for (std::size_t left = random() % 6; left > 0; --left) word += all[random() % all.size()];
    ASSERT_EQ(fold_word(word), text::fold(word)) << word;
  }
}

}  // namespace
}  // namespace aligner::terms
