// A project database: filled by align, printed by report.

#include <filesystem>
#include <memory>
#include <stdexcept>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

void run_sql(const std::string& path, const std::string& sql) {
  sqlite3* opened = nullptr;
  const int opening = sqlite3_open(path.c_str(), &opened);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(opened, sqlite3_close);
  if (opening != SQLITE_OK || sqlite3_exec(opened, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw std::runtime_error(path + ": " + sqlite3_errmsg(opened));
  }
}

class Database : public CommandTest {
 protected:
  std::string db() const { return in_folder("project.db"); }
  ProgramResult keep(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"align", english(), vietnamese(), "--db", db(), "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    return tungse(words);
  }
  json list() const {
    const ProgramResult result = tungse({"report", "--db", db(), "--list", "--json"});
    expect_fine(result);
    return json::parse(result.out);
  }
};

TEST_F(Database, ReportPrintsWhatAlignPrinted) {
  const ProgramResult aligned = keep();

  const ProgramResult reported = tungse({"report", "--db", db()});

  expect_fine(aligned);
  expect_fine(reported);
  EXPECT_EQ(reported.out, aligned.out);
}

TEST_F(Database, ReportPrintsTheSameJson) {
  const ProgramResult aligned = keep({"--format", "json"});

  EXPECT_EQ(tungse({"report", "--db", db(), "--format", "json"}).out, aligned.out);
  EXPECT_EQ(tungse({"report", "--db", db(), "--json"}).out, aligned.out);
}

TEST_F(Database, AligningTwiceLeavesOneAlignment) {
  expect_fine(keep());
  expect_fine(keep());

  ASSERT_EQ(list().size(), 1U);
  EXPECT_EQ(list()[0].at("source_lang"), "en");
  EXPECT_EQ(list()[0].at("target_lang"), "vi");
}

TEST_F(Database, TheListHasALineForEachAlignment) {
  expect_fine(keep({"--mode", "parallel"}));
  expect_fine(keep({"--mode", "comparable"}));

  const ProgramResult result = tungse({"report", "--db", db(), "--list"});

  expect_fine(result);
  EXPECT_EQ(std::count(result.out.begin(), result.out.end(), '\n'), 2) << result.out;
  EXPECT_THAT(result.out, testing::AllOf(HasSubstr("parallel"), HasSubstr("comparable"), HasSubstr("vi.txt")));
}

TEST_F(Database, AnAlignmentIsChosenByItsNumber) {
  const std::string first = keep({"--mode", "parallel"}).out;
  expect_fine(keep({"--mode", "comparable"}));
  const int number = list()[1].at("id").get<int>();

  EXPECT_EQ(tungse({"report", "--db", db(), "--alignment", std::to_string(number)}).out, first);
}

TEST_F(Database, AnUnknownNumberIsRefused) {
  expect_fine(keep());

  expect_refused(tungse({"report", "--db", db(), "--alignment", "77"}), {"77"});
}

TEST_F(Database, NothingButTheDatabaseIsLeftBehind) {
  expect_fine(keep());

  EXPECT_THAT(files(), testing::ElementsAre("en.txt", "project.db", "vi.txt"));
}

TEST_F(Database, AMissingOneIsNotMadeByReport) {
  expect_refused(tungse({"report", "--db", db()}), {"project.db"});

  EXPECT_FALSE(std::filesystem::exists(db()));
}

TEST_F(Database, ATextFileIsNoDatabase) {
  const std::string text = write("notes.txt", "These are my notes about the treaty, and no database.\n");

  expect_refused(tungse({"report", "--db", text}), {"notes.txt"});
  expect_refused(tungse({"align", english(), vietnamese(), "--db", text}), {"notes.txt"});

  EXPECT_THAT(tungse_tests::read_bytes(text), HasSubstr("my notes"));
}

TEST_F(Database, ANewerOneIsRefusedByReportAndAlign) {
  expect_fine(keep());
  run_sql(db(), "PRAGMA user_version = 9999");

  expect_refused(tungse({"report", "--db", db()}), {"project.db", "newer"});
  expect_refused(keep(), {"project.db", "newer"});
}

TEST_F(Database, AnotherProgramsIsRefused) {
  run_sql(db(), "CREATE TABLE letters (id INTEGER)");

  expect_refused(keep(), {"project.db"});
}

TEST_F(Database, OneThatMayNotBeWrittenIsReadButNotFilled) {
  if (!can_nobody_run_it()) GTEST_SKIP() << "the build folder is closed to a user without rights";
  const std::string printed = keep().out;
  std::filesystem::permissions(db(), std::filesystem::perms(0444));
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0555));
  ProgramRun report = run_of({"report", "--db", db()});
  ProgramRun align = run_of({"align", in_folder("en.txt"), in_folder("vi.txt"), "--db", db()});
  report.user = align.user = tungse_tests::User::nobody;

  const ProgramResult reported = tungse_tests::run_program(report);
  const ProgramResult aligned = tungse_tests::run_program(align);

  EXPECT_EQ(reported.out, printed) << reported.shown();
  expect_refused(aligned, {"project.db"});
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));
}

TEST_F(Database, AFolderThatIsNotThereIsNamed) {
  expect_refused(tungse({"align", english(), vietnamese(), "--db", in_folder("no/project.db")}), {"no/project.db"});
}

TEST_F(Database, AnEmptyProjectSaysSo) {
  expect_refused(tungse({"align", english(), in_folder("missing.txt"), "--db", db()}), {"missing.txt"});

  const ProgramResult result = tungse({"report", "--db", db()});

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_THAT(result.err, Not(testing::IsEmpty()));
}

}  // namespace
}  // namespace end_to_end
