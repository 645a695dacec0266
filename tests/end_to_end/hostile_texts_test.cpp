// Completions and manual pages of a command line whose texts hold everything that a shell or man would take for its
// own.

#include <filesystem>
#include <set>

#include <gmock/gmock.h>

#include "tests/end_to_end/tungse_command.h"
#include "tools/cli/command.h"
#include "tools/cli/command_tree.h"
#include "tools/cli/completions.h"
#include "tools/cli/man_page.h"

namespace end_to_end {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* hostile =
    "'quoted' \"twice\" [in brackets] {braces}: a\\back\\\\slash, $(touch ran) `touch ran` $HOME ~ ^ * ? ; & | <tag> # "
    "% -dash "
    "--dashes \xE2\x80\xA0 \xE1\xA1\xA0";

class HostileTexts : public CommandTest {
 protected:
  HostileTexts() : app_(".start with a dot " + std::string(hostile), "tungse") {
    CLI::App* command = app_.add_subcommand("do", hostile);
    command->add_option("--with", value_, hostile)->check(CLI::IsMember({"it's", "a:b", "$(touch ran)", "[x]"}));
    command->add_option("file", value_, hostile)->option_text("FILE");
    tree_ = tungse::read_command_tree(app_);
  }

  // What the shell says when it reads the script, or completes; nothing that it holds is run.
  ProgramResult run(const std::string& program, const std::vector<std::string>& words) const {
    if (!fs::exists(program)) return {.exit_code = 0};
    ProgramRun run{.program = program, .arguments = words};
    run.folder = folder_.path();
    run.environment = {{"HOME", folder_.path().string()}, {"TMPDIR", folder_.path().string()}, {"TERM", "xterm"}};
    return tungse_tests::run_program(run);
  }

  std::string value_;
  CLI::App app_;
  tungse::CommandNode tree_;
};

TEST_F(HostileTexts, AreTextToBash) {
  const std::string script = write("script", bash_completion(tree_));

  const ProgramResult result = run("/bin/bash", {"--norc", "-c",
                                                 "source ./script; COMP_WORDS=(tungse do --with ''); COMP_CWORD=3; "
                                                 "_tungse; eval \"printf '%s\\n' ${COMPREPLY[*]}\""});

  EXPECT_EQ(result.out, "it's\na:b\n$(touch ran)\n[x]\n") << result.shown();
  EXPECT_EQ(result.err, "");
  EXPECT_FALSE(fs::exists(in_folder("ran")));
}

TEST_F(HostileTexts, AreTextToZsh) {
  write("_tungse", zsh_completion(tree_));
  if (!fs::exists("/usr/bin/zsh")) GTEST_SKIP() << "the package zsh is not installed; tools/install --test does that";

  const std::string driver = std::string(TUNGSE_SOURCE_DIR) + "/tests/end_to_end/zsh_candidates.zsh";
  const ProgramResult commands = run("/usr/bin/zsh", {"-f", driver, folder_.path().string(), "tungse d"});
  const ProgramResult options = run("/usr/bin/zsh", {"-f", driver, folder_.path().string(), "tungse do --w"});
  const ProgramResult values = run("/usr/bin/zsh", {"-f", driver, folder_.path().string(), "tungse do --with "});

  EXPECT_EQ(commands.out, "do\n") << commands.shown();
  EXPECT_EQ(options.out, "--with\n") << options.shown();
  EXPECT_EQ(values.out, "it's\na:b\n$(touch ran)\n[x]\n") << values.shown();
  EXPECT_FALSE(fs::exists(in_folder("ran")));
}

TEST_F(HostileTexts, AreTextToFish) {
  if (!fs::exists("/usr/bin/fish")) GTEST_SKIP() << "the package fish is not installed; tools/install --test does that";
  const std::string script = write("script", fish_completion(tree_));

  const ProgramResult commands = run("/usr/bin/fish", {"--no-config", "-c", "source script; complete -C 'tungse d'"});
  const ProgramResult values = run(
      "/usr/bin/fish", {"--no-config", "-c", "source script; complete -C 'tungse do --with ' | string split -f1 \\t"});

  EXPECT_EQ(commands.out, "do\t" + std::string(hostile) + "\n") << commands.shown();
  EXPECT_EQ(values.out, "$(touch ran)\na:b\nit's\n[x]\n") << values.shown();
  EXPECT_FALSE(fs::exists(in_folder("ran")));
}

TEST_F(HostileTexts, AreTextToMandoc) {
  if (!fs::exists("/usr/bin/mandoc"))
    GTEST_SKIP() << "the package mandoc is not installed; tools/install --test does that";
  for (const tungse::CommandNode* command : all_commands(tree_)) {
    const std::string page = write(man_page_file(*command), man_page(tree_, *command));

    const ProgramResult faults = run("/usr/bin/mandoc", {"-Tlint", "-Wwarning", page});
    const ProgramResult read = run("/usr/bin/mandoc", {"-Tutf8", "-Owidth=1000", page});

    EXPECT_EQ(faults.out, "") << man_page_file(*command);
    EXPECT_THAT(read.out, HasSubstr(hostile)) << man_page_file(*command);
  }
}

}  // namespace
}  // namespace end_to_end
