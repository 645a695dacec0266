// Files that are not what they should be: named, with a way out, and never a crash.

#include <random>

#include <gmock/gmock.h>

#include "tests/end_to_end/tungse_command.h"

namespace end_to_end {
namespace {

class HostileInput : public CommandTest {
 protected:
  // What align says when the source is this file.
  ProgramResult align(const std::string& source) const { return tungse({"align", source, vietnamese()}); }
  ProgramResult align_bytes(const std::string& name, const std::string& bytes) const {
    return align(write(name, bytes));
  }
};

std::string random_bytes(std::size_t count) {
  std::mt19937 random(1858);
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) bytes.push_back(static_cast<char>(random() & 0xFF));
  return bytes;
}

TEST_F(HostileInput, AMissingFileIsNamed) { expect_refused(align(in_folder("missing.txt")), {"missing.txt", "check"}); }

TEST_F(HostileInput, ADirectoryIsNamed) {
  expect_refused(align(folder_.path().string()), {folder_.path().string(), "directory"});
}

TEST_F(HostileInput, AnEmptyFileIsRefused) { expect_refused(align_bytes("empty.txt", ""), {"empty.txt", "empty"}); }

TEST_F(HostileInput, WhiteSpaceAloneIsRefused) { expect_refused(align_bytes("blank.txt", " \n\t\n"), {"blank.txt"}); }

TEST_F(HostileInput, AMegabyteOfRandomBytesIsRefused) {
  expect_refused(align_bytes("noise.bin", random_bytes(1 << 20)), {"noise.bin"});
}

TEST_F(HostileInput, NulBytesAreRefused) {
  expect_refused(align_bytes("nul.txt", "The treaty" + std::string(100, '\0') + "was signed.\n"), {"nul.txt"});
}

TEST_F(HostileInput, BytesThatAreNotTheEncodingGivenAreRefusedByLine) {
  const std::string text = write("broken.txt", "The treaty was signed.\nMurav\xFFyov came.\n");

  expect_refused(tungse({"align", text, vietnamese(), "--source-encoding", "UTF-8"}), {"broken.txt", "2", "encoding"});
}

TEST_F(HostileInput, AnUnknownEncodingIsNamed) {
  expect_refused(tungse({"align", english(), vietnamese(), "--source-encoding", "klingon-8"}), {"klingon-8"});
}

TEST_F(HostileInput, AFileThatMayNotBeReadIsNamed) {
  if (!can_nobody_run_it()) GTEST_SKIP() << "the build folder is closed to a user without rights";
  const std::string source = english();
  const std::string target = vietnamese();
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0755));
  std::filesystem::permissions(source, std::filesystem::perms(0000));
  ProgramRun run = run_of({"align", source, target});
  run.user = tungse_tests::User::nobody;

  expect_refused(tungse_tests::run_program(run), {"en.txt"});
}

TEST_F(HostileInput, RulesWithAnEntityBombAreRefused) {
  std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE srx [\n<!ENTITY a0 \"ha\">\n";
  for (int i = 1; i < 30; ++i) {
    const std::string inner = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " \"" + inner + inner + "\">\n";
  }
  bomb += "]>\n<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">&a29;</srx>\n";
  const std::string rules = write("bomb.srx", bomb);

  expect_refused(tungse({"align", english(), vietnamese(), "--srx", rules}), {"bomb.srx"});
  expect_refused(tungse({"segment", english(), "--srx", rules}), {"bomb.srx"});
}

TEST_F(HostileInput, RulesThatAreNoXmlAreRefused) {
  expect_refused(tungse({"segment", english(), "--srx", write("rules.srx", "no rules at all")}), {"rules.srx"});
}

TEST_F(HostileInput, ABadLineOfATermListIsNamed) {
  const std::string terms =
      write("ships.tsv",
            "concept\tlanguage\twording\tstatus\nship\ten\tship\tadmitted\nship\tdeee2222222\tschip\tadmitted\n");

  expect_refused(tungse({"align", english(), vietnamese(), "--terms", terms}), {"ships.tsv:3", "deee2222222"});
}

TEST_F(HostileInput, AMissingTermListIsNamed) {
  expect_refused(tungse({"align", english(), vietnamese(), "--terms", in_folder("none.tsv")}), {"none.tsv"});
}

TEST_F(HostileInput, ControlCharactersOfATextDoNotReachTheTerminal) {
  const ProgramResult result =
      align_bytes("control.txt", "The treaty \033[31mwas signed\033]0;title\007 on May 28, 1858.\n");

  EXPECT_THAT(result.out + result.err, testing::Not(testing::HasSubstr("\033"))) << result.shown();
  EXPECT_EQ(result.signal, 0) << result.shown();
}

TEST_F(HostileInput, AFileNameOfStrangeBytesIsRepeatedHarmlessly) {
  const ProgramResult result = tungse({"align", in_folder("\xFF\xFE.txt"), vietnamese(), "--format", "json"});

  EXPECT_EQ(result.exit_code, 1) << result.shown();
  EXPECT_THAT(result.err, testing::HasSubstr("error"));
}

}  // namespace
}  // namespace end_to_end
