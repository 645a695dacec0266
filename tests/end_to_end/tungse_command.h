#pragma once
// The command as a user has it, and a few texts to try it on.
//
//   ProgramResult result = tungse({"align", english(), vietnamese(), "--format", "ladder"});
//   expect_refused(result, {"missing.txt", "check the path"});

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/run_program.h"
#include "tests/support/temporary_directory.h"

namespace end_to_end {

using tungse_tests::ProgramResult;
using tungse_tests::ProgramRun;

/// Runs the built command.
ProgramResult tungse(const std::vector<std::string>& arguments, const std::string& input = "");

/// What `tungse` runs, to be altered.
ProgramRun run_of(const std::vector<std::string>& arguments);

/// Whether a user without rights can start the command: not where it was built in a folder that is root's alone.
bool can_nobody_run_it();

/// The bundled accounts: corpus("aigun/en.txt").
std::string corpus(const std::string& name);

/// What xmllint says of an XML file by one of the DTDs in tests/interchange/schemas: validated(file, "tmx14.dtd").
ProgramResult validated(const std::string& file, const std::string& schema);

/// Two texts that translate each other, one sentence a line: five lines are text, the third is empty.
std::string_view small_english();
std::string_view small_vietnamese();

/// Checks that the command refused to work: this exit code, nothing on standard output, and on standard error words
/// that hold all of `words`.
void expect_refused(const ProgramResult& result, const std::vector<std::string>& words, int exit_code = 1);
/// Checks exit code 0.
void expect_fine(const ProgramResult& result);

/// A test with a folder of its own.
class CommandTest : public testing::Test {
 protected:
  /// The path of a file in the folder.
  std::string in_folder(const std::string& name) const { return (folder_.path() / name).string(); }
  std::string write(const std::string& name, std::string_view bytes) const { return folder_.write(name, bytes); }
  /// The names of all files in the folder, sorted.
  std::vector<std::string> files() const;

  /// The two small texts as files.
  std::string english() const { return write("en.txt", small_english()); }
  std::string vietnamese() const { return write("vi.txt", small_vietnamese()); }

  tungse_tests::TemporaryDirectory folder_;
};

}  // namespace end_to_end
