#include "tests/support/case_file.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace tungse_tests {
namespace {

std::vector<std::string> cut_at_tabs(const std::string& line) {
  std::vector<std::string> fields;
  std::size_t begin = 0;
  for (std::size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', begin)) {
    fields.push_back(line.substr(begin, tab - begin));
    begin = tab + 1;
  }
  fields.push_back(line.substr(begin));
  return fields;
}

}  // namespace

std::string Case::where() const { return file + ":" + std::to_string(line) + (why.empty() ? "" : " (" + why + ")"); }

std::vector<Case> read_cases(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read case file " + path);
  std::vector<Case> cases;
  std::map<std::string, std::string> settings;
  std::string why;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    if (line[0] == '#') {
      const std::size_t colon = line.find(": ");
      if (colon == std::string::npos || line.size() < 3) continue;
      const std::string key = line.substr(2, colon - 2);
      const std::string value = line.substr(colon + 2);
      if (key == "why") {
        why = value;
      } else if (key.find(' ') == std::string::npos) {
        settings[key] = value;
      }
      continue;
    }
    cases.push_back({std::filesystem::path(path).filename().string(), number, why, settings, line, cut_at_tabs(line)});
    why.clear();
  }
  if (cases.empty()) throw std::runtime_error("no cases in " + path);
  return cases;
}

std::vector<std::string> list_files(const std::string& folder, const std::string& ending) {
  std::vector<std::string> names;
  if (!std::filesystem::is_directory(folder)) return names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && name.ends_with(ending)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string test_name(const std::string& file_name) {
  std::string name = file_name;
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
}

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace tungse_tests
