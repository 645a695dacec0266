#pragma once
// Runs a program as a user would, and keeps what it printed.
//
//   ProgramResult result = run_program({.program = TUNGSE_BINARY, .arguments = {"--version"}});
//   EXPECT_EQ(result.exit_code, 0);
//   EXPECT_EQ(result.err, "");

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tungse_tests {

/// Where the program's standard output goes.
enum class Output {
  kept,        // into ProgramResult::out
  reader_gone  // into a pipe that nobody reads any more
};

enum class User {
  same,   // whoever runs the tests
  nobody  // where root runs the tests: a user without rights; otherwise the same
};

struct ProgramRun {
  std::string program;
  std::vector<std::string> arguments;
  std::string input;                               // standard input
  std::filesystem::path folder;                    // to run in; empty: this one
  std::map<std::string, std::string> environment;  // on top of PATH and a UTF-8 locale; nothing else is handed on
  Output output = Output::kept;
  User user = User::same;
  std::optional<std::chrono::milliseconds> interrupt_after;  // SIGINT then
  std::chrono::seconds time_limit{500};                      // SIGKILL then
  std::function<bool()> kill_when;                           // SIGKILL as soon as this holds; asked now and then
};

struct ProgramResult {
  int exit_code = -1;  // -1 where a signal ended it
  int signal = 0;      // that signal
  bool timed_out = false;
  std::string out;
  std::string err;

  /// Everything, for failure messages.
  std::string shown() const;
};

/// Throws std::runtime_error where the program cannot be started.
ProgramResult run_program(const ProgramRun& run);

}  // namespace tungse_tests
