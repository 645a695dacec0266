#include "tools/cli/man_page.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <sstream>
#include <string_view>

#include "tools/cli/help_text.h"

namespace tungse {
namespace {

struct Note {
  std::string_view option;  // of commands that have this one; "": of all
  std::string_view name;
  std::string_view text;
};

constexpr std::array file_notes = {
    Note{"", "", "There are no files of settings: what a command does, its options say."},
    Note{"--db", "project.db",
         "A project: documents, alignments, decisions and terms in one SQLite database. While it is in use, "
         "project.db-wal and project.db-shm stand beside it."},
    Note{"--batch", "MANIFEST.state", "Which outputs of a batch are finished, so that another run keeps them."},
    Note{"--output", "FILE.part and a number",
         "An output while it is written; it takes its name when it is whole. Only a kill leaves one behind."},
};

constexpr std::array environment_notes = {
    Note{"", "COLUMNS",
         "How wide reports and tables are where standard output is no terminal; 100 where it is not set."},
    Note{"", "NO_COLOR", "Where it is set, nothing is coloured."},
    Note{"--by", "USER, LOGNAME", "Who decides, where --by does not say."},
    Note{"--ui-lang", "LANGUAGE, LC_ALL, LC_MESSAGES, LANG",
         "The language of reports, where --ui-lang does not say: the first of these that is set."},
};

void append_code_point(std::string& text, std::uint32_t point) {
  char name[16];
  std::snprintf(name, sizeof name, "\\[u%04X]", static_cast<unsigned>(point));
  text += name;
}

std::string_view escape_of(char byte) {
  switch (byte) {
    case '\\':
      return "\\(rs";
    case '-':
      return "\\-";  // a minus, as it is typed
    case '\'':
      return "\\(aq";
    case '"':
      return "\\(dq";
    case '`':
      return "\\(ga";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    default:
      return "";
  }
}

// Text as roff has it on one line. What begins a line is never a dot or a quote: those are escaped, or follow "\&".
std::string escaped(std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      const std::string_view escape = escape_of(text[i]);
      if (text[i] == '.' && i == 0) all += "\\&";
      all += escape.empty() ? std::string_view(&text[i], 1) : escape;
      continue;
    }
    const int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    std::uint32_t point = byte & (0x3FU >> more);
    for (int k = 0; k < more && i + 1 < text.size(); ++k)
      point = point << 6U | (static_cast<unsigned char>(text[++i]) & 0x3FU);
    append_code_point(all, point);
  }
  return all;
}

std::string bold(std::string_view text) { return "\\fB" + escaped(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + escaped(text) + "\\fR"; }

std::string page_name(const CommandNode& command) {
  std::vector<std::string> words = command.words;
  words.insert(words.begin(), "tungse");
  return joined(words, "-");
}

// A paragraph: lines of a footer are cut for help, and are filled here again. A sentence begins a line, as roff wants
// it.
std::string paragraph(std::string text) {
  constexpr std::size_t widest = 78;
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::string lines;
  std::string line;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const std::string added = escaped(word);
    if (!line.empty() && (line.back() == '.' || line.size() + 1 + added.size() > widest)) {
      lines += line + "\n";
      line.clear();
    }
    line += line.empty() ? added : " " + added;
  }
  return lines + line + "\n";
}

std::string with_stop(const std::string& text) {
  return text.empty() || text.ends_with('.') || text.ends_with("...") ? text : text + ".";
}

std::string value_of(const OptionNode& option) {
  return option.value_name.empty() ? "" : " " + italic(option.value_name);
}

std::string synopsis(const CommandNode& command) {
  std::string line = bold(command.name());
  for (const OptionNode& one : command.options) {
    if (one.is_required) line += " " + bold(one.name) + value_of(one);
  }
  line += " [" + italic("OPTIONS") + "]";
  for (const OptionNode& one : command.arguments) {
    const std::string shown = italic(one.value_name.empty() ? one.name : one.value_name);
    line += one.is_required ? " " + shown : " [" + shown + "]";
  }
  return line + (command.commands.empty() ? "" : " " + italic("COMMAND")) + "\n";
}

std::string tagged(const std::string& tag, const std::string& text) { return ".TP\n" + tag + "\n" + text; }

std::string choices_line(const OptionNode& option) {
  if (option.kind != ValueKind::choice || option.choices.empty()) return "";
  std::vector<std::string> words;
  for (const std::string& one : option.choices) words.push_back(bold(one));
  return "One of: " + joined(words, ", ") + ".\n";
}

std::string described(const OptionNode& option) {
  std::string names;
  for (const std::string& flag : option.flags) names += (names.empty() ? "" : ", ") + bold(flag);
  if (option.flags.empty()) names = italic(option.value_name.empty() ? option.name : option.value_name);
  std::string text = paragraph(with_stop(option.description)) + choices_line(option);
  if (option.is_required) text += "Needed.\n";
  return tagged(names + (option.flags.empty() ? "" : value_of(option)), text);
}

bool has_option(const CommandNode& command, std::string_view name) {
  return std::any_of(command.options.begin(), command.options.end(),
                     [name](const auto& one) { return one.name == name; });
}

// What the page of tungse itself says is true of any command below it.
bool concerns(const CommandNode& command, std::string_view option) {
  if (option.empty() || has_option(command, option)) return true;
  return std::any_of(command.commands.begin(), command.commands.end(),
                     [option](const CommandNode& one) { return concerns(one, option); });
}

template <typename Notes>
std::string noted(const CommandNode& command, const std::string& title, const Notes& notes) {
  std::string section = ".SH " + title + "\n";
  for (const Note& note : notes) {
    if (!concerns(command, note.option)) continue;
    const std::string text = paragraph(std::string(note.text));
    section += note.name.empty() ? text : tagged(bold(note.name), text);
  }
  return section;
}

std::string examples(const CommandNode& tree, const CommandNode& command) {
  std::string section;
  for (const CommandNode* one : all_commands(command)) {
    for (const Example& example : examples_of(one->path())) {
      section += tagged(bold(example.line), paragraph(std::string(example.what)));
      if (&command == &tree) break;  // of each command the first
    }
  }
  return section.empty() ? "" : ".SH EXAMPLES\n" + section;
}

std::string exit_status(const CommandNode& command) {
  std::string section = ".SH EXIT STATUS\n";
  for (const ExitStatus& one : command.exit_codes) {
    section += tagged(bold(std::to_string(one.code)), paragraph(with_stop(one.meaning)));
  }
  return section;
}

// The pages above and below, tungse's own for a command alone.
std::string see_also(const CommandNode& tree, const CommandNode& command) {
  std::vector<std::string> pages;
  for (std::size_t count = 0; count < command.words.size(); ++count) {
    const std::vector<std::string> above(command.words.begin(),
                                         command.words.begin() + static_cast<std::ptrdiff_t>(count));
    pages.push_back(bold(page_name(command_at(tree, above))) + "(1)");
  }
  for (const CommandNode& one : command.commands) pages.push_back(bold(page_name(one)) + "(1)");
  return ".SH SEE ALSO\n" + joined(pages, ",\n") + "\n";
}

std::string commands_and_options(const CommandNode& command) {
  std::string sections;
  if (!command.commands.empty()) sections += ".SH COMMANDS\n";
  for (const CommandNode& one : command.commands)
    sections += tagged(bold(one.words.back()), paragraph(with_stop(one.summary)));
  if (!command.arguments.empty()) sections += ".SH ARGUMENTS\n";
  for (const OptionNode& one : command.arguments) sections += described(one);
  sections += ".SH OPTIONS\n";
  for (const OptionNode& one : command.options) sections += described(one);
  return sections;
}

}  // namespace

std::string man_page(const CommandNode& tree, const CommandNode& command) {
  std::string title = page_name(command);
  std::transform(title.begin(), title.end(), title.begin(),
                 [](char byte) { return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte; });
  std::string page = ".\\\" Made by: tungse man\n.TH " + title + " 1 " + TUNGSE_RELEASE_DATE + " \"tungse " +
                     TUNGSE_VERSION + "\" \"tungse\"\n";
  std::string summary = command.summary;
  if (summary.ends_with('.')) summary.pop_back();
  page += ".SH NAME\n" + escaped(page_name(command)) + " \\- " + escaped(summary) + "\n";
  page += ".SH SYNOPSIS\n" + synopsis(command);
  page += ".SH DESCRIPTION\n" + paragraph(with_stop(command.summary));
  if (!command.notes.empty()) page += ".PP\n" + paragraph(command.notes);
  page += commands_and_options(command);
  page += exit_status(command) + examples(tree, command);
  page += noted(command, "FILES", file_notes) + noted(command, "ENVIRONMENT", environment_notes);
  return page + see_also(tree, command);
}

std::string man_page_file(const CommandNode& command) { return page_name(command) + ".1"; }

}  // namespace tungse
