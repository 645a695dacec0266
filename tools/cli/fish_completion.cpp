#include "tools/cli/completions.h"

namespace tungse {
namespace {

// `__tungse_below WORDS` holds where the command that is typed begins with these words, `__tungse_at WORDS` where it is
// these words and another is to follow.
constexpr std::string_view head = R"fish(# Completions of tungse for fish, made by: tungse completion fish

function __tungse_below
    set -l typed (commandline -opc)
    set -e typed[1]
    test (count $typed) -ge (count $argv); or return 1
    for i in (seq (count $argv))
        test "$typed[$i]" = "$argv[$i]"; or return 1
    end
end

function __tungse_at
    test (count (commandline -opc)) -eq (math (count $argv) + 1); and __tungse_below $argv
end

complete -c tungse -f
)fish";

std::string quoted(const std::string& text) {
  std::string all = "'";
  for (const char byte : text) {
    if (byte == '\'' || byte == '\\') all += '\\';
    all += byte;
  }
  return all + "'";
}

std::string condition(const std::string& function, const std::string& path) {
  return "complete -c tungse -n " + quoted(path.empty() ? function : function + " " + path);
}

// fish evaluates a list of candidates, so a word of several keeps quotes of its own within.
std::string candidates(const std::vector<std::string>& words) {
  std::vector<std::string> safe;
  for (const std::string& word : words) {
    const bool is_plain = word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") ==
                          std::string::npos;
    safe.push_back(is_plain ? word : quoted(word));
  }
  return quoted(joined(safe));
}

// What follows an option, or stands as an argument; empty where nothing can be offered.
std::string offer(const OptionNode& option) {
  switch (option.kind) {
    case ValueKind::input:
    case ValueKind::output:
    case ValueKind::kept:
      return " -F";
    case ValueKind::folder:
      return " -a '(__fish_complete_directories (commandline -ct))'";
    default:
      return option.choices.empty() ? "" : " -a " + candidates(option.choices);
  }
}

std::string option_line(const CommandNode& command, const OptionNode& option) {
  std::string line = condition(command.words.empty() ? "__tungse_at" : "__tungse_below", command.path());
  for (const std::string& flag : option.flags) {
    line += flag.starts_with("--") ? " -l " + flag.substr(2) : " -s " + flag.substr(1);
  }
  if (option.kind != ValueKind::none) line += offer(option) == " -F" ? " -r" : " -x";
  return line + offer(option) + " -d " + quoted(option.description) + "\n";
}

std::string argument_line(const CommandNode& command, const OptionNode& argument) {
  const std::string values = offer(argument);
  return values.empty() ? "" : condition("__tungse_below", command.path()) + values + "\n";
}

// "help glossary" offers what "glossary" has.
std::string command_lines(const CommandNode& tree, const std::string& before) {
  std::string lines;
  for (const CommandNode* one : all_commands(tree)) {
    const std::string path = before + (before.empty() || one->words.empty() ? "" : " ") + one->path();
    for (const CommandNode& below : one->commands) {
      lines += condition("__tungse_at", path) + " -a " + below.words.back() + " -d " + quoted(below.summary) + "\n";
    }
  }
  return lines;
}

}  // namespace

std::string fish_completion(const CommandNode& tree) {
  std::string script = std::string(head) + command_lines(tree, "");
  for (const CommandNode* command : all_commands(tree)) {
    for (const OptionNode& one : command->options) script += option_line(*command, one);
    for (const OptionNode& one : command->arguments) {
      script += one.kind == ValueKind::command ? command_lines(tree, command->path()) : argument_line(*command, one);
    }
  }
  return script;
}

}  // namespace tungse
