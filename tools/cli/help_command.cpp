// tungse help, tungse completion, tungse man: what the command line says of itself, to people, shells and man(1).

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tools/cli/command.h"
#include "tools/cli/command_tree.h"
#include "tools/cli/completions.h"
#include "tools/cli/man_page.h"
#include "tools/cli/output.h"

namespace tungse {
namespace {

struct HelpOptions {
  std::vector<std::string> words;  // of a command
  std::string shell;
  std::string folder;
  std::string output;
  bool json = false;
};

const CLI::App& app_at(const CLI::App& app, const std::vector<std::string>& words) {
  const CLI::App* found = &app;
  for (const std::string& word : words) {
    const auto named = found->get_subcommands([&word](const CLI::App* one) { return one->get_name() == word; });
    found = named.front();  // the tree has it
  }
  return *found;
}

int help(const CLI::App& app, const HelpOptions& options) {
  const CommandNode tree = read_command_tree(app);
  const CommandNode& command = command_at(tree, options.words);
  if (options.json) {
    write_output(command_tree_json(command), "");
    return exit_fine;
  }
  // Not one->help(): where a command is given, that explains it instead.
  const CLI::App& one = app_at(app, options.words);
  write_output(one.get_formatter()->make_help(&one, command.name(), CLI::AppFormatMode::Normal), "");
  return exit_fine;
}

int completion(const CLI::App& app, const HelpOptions& options) {
  const CommandNode tree = read_command_tree(app);
  const std::string script = options.shell == "bash"  ? bash_completion(tree)
                             : options.shell == "zsh" ? zsh_completion(tree)
                                                      : fish_completion(tree);
  write_output(script, options.output);
  return exit_fine;
}

int man(const CLI::App& app, const HelpOptions& options) {
  const CommandNode tree = read_command_tree(app);
  if (options.folder.empty()) {
    write_output(man_page(tree, command_at(tree, options.words)), options.output);
    return exit_fine;
  }
  if (!options.words.empty() || !options.output.empty()) {
    throw UsageError("--all-dir takes every page; leave the command and --output out");
  }
  std::filesystem::create_directories(options.folder);
  for (const CommandNode* command : all_commands(tree)) {
    write_output(man_page(tree, *command), (std::filesystem::path(options.folder) / man_page_file(*command)).string());
  }
  return exit_fine;
}

using Work = int (*)(const CLI::App&, const HelpOptions&);

CLI::App* add(CLI::App& app, Job& job, const std::shared_ptr<HelpOptions>& options, const std::string& name,
              const std::string& what, Work work) {
  CLI::App* command = app.add_subcommand(name, what);
  command->callback([&app, &job, options, work] { job = [&app, options, work] { return work(app, *options); }; });
  return command;
}

}  // namespace

void add_help_commands(CLI::App& app, Job& job) {
  auto options = std::make_shared<HelpOptions>();
  CLI::App* command = add(app, job, options, "help", "Explain a command", help);
  command->add_option("command", options->words, "The command to explain: glossary list")->option_text("COMMAND");
  command->add_flag("--json", options->json, "Commands, options and what their values are, as JSON");

  options = std::make_shared<HelpOptions>();
  command = add(app, job, options, "completion", "Print what a shell needs to complete the command line", completion);
  command->add_option("shell", options->shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}))
      ->option_text("SHELL");
  command->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");

  options = std::make_shared<HelpOptions>();
  command = add(app, job, options, "man", "Print the manual page of a command", man);
  command->add_option("command", options->words, "The command: glossary list; none: tungse itself")
      ->option_text("COMMAND");
  command->add_option("--all-dir", options->folder, "Write all pages into this folder instead")->option_text("FOLDER");
  command->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
}

}  // namespace tungse
