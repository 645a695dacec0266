#pragma once
// What help and manual pages say beside the options: exit codes of every command, and examples.
//
//   score->footer(exit_codes("strict F1 is below --min-f1"));
//   for (const Example& example : examples_of("align")) ... example.line;  // "tungse align en.txt vi.txt"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

namespace tungse {

/// What the line of exit codes begins with.
inline constexpr std::string_view exit_codes_begin = "Exit codes: ";

/// The line of a command that has something to say with exit code 3. Every other command has the line without it, and
/// need not ask for it.
std::string exit_codes(const std::string& meaning_of_three);

/// The footer of a command, with the line of exit codes.
std::string footer_of(const CLI::App& command);

/// One line for a shell, and what it does.
struct Example {
  std::string_view command;  // "glossary list"
  std::string_view line;
  std::string_view what;
};

/// Of one command, by its path; a test runs all of them, in the order of the table, in a folder with an English and a
/// Vietnamese text.
std::vector<Example> examples_of(const std::string& path);

/// Help with exit codes and examples at its end.
std::shared_ptr<CLI::FormatterBase> make_help_formatter();

}  // namespace tungse
