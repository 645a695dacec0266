// cases/dictionaries.tsv: a linguist can add lines without a compiler.

#include "aligner/lexicon/dictionary.h"

#include <cstdio>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"

#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

namespace aligner::lexicon {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;
using testing::ThrowsMessage;
using tungse_tests::Case;
using tungse_tests::read_cases;

const text::LanguageTag en = text::LanguageTag::parse("en");
const text::LanguageTag vi = text::LanguageTag::parse("vi");

// "\t" and "\n" of a case file as the characters they stand for.
std::string unescaped(const std::string& written) {
  std::string text;
  for (std::size_t at = 0; at < written.size(); ++at) {
    const std::string_view two = std::string_view(written).substr(at, 2);
    const char meant = two == "\\t" ? '\t' : two == "\\n" ? '\n' : two == "\\r" ? '\r' : '\0';
    text += meant != '\0' ? meant : written[at];
    if (meant != '\0') ++at;
  }
  return text;
}

std::string notation(const Lexicon& lexicon) {
  std::string text;
  for (const LexiconEntry& entry : lexicon.entries) {
    char probabilities[32];
    std::snprintf(probabilities, sizeof probabilities, " %.2f/%.2f", static_cast<double>(entry.forward),
                  static_cast<double>(entry.backward));
    text += (text.empty() ? "" : ", ") + lexicon.source_words[entry.source] + " = " +
            lexicon.target_words[entry.target] + probabilities;
  }
  return text;
}

TEST(Dictionary, BecomesTheLexiconOfTheCases) {
  for (const Case& c : read_cases(std::string(TUNGSE_CASES) + "/dictionaries.tsv")) {
    const std::string& expected = c.fields.at(1);
    const std::string text = unescaped(c.fields.at(0));
    if (expected.starts_with("!")) {
      EXPECT_THAT([&] { parse_dictionary(text, "input"); }, ThrowsMessage<Error>(StartsWith(expected.substr(1))))
          << c.where();
      continue;
    }
    EXPECT_EQ(notation(make_lexicon(parse_dictionary(text, "input"), en, vi)), expected) << c.where();
  }
}

TEST(Dictionary, ALineOfAMegabyteIsPassedOver) {
  const std::string megabyte(1 << 20, 'x');

  const Dictionary dictionary = parse_dictionary(megabyte + "\tx\nriver\tsông\n", "input");

  EXPECT_THAT(dictionary.entries, SizeIs(1));
}

TEST(Dictionary, AMegabyteOfWordingsInAColumnIsRefusedByItsLine) {
  std::string many;
  for (int i = 0; i < 500'000; ++i) many += "a|";

  EXPECT_THAT([&] { parse_dictionary("river\tsông\n" + many + "\t" + many, "input"); },
              ThrowsMessage<Error>(AllOf(StartsWith("input:2: "), HasSubstr("line of its own"))));
}

TEST(Dictionary, AMegabyteOfTabsOrSeparatorsIsRefusedByItsLine) {
  std::string separators;
  for (int i = 0; i < 300'000; ++i) separators += " @ ";

  EXPECT_THAT([] { parse_dictionary(std::string(1 << 20, '\t') + "x", "input"); },
              ThrowsMessage<Error>(StartsWith("input:1: ")));
  EXPECT_THAT([&] { parse_dictionary("a" + separators + "b", "input"); },
              ThrowsMessage<Error>(StartsWith("input:1: ")));
}

TEST(Dictionary, OfSentencesAloneGivesAnEmptyLexicon) {
  const Dictionary dictionary = parse_dictionary("this is not a word\tđây không phải là một từ\n", "input");

  EXPECT_THAT(make_lexicon(dictionary, en, vi).entries, IsEmpty());
}

TEST(Dictionary, OfAFileKnowsItsDigest) {
  const tungse_tests::TemporaryDirectory folder;

  const Dictionary dictionary = read_dictionary(folder.write("mine.tsv", "\xEF\xBB\xBFriver\tsông\n"));

  EXPECT_THAT(dictionary.entries, SizeIs(1));
  EXPECT_EQ(dictionary.entries[0].source, "river") << "a byte order mark is no letter";
  EXPECT_THAT(dictionary.sha256, SizeIs(64));
}

TEST(Dictionary, InAnotherEncodingIsRefusedByName) {
  const tungse_tests::TemporaryDirectory folder;
  const std::string path = folder.write("latin.tsv", "river\tr\xEDo\nriver bank\torilla del r\xEDo\nyear\ta\xF1o\n");

  EXPECT_THAT([&] { read_dictionary(path); }, ThrowsMessage<Error>(AllOf(HasSubstr("latin.tsv"), HasSubstr("UTF-8"))));
}

}  // namespace
}  // namespace aligner::lexicon
