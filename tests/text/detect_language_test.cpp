#include "aligner/text/detect_language.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/text/fingerprints.h"

#include "tests/support/case_file.h"

namespace aligner::text {
namespace {

using tungse_tests::Case;
using tungse_tests::read_bytes;
using tungse_tests::read_cases;

std::string language_of(const std::string& text) {
  const LanguageGuess guess = detect_language(text);
  return guess.language.str();
}

TEST(DetectLanguage, TellsEveryTextOfTheCaseFile) {
  for (const Case& c : read_cases(std::string(TUNGSE_CASES) + "/languages.tsv")) {
    const LanguageGuess guess = detect_language(c.fields.at(1));
    EXPECT_EQ(guess.language.str(), c.fields.at(0)) << c.where() << ": " << guess.reason;
    EXPECT_FALSE(guess.reason.empty()) << c.where();
  }
}

TEST(DetectLanguage, TellsTheBundledAccounts) {
  const std::string accounts = std::string(TUNGSE_SOURCE_DIR) + "/corpora/accounts/aigun/";
  for (const char* language : {"en", "ru", "vi"}) {
    EXPECT_EQ(language_of(read_bytes(accounts + language + ".txt")), language);
  }
}

TEST(DetectLanguage, SaysThatATextIsMixed) {
  const LanguageGuess guess = detect_language(
      "The treaty of the two empires was signed in the town of Aigun in the month of May. Договор был подписан в "
      "Айгуне.");

  EXPECT_EQ(guess.language.str(), "en");
  EXPECT_THAT(guess.reason, ::testing::HasSubstr("% of the letters are Cyrillic"));
}

TEST(DetectLanguage, SaysNothingOfATextWithoutLetters) {
  EXPECT_TRUE(detect_language("").language.is_undetermined());
  EXPECT_EQ(detect_language("1858 — 1860").reason, "no letters");
}

TEST(DetectLanguage, GoesByWordsWhereTheFingerprintsAreNotInstalledAndSaysSo) {
  for (const char* folder : {"", "/nowhere"}) {
    const LanguageGuess english = detect_language_with("The end of the war and of the treaty.", folder);
    const LanguageGuess german = detect_language_with("Das Ende des Krieges, den niemand wollte.", folder);

    EXPECT_EQ(english.language.str(), "en");
    EXPECT_THAT(english.reason, ::testing::HasSubstr("not installed"));
    EXPECT_TRUE(german.language.is_undetermined());
    EXPECT_THAT(german.reason, ::testing::HasSubstr("not installed"));
  }
}

TEST(DetectLanguage, ReadsOnlyTheBeginningOfALongText) {
  std::string text = "愛";
  while (text.size() < (64 << 10) + 1) text += "愛";  // the limit falls inside a character
  const std::string latin(10 << 20, 'a');

  EXPECT_EQ(language_of(text + latin), "zh");
}

}  // namespace
}  // namespace aligner::text
