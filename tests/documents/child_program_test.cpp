// Another program that reads a document: what it may not do.

#include "aligner/documents/child_program.h"

#include <chrono>
#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>

#include "aligner/error.h"

#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

using aligner::Error;
using aligner::documents::ChildRun;
using aligner::documents::run_child;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::ThrowsMessage;

namespace {

ChildRun shell(const std::string& script, std::string_view input = "") {
  return {.program = "sh", .package = "dash", .arguments = {"-c", script}, .input = input, .document = "account.docx"};
}

TEST(ChildProgram, HasTheInputAsItsStandardInputAndGivesWhatItWrites) {
  const std::string large(3'000'000, 'x');

  EXPECT_EQ(run_child(shell("cat", large)), large);
}

TEST(ChildProgram, HasNothingElseInItsEnvironment) {
  ::setenv("A_SECRET", "word", 1);

  const std::string variables = run_child(shell("env"));

  EXPECT_THAT(variables, AllOf(HasSubstr("LC_ALL=C.UTF-8"), Not(HasSubstr("A_SECRET"))));
}

TEST(ChildProgram, HasNoOtherFileOpen) {
  std::ifstream open(__FILE__);

  EXPECT_EQ(run_child(shell("ls /proc/self/fd | sort | tr '\\n' ' '")).substr(0, 6), "0 1 2 ");
}

TEST(ChildProgram, CannotWriteAFile) {
  const tungse_tests::TemporaryDirectory folder;
  const std::string path = (folder.path() / "written").string();

  EXPECT_THROW(run_child(shell("printf words > " + path)), Error);

  EXPECT_EQ(std::ifstream(path).get(), std::ifstream::traits_type::eof());
}

TEST(ChildProgram, IsEndedWhenItsTimeIsOverWithAllThatItStarted) {
  ChildRun run = shell("sleep 100 & sleep 100; wait");
  run.limits.time = std::chrono::milliseconds(300);
  const auto begin = std::chrono::steady_clock::now();

  EXPECT_THAT([&] { run_child(run); },
              ThrowsMessage<Error>(AllOf(HasSubstr("account.docx"), HasSubstr("0.3 seconds"), HasSubstr("split"))));

  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(ChildProgram, IsEndedWhenItClosesItsOutputAndStays) {
  ChildRun run = shell("exec >&- 2>&-; sleep 100");
  run.limits.time = std::chrono::milliseconds(300);

  EXPECT_THAT([&] { run_child(run); }, ThrowsMessage<Error>(HasSubstr("seconds")));
}

TEST(ChildProgram, IsEndedWhenItWritesTooMuch) {
  ChildRun run = shell("yes");
  run.limits.output = 1 << 20;

  EXPECT_THAT([&] { run_child(run); }, ThrowsMessage<Error>(HasSubstr("more than 1 MiB")));
}

TEST(ChildProgram, MaySayAnyAmountOnStandardError) {
  EXPECT_EQ(run_child(shell("yes complaint | head -c 1000000 >&2; echo done")), "done\n");
}

TEST(ChildProgram, HasALimitOfMemory) {
  ChildRun run = shell("head -c 300000000 /dev/zero | tail -c 200000000 | wc -c");
  run.limits.memory = 64 << 20;

  EXPECT_EQ(run_child(run), "0\n") << "tail had no room for the end of its input";
}

TEST(ChildProgram, IsEndedWhenTheCallerSaysSo) {
  ChildRun run = shell("sleep 100");
  run.limits.goes_on = [] { return false; };

  EXPECT_THAT([&] { run_child(run); }, ThrowsMessage<Error>(HasSubstr("interrupted")));
}

TEST(ChildProgram, ThatFailsIsQuoted) {
  EXPECT_THAT(
      [] { run_child(shell("echo 'no such part' >&2; exit 3")); },
      ThrowsMessage<Error>(AllOf(HasSubstr("account.docx: sh cannot read it (no such part)"), HasSubstr("save"))));
}

TEST(ChildProgram, ThatIsMissingIsNamedWithItsPackage) {
  EXPECT_THAT(
      [] {
        run_child(
            {.program = "no-such-reader", .package = "reader-utils", .arguments = {}, .input = "", .document = "a"});
      },
      ThrowsMessage<Error>(AllOf(HasSubstr("no-such-reader"), HasSubstr("apt-get install reader-utils"))));
}

}  // namespace
