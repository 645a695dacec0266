#pragma once
// The command line as values: what completions, manual pages and the JSON of help are made of.
//
//   const CommandNode tree = read_command_tree(app);
//   for (const CommandNode* command : all_commands(tree)) print(command->name());  // "tungse", ..., "tungse db info"

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "tools/cli/value_kind.h"

namespace tungse {

/// An option, or an argument by its place.
struct OptionNode {
  std::vector<std::string> flags;    // "--help", "-h"; none: an argument
  std::string name;                  // the first of the flags, or the argument's name
  std::string value_name;            // "FILE"; empty where it takes no value
  std::string description;           // as help has it
  ValueKind kind = ValueKind::none;  // of the value
  std::vector<std::string> choices;  // every value there is, or those that are likely; may be empty
  bool is_required = false;
  bool may_repeat = false;
};

struct ExitStatus {
  int code = 0;
  std::string meaning;
};

struct CommandNode {
  std::vector<std::string> words;  // "glossary", "list"; none: tungse itself
  std::string summary;
  std::string notes;  // lines of the footer but the exit codes; may be empty
  std::vector<ExitStatus> exit_codes;
  std::vector<OptionNode> arguments;
  std::vector<OptionNode> options;
  std::vector<CommandNode> commands;

  /// "tungse glossary list".
  std::string name() const;
  /// "glossary list".
  std::string path() const;
};

/// The tree below `app`, in the order of help.
CommandNode read_command_tree(const CLI::App& app);

/// The node and all below it, a command before its subcommands.
std::vector<const CommandNode*> all_commands(const CommandNode& tree);

/// The node that the words lead to. Throws UsageError naming the word that is no command.
const CommandNode& command_at(const CommandNode& tree, const std::vector<std::string>& words);

/// The node as JSON, with all below it.
std::string command_tree_json(const CommandNode& tree);

/// Words with one space between them.
std::string joined(const std::vector<std::string>& words, const std::string& between = " ");

}  // namespace tungse
