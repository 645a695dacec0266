// tungse match: how the anchors of two passages relate.

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class Match : public CommandTest {
 protected:
  static std::vector<std::string> words(const std::string& source, const std::string& target,
                                        const std::vector<std::string>& more = {}) {
    std::vector<std::string> all{"match", source, target, "--source-lang", "vi", "--target-lang", "en"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
};

constexpr const char* day = "Ngày 16 tháng 5 năm 1858";

TEST_F(Match, SaysHowTheAnchorsOfTwoPassagesRelate) {
  const ProgramResult result = tungse(words(day, "On May 28, 1858, and in 1860"));

  expect_fine(result);
  EXPECT_EQ(result.out,
            "0.95  same-other-calendar  Ngày 16 tháng 5 năm 1858  May 28, 1858  "
            "16 May 1858 Julian = 28 May 1858 Gregorian\n"
            "without counterpart  target  date  1860  1860\n");
  EXPECT_EQ(result.err, "");
}

TEST_F(Match, AsJsonHasAnchorsAndMatchesByIndex) {
  const ProgramResult result = tungse(words("Năm 1860; " + std::string(day), "On May 28, 1858", {"--json"}));

  expect_fine(result);
  const json whole = json::parse(result.out);
  EXPECT_EQ(whole.at("source").at("language"), "vi");
  EXPECT_EQ(whole.at("source").at("anchors").size(), 2U);
  EXPECT_EQ(whole.at("target").at("anchors").at(0).at("value").at("earliest"), "1858-05-28");
  ASSERT_EQ(whole.at("matches").size(), 1U);
  const json match = whole.at("matches").at(0);
  EXPECT_EQ(match.at("source"), 1);
  EXPECT_EQ(match.at("target"), 0);
  EXPECT_EQ(match.at("relation"), "same-other-calendar");
  EXPECT_EQ(match.at("score"), 0.95);
  EXPECT_EQ(match.at("reason"), "16 May 1858 Julian = 28 May 1858 Gregorian");
}

TEST_F(Match, ReportsAConflictLast) {
  const ProgramResult result = tungse(words(day, "On May 20, 1858, in May 1858", {"--json"}));

  const json matches = json::parse(result.out).at("matches");
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_EQ(matches.at(0).at("relation"), "contained");
  EXPECT_EQ(matches.at(1).at("relation"), "conflict");
  EXPECT_EQ(matches.at(1).at("score"), 0.0);
}

TEST_F(Match, ReadsOneSideFromStandardInput) {
  const ProgramResult source = tungse(words("-", "May 28, 1858"), day);
  const ProgramResult target = tungse(words(day, "-"), "May 28, 1858\n");

  EXPECT_THAT(source.out, HasSubstr("same-other-calendar"));
  EXPECT_EQ(source.out, target.out);
}

TEST_F(Match, CountsLinesAsSegments) {
  const json whole = json::parse(tungse(words("Năm 1858.\nNăm 1860.", "1860", {"--json"})).out);

  EXPECT_EQ(whole.at("source").at("anchors").at(1).at("segment"), 1);
}

TEST_F(Match, KnowsTheTermsOfTheUserAndCanForgetTheBundledOnes) {
  const std::string terms = write("mine.tsv", "en\tvi\nleft bank\tbờ trái\n");

  EXPECT_THAT(tungse(words("bờ trái", "the left bank", {"--terms", terms, "--no-bundled-terms"})).out,
              HasSubstr("both name left bank"));
  EXPECT_EQ(tungse(words("sông Amur", "the river", {"--no-bundled-terms", "--json"})).exit_code, 0);
}

TEST_F(Match, TakesAPassageThatBeginsWithAHyphenBehindTwo) {
  const ProgramResult result =
      tungse({"match", "--source-lang", "en", "--target-lang", "en", "--", "-- in 1858", "- in 1858"});

  expect_fine(result);
  EXPECT_THAT(result.out, HasSubstr("1.00  same"));
}

TEST_F(Match, FindsNothingInPassagesThatHaveNothing) {
  const ProgramResult result = tungse(words("tuyết rơi", "snow fell"));

  expect_fine(result);
  EXPECT_EQ(result.out, "");
}

TEST_F(Match, RefusesWhatIsNoText) {
  expect_refused(tungse(words("năm \xFF 1858", "1858")), {"source text:1", "UTF-8"});
  expect_refused(tungse(words(day, "-"), ""), {"standard input"});
  expect_refused(tungse(words(day, "1858", {"--terms", in_folder("none.tsv")})), {"none.tsv"});
}

TEST_F(Match, RefusesWholeTexts) {
  std::string years;
  for (int i = 0; i < 1100; ++i) years += "1858, ";

  expect_refused(tungse(words(years, years)), {"1100", "align"});
}

TEST_F(Match, SendsNothingToTheTerminalButText) {
  const std::string trick = "Mura\u202Evyov \x1b[31m Đại\u2066 Thanh";

  for (const std::string& out : {tungse(words(trick, trick)).out, tungse(words(trick, trick, {"--json"})).out}) {
    for (const char* hidden : {"\x1b", "\u202E", "\u2066"}) EXPECT_THAT(out, Not(HasSubstr(hidden)));
  }
}

TEST_F(Match, WritesAFile) {
  expect_fine(tungse(words(day, "1858", {"--output", in_folder("out.txt")})));

  EXPECT_THAT(tungse_tests::read_bytes(in_folder("out.txt")), HasSubstr("contained"));
}

TEST_F(Match, WhoseReaderWentAwayIsAnErrorAndNoCrash) {
  ProgramRun run = run_of(words(day, "1858"));
  run.output = tungse_tests::Output::reader_gone;

  const ProgramResult result = tungse_tests::run_program(run);

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_THAT(result.err, HasSubstr("standard output"));
}

}  // namespace
}  // namespace end_to_end
