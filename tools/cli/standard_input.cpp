#include "tools/cli/standard_input.h"

#include <unistd.h>

#include "tools/cli/command.h"
#include "tools/cli/output.h"
#include "tools/cli/value_kind.h"

namespace tungse {
namespace {

std::string shown(const CLI::Option& option) {
  const bool is_named_by_value = option.get_positional() && !option.get_option_text().empty() &&
                                 option.get_option_text().find(' ') == std::string::npos;
  return is_named_by_value ? option.get_option_text() : name_of(option);
}

const CLI::App& chosen(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : chosen(*commands.front());
}

}  // namespace

void check_standard_input(const CLI::App& app) {
  const CLI::App& command = chosen(app);
  std::string awaited;
  for (const CLI::Option* option : command.get_options([](const CLI::Option* one) { return one->count() > 0; })) {
    const ValueKind kind = value_kind_of(*option, path_of(command));
    const bool is_read = kind == ValueKind::input || kind == ValueKind::passage;
    const bool stays = kind == ValueKind::kept || kind == ValueKind::folder;
    if (!is_read && !stays) continue;
    for (const std::string& value : option->results()) {
      if (value != "-") continue;
      if (stays) throw UsageError(shown(*option) + ": \"-\" is no place that stays; name a file or folder");
      if (!awaited.empty()) {
        throw UsageError("only one input can be standard input, and " + awaited + " is; give " + shown(*option) +
                         " as a file");
      }
      awaited = shown(*option);
    }
  }
  if (!awaited.empty()) say_what_is_awaited(awaited);
}

void say_what_is_awaited(const std::string& what) {
  if (isatty(STDIN_FILENO) != 1) return;
  say("tungse: reading " + what + " from standard input; end it with Ctrl-D on a line of its own");
}

}  // namespace tungse
