// Blocks that stand elsewhere in the translation, from the command to the database and back.

#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class MovedBlock : public CommandTest {
 protected:
  // The bundled account in English, and in Vietnamese with lines 50 to 57 in front of line 12 (counted from 0).
  void SetUp() override {
    write("en.seg", segmented("aigun/en.txt", "en"));
    std::vector<std::string> lines;
    std::istringstream in(segmented("aigun/vi.txt", "vi"));
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    std::rotate(lines.begin() + 12, lines.begin() + 50, lines.begin() + 58);
    std::string moved;
    for (const std::string& line : lines) moved += line + "\n";
    write("vi.seg", moved);
  }

  static std::string segmented(const std::string& name, const std::string& language) {
    const ProgramResult result = tungse({"segment", corpus(name), "--lang", language, "--quiet"});
    expect_fine(result);
    return result.out;
  }

  ProgramResult align(const std::vector<std::string>& more) const {
    std::vector<std::string> words{
        "align",  in_folder("en.seg"), in_folder("vi.seg"), "--segmented", "--source-lang", "en", "--target-lang", "vi",
        "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    return tungse(words);
  }
};

TEST_F(MovedBlock, IsFoundAndListedInTheSummary) {
  const ProgramResult result = align({"--format", "json"});

  expect_fine(result);
  const json report = json::parse(result.out);
  EXPECT_EQ(report.at("mode"), "parallel");
  ASSERT_EQ(report.at("summary").at("moved").size(), 1u) << report.at("summary");
  // The first line is translated freely, and the last is an addition of the translator.
  const json target = report.at("summary").at("moved")[0].at("target");
  EXPECT_THAT(target[0].get<int>(), testing::AllOf(testing::Ge(12), testing::Le(13)));
  EXPECT_THAT(target[1].get<int>(), testing::AllOf(testing::Ge(18), testing::Le(19)));
}

TEST_F(MovedBlock, IsNamedInTheReportForPeople) {
  const ProgramResult result = align({});

  expect_fine(result);
  EXPECT_THAT(result.out,
              testing::ContainsRegex("  moved +source segments 5[0-9]-5[0-9] = target segments 1[23]-1[89], behind"));
  EXPECT_THAT(result.out, HasSubstr(", moved\n"));
}

TEST_F(MovedBlock, IsLeftAloneWhereOrderIsAskedFor) {
  const ProgramResult result = align({"--monotone", "--format", "json"});

  expect_fine(result);
  const json report = json::parse(result.out);
  EXPECT_TRUE(report.at("summary").at("moved").empty());
  EXPECT_EQ(report.at("settings").at("monotone"), true);
  std::size_t next = 0;
  for (const json& bead : report.at("beads")) {
    for (const json& segment : bead.at("target")) EXPECT_EQ(segment, next++);
  }
}

TEST_F(MovedBlock, ComesBackFromTheProjectDatabase) {
  const ProgramResult direct = align({"--db", in_folder("project.db"), "--format", "json"});

  const ProgramResult kept = tungse({"report", "--db", in_folder("project.db"), "--format", "json"});

  expect_fine(kept);
  EXPECT_EQ(json::parse(kept.out).at("beads"), json::parse(direct.out).at("beads"));
}

TEST_F(MovedBlock, IsMarkedInTheTable) { EXPECT_THAT(align({"--format", "tsv"}).out, HasSubstr("\tmoved\t")); }

TEST_F(MovedBlock, OrderCannotBeAskedForOfComparableTexts) {
  expect_refused(align({"--monotone", "--mode", "comparable"}), {"--monotone", "--mode comparable"}, 2);
}

TEST_F(MovedBlock, AskingForOrderMakesABatchAlignAgain) {
  const std::string manifest =
      write("pairs.tsv", in_folder("en.seg") + "\t" + in_folder("vi.seg") + "\t" + in_folder("out.ladder") + "\n");
  const std::vector<std::string> words{"align",         "--batch", manifest,        "--segmented", "--format", "ladder",
                                       "--source-lang", "en",      "--target-lang", "vi",          "--quiet"};
  expect_fine(tungse(words));
  std::vector<std::string> in_order = words;
  in_order.push_back("--monotone");

  EXPECT_THAT(tungse(words).out, HasSubstr("\tkept\t"));
  EXPECT_THAT(tungse(in_order).out, Not(HasSubstr("\tkept\t")));
}

}  // namespace
}  // namespace end_to_end
