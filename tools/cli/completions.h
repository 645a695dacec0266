#pragma once
// Completions of the command line for three shells: scripts that know every command, option and value by themselves.
//
//   write_output(bash_completion(read_command_tree(app)), "tungse.bash");
//
// Each script walks the words typed so far down the tree of commands, passes over values of options ("--mode parallel",
// "--mode=parallel"), and offers what may follow: commands, options, the values there are, likely languages and
// encodings, files or folders. Quotes, brackets, colons and backslashes of descriptions are kept from the shell.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/cli/command_tree.h"

namespace tungse {

std::string bash_completion(const CommandNode& tree);
std::string zsh_completion(const CommandNode& tree);
std::string fish_completion(const CommandNode& tree);

/// A word that bash and zsh read as it is: in single quotes.
std::string shell_quoted(const std::string& word);

/// What bash's and zsh's scripts are made of; they differ in how words are listed, and in the walker.
struct ShellScript {
  std::string head;                                                             // comments, up to the first function
  std::function<std::string(const CommandNode&)> command_case;                  // what may follow a command
  std::function<std::string(const std::vector<std::string>& choices)> choices;  // as the value of `choices`
  std::string_view walker;
};
std::string shell_script(const CommandNode& tree, const ShellScript& script);

}  // namespace tungse
