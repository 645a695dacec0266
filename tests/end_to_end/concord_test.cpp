// tungse concord: what it finds (cases/concord.tsv), how it shows it, and what it refuses.

#include <algorithm>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class Concord : public CommandTest {
 protected:
  void SetUp() override {
    for (const char* other : {"aigun/vi.txt", "aigun/ru.txt"}) {
      expect_fine(tungse(
          {"align", corpus("aigun/en.txt"), corpus(other), "--db", db(), "--quiet", "--output", in_folder("out.txt")}));
    }
  }

  std::string db() const { return in_folder("project.db"); }

  // Words as a shell cuts them.
  ProgramResult concord_line(const std::string& words) const {
    ProgramRun run = run_of({});
    run.arguments = {"-c", "\"" + run.program + "\" concord " + words + " --db \"" + db() + "\""};
    run.program = "/bin/sh";
    return tungse_tests::run_program(run);
  }

  ProgramResult concord(std::vector<std::string> words) const {
    words.insert(words.begin(), "concord");
    words.insert(words.end(), {"--db", db()});
    return tungse(words);
  }
};

TEST_F(Concord, FindsWhatTheCaseFileSays) {
  for (const tungse_tests::Case& row :
       tungse_tests::read_cases(std::string(TUNGSE_SOURCE_DIR) + "/tests/end_to_end/cases/concord.tsv")) {
    ASSERT_GE(row.fields.size(), 2U) << row.where();
    const ProgramResult result = concord_line(row.fields[0] + " --json --limit 0");
    expect_fine(result);
    const json found = json::parse(result.out);
    EXPECT_EQ(std::to_string(found.at("places").get<int>()), row.fields[1]) << row.where();
    EXPECT_EQ(found.at("hits").size(), found.at("places")) << row.where();
    const std::string words = row.fields.size() > 2 ? row.fields[2] : "";
    EXPECT_THAT(result.out, HasSubstr(words)) << row.where();
  }
}

TEST_F(Concord, ShowsWhatStandsOppositeBesideIt) {
  const ProgramResult result = concord({"Nerchinsk", "--limit", "1"});

  expect_fine(result);
  EXPECT_THAT(result.out, testing::AllOf(HasSubstr("en.txt:"), HasSubstr("[Nerchinsk]"), HasSubstr("vi 9")));
  EXPECT_THAT(result.err, HasSubstr("places 1 to 1, and there are more"));
}

TEST_F(Concord, KeepsToTheWidthOfTheTerminal) {
  for (const char* width : {"60", "80", "140"}) {
    ProgramRun run = run_of({"concord", "in", "--db", db(), "--lang", "en"});
    run.environment["COLUMNS"] = width;
    std::istringstream lines(tungse_tests::run_program(run).out);
    for (std::string line; std::getline(lines, line);) {
      std::size_t columns = 0;  // these texts have no wide characters
      for (const char byte : line) columns += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
      EXPECT_LE(columns, std::stoul(width)) << line;
    }
  }
}

TEST_F(Concord, WritesTheSamePlacesInEveryFormat) {
  const json found = json::parse(concord({"treaty", "--json", "--limit", "0"}).out);
  const ProgramResult tsv = concord({"treaty", "--format", "tsv", "--limit", "0"});
  const ProgramResult html = concord({"treaty", "--format", "html", "--limit", "0"});

  std::size_t counterparts = 0;
  for (const json& hit : found.at("hits")) counterparts += std::max<std::size_t>(hit.at("counterparts").size(), 1);
  EXPECT_EQ(static_cast<std::size_t>(std::count(tsv.out.begin(), tsv.out.end(), '\n')), counterparts + 1);
  EXPECT_THAT(tsv.out, testing::StartsWith("document\tsegment\tlang\t"));
  EXPECT_THAT(html.out, testing::AllOf(testing::StartsWith("<!DOCTYPE html>"), HasSubstr("<mark>Treaty</mark>"),
                                       HasSubstr("lang=\"vi\" dir=\"auto\""), Not(HasSubstr("http://")),
                                       Not(HasSubstr("<script"))));
}

TEST_F(Concord, GivesTheRestWithAnOffset) {
  const json all = json::parse(concord({"Russia", "--json", "--limit", "0"}).out).at("hits");
  const json rest = json::parse(concord({"Russia", "--json", "--limit", "3", "--offset", "4"}).out).at("hits");

  ASSERT_EQ(rest.size(), 3U);
  EXPECT_EQ(rest[0], all[4]);
}

TEST_F(Concord, CountsWhatStandsOppositeAConcept) {
  const ProgramResult result = concord({"t_treaty", "--concept", "--lang", "en", "--count", "counterpart"});

  expect_fine(result);
  EXPECT_THAT(result.out, testing::ContainsRegex("10 +1 +en +treaty +vi +hiệp ước"));
}

TEST_F(Concord, KnowsWhatIsDecidedAtOnce) {
  expect_fine(tungse({"edit", "accept", "[13]:[13]", "--db", db(), "--by", "Lan", "--alignment", "1"}));

  const json found = json::parse(concord({"Nerchinsk", "--status", "accepted", "--lang", "en", "--json"}).out);

  ASSERT_EQ(found.at("hits").size(), 1U);
  EXPECT_EQ(found.at("hits")[0].at("segment"), 13);
  EXPECT_EQ(found.at("hits")[0].at("counterparts").size(), 1U);
}

TEST_F(Concord, RefusesWhatCannotBeLookedFor) {
  expect_refused(concord({""}), {"no word"}, 2);
  expect_refused(concord({"?! \"*\""}), {"no word"}, 2);
  expect_refused(concord({"a\xFF"}), {"not UTF-8"}, 2);
  expect_refused(concord({std::string(100'000, 'a')}), {"longer than 1000 bytes"}, 2);
  expect_refused(concord({"(a", "--regex"}), {"does not compile"}, 2);
  expect_refused(concord({"a", "--regex", "--concept"}), {"exclude each other"}, 2);
  expect_refused(concord({"a", "--limit", "-1"}), {"--limit"}, 2);
  expect_refused(concord({"a", "--lang", "none at all"}), {"none at all"}, 2);
  expect_refused(concord({"no such term", "--concept"}), {"there is no concept"}, 1);
  expect_refused(tungse({"concord", "a", "--db", in_folder("none.db")}), {"there is no such database"}, 1);
}

TEST_F(Concord, GivesUpOnAnExpressionThatTakesTooLong) {
  expect_refused(concord({"(\\w+\\s?)+\\d{9}", "--regex"}), {"takes too long"}, 1);
}

TEST_F(Concord, IsSafeToPrint) {
  const std::string source = write("a.txt", "Hello \u202Ered\u202C <b>world</b>.\n");
  const std::string target = write("b.txt", "Xin ch\xC3\xA0o th\xE1\xBA\xBF gi\xE1\xBB\x9Bi.\n");
  const std::string other = in_folder("other.db");
  expect_fine(tungse({"align", source, target, "--db", other, "--quiet", "--source-lang", "en", "--target-lang", "vi",
                      "--output", in_folder("o.txt")}));

  EXPECT_THAT(tungse({"concord", "hello", "--db", other}).out, Not(HasSubstr("\u202E")));
  EXPECT_THAT(tungse({"concord", "hello", "--db", other, "--format", "tsv"}).out, Not(HasSubstr("\u202E")));
  EXPECT_THAT(tungse({"concord", "hello", "--db", other, "--format", "html"}).out, HasSubstr("&lt;b&gt;world"));
}

}  // namespace
}  // namespace end_to_end
