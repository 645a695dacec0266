// Completions as the shells themselves give them: bash, zsh and fish are run, cases/completions.tsv says what they
// offer.

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr const char* bash_driver = R"bash(
source "$1"
line=$2
COMP_WORDS=()
for word in ${line//=/ = }; do COMP_WORDS+=("$word"); done
[[ $line == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_tungse
for word in "${COMPREPLY[@]}"; do
  if [[ -e $word ]]; then printf '%s\n' "$word"; else eval "printf '%s\n' $word"; fi
done
)bash";

constexpr const char* fish_driver = "source $argv[1]; complete -C $argv[2]";

struct Shell {
  const char* name;
  const char* program;
};

void PrintTo(const Shell& shell, std::ostream* out) { *out << shell.name; }

class Completion : public CommandTest, public testing::WithParamInterface<Shell> {
 protected:
  void SetUp() override {
    if (!fs::exists(GetParam().program)) {
      GTEST_SKIP() << "the package " << GetParam().name << " is not installed; tools/install --test does that";
    }
    fs::create_directories(folder_.path() / "here/entries");
    fs::create_directories(folder_.path() / "scripts");
    write("here/en.txt", "text");
    write("here/two words.txt", "text");
    const ProgramResult made = tungse({"completion", GetParam().name, "--output", script()});
    expect_fine(made);
  }

  // zsh looks for a function's file by the function's name.
  std::string script() const { return in_folder("scripts/_tungse"); }

  Words words_for(const std::string& line) const {
    const std::string shell = GetParam().name;
    if (shell == "bash") return {"--norc", "-c", bash_driver, "bash", script(), line};
    if (shell == "fish") return {"--no-config", "-c", fish_driver, script(), line};
    return {"-f", std::string(TUNGSE_SOURCE_DIR) + "/tests/end_to_end/zsh_candidates.zsh", in_folder("scripts"), line};
  }

  // What every shell writes in its own way: descriptions, slashes behind folders, what stands before the sign of
  // equality, backslashes before blanks.
  static std::string plain(std::string candidate) {
    candidate = candidate.substr(0, candidate.find('\t'));
    if (candidate.ends_with('/')) candidate.pop_back();
    const std::size_t sign = candidate.find('=');
    if (candidate.starts_with("--") && sign != std::string::npos) candidate = candidate.substr(sign + 1);
    candidate.erase(std::remove(candidate.begin(), candidate.end(), '\\'), candidate.end());
    return candidate;
  }

  std::string offered(const std::string& line) const {
    ProgramRun run{.program = GetParam().program, .arguments = words_for(line)};
    run.folder = folder_.path() / "here";
    run.environment = {{"HOME", folder_.path().string()}, {"TMPDIR", folder_.path().string()}, {"TERM", "xterm"}};
    const ProgramResult result = tungse_tests::run_program(run);
    std::set<std::string> candidates;
    std::istringstream lines(result.out);
    for (std::string one; std::getline(lines, one);) candidates.insert(plain(one));
    std::string text;
    for (const std::string& one : candidates) text += (text.empty() ? "" : " | ") + one;
    return text;
  }
};

TEST_P(Completion, OffersWhatMayFollow) {
  for (const auto& one :
       tungse_tests::read_cases(std::string(TUNGSE_SOURCE_DIR) + "/tests/end_to_end/cases/completions.tsv")) {
    EXPECT_EQ(offered(one.fields.at(0)), one.fields.size() > 1 ? one.fields[1] : "") << one.where();
  }
}

TEST_P(Completion, IsTheSameEveryTime) {
  const std::string again = tungse({"completion", GetParam().name}).out;

  EXPECT_EQ(tungse_tests::read_bytes(script()), again);
}

INSTANTIATE_TEST_SUITE_P(Shells, Completion,
                         testing::Values(Shell{"bash", "/bin/bash"}, Shell{"zsh", "/usr/bin/zsh"},
                                         Shell{"fish", "/usr/bin/fish"}),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace end_to_end
