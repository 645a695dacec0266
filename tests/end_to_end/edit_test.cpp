// A person's work on a project: tungse edit, align again, and tungse db.

#include <csignal>
#include <filesystem>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class Editing : public CommandTest {
 protected:
  Editing() {
    expect_fine(
        tungse({"align", english(), vietnamese(), "--segmented", "--mode", "parallel", "--db", db(), "--quiet"}));
  }
  std::string db() const { return in_folder("project.db"); }
  ProgramResult edit(std::vector<std::string> words) const {
    words.insert(words.begin(), "edit");
    words.insert(words.end(), {"--db", db()});
    return tungse(words);
  }
  ProgramResult look_after(const std::string& verb, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"db", verb, "--db", db()};
    words.insert(words.end(), more.begin(), more.end());
    return tungse(words);
  }
  std::string report() const { return tungse({"report", "--db", db(), "--json"}).out; }
};

TEST_F(Editing, EveryStepIsKeptAndCanBeUndoneAndRedone) {
  const std::string machine = report();
  expect_fine(edit({"accept", "1", "[1]:[1]", "--by", "Lan", "--note", "read both"}));
  expect_fine(edit({"join", "1", "2"}));
  expect_fine(edit({"split", "1", "--at", "1:1"}));
  expect_fine(edit({"shift", "1:", "1"}));
  expect_fine(edit({"relink", "0:", ":1"}));
  expect_fine(edit({"reject", "0:1"}));
  expect_fine(edit({"note", "1", "--note", "ask An"}));
  const std::string edited = report();

  expect_fine(edit({"undo", "--steps", "7"}));
  EXPECT_EQ(report(), machine);
  expect_fine(edit({"redo", "--steps", "7"}));
  EXPECT_EQ(report(), edited);

  const json list = json::parse(edit({"list", "--json"}).out);
  ASSERT_EQ(list.size(), 21U);
  EXPECT_EQ(list[0].at("by"), "Lan");
  EXPECT_EQ(list[0].at("note"), "read both");
  EXPECT_EQ(list[0].at("decisions").size(), 2U);
  EXPECT_EQ(list[2].at("kind"), "split");
  EXPECT_EQ(list[6].at("source"), json::array({0}));
  EXPECT_TRUE(list[0].at("holds").get<bool>());
  EXPECT_THAT(edit({"list"}).out, testing::AllOf(HasSubstr("Lan"), HasSubstr("ask An"), HasSubstr("[1]:[1]")));
}

TEST_F(Editing, TheNameIsTheUsersUnlessGiven) {
  ProgramRun run = run_of({"edit", "accept", "1", "--db", db()});
  run.environment["USER"] = "Thu Hà";
  expect_fine(tungse_tests::run_program(run));

  EXPECT_EQ(json::parse(edit({"list", "--json"}).out)[0].at("by"), "Thu Hà");
}

TEST_F(Editing, AligningAnewKeepsWhatWasAccepted) {
  expect_fine(edit({"accept", "0:0,1"}));

  const ProgramResult again = tungse({"align", english(), vietnamese(), "--segmented", "--mode", "parallel", "--db",
                                      db(), "--quiet", "--format", "ladder"});

  expect_fine(again);
  EXPECT_THAT(again.out, testing::StartsWith("[0]:[0, 1]:"));
  expect_fine(look_after("check"));
}

TEST_F(Editing, WrongWordsAreRefusedAndChangeNothing) {
  const std::string before = report();
  const std::vector<std::vector<std::string>> wrong{{"accept"},
                                                    {"accept", "x"},
                                                    {"accept", "0"},
                                                    {"accept", "-1"},
                                                    {"join", "1"},
                                                    {"split", "1"},
                                                    {"split", "1", "--at", "2"},
                                                    {"shift", "1", "2"},
                                                    {"relink", "1"},
                                                    {"undo", "--steps", "0"},
                                                    {"twist", "1"},
                                                    {"list", "--format", "xml"}};
  for (const auto& words : wrong) EXPECT_EQ(edit(words).exit_code, 2) << words[0];
  const std::vector<std::vector<std::string>> impossible{{"accept", "99"},
                                                         {"accept", "77:1"},
                                                         {"reject", "0:1"},
                                                         {"undo"},
                                                         {"redo"},
                                                         {"note", "1"},
                                                         {"join", "1", "3"},
                                                         {"accept", "1", "--alignment", "77"},
                                                         {"accept", "0-99999:1"}};
  for (const auto& words : impossible) expect_refused(edit(words), {"project.db"});

  EXPECT_EQ(report(), before);
  EXPECT_EQ(edit({"list", "--json"}).out, "[]\n");
}

TEST_F(Editing, WordsOfANoteArePrintedHarmlessly) {
  expect_fine(edit({"note", "1", "--note", "\x1b[31mred\n\xE2\x80\xAE'; DROP TABLE edit;--", "--by", "L\tan"}));

  const std::string table = edit({"list"}).out;

  EXPECT_THAT(table, testing::AllOf(HasSubstr("DROP TABLE"), Not(HasSubstr("\x1b")), Not(HasSubstr("\xE2\x80\xAE"))));
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 1) << table;
}

TEST_F(Editing, OfAFileThatMayNotBeWrittenIsRefused) {
  if (!can_nobody_run_it()) GTEST_SKIP() << "the build folder is closed to a user without rights";
  std::filesystem::permissions(db(), std::filesystem::perms(0444));
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0555));
  ProgramRun run = run_of({"edit", "accept", "1", "--db", db()});
  run.user = tungse_tests::User::nobody;

  const ProgramResult result = tungse_tests::run_program(run);
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));

  expect_refused(result, {"project.db", "written"});
}

TEST_F(Editing, OfAMissingFileMakesNone) {
  for (const char* verb : {"info", "check", "vacuum", "migrate"}) {
    expect_refused(tungse({"db", verb, "--db", in_folder("none.db")}), {"none.db"});
  }
  expect_refused(tungse({"edit", "accept", "1", "--db", in_folder("none.db")}), {"none.db"});

  EXPECT_FALSE(std::filesystem::exists(in_folder("none.db")));
}

TEST_F(Editing, InfoCountsWhatIsThere) {
  expect_fine(edit({"accept", "1"}));

  const json info = json::parse(look_after("info", {"--json"}).out);

  EXPECT_EQ(info.at("schema"), info.at("latest_schema"));
  EXPECT_EQ(info.at("counts").at("edits"), 1);
  EXPECT_EQ(info.at("counts").at("alignments"), 1);
  EXPECT_EQ(info.at("bytes"), std::filesystem::file_size(db()));
}

TEST_F(Editing, ABackupIsTheProjectAndReplacesNothing) {
  expect_fine(edit({"accept", "1"}));
  const std::string copy = in_folder("monday.db");

  expect_fine(look_after("backup", {copy}));

  EXPECT_EQ(tungse({"report", "--db", copy, "--json"}).out, report());
  expect_fine(tungse({"db", "check", "--db", copy}));
  expect_refused(look_after("backup", {copy}), {"monday.db", "already"});
  expect_refused(look_after("backup", {db()}), {"project.db", "already"});
  expect_refused(look_after("backup", {in_folder("no/copy.db")}), {"no", "folder"});
}

TEST_F(Editing, ABackupThatIsKilledLeavesNoHalfCopy) {
  const std::string copy = in_folder("monday.db");
  ProgramRun run = run_of({"db", "backup", "--db", db(), copy});
  run.kill_when = [] { return true; };

  const ProgramResult result = tungse_tests::run_program(run);

  EXPECT_EQ(result.signal, SIGKILL);
  if (std::filesystem::exists(copy)) expect_fine(tungse({"db", "check", "--db", copy}));
  expect_fine(look_after("check"));
}

TEST_F(Editing, AnEditThatIsKilledIsDoneOrNotAtAll) {
  for (int round = 0; round < 5; ++round) {
    ProgramRun run = run_of({"edit", "accept", "1", "--db", db()});
    run.kill_when = [] { return true; };
    tungse_tests::run_program(run);
  }

  expect_fine(look_after("check"));
  expect_fine(edit({"list"}));
}

TEST_F(Editing, CheckFindsDamageAndSaysSo) {
  std::string bytes = tungse_tests::read_bytes(db());
  for (std::size_t i = 4096 * 8; i < 4096 * 12 && i < bytes.size(); ++i) bytes[i] = '\xFF';
  const std::string damaged = write("damaged.db", bytes);

  const ProgramResult result = tungse({"db", "check", "--db", damaged, "--json"});

  EXPECT_EQ(result.exit_code, 3) << result.err;
  EXPECT_FALSE(json::parse(result.out).at("faults").empty());
}

TEST_F(Editing, VacuumAndMigrateLeaveTheProjectAsItIs) {
  const std::string before = report();

  expect_fine(look_after("vacuum"));
  const ProgramResult migrated = look_after("migrate", {"--json"});

  EXPECT_EQ(json::parse(migrated.out).at("from"), json::parse(migrated.out).at("to"));
  EXPECT_EQ(report(), before);
}

}  // namespace
}  // namespace end_to_end
