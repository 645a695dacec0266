// What `tungse align` prints, in each of its formats.

#include <regex>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::ElementsAre;
using testing::Ge;
using testing::HasSubstr;
using testing::Le;
using testing::Not;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

class AlignFormats : public CommandTest {
 protected:
  std::string print(const std::string& format, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"align", english(), vietnamese(), "--format", format};
    words.insert(words.end(), more.begin(), more.end());
    const ProgramResult result = tungse(words);
    expect_fine(result);
    return result.out;
  }
};

TEST_F(AlignFormats, ALadderIsOneBeadALine) {
  const std::regex bead(R"(\[(\d+(, \d+)*)?\]:\[(\d+(, \d+)*)?\]:\d+\.\d{6})");

  const std::vector<std::string> lines = lines_of(print("ladder"));

  EXPECT_FALSE(lines.empty());
  for (const std::string& line : lines) EXPECT_TRUE(std::regex_match(line, bead)) << line;
}

TEST_F(AlignFormats, TheFiveSentencesFindEachOther) {
  std::vector<std::string> groups;
  for (const std::string& line : lines_of(print("ladder", {"--mode", "parallel"}))) {
    groups.push_back(line.substr(0, line.rfind(':')));
  }

  EXPECT_THAT(groups, ElementsAre("[0]:[0]", "[1]:[1]", "[2]:[2]", "[3]:[3]", "[4]:[4]"));
}

TEST_F(AlignFormats, SegmentedInputKeepsItsLineNumbers) {
  const std::vector<std::string> lines = lines_of(print("ladder", {"--mode", "parallel", "--segmented"}));

  std::set<std::string> sources;
  for (const std::string& line : lines) sources.insert(line.substr(0, line.find(':')));
  EXPECT_THAT(sources, Contains("[5]")) << "the last line keeps its number though the third is empty";
}

TEST_F(AlignFormats, EveryLineOfSegmentedInputIsASegmentEmptyOnesToo) {
  const json report = json::parse(print("json", {"--mode", "parallel", "--segmented"}));

  EXPECT_EQ(report.at("source").at("segments").size(), 6U);
  EXPECT_EQ(report.at("source").at("segments").at(2).at("text"), "");
}

TEST_F(AlignFormats, TheTableHasAHeaderAndEightFieldsALine) {
  const std::vector<std::string> lines = lines_of(print("tsv"));

  ASSERT_THAT(lines.size(), Ge(2U));
  EXPECT_EQ(lines[0], "source_indexes\ttarget_indexes\tconfidence\tcost\tgrade\tsource_text\ttarget_text\tevidence");
  for (const std::string& line : lines) EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), 7) << line;
}

TEST_F(AlignFormats, JsonBeadsSayWhatWhyAndHowSurely) {
  const json report = json::parse(print("json", {"--mode", "parallel"}));

  ASSERT_EQ(report.at("beads").size(), 5U);
  for (const json& bead : report.at("beads")) {
    EXPECT_TRUE(bead.at("source").is_array());
    EXPECT_TRUE(bead.at("target").is_array());
    EXPECT_THAT(bead.at("cost").get<double>(), Ge(0.0));
    EXPECT_THAT(bead.at("confidence").get<double>(), testing::AllOf(Ge(0.0), Le(1.0)));
    for (const json& evidence : bead.at("evidence")) {
      EXPECT_TRUE(evidence.at("kind").is_string());
      EXPECT_TRUE(evidence.at("source_text").is_string());
      EXPECT_TRUE(evidence.at("target_text").is_string());
      EXPECT_TRUE(evidence.at("relation").is_string());
      EXPECT_TRUE(evidence.at("weight").is_number());
    }
  }
}

TEST_F(AlignFormats, JsonSaysThatTheDatesAreTheSame) {
  const json report = json::parse(print("json", {"--mode", "parallel"}));

  bool has_date = false;
  for (const json& evidence : report.at("beads").at(0).at("evidence")) {
    has_date |= evidence.at("kind") == "date" && evidence.at("source_text") == "May 28, 1858" &&
                evidence.at("relation") == "same";
  }
  EXPECT_TRUE(has_date) << report.at("beads").at(0).dump(2);
}

TEST_F(AlignFormats, JsonSaysWhichModeAndWhy) {
  const json asked = json::parse(print("json", {"--mode", "comparable"}));
  const json chosen = json::parse(print("json"));

  EXPECT_EQ(asked.at("mode"), "comparable");
  EXPECT_THAT(asked.at("mode_reason").get<std::string>(), HasSubstr("asked for"));
  EXPECT_NE(chosen.at("mode_reason"), "");
}

TEST_F(AlignFormats, LanguagesAreTakenAsGiven) {
  const json report = json::parse(print("json", {"--source-lang", "en-GB", "--target-lang", "vi-VN"}));

  EXPECT_EQ(report.at("source").at("language"), "en-GB");
  EXPECT_EQ(report.at("target").at("language"), "vi-VN");
}

TEST_F(AlignFormats, DetectedLanguagesAreSaidOnStandardErrorUnlessQuiet) {
  const ProgramResult talking = tungse({"align", english(), vietnamese(), "--format", "ladder"});
  const ProgramResult quiet = tungse({"align", english(), vietnamese(), "--format", "ladder", "--quiet"});

  EXPECT_THAT(talking.err, HasSubstr("vi.txt"));
  EXPECT_EQ(quiet.err, "");
  EXPECT_EQ(talking.out, quiet.out);
}

TEST_F(AlignFormats, TheReportIsTheUsualFormat) {
  const ProgramResult result = tungse({"align", english(), vietnamese()});

  expect_fine(result);
  EXPECT_EQ(result.out, print("report"));
  EXPECT_THAT(result.out, HasSubstr("why:"));
}

TEST_F(AlignFormats, TheReportIsAsWideAsItsTerminal) {
  ProgramRun run = run_of({"align", english(), vietnamese()});
  run.environment["COLUMNS"] = "60";

  const ProgramResult result = tungse_tests::run_program(run);

  expect_fine(result);
  for (const std::string& line : lines_of(result.out)) {
    const auto trailing = std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) == 0x80; });
    EXPECT_THAT(static_cast<long>(line.size()) - trailing, Le(60)) << line;
  }
}

TEST_F(AlignFormats, NothingIsColouredWhereThereIsNoTerminal) {
  ProgramRun run = run_of({"align", english(), vietnamese()});
  run.environment["NO_COLOR"] = "1";
  run.environment["TERM"] = "xterm-256color";
  const ProgramResult asked_not_to = tungse_tests::run_program(run);
  run.environment.erase("NO_COLOR");

  const ProgramResult no_terminal = tungse_tests::run_program(run);

  EXPECT_THAT(asked_not_to.out + asked_not_to.err, Not(HasSubstr("\033")));
  EXPECT_THAT(no_terminal.out + no_terminal.err, Not(HasSubstr("\033")));
}

TEST_F(AlignFormats, ATextCanBeStandardInput) {
  const std::string target = vietnamese();
  const ProgramResult result = tungse({"align", "-", target, "--format", "ladder"}, std::string(small_english()));

  expect_fine(result);
  EXPECT_EQ(result.out, print("ladder"));
}

TEST_F(AlignFormats, TheTargetCanBeStandardInput) {
  const std::string source = english();
  const ProgramResult result = tungse({"align", source, "-", "--format", "ladder"}, std::string(small_vietnamese()));

  expect_fine(result);
  EXPECT_EQ(result.out, print("ladder"));
}

TEST_F(AlignFormats, OwnTermsAreTakenIntoAccount) {
  const std::string terms = write("terms.tsv", "en\tvi\nthe mountains\tdãy núi\n");

  const std::string without = print("json", {"--mode", "parallel", "--no-bundled-terms"});
  const std::string with = print("json", {"--mode", "parallel", "--no-bundled-terms", "--terms", terms});

  EXPECT_THAT(without, Not(HasSubstr("\"kind\": \"term\"")));
  EXPECT_THAT(with, HasSubstr("\"kind\": \"term\""));
}

struct CorpusPair {
  const char* name;
  const char* source;
  const char* target;
};

class BundledAccounts : public testing::TestWithParam<std::tuple<CorpusPair, const char*>> {};

TEST_P(BundledAccounts, AreAlignedInEveryFormat) {
  const auto& [pair, format] = GetParam();

  const ProgramResult result = tungse({"align", corpus(pair.source), corpus(pair.target), "--format", format});

  expect_fine(result);
  EXPECT_THAT(lines_of(result.out).size(), Ge(5U));
}

INSTANTIATE_TEST_SUITE_P(
    Pairs, BundledAccounts,
    testing::Combine(testing::Values(CorpusPair{"EnVi", "aigun/en.txt", "aigun/vi.txt"},
                                     CorpusPair{"EnRu", "aigun/en.txt", "aigun/ru.txt"},
                                     CorpusPair{"ViRu", "aigun/vi.txt", "aigun/ru.txt"},
                                     CorpusPair{"Comparable", "three-treaties/vi.txt", "aigun/en.txt"}),
                     testing::Values("report", "ladder", "tsv", "json")),
    [](const auto& one) { return std::string(std::get<0>(one.param).name) + "_" + std::get<1>(one.param); });

}  // namespace
}  // namespace end_to_end
