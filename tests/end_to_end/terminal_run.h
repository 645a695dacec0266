#pragma once
// Runs the command with a terminal as standard input, as a person has it who types.
//
//   const TerminalResult result = run_on_terminal({"segment", "-"}, {.folder = folder, .awaited = "Ctrl-D"});
//   result.was_said;   // "Ctrl-D" stood on standard error while the command waited
//   result.exit_code;  // after the end of the input was typed

#include <string>
#include <vector>

namespace end_to_end {

struct TerminalRun {
  std::string folder;   // to run in
  std::string awaited;  // on standard error; then the input is ended
  std::string typed;    // before that; whole lines
};

struct TerminalResult {
  bool was_said = false;   // what was awaited
  bool timed_out = false;  // neither said nor ended within a minute, or not ended after its input
  int exit_code = -1;
  std::string err;
};

TerminalResult run_on_terminal(const std::vector<std::string>& arguments, const TerminalRun& run);

}  // namespace end_to_end
