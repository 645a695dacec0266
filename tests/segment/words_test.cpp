#include "aligner/segment/words.h"

#include <string>

#include <gtest/gtest.h>

namespace aligner::segment {
namespace {

// "Năm:L 1858:N ,:P"
std::string cut(std::string_view text, const std::string& language) {
  std::string shown;
  for (const Word& word : find_words(text, {0, text.size()}, text::LanguageTag::parse(language))) {
    if (!shown.empty()) shown += ' ';
    shown += text.substr(word.span.begin, word.span.size());
    shown += word.kind == WordKind::letters ? ":L" : word.kind == WordKind::number ? ":N" : ":P";
  }
  return shown;
}

TEST(FindWords, CutsVietnameseIntoSyllablesNumbersAndMarks) {
  EXPECT_EQ(cut("Năm 1858, (sic)", "vi"), "Năm:L 1858:N ,:P (:P sic:L ):P");
}

TEST(FindWords, KeepsSeparatorsInsideNumbers) {
  EXPECT_EQ(cut("600.000 1,5 4,200 3.", "vi"), "600.000:N 1,5:N 4,200:N 3:N .:P");
}

TEST(FindWords, CutsDatesWithSlashesIntoNumbers) { EXPECT_EQ(cut("16/5", "vi"), "16:N /:P 5:N"); }

TEST(FindWords, CutsRangesIntoNumbers) { EXPECT_EQ(cut("1840-1842.", "vi"), "1840:N -:P 1842:N .:P"); }

TEST(FindWords, KeepsSuperscriptDigitsWithTheirUnit) { EXPECT_EQ(cut("600 km², m³", "vi"), "600:N km²:L ,:P m³:L"); }

TEST(FindWords, LeavesAFootnoteMarkBehindAStopAlone) { EXPECT_EQ(cut("fell.² It", "en"), "fell:L .:P ²:P It:L"); }

TEST(FindWords, DividesNumbersFromLettersThatFollow) {
  EXPECT_EQ(cut("19th 600km 1850-х km2", "en"), "19:N th:L 600:N km:L 1850:N -:P х:L km2:L");
}

TEST(FindWords, DividesWordsAtAStopWithoutSpace) { EXPECT_EQ(cut("tỉnh.của Nga", "vi"), "tỉnh:L .:P của:L Nga:L"); }

TEST(FindWords, KeepsDecomposedMarksWithTheirLetter) {
  EXPECT_EQ(cut("a\u0301o \u0111o\u0302\u0300", "vi"), "a\u0301o:L \u0111o\u0302\u0300:L");
}

TEST(FindWords, CutsHanTextWithTheDictionary) { EXPECT_EQ(cut("中國人。", "zh"), "中國:L 人:L 。:P"); }

TEST(FindWords, MakesManchuSuffixesWordsOfTheirOwn) { EXPECT_EQ(cut("ᡠᠯᠠ\u202Fᡳ ᠪᠠ᠉", "mnc"), "ᡠᠯᠠ:L ᡳ:L ᠪᠠ:L ᠉:P"); }

TEST(FindWords, KeepsManchuVariationSelectorsInTheWord) {
  EXPECT_EQ(cut("ᡠᠯ\u180Bᠠ ᠠ\u180Eᠠ", "mnc"), "ᡠᠯ\u180Bᠠ:L ᠠ\u180Eᠠ:L");
}

TEST(FindWords, ReadsMoellendorffLatin) { EXPECT_EQ(cut("hūwangdi i šanggiyan", "mnc"), "hūwangdi:L i:L šanggiyan:L"); }

TEST(FindWords, KeepsNarrowNoBreakSpaceInsideNumbers) {
  EXPECT_EQ(cut("600\u202F000 км", "ru"), "600\u202F000:N км:L");
}

TEST(FindWords, CountsSymbolsAsPunctuation) { EXPECT_EQ(cut("№ 7 + €", "ru"), "№:P 7:N +:P €:P"); }

TEST(FindWords, FindsNothingInWhiteSpace) { EXPECT_EQ(cut(" \t\n\u00A0\u3000", "en"), ""); }

TEST(FindWords, StaysInsideItsRangeAndCountsFromTheStartOfTheText) {
  const std::string text = "one two three";

  const std::vector<Word> words = find_words(text, {4, 7}, text::LanguageTag::parse("en"));

  EXPECT_EQ(words, (std::vector<Word>{{{4, 7}, WordKind::letters}}));
}

TEST(WordFinder, AnswersTheSameWhenUsedAgain) {
  const std::string text = "Năm 1858, (sic)";
  const text::LanguageTag vietnamese = text::LanguageTag::parse("vi");
  WordFinder finder(vietnamese);
  finder.find_words("Something else.", {0, 15});

  EXPECT_EQ(finder.find_words(text, {0, text.size()}), find_words(text, {0, text.size()}, vietnamese));
}

}  // namespace
}  // namespace aligner::segment
