// What the command says about itself, and about words it does not know.

#include <ostream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"

namespace end_to_end {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::MatchesRegex;

TEST(Usage, SaysItsVersionOnStandardOutput) {
  const ProgramResult result = tungse({"--version"});

  expect_fine(result);
  EXPECT_THAT(result.out, MatchesRegex("tungse [0-9]+\\.[0-9]+\\.[0-9]+\n"));
  EXPECT_EQ(result.err, "");
}

TEST(Usage, HelpNamesEveryCommandAndExitCode) {
  const ProgramResult result = tungse({"--help"});

  expect_fine(result);
  EXPECT_THAT(result.out, AllOf(HasSubstr("align"), HasSubstr("anchors"), HasSubstr("check"), HasSubstr("learn"),
                                HasSubstr("match"), HasSubstr("report"), HasSubstr("segment"), HasSubstr("score"),
                                HasSubstr("words"), HasSubstr("Exit codes: 0")));
  EXPECT_EQ(result.err, "");
}

TEST(Usage, HelpWithoutACommandIsTheSameAsTheOption) { EXPECT_EQ(tungse({"help"}).out, tungse({"--help"}).out); }

TEST(Usage, HelpExplainsTheOptionsOfAlign) {
  const ProgramResult result = tungse({"help", "align"});

  expect_fine(result);
  for (const char* option : {"--source-lang",
                             "--target-lang",
                             "--source-encoding",
                             "--target-encoding",
                             "--mode",
                             "--segmented",
                             "--terms",
                             "--no-bundled-terms",
                             "--no-seed-lexicon",
                             "--db",
                             "--format",
                             "--output",
                             "--threads",
                             "--quiet",
                             "--batch",
                             "--independent",
                             "--srx",
                             "--lexicon",
                             "--dictionary",
                             "--source-overlaps",
                             "--source-embeddings",
                             "--target-overlaps",
                             "--target-embeddings",
                             "--without"}) {
    EXPECT_THAT(result.out, HasSubstr(option));
  }
}

TEST(Usage, HelpExplainsTheOptionsOfLearn) {
  const ProgramResult result = tungse({"help", "learn"});

  expect_fine(result);
  for (const char* option :
       {"TMX", "--output", "--source-lang", "--target-lang", "--segmented", "--terms", "--no-bundled-terms",
        "--no-seed-lexicon", "--lexicon", "--dictionary", "--min-probability", "--note", "--threads", "--quiet"}) {
    EXPECT_THAT(result.out, HasSubstr(option));
  }
}

TEST(Usage, HelpExplainsTheOptionsOfAnchorsAndMatch) {
  const std::string anchors = tungse({"help", "anchors"}).out;
  for (const char* option : {"--lang", "--encoding", "--kind", "--segmented", "--srx", "--terms", "--no-bundled-terms",
                             "--output", "--json", "--quiet", "FILE", "Bytes"}) {
    EXPECT_THAT(anchors, HasSubstr(option));
  }
  const std::string match = tungse({"help", "match"}).out;
  for (const char* option :
       {"TEXT1", "TEXT2", "--source-lang", "--target-lang", "--terms", "--no-bundled-terms", "--output", "--json"}) {
    EXPECT_THAT(match, HasSubstr(option));
  }
}

class UsageOf : public testing::TestWithParam<const char*> {};

TEST_P(UsageOf, ACommandIsExplainedOnStandardOutput) {
  const ProgramResult result = tungse({"help", GetParam()});

  expect_fine(result);
  EXPECT_THAT(result.out, HasSubstr(std::string("tungse ") + GetParam()));
  EXPECT_EQ(result.err, "");
}

INSTANTIATE_TEST_SUITE_P(Commands, UsageOf,
                         testing::Values("align", "anchors", "check", "learn", "match", "report", "segment", "score",
                                         "help"));

struct WrongWords {
  const char* name;
  std::vector<std::string> arguments;
  std::string word;  // of the message
};

// For failure messages.
void PrintTo(const WrongWords& words, std::ostream* out) { *out << words.name; }

class WrongUsage : public testing::TestWithParam<WrongWords> {};

TEST_P(WrongUsage, IsExitCode2WithAMessageAndNothingOnStandardOutput) {
  expect_refused(tungse(GetParam().arguments), {GetParam().word}, 2);
}

const WrongWords wrong_words[] = {
    {"NoCommand", {}, "subcommand"},
    {"UnknownCommand", {"translate"}, "translate"},
    {"HelpOnAnUnknownCommand", {"help", "translate"}, "translate"},
    {"UnknownOption", {"align", "a", "b", "--loud"}, "--loud"},
    {"UnknownFormat", {"align", "a", "b", "--format", "docx"}, "docx"},
    {"UnknownMode", {"align", "a", "b", "--mode", "fast"}, "fast"},
    {"IngredientThatIsNone", {"align", "a", "b", "--without", "salt"}, "length,boundaries,lexical,"},
    {"IngredientWithoutAName", {"align", "a", "b", "--without"}, "--without"},
    {"IngredientOfComparableTexts", {"align", "a", "b", "--without", "stems", "--mode", "comparable"}, "--without"},
    {"ConfidenceBeyondOne", {"align", "a", "b", "--min-confidence", "1.5"}, "--min-confidence"},
    {"NoThreads", {"align", "a", "b", "--threads", "0"}, "--threads"},
    {"ThreadsThatAreNoNumber", {"align", "a", "b", "--threads", "many"}, "--threads"},
    {"AlignWithoutTexts", {"align"}, "SOURCE"},
    {"AlignWithOneText", {"align", "a"}, "TARGET"},
    {"AlignWithThreeTexts", {"align", "a", "b", "c"}, "c"},
    {"StandardInputTwice", {"align", "-", "-"}, "standard input"},
    {"LanguageThatIsNone", {"align", "a", "b", "--source-lang", "not a language"}, "not a language"},
    {"BatchWithTexts", {"align", "a", "b", "--batch", "m.tsv"}, "--batch"},
    {"BatchWithOutput", {"align", "--batch", "m.tsv", "--output", "o"}, "--output"},
    {"AnchorsWithoutFile", {"anchors"}, "file"},
    {"AnchorsOfAnUnknownKind", {"anchors", "a", "--kind", "verb"}, "verb"},
    {"AnchorsInALanguageThatIsNone", {"anchors", "a", "--lang", "not a language"}, "not a language"},
    {"AnchorsOfTwoFiles", {"anchors", "a", "b"}, "b"},
    {"MatchWithoutTexts", {"match"}, "source"},
    {"MatchWithOneText", {"match", "1858"}, "target"},
    {"MatchWithoutSourceLanguage", {"match", "1858", "1858", "--target-lang", "en"}, "--source-lang"},
    {"MatchWithoutTargetLanguage", {"match", "1858", "1858", "--source-lang", "en"}, "--target-lang"},
    {"MatchInALanguageThatIsNone", {"match", "1", "1", "--source-lang", "russian", "--target-lang", "en"}, "russian"},
    {"MatchOfStandardInputTwice", {"match", "-", "-", "--source-lang", "en", "--target-lang", "en"}, "standard input"},
    {"MatchOfNothing", {"match", " ", "1858", "--source-lang", "en", "--target-lang", "en"}, "TEXT1"},
    {"TextAndLexiconFromStandardInput", {"align", "-", "b", "--lexicon", "-"}, "standard input"},
    {"LearnWithoutTexts", {"learn", "--output", "o"}, "files"},
    {"LearnWithoutOutput", {"learn", "a", "b"}, "--output"},
    {"LearnFromThreeTexts", {"learn", "a", "b", "c", "--output", "o"}, "pairs of texts"},
    {"LearnFromATableOfUnknownLanguages", {"learn", "a.tmx", "--output", "o"}, "--source-lang"},
    {"LearnFromATableInANewLanguage",
     {"learn", "a.tmx", "--source-lang", "no language", "--target-lang", "en", "--output", "o"},
     "no language"},
    {"LearnFromATableWithTerms",
     {"learn", "a.tmx", "--source-lang", "vi", "--target-lang", "en", "--terms", "t", "--output", "o"},
     "--terms"},
    {"LearnFromStandardInputTwice", {"learn", "-", "-", "--output", "o"}, "standard input"},
    {"ReportWithoutDatabase", {"report"}, "--db"},
    {"ReportInAForeignFormat", {"report", "--db", "x.db", "--format", "tsv"}, "tsv"},
    {"SegmentWithoutFile", {"segment"}, "file"},
    {"ScoreWithoutGold", {"score", "h"}, "--gold"},
    {"ScoreWithoutHypothesis", {"score", "--gold", "g"}, "hypotheses"},
};

INSTANTIATE_TEST_SUITE_P(Words, WrongUsage, testing::ValuesIn(wrong_words),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(Usage, ErrorsAreJsonWhereJsonWasAskedFor) {
  const ProgramResult result = tungse({"align", "missing-a.txt", "missing-b.txt", "--format", "json"});

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_EQ(result.out, "");
  const auto error = nlohmann::json::parse(result.err).at("error");
  EXPECT_THAT(error.at("message").get<std::string>(), HasSubstr("missing-a.txt"));
  EXPECT_EQ(error.at("exit"), 1);
}

TEST(Usage, ErrorsOfMatchAreJsonToo) {
  const ProgramResult result = tungse({"match", "1858", "1858", "--json", "--source-lang", "en"});

  EXPECT_EQ(result.exit_code, 2) << result.shown();
  EXPECT_THAT(nlohmann::json::parse(result.err).at("error").at("message").get<std::string>(),
              HasSubstr("--target-lang"));
}

TEST(Usage, ErrorsOfUsageAreJsonToo) {
  const ProgramResult result = tungse({"score", "--json"});

  EXPECT_EQ(result.exit_code, 2) << result.shown();
  EXPECT_EQ(nlohmann::json::parse(result.err).at("error").at("exit"), 2);
}

}  // namespace
}  // namespace end_to_end
