#include "tools/cli/completions.h"

namespace tungse {
namespace {

// What the walkers call a value that is no word of a list; else "".
std::string_view walker_kind(ValueKind kind) {
  switch (kind) {
    case ValueKind::input:
    case ValueKind::output:
    case ValueKind::kept:
      return "file";
    case ValueKind::folder:
      return "folder";
    case ValueKind::command:
      return "command";
    default:
      return "";
  }
}

std::string value_case(const std::string& key, const OptionNode& option, const ShellScript& script) {
  std::string what(walker_kind(option.kind));
  if (!what.empty()) what = "kind=" + what;
  if (what.empty() && !option.choices.empty()) what = "choices=" + script.choices(option.choices);
  return what.empty() ? "" : "    " + shell_quoted(key) + ") " + what + " ;;\n";
}

std::string value_cases(const CommandNode& command, const ShellScript& script) {
  std::string cases;
  for (const OptionNode& one : command.options) {
    for (const std::string& flag : one.flags) cases += value_case(command.path() + " " + flag, one, script);
  }
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    cases += value_case(command.path() + " " + std::to_string(i + 1), command.arguments[i], script);
  }
  return cases;
}

}  // namespace

std::string shell_quoted(const std::string& word) {
  std::string quoted = "'";
  for (const char byte : word) quoted += byte == '\'' ? std::string("'\\''") : std::string(1, byte);
  return quoted + "'";
}

std::string shell_script(const CommandNode& tree, const ShellScript& script) {
  std::string text = script.head + "_tungse_command() {\n  commands=() options=() valued=() last=0\n  case $1 in\n";
  for (const CommandNode* one : all_commands(tree)) text += script.command_case(*one);
  text += "  esac\n}\n\n_tungse_value() {\n  kind='' choices=()\n  case \"$1 $2\" in\n";
  for (const CommandNode* one : all_commands(tree)) text += value_cases(*one, script);
  return text + "  esac\n}\n" + std::string(script.walker);
}

}  // namespace tungse
