#pragma once
// Private: another program, run as a child that cannot do harm: it has its input and two pipes, and nothing else.
//
//   std::string json = run_child({.program = "pandoc", .package = "pandoc", .arguments = {"-t", "json"},
//                                 .input = bytes, .document = "account.docx"});
//
// The child is started without a shell. It gets no file but its input (an unnamed one in memory, as its standard
// input), may write no file, has an environment of two variables, a limit of time, memory and output, and where the
// kernel allows it at once, no network. It ends when we do, and with it whatever it started.

#include <string>
#include <string_view>
#include <vector>

#include "aligner/documents/reading_limits.h"

namespace aligner::documents {

struct ChildRun {
  std::string program;  // found on PATH
  std::string package;  // Debian package that has it
  std::vector<std::string> arguments;
  std::string_view input;
  std::string document;  // for messages
  ReadingLimits limits = {};
};

/// What the program wrote to standard output. Throws Error naming the document and the remedy: the program is missing
/// or fails (with the first of what it said), one of the limits is exceeded, or `limits.goes_on` says no.
std::string run_child(const ChildRun& run);

}  // namespace aligner::documents
