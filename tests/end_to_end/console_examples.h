#pragma once
// The examples of a README: what stands in its ```console blocks.
//
//   ```console
//   $ build/release/tungse segment account.txt --lang en
//   The first sentence.
//   ...
//   ```
//
// A line that begins with "$ " is a command, a backslash at its end carries it on; what follows is what it prints. A
// line that is only "..." stands for any lines.

#include <string>
#include <vector>

namespace end_to_end {

struct ConsoleExample {
  int line = 0;  // of the command, 1-based
  std::string command;
  std::vector<std::string> output;  // empty: nothing is said about it
};

std::vector<ConsoleExample> read_console_examples(const std::string& markdown);

/// Whether `printed` is what `expected` says.
bool is_printed(const std::vector<std::string>& expected, const std::string& printed);

}  // namespace end_to_end
