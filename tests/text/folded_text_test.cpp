#include "aligner/text/folded_text.h"

#include <chrono>
#include <random>

#include <gtest/gtest.h>

#include "aligner/text/code_points.h"

#include "tests/support/case_file.h"

namespace aligner::text {
namespace {

using tungse_tests::Case;
using tungse_tests::read_cases;

constexpr FoldOptions every_option[] = {{FoldCase::fold, FoldMarks::keep},
                                        {FoldCase::fold, FoldMarks::strip},
                                        {FoldCase::keep, FoldMarks::keep},
                                        {FoldCase::keep, FoldMarks::strip}};

std::string text_of(const std::u32string& points) {
  std::string utf8;
  for (const char32_t c : points) append_utf8(utf8, c);
  return utf8;
}

// Letters, marks and oddities that meet each other in all orders.
std::string random_text(std::mt19937& random) {
  constexpr std::u32string_view alphabet =
      U"aAeơƠđÐиИйеЁßΣςİıſ "
      U"\u0300\u0301\u0302\u0306\u0308\u0323\u0327\u0345\u031B\u093C\u064B\u0654\u3099\uFF9Eｶ각\u1100\u1161"
      U"\u11A8\u00AD\u200B\u200D\uFE0F\u180B\u180Eᠠᡳ愛👩🏽हि\u0E31กﬁ²Ǆ\u0390\u1FB3";
  std::uniform_int_distribution<std::size_t> pick(0, alphabet.size() - 1);
  std::uniform_int_distribution<int> length(0, 12);
  std::u32string points;
  for (int left = length(random); left > 0; --left) points += alphabet[pick(random)];
  return text_of(points);
}

TEST(FoldText, FoldsEveryTextOfTheCaseFile) {
  for (const Case& c : read_cases(std::string(TUNGSE_CASES) + "/folding.tsv")) {
    EXPECT_EQ(fold(c.fields.at(0)), c.fields.at(1)) << c.where();
    EXPECT_EQ(fold(c.fields.at(0), {.marks = FoldMarks::strip}), c.fields.at(2)) << c.where();
  }
}

TEST(FoldText, KeepsCaseWhereAsked) {
  EXPECT_EQ(fold("Đạo QUANG", {.letter_case = FoldCase::keep, .marks = FoldMarks::strip}), "Dao QUANG");
}

TEST(FoldText, LeavesOutWhatReadersDoNotSee) {
  EXPECT_EQ(fold("trea\u00ADty\u200B of\uFEFF"), "treaty of");
  EXPECT_EQ(fold("\u1820\u180B\u1828"), "\u1820\u1828");
}

TEST(FoldText, MapsBackToTheCharacterItCameFrom) {
  const std::string text = "Đạo QUANG";
  const FoldedText folded = fold_text(text, {.marks = FoldMarks::strip});

  const Span quang = folded.original({4, 9});
  EXPECT_EQ(text.substr(quang.begin, quang.size()), "QUANG");
  const Span first = folded.original({0, 1});
  EXPECT_EQ(text.substr(first.begin, first.size()), "Đ");
}

TEST(FoldText, WidensToWholeCharacters) {
  const std::string text = "Straße";
  const FoldedText folded = fold_text(text);

  // The first of the two letters that ß became.
  const Span sharp = folded.original({4, 5});
  EXPECT_EQ(text.substr(sharp.begin, sharp.size()), "ß");
}

TEST(FoldText, TakesLetterAndItsMarksTogether) {
  const std::string text = "Nga\u0300y";
  const FoldedText folded = fold_text(text, {.marks = FoldMarks::strip});

  const Span letter = folded.original({2, 3});
  EXPECT_EQ(text.substr(letter.begin, letter.size()), "a\u0300");
}

TEST(FoldText, OfNothingIsNothing) {
  const FoldedText folded = fold_text("");

  EXPECT_EQ(folded.bytes(), "");
  EXPECT_EQ(folded.original({0, 0}), (Span{0, 0}));
}

TEST(FoldText, TwiceIsOnceForEveryLetter) {
  for (const FoldOptions& options : every_option) {
    for (char32_t c = 0; c < 0xF0000; ++c) {
      const bool is_plain_han =
          (c >= 0x3400 && c < 0xA000) || (c >= 0x20000 && c < 0x2F800) || (c >= 0x30000 && c < 0xE0000);
      const bool is_surrogate_or_private = c >= 0xD800 && c < 0xF900;
      if (is_plain_han || is_surrogate_or_private) continue;
      const std::string once = fold(text_of({c}), options);
      ASSERT_EQ(fold(once, options), once) << std::hex << static_cast<std::uint32_t>(c);
    }
  }
}

TEST(FoldText, TwiceIsOnceForRandomText) {
  std::mt19937 random(1858);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random);
    for (const FoldOptions& options : every_option) {
      const std::string once = fold(text, options);
      ASSERT_EQ(fold(once, options), once) << text;
      ASSERT_FALSE(find_invalid_utf8(once).has_value()) << text;
    }
  }
}

// A joiner behind a letter keeps it out of the table of letters.
TEST(FoldText, LettersOfTheTableBecomeWhatIcuMakesOfThem) {
  for (char32_t letter = 0x80; letter < 0x2000; ++letter) {
    const std::string alone = text_of({letter});
    for (const FoldOptions& options : every_option) {
      ASSERT_EQ(fold(alone, options) + "\u200D", fold(alone + "\u200D", options)) << alone;
    }
  }
}

TEST(FoldText, MapCoversTheOriginalInOrder) {
  std::mt19937 random(1860);
  for (int round = 0; round < 5000; ++round) {
    const std::string text = random_text(random);
    const FoldedText folded = fold_text(text, {.marks = FoldMarks::strip});
    const std::size_t size = folded.bytes().size();
    if (size == 0) continue;
    ASSERT_EQ(folded.original({0, size}), (Span{0, text.size()})) << text;
    Span before{0, 0};
    for (std::size_t at = 0; at < size; ++at) {
      const Span span = folded.original({at, at + 1});
      ASSERT_LT(span.begin, span.end) << text;
      ASSERT_TRUE(span == before || span.begin == before.end) << text;
      ASSERT_FALSE(find_invalid_utf8(text.substr(span.begin, span.size())).has_value()) << text;
      before = span;
    }
  }
}

TEST(FoldText, TakesTimeInProportionOnEnormousLines) {
  std::string marks = "a";
  for (int i = 0; i < 300'000; ++i) marks += i % 2 == 0 ? "\u0301" : "\u0323";
  std::string jamo;
  for (int i = 0; i < 300'000; ++i) jamo += "\u1161";
  const auto begin = std::chrono::steady_clock::now();

  EXPECT_EQ(fold(marks, {.marks = FoldMarks::strip}), "a");
  EXPECT_EQ(fold(marks).size(), marks.size());  // one dot joined the letter: ạ is as long as a and the dot
  EXPECT_EQ(fold(jamo), jamo);
  EXPECT_EQ(fold(std::string(5'000'000, 'A')).size(), 5'000'000U);

  // A square of this would take minutes.
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

}  // namespace
}  // namespace aligner::text
