#include "tools/cli/command_tree.h"

#include <algorithm>
#include <string_view>

#include <nlohmann/json.hpp>

#include "tools/cli/command.h"
#include "tools/cli/help_text.h"

namespace tungse {
namespace {

using Json = nlohmann::ordered_json;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

OptionNode read_option(const CLI::Option& option, const std::string& path) {
  OptionNode node;
  for (const std::string& name : option.get_lnames()) node.flags.push_back("--" + name);
  for (const std::string& name : option.get_snames()) node.flags.push_back("-" + name);
  node.name = name_of(option);
  node.description = option.get_description();
  node.kind = value_kind_of(option, path);
  node.choices = choices_of(option, node.kind);
  if (node.kind != ValueKind::none) node.value_name = option.get_option_text();
  node.is_required = option.get_required();
  node.may_repeat = option.get_items_expected_max() > 1;
  return node;
}

// "0 fine, 3 findings remain, or none." cut before each number.
std::vector<ExitStatus> read_exit_codes(const std::string& line) {
  std::vector<ExitStatus> codes;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && is_digit(line[end])) ++end;
    std::size_t next = end;
    do {
      next = line.find(", ", next + 1);
    } while (next != std::string::npos && !is_digit(line[next + 2]));
    std::string meaning = line.substr(end + 1, next == std::string::npos ? next : next - end - 1);
    if (next == std::string::npos && meaning.ends_with('.')) meaning.pop_back();
    codes.push_back({std::stoi(line.substr(at, end - at)), meaning});
    at = next == std::string::npos ? line.size() : next + 2;
  }
  return codes;
}

void read_footer(const std::string& footer, CommandNode& node) {
  for (std::size_t at = 0; at < footer.size();) {
    const std::size_t end = std::min(footer.find('\n', at), footer.size());
    const std::string line = footer.substr(at, end - at);
    at = end + 1;
    if (line.starts_with(exit_codes_begin)) {
      node.exit_codes = read_exit_codes(line.substr(exit_codes_begin.size()));
    } else {
      node.notes += (node.notes.empty() ? "" : "\n") + line;
    }
  }
}

Json to_json(const OptionNode& option) {
  return {{"name", option.name},           {"flags", option.flags},
          {"value", option.value_name},    {"kind", to_string(option.kind)},
          {"choices", option.choices},     {"required", option.is_required},
          {"repeated", option.may_repeat}, {"description", option.description}};
}

Json to_json(const CommandNode& node) {
  Json arguments = Json::array();
  Json options = Json::array();
  Json commands = Json::array();
  Json codes = Json::array();
  Json examples = Json::array();
  for (const OptionNode& one : node.arguments) arguments.push_back(to_json(one));
  for (const OptionNode& one : node.options) options.push_back(to_json(one));
  for (const CommandNode& one : node.commands) commands.push_back(to_json(one));
  for (const ExitStatus& one : node.exit_codes) codes.push_back({{"code", one.code}, {"meaning", one.meaning}});
  for (const Example& one : examples_of(node.path())) examples.push_back({{"line", one.line}, {"what", one.what}});
  return {{"words", node.words},    {"summary", node.summary}, {"notes", node.notes},  {"exit_codes", codes},
          {"arguments", arguments}, {"options", options},      {"examples", examples}, {"commands", commands}};
}

void collect(const CommandNode& node, std::vector<const CommandNode*>& all) {
  all.push_back(&node);
  for (const CommandNode& one : node.commands) collect(one, all);
}

}  // namespace

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

std::string CommandNode::path() const { return joined(words); }

std::string CommandNode::name() const { return words.empty() ? "tungse" : "tungse " + path(); }

CommandNode read_command_tree(const CLI::App& app) {
  CommandNode node;
  for (const CLI::App* one = &app; one->get_parent() != nullptr; one = one->get_parent()) {
    node.words.insert(node.words.begin(), one->get_name());
  }
  node.summary = app.get_description();
  read_footer(footer_of(app), node);
  for (const CLI::Option* option : app.get_options([](const CLI::Option*) { return true; })) {
    (option->get_positional() ? node.arguments : node.options).push_back(read_option(*option, node.path()));
  }
  for (const CLI::App* one : app.get_subcommands([](const CLI::App*) { return true; })) {
    node.commands.push_back(read_command_tree(*one));
  }
  return node;
}

std::vector<const CommandNode*> all_commands(const CommandNode& tree) {
  std::vector<const CommandNode*> all;
  collect(tree, all);
  return all;
}

const CommandNode& command_at(const CommandNode& tree, const std::vector<std::string>& words) {
  const CommandNode* node = &tree;
  for (const std::string& word : words) {
    const auto found = std::find_if(node->commands.begin(), node->commands.end(),
                                    [&word](const CommandNode& one) { return one.words.back() == word; });
    if (found == node->commands.end()) {
      throw UsageError("there is no command \"" + word + "\"; see " + node->name() + " --help");
    }
    node = &*found;
  }
  return *node;
}

std::string command_tree_json(const CommandNode& tree) {
  return to_json(tree).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tungse
