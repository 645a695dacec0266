#pragma once
// Standard input, where an option or an argument says "-": once only, and never waited for in silence.
//
//   check_standard_input(app);  // parsed; throws UsageError, or says on a terminal what is waited for

#include <string>

#include <CLI/CLI.hpp>

namespace tungse {

/// Looks through the command that was chosen. Throws UsageError where two inputs are "-", or a project or folder is.
void check_standard_input(const CLI::App& app);

/// Where standard input is a terminal: says on standard error that `what` is read from there, and how to end it.
void say_what_is_awaited(const std::string& what);

}  // namespace tungse
