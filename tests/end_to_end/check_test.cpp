// The checks that keep the house in order: tools/check.

#include <gmock/gmock.h>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using testing::HasSubstr;

std::string check(const std::string& name) { return std::string(TUNGSE_SOURCE_DIR) + "/tools/check/" + name; }

class IncludeTable : public CommandTest {
 protected:
  ProgramResult check_tree_with(const std::string& file, const std::string& line) const {
    const std::filesystem::path path = folder_.path() / file;
    std::filesystem::create_directories(path.parent_path());
    write(file, "#pragma once\n" + line + "\n");
    ProgramRun run;
    run.program = check("includes");
    run.arguments = {folder_.path().string()};
    return tungse_tests::run_program(run);
  }
};

TEST_F(IncludeTable, HoldsForThisCheckout) {
  ProgramRun run;
  run.program = check("includes");

  const ProgramResult result = tungse_tests::run_program(run);

  expect_fine(result);
}

TEST_F(IncludeTable, HoldsForARoomThatIncludesWhatItMay) {
  expect_fine(check_tree_with("aligner/align/x.h", "#include \"aligner/text/document.h\""));
}

TEST_F(IncludeTable, CatchesAnIncludeUpward) {
  const ProgramResult result = check_tree_with("aligner/text/x.h", "#include \"aligner/align/alignment.h\"");

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_THAT(result.out, HasSubstr("aligner/text/x.h:2: room text may not include aligner/align/alignment.h"));
}

TEST_F(IncludeTable, CatchesTheDatabaseOutsideItsRoom) {
  const ProgramResult result = check_tree_with("aligner/report/x.cpp", "#include <sqlite3.h>");

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_THAT(result.out, HasSubstr("aligner/report/x.cpp:2: room report may not include <sqlite3.h>"));
}

TEST_F(IncludeTable, CatchesAThirdPartyHeaderInAFolderBelow) {
  const ProgramResult result = check_tree_with("aligner/align/inner/x.cpp", "#include <unicode/utext.h>");

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_THAT(result.out, HasSubstr("aligner/align/inner/x.cpp:2"));
}

TEST_F(IncludeTable, CatchesARoomThatIsNotInTheTable) {
  const ProgramResult result = check_tree_with("aligner/misc/x.h", "#include \"aligner/text/document.h\"");

  EXPECT_EQ(result.exit_code, 1) << result.shown();
}

TEST(FormatCheck, IsThereToBeRun) {
  const auto status = std::filesystem::status(check("format"));

  EXPECT_TRUE(std::filesystem::is_regular_file(status));
  EXPECT_NE(status.permissions() & std::filesystem::perms::owner_exec, std::filesystem::perms::none);
}

class Catalogues : public CommandTest {
 protected:
  // What the check says when `from` in the Russian catalogue is `to`.
  ProgramResult check_with(const std::string& from, const std::string& to) const {
    std::string catalogue = tungse_tests::read_bytes(std::string(TUNGSE_SOURCE_DIR) + "/aligner/messages/po/ru.po");
    if (!from.empty()) {
      const std::size_t place = catalogue.find(from);
      EXPECT_NE(place, std::string::npos) << from;
      catalogue.replace(place, from.size(), to);
    }
    write("ru.po", catalogue);
    ProgramRun run;
    run.program = check("messages");
    run.arguments = {folder_.path().string()};
    return tungse_tests::run_program(run);
  }

  void expect_fault(const std::string& from, const std::string& to, const std::string& words) const {
    const ProgramResult result = check_with(from, to);
    EXPECT_EQ(result.exit_code, 1) << result.shown();
    EXPECT_THAT(result.out, HasSubstr(words));
  }
};

TEST_F(Catalogues, AreWhole) {
  ProgramRun run;
  run.program = check("messages");

  expect_fine(tungse_tests::run_program(run));
}

TEST_F(Catalogues, AreWholeElsewhereToo) { expect_fine(check_with("", "")); }

TEST_F(Catalogues, MayNotLackATranslation) {
  expect_fault("msgstr \"Итоги\"", "msgstr \"\"", "\"Summary\" is not translated");
}

TEST_F(Catalogues, MayNotLackAPluralForm) {
  expect_fault("msgstr[2] \"{} ошибок\"", "msgstr[2] \"\"", "\"{} error\" is not translated");
}

TEST_F(Catalogues, MayNotLackAMessage) {
  expect_fault("msgid \"Summary\"", "msgid \"Summery\"", "\"Summary\" is missing");
  expect_fault("msgid \"Summary\"", "msgid \"Summery\"", "\"Summery\" is no longer in the code");
}

TEST_F(Catalogues, MayNotBeFuzzy) {
  expect_fault("msgid \"Summary\"", "#, fuzzy\nmsgid \"Summary\"", "\"Summary\" is marked fuzzy");
}

TEST_F(Catalogues, HaveThePlaceholdersOfTheMessage) {
  expect_fault("слова: {}", "слова: ", "\"words: {}\" has other placeholders");
  expect_fault("слова: {}", "слова: {1}", "\"words: {}\" has other placeholders");
  expect_fault("слова: {}", "слова: {:>8}", "\"words: {}\" has other placeholders");
  expect_fault("обе даты — {date}", "обе даты — {data}", "\"both are {date}\" has other placeholders");
}

TEST_F(Catalogues, AreWhatMsgfmtTakes) { expect_fault("nplurals=3", "nplurals=2", "ru.po"); }

}  // namespace
}  // namespace end_to_end
