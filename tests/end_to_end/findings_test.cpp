// tungse check: what it finds in the accounts, and its baseline.

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"

namespace end_to_end {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* faulty_english =
    "The treaty was signed on May 20, 1858.\nThe border is 4,300 km long.\nNight fell.\n";
constexpr const char* faulty_vietnamese =
    "Hiệp ước được ký ngày 16 tháng 5 năm 1858.\nBiên giới dài 4.200 km.\nĐêm xuống.\n";

class Check : public CommandTest {
 protected:
  ProgramResult check_faulty(std::vector<std::string> more, const std::string& before = "") const {
    std::vector<std::string> arguments{
        "check",
        write("faulty.vi.txt", (before.empty() ? "" : "Trời lạnh.\n") + std::string(faulty_vietnamese)),
        write("faulty.en.txt", before + faulty_english),
        "--source-lang",
        "vi",
        "--target-lang",
        "en",
        "--segmented",
        "--mode",
        "parallel",
        "--quiet"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return tungse(arguments);
  }
};

TEST_F(Check, FindingsThatRemainAreExitCode3) {
  const ProgramResult result = check_faulty({});

  EXPECT_EQ(result.exit_code, 3) << result.shown();
  EXPECT_THAT(result.out, AllOf(HasSubstr("error date-conflict  [0]:[0]"), HasSubstr("error number-conflict  [1]:[1]"),
                                HasSubstr("[May 20, 1858]"), HasSubstr("remedy"), HasSubstr("2 errors, 0 warnings")));
  EXPECT_EQ(result.err, "");
}

TEST_F(Check, OtherKindsAndLesserSeveritiesAreLeftOutAndCounted) {
  EXPECT_THAT(check_faulty({"--kind", "number-conflict"}).out,
              AllOf(HasSubstr("number-conflict"), Not(HasSubstr("date-conflict")),
                    HasSubstr("1 error, 0 warnings; 1 not shown")));
  const ProgramResult none = check_faulty({"--kind", "unit"});
  expect_fine(none);
  EXPECT_EQ(none.out, "0 errors, 0 warnings; 2 not shown\n");
}

TEST_F(Check, WhatWasJudgedStaysAwayWhenTextsHaveGrown) {
  const std::string judged = in_folder("judged.tsv");
  expect_fine(check_faulty({"--write-baseline", judged}));

  const ProgramResult again = check_faulty({"--baseline", judged}, "It was cold.\n");

  expect_fine(again);
  EXPECT_EQ(again.out, "0 errors, 0 warnings; 2 judged before\n");
}

TEST_F(Check, ABaselineGrowsInItsOwnFile) {
  const std::string judged = in_folder("judged.tsv");
  expect_fine(check_faulty({"--kind", "number-conflict", "--write-baseline", judged}));
  expect_fine(check_faulty({"--baseline", judged, "--write-baseline", judged}));

  expect_fine(check_faulty({"--baseline", judged}));
}

TEST_F(Check, JsonHasBothSidesAndTheCounts) {
  const ProgramResult result = check_faulty({"--json"});

  EXPECT_EQ(result.exit_code, 3) << result.shown();
  const auto json = nlohmann::json::parse(result.out);
  EXPECT_EQ(json.at("errors"), 2);
  const auto& first = json.at("alignments").at(0).at("findings").at(0);
  EXPECT_EQ(first.at("kind"), "date-conflict");
  EXPECT_EQ(first.at("source").at("words"), "ngày 16 tháng 5 năm 1858");
  EXPECT_EQ(first.at("target").at("words"), "May 20, 1858");
  EXPECT_EQ(first.at("key").get<std::string>().size(), 16U);
}

TEST_F(Check, TsvHasALineForEachFinding) {
  const std::string tsv = check_faulty({"--format", "tsv"}).out;

  EXPECT_EQ(std::count(tsv.begin(), tsv.end(), '\n'), 3);
  EXPECT_THAT(tsv, HasSubstr("error\tnumber-conflict\t\t1\t1\t4.200 km\t4,300 km\t"));
}

TEST_F(Check, AProjectIsCheckedAsItIsStored) {
  const std::string db = in_folder("project.db");
  const std::string english = write("en.txt", faulty_english);
  const std::string vietnamese = write("vi.txt", faulty_vietnamese);
  expect_fine(tungse({"align", vietnamese, english, "--source-lang", "vi", "--target-lang", "en", "--segmented",
                      "--mode", "parallel", "--db", db, "--quiet", "--output", in_folder("report.txt")}));

  const ProgramResult all = tungse({"check", "--db", db});
  EXPECT_EQ(all.exit_code, 3) << all.shown();
  EXPECT_THAT(all.out, AllOf(HasSubstr("alignment 1: "), HasSubstr("2 errors")));
  const ProgramResult one = tungse({"check", "--db", db, "--alignment", "1", "--json"});
  EXPECT_EQ(nlohmann::json::parse(one.out).at("alignments").at(0).at("alignment"), 1) << one.shown();
  expect_refused(tungse({"check", "--db", db, "--alignment", "7"}), {"7"});
}

TEST_F(Check, WrongWordsAreRefusedWithTheRightOnes) {
  expect_refused(tungse({"check"}), {"SOURCE", "--db"}, 2);
  expect_refused(tungse({"check", english(), vietnamese(), "--db", "x.db"}), {"either"}, 2);
  expect_refused(tungse({"check", english()}), {"TARGET"}, 2);
  expect_refused(tungse({"check", english(), vietnamese(), "--output", "a.tsv", "--write-baseline", "a.tsv"}),
                 {"--write-baseline"}, 2);
  expect_refused(tungse({"check", english(), vietnamese(), "--kind", "typo"}), {"date-conflict"}, 2);
  expect_refused(tungse({"check", english(), vietnamese(), "--alignment", "1"}), {"--db"}, 2);
  expect_refused(tungse({"check", english(), vietnamese(), "--quiet", "--baseline", write("bad.tsv", "fine\n")}),
                 {"bad.tsv:1", "--write-baseline"});
}

// The accounts beside the checkout: a Vietnamese one out of Russian by machine, and an English one of the same events.
TEST(CheckedAccounts, TheEmperorOfJapanAndTheGodOfLoveStandWhereTsarAndAmurAreMeant) {
  const std::string accounts = std::string(TUNGSE_SOURCE_DIR) + "/../shared/accounts/";
  if (!std::filesystem::exists(accounts)) GTEST_SKIP() << "the accounts are not beside the checkout";

  const ProgramResult result = tungse({"check", accounts + "vi-tianjin-aigun.txt", accounts + "en-treaty-of-aigun.txt",
                                       "--min-severity", "info", "--format", "tsv", "--quiet"});

  EXPECT_EQ(result.exit_code, 3) << result.shown();
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("Thiên hoàng\t\t\"Thiên hoàng\" is not to be written for Nicholas I or tsar"),
                    HasSubstr("Nhật hoàng\t\t\"Nhật hoàng\" is not to be written for Nicholas I or tsar"),
                    HasSubstr("Cupid\t\t\"Cupid\" is not to be written for Amur"), HasSubstr("info\tcalendar\t"),
                    HasSubstr("16 May 1858 Julian = 28 May 1858 Gregorian"), HasSubstr("warning\tcontradiction\t")));
}

// Good translations, of which all that is left out was left out on purpose.
TEST(CheckedAccounts, OfGoodTranslationsOnlyWhatWasLeftOutOrAddedIsAWarning) {
  for (const auto& [source, target] : {std::pair("en", "vi"), std::pair("en", "ru")}) {
    const ProgramResult result =
        tungse({"check", corpus(std::string("aigun/") + source + ".txt"),
                corpus(std::string("aigun/") + target + ".txt"), "--quiet", "--format", "tsv"});

    EXPECT_EQ(result.exit_code, 3) << result.shown();
    std::istringstream lines(result.out);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
      EXPECT_TRUE(line.starts_with("warning\tomission\t") || line.starts_with("warning\taddition\t")) << line;
    }
  }
}

}  // namespace
}  // namespace end_to_end
