#include "aligner/messages/retell.h"

#include <algorithm>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "aligner/anchors/find_anchors.h"
#include "aligner/check/check_texts.h"
#include "aligner/segment/segment_document.h"

#include "tests/check/aligned_lines.h"
#include "tests/support/case_file.h"

namespace aligner::messages {
namespace {

using text::LanguageTag;
using tungse_tests::Case;

const Speaker english;
const Speaker vietnamese(Language::vietnamese);
const Speaker russian(Language::russian);

// Case files are written with plain spaces where Russian has no-break ones.
std::string with_plain_spaces(std::string text) {
  constexpr std::string_view no_break = "\u00A0";
  for (std::size_t at = text.find(no_break); at != std::string::npos; at = text.find(no_break, at)) {
    text.replace(at, no_break.size(), " ");
  }
  return text;
}

TEST(Retell, SaysSentencesInTheReadersLanguage) {
  for (const Case& one : tungse_tests::read_cases(TUNGSE_CASES "/sentences.tsv")) {
    ASSERT_EQ(one.fields.size(), 3U) << one.where();
    EXPECT_EQ(with_plain_spaces(retell(vietnamese, one.fields[0])), one.fields[1]) << one.where();
    EXPECT_EQ(with_plain_spaces(retell(russian, one.fields[0])), one.fields[2]) << one.where();
  }
}

TEST(Retell, GivesEnglishReadersWhatWasComposed) {
  for (const Case& one : tungse_tests::read_cases(TUNGSE_CASES "/sentences.tsv")) {
    EXPECT_EQ(find_retold(english, one.fields[0]), one.fields[0]) << one.where();
  }
}

TEST(Retell, LeavesWhatFitsNoPatternAsItIs) {
  for (const char* text : {"", "A note of a reader.", "both are", "both are sixteen", "16 Mai 1858 = 28 May 1858"}) {
    EXPECT_FALSE(find_retold(russian, text)) << text;
    EXPECT_EQ(retell(russian, text), text);
  }
}

TEST(Retell, CallsConceptsAsReadersDo) {
  const auto names = [](std::string_view name) -> std::optional<std::string> {
    return name == "Amur" ? std::optional<std::string>("Hắc Long Giang") : std::nullopt;
  };

  EXPECT_EQ(retell(vietnamese, "both name Amur", names), "cả hai đều nói đến Hắc Long Giang");
  EXPECT_EQ(retell(vietnamese, "both name Ussuri", names), "cả hai đều nói đến Ussuri");
  EXPECT_EQ(retell(vietnamese, "\"Cupid\" is not to be written for Amur or Ussuri", names),
            "không nên viết “Cupid” để chỉ Hắc Long Giang hoặc Ussuri");
}

// Each date that the cases of anchors have, and each number, as reports tell them. What is left of English words is
// what stays as it is: reigns, and units of money and measure that have no name in the reader's language.
TEST(Retell, KnowsTheWordsOfEveryDateAndNumberInTheCases) {
  const std::string folder = std::string(TUNGSE_SOURCE_DIR) + "/tests/anchors/cases";
  std::size_t count = 0;
  for (const std::string& file : tungse_tests::list_files(folder, ".tsv")) {
    if (!file.starts_with("dates.") && !file.starts_with("numbers.")) continue;
    const LanguageTag language =
        LanguageTag::parse(file.substr(file.find('.') + 1, file.rfind('.') - file.find('.') - 1));
    for (const Case& one : tungse_tests::read_cases(folder + "/" + file)) {
      const auto document = text::Document::from_utf8(one.fields[0], language, file);
      for (const anchors::Anchor& anchor :
           anchors::find_anchors(document, segment::segment_document(document), terms::TermList())) {
        const auto* date = std::get_if<anchors::Date>(&anchor.value);
        const auto* number = std::get_if<anchors::Number>(&anchor.value);
        if (date == nullptr && number == nullptr) continue;
        ++count;
        const std::string words = date != nullptr ? to_string(*date) : to_string(*number);
        EXPECT_TRUE(find_retold(russian, (date != nullptr ? "both are " : "both have ") + words))
            << one.where() << ": " << words;
        if (number == nullptr) continue;
        const std::string told = retell_number(russian, words);
        EXPECT_TRUE(std::none_of(told.begin(), told.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
            << one.where() << ": " << words << " is told " << told;
      }
    }
  }
  EXPECT_GT(count, 300U);
}

TEST(Retell, KnowsEverySentenceOfTheCasesOfCheck) {
  const std::string folder = std::string(TUNGSE_SOURCE_DIR) + "/tests/check/cases";
  std::set<std::string> sentences;
  for (const std::string& file : tungse_tests::list_files(folder, ".tsv")) {
    std::string list = "concept\ttype\tlanguage\twording\tstatus\tnote\n";
    for (const Case& one : tungse_tests::read_cases(folder + "/" + file)) {
      if (one.text.starts_with("+ ")) {
        list += one.text.substr(2) + "\n";
        continue;
      }
      const std::size_t dash = one.fields[0].find('-');
      const align::AlignedTexts texts = check_tests::aligned_lines(
          LanguageTag::parse(one.fields[0].substr(0, dash)), LanguageTag::parse(one.fields[0].substr(dash + 1)),
          check_tests::lines_of(one.fields[1]), check_tests::lines_of(one.fields[2]));
      for (const check::Finding& finding : check::check_texts(texts, terms::parse_terms(list, file))) {
        sentences.insert({finding.reason, finding.remedy});
      }
    }
  }

  for (const std::string& sentence : sentences) {
    EXPECT_TRUE(find_retold(vietnamese, sentence)) << sentence;
    EXPECT_TRUE(find_retold(russian, sentence)) << sentence;
  }
  EXPECT_GT(sentences.size(), 35U);
}

TEST(Retell, TakesHostileSentencesInBoundedTime) {
  std::string many_ands;
  for (int i = 0; i < 600; ++i) many_ands += " and ";
  std::string nested = "x";
  for (int i = 0; i < 200; ++i) nested = "x is a name of y (" + nested + ")";

  EXPECT_EQ(retell(russian, many_ands), many_ands);
  EXPECT_EQ(retell(russian, std::string(1'000'000, '"')), std::string(1'000'000, '"'));
  EXPECT_FALSE(find_retold(russian, nested.substr(1)));
}

TEST(Retell, SurvivesAnyMixtureOfItsOwnWords) {
  constexpr const char* parts[] = {"both are ", "both have ", " and ", " = ",    "16 May 1858", " Julian",
                                   "\"a\"",     "{}",         "{0}",   "3 year", " lies in ",   "; ",
                                   ": ",        " or ",       "(",     ")"};
  std::mt19937 random(20'260'301);
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    const std::size_t length = random() % 8;
    for (std::size_t i = 0; i < length; ++i) text += parts[random() % std::size(parts)];

    EXPECT_NO_THROW(retell(vietnamese, text)) << text;
    const std::optional<std::string> told = find_retold(english, text);
    EXPECT_EQ(told.value_or(text), text);
  }
}

}  // namespace
}  // namespace aligner::messages
