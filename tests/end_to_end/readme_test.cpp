// The examples in README.md and GUIDE.md do what these say.
//
// They are run in their order, in a folder that looks like the checkout but has a build/ of its own, so that what they
// write disturbs nothing.

#include <filesystem>

#include <gmock/gmock.h>

#include "tests/end_to_end/console_examples.h"
#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using testing::ElementsAre;

constexpr const char* command_name = "build/release/tungse";

class Readme : public CommandTest {
 protected:
  void SetUp() override {
    for (const auto& entry : std::filesystem::directory_iterator(TUNGSE_SOURCE_DIR)) {
      const std::string name = entry.path().filename().string();
      if (name != "build" && name[0] != '.') {
        std::filesystem::create_symlink(entry.path(), folder_.path() / "checkout" / name);
      }
    }
    std::filesystem::create_directories(folder_.path() / "checkout/build/release");
    std::filesystem::create_symlink(TUNGSE_BINARY, folder_.path() / "checkout" / command_name);
    std::filesystem::create_directories(folder_.path() / "bin");
    std::filesystem::create_symlink(TUNGSE_BINARY, folder_.path() / "bin/tungse");
  }

  ProgramResult run(const std::string& command) const {
    ProgramRun run;
    run.program = "/bin/sh";
    run.arguments = {"-c", "PATH='" + in_folder("bin") + "':$PATH; " + command};
    run.folder = folder_.path() / "checkout";
    return tungse_tests::run_program(run);
  }

 private:
  // Before SetUp: links need their folder.
  const bool has_folder_ = std::filesystem::create_directories(folder_.path() / "checkout");
};

TEST_F(Readme, ItsExamplesDoWhatItSays) {
  const std::string readme = std::string(TUNGSE_SOURCE_DIR) + "/README.md";
  if (!std::filesystem::exists(readme)) GTEST_SKIP() << readme << " is not written yet";

  int count = 0;
  for (const ConsoleExample& example : read_console_examples(tungse_tests::read_bytes(readme))) {
    if (!example.command.starts_with(std::string(command_name) + " ")) continue;
    const ProgramResult result = run(example.command);

    const std::string where = "README.md:" + std::to_string(example.line) + ": " + example.command + "\n";
    EXPECT_EQ(result.exit_code, 0) << where << result.shown();
    const bool is_as_said = example.output.empty() || is_printed(example.output, result.out) ||
                            is_printed(example.output, result.err + result.out);  // as a terminal shows it
    EXPECT_TRUE(is_as_said) << where << result.shown();
    ++count;
  }

  EXPECT_GT(count, 0) << readme << " has no example that begins with \"$ " << command_name << "\"";
}

// A reader types every command of the guide, each after the one before. Findings are what check is asked for; a command
// that the guide shows to fail may.
TEST_F(Readme, TheGuideShowsWhatItsReaderSees) {
  const std::string guide = std::string(TUNGSE_SOURCE_DIR) + "/GUIDE.md";

  const std::vector<ConsoleExample> examples = read_console_examples(tungse_tests::read_bytes(guide));

  EXPECT_GT(examples.size(), 20U);
  for (const ConsoleExample& example : examples) {
    const ProgramResult result = run(example.command);
    const std::string where = "GUIDE.md:" + std::to_string(example.line) + ": " + example.command + "\n";
    const bool is_check = example.command.starts_with("tungse check ");
    const bool shows_refusal =
        example.output.size() == 1 && example.output[0].starts_with("tungse: ") && result.out.empty();
    EXPECT_TRUE(result.exit_code == 0 || (is_check && result.exit_code == 3) ||
                (shows_refusal && result.exit_code == 1))
        << where << result.shown();
    const bool is_as_said = is_printed(example.output, result.out) || is_printed(example.output, result.err) ||
                            is_printed(example.output, result.err + result.out);  // as a terminal shows it
    EXPECT_TRUE(is_as_said) << where << result.shown();
  }
}

TEST(ConsoleExamples, AreCommandsWithWhatTheyPrint) {
  const auto examples = read_console_examples(
      "Text\n```console\n$ one --a \\\n  --b\nfirst\n\nlast\n$ two\n```\n$ no example\n```\n$ nor this\n```\n");

  ASSERT_EQ(examples.size(), 2U);
  EXPECT_EQ(examples[0].line, 3);
  EXPECT_EQ(examples[0].command, "one --a   --b");
  EXPECT_THAT(examples[0].output, ElementsAre("first", "", "last"));
  EXPECT_EQ(examples[1].command, "two");
  EXPECT_TRUE(examples[1].output.empty());
}

TEST(ConsoleExamples, MatchLineByLine) {
  EXPECT_TRUE(is_printed({"a", "b"}, "a\nb\n"));
  EXPECT_FALSE(is_printed({"a"}, "a\nb\n"));
  EXPECT_FALSE(is_printed({"a", "b"}, "a\n"));
}

TEST(ConsoleExamples, DotsStandForAnyLines) {
  EXPECT_TRUE(is_printed({"a", "..."}, "a\nb\nc\n"));
  EXPECT_TRUE(is_printed({"...", "c"}, "a\nb\nc\n"));
  EXPECT_TRUE(is_printed({"a", "...", "b"}, "a\nb\n"));
  EXPECT_FALSE(is_printed({"a", "...", "d"}, "a\nb\nc\n"));
}

}  // namespace
}  // namespace end_to_end
