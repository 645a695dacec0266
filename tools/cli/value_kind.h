#pragma once
// What the value of an option is: a file to read, one to write, a folder, a language, ...
//
//   value_kind_of(*app.get_subcommand("align")->get_option("--output"));  // ValueKind::output
//
// Completions offer values by it, and what is read from standard input is known by it, whatever command it is of. One
// table, in the .cpp, holds every rule.

#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

namespace tungse {

enum class ValueKind {
  none,      // a flag: there is no value
  unknown,   // the table says nothing; a test fails then
  input,     // a file that is read; "-" is standard input
  output,    // a file that is written; "-" is standard output
  kept,      // a file that stays and is read and written in place, a project database; "-" is refused
  folder,    // "-" is refused
  passage,   // a text given in words; "-" is standard input
  choice,    // one of few words
  language,  // BCP 47
  encoding,
  command,  // names of commands, one after the other
  number,
  text
};

/// "input" and so on.
std::string_view to_string(ValueKind kind);

/// The kind of the value of an option of the command that is called `path` ("glossary list").
ValueKind value_kind_of(const CLI::Option& option, const std::string& path);

/// The values there are, or likely ones; none for files and free text.
std::vector<std::string> choices_of(const CLI::Option& option, ValueKind kind);

/// "--output", or "file" of an argument.
std::string name_of(const CLI::Option& option);

/// "glossary list" of the command itself; "" of tungse.
std::string path_of(const CLI::App& command);

}  // namespace tungse
