// Where results go: whole or not at all, and said when they cannot.

#include <gmock/gmock.h>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tungse_tests::read_bytes;

class Outputs : public CommandTest {
 protected:
  ProgramResult align_to(const std::string& output) const {
    return tungse({"align", english(), vietnamese(), "--format", "ladder", "--output", output});
  }
  std::string printed() const { return tungse({"align", english(), vietnamese(), "--format", "ladder"}).out; }
};

TEST_F(Outputs, AFileHoldsWhatStandardOutputWouldHave) {
  const ProgramResult result = align_to(in_folder("result.ladder"));

  expect_fine(result);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(read_bytes(in_folder("result.ladder")), printed());
}

TEST_F(Outputs, NothingElseIsWritten) {
  expect_fine(align_to(in_folder("result.ladder")));

  EXPECT_THAT(files(), ElementsAre("en.txt", "result.ladder", "vi.txt"));
}

TEST_F(Outputs, AnOldResultIsReplaced) {
  const std::string output = write("result.ladder", "an old result, longer than the new one" + std::string(9000, '.'));

  expect_fine(align_to(output));

  EXPECT_EQ(read_bytes(output), printed());
}

TEST_F(Outputs, ADashIsStandardOutput) {
  const ProgramResult result = align_to("-");

  expect_fine(result);
  EXPECT_EQ(result.out, printed());
  EXPECT_THAT(files(), ElementsAre("en.txt", "vi.txt"));
}

TEST_F(Outputs, AMissingFolderIsNamed) {
  expect_refused(align_to(in_folder("no/such/result.ladder")), {"no/such/result.ladder", "--output"});
}

TEST_F(Outputs, AFolderIsNotOverwritten) {
  expect_refused(align_to(folder_.path().string()), {folder_.path().string()});
}

TEST_F(Outputs, AFullDiskIsSaid) { expect_refused(align_to("/dev/full"), {"/dev/full", "No space left"}); }

TEST_F(Outputs, APlaceThatMayNotBeWrittenIsNamed) {
  if (!can_nobody_run_it()) GTEST_SKIP() << "the build folder is closed to a user without rights";
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));
  std::filesystem::create_directory(in_folder("locked"));
  std::filesystem::permissions(in_folder("locked"), std::filesystem::perms(0555));
  ProgramRun run = run_of({"align", english(), vietnamese(), "--output", in_folder("locked/result.txt")});
  run.user = tungse_tests::User::nobody;

  expect_refused(tungse_tests::run_program(run), {"locked/result.txt", "Permission denied"});
}

TEST_F(Outputs, AnOldResultStaysWhereTheNewOneFails) {
  const std::string output = write("result.ladder", "an old result");
  const std::string missing = in_folder("missing.txt");

  const ProgramResult result = tungse({"align", english(), missing, "--output", output});

  expect_refused(result, {"missing.txt"});
  EXPECT_EQ(read_bytes(output), "an old result");
}

TEST_F(Outputs, ATextIsNotOverwrittenByItsOwnAlignment) {
  const std::string source = english();

  expect_refused(tungse({"align", source, vietnamese(), "--output", source}), {"en.txt", "--output"}, 2);

  EXPECT_EQ(read_bytes(source), small_english());
}

TEST_F(Outputs, AReaderThatWentAwayIsAnErrorAndNoCrash) {
  ProgramRun run = run_of({"align", english(), vietnamese()});
  run.output = tungse_tests::Output::reader_gone;

  const ProgramResult result = tungse_tests::run_program(run);

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_THAT(result.err, HasSubstr("standard output"));
}

}  // namespace
}  // namespace end_to_end
