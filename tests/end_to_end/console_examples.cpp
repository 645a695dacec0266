#include "tests/end_to_end/console_examples.h"

#include <sstream>

namespace end_to_end {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// reached[j]: the expected lines up to here can stand for the first j printed lines. A row for each expected line.
std::vector<bool> next_row(const std::vector<bool>& reached, const std::string& expected,
                           const std::vector<std::string>& printed) {
  std::vector<bool> row(reached.size(), false);
  for (std::size_t j = 0; j < reached.size(); ++j) {
    if (expected == "...") {
      row[j] = reached[j] || (j > 0 && row[j - 1]);
    } else {
      row[j] = j > 0 && reached[j - 1] && printed[j - 1] == expected;
    }
  }
  return row;
}

}  // namespace

std::vector<ConsoleExample> read_console_examples(const std::string& markdown) {
  std::vector<ConsoleExample> examples;
  bool is_inside = false;
  bool has_command = false;  // in this block
  bool goes_on = false;      // the command
  int number = 0;
  for (const std::string& line : lines_of(markdown)) {
    ++number;
    if (line.starts_with("```")) {
      is_inside = !is_inside && line == "```console";
      has_command = goes_on = false;
    } else if (is_inside && goes_on) {
      examples.back().command += line;
    } else if (is_inside && line.starts_with("$ ")) {
      examples.push_back({number, line.substr(2), {}});
      has_command = true;
    } else if (is_inside && has_command) {
      examples.back().output.push_back(line);
      continue;
    } else {
      continue;
    }
    goes_on = is_inside && has_command && examples.back().command.ends_with('\\');
    if (goes_on) examples.back().command.pop_back();
  }
  return examples;
}

bool is_printed(const std::vector<std::string>& expected, const std::string& printed) {
  const std::vector<std::string> lines = lines_of(printed);
  std::vector<bool> reached(lines.size() + 1, false);
  reached[0] = true;
  for (const std::string& line : expected) reached = next_row(reached, line, lines);
  return reached.back();
}

}  // namespace end_to_end
