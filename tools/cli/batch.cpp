#include "tools/cli/batch.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>
#include <string_view>
#include <system_error>

#include "aligner/error.h"

#include "tools/cli/command.h"
#include "tools/cli/document_forms.h"
#include "tools/cli/terminal.h"

namespace tungse {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

BatchLine parse_line(const std::string& line, const std::string& place) {
  const std::size_t first = line.find('\t');
  const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
  const bool is_good = second != std::string::npos && line.find('\t', second + 1) == std::string::npos;
  BatchLine parsed;
  if (is_good) {
    parsed = {line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)};
  }
  if (parsed.source.empty() || parsed.target.empty() || parsed.output.empty()) {
    throw aligner::Error(place + ": a line is source, target and output with a tab between them");
  }
  return parsed;
}

// "a" and "./a" are one place.
std::string place_of(const std::string& path) { return std::filesystem::absolute(path).lexically_normal().string(); }

void refuse_outputs_that_are_read(const std::vector<BatchLine>& lines, const std::vector<std::string>& places,
                                  const std::string& manifest) {
  std::set<std::string> texts;
  if (manifest != "-") texts = {place_of(manifest), place_of(state_path(manifest))};
  for (const BatchLine& line : lines) texts.insert({place_of(line.source), place_of(line.target)});
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (texts.count(place_of(lines[i].output)) == 0) continue;
    throw aligner::Error(places[i] + ": the output " + lines[i].output +
                         " is read by the batch itself; it would be overwritten, so name another");
  }
}

std::vector<BatchLine> read_lines(std::istream& in, const std::string& path) {
  const std::string name = path == "-" ? "standard input" : path;
  std::vector<BatchLine> lines;
  std::vector<std::string> places;  // of the lines, for messages
  std::set<std::string> outputs;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (number == 1 && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line[0] == '#') continue;
    places.push_back(name + ":" + std::to_string(number));
    lines.push_back(parse_line(line, places.back()));
    if (!outputs.insert(place_of(lines.back().output)).second) {
      throw aligner::Error(places.back() + ": the output " + lines.back().output +
                           " is named twice; give each pair its own");
    }
  }
  if (lines.empty())
    throw aligner::Error(name + ": names no pair; a line is source, target and output with a tab between them");
  refuse_outputs_that_are_read(lines, places, path);
  return lines;
}

}  // namespace

bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code not_there;
  return std::filesystem::equivalent(one, other, not_there);
}

void check_files(const std::vector<std::string>& inputs, const std::string& output) {
  if (std::count(inputs.begin(), inputs.end(), "-") > 1) {
    throw UsageError("only one input can be standard input; give the others as files");
  }
  for (const std::string& input : inputs) {
    if (is_same_file(output, input)) {
      throw UsageError(output + " is one of the files to read; name another place with --output");
    }
  }
}

aligner::pipeline::SideInput side_of(const std::string& path, const std::string& language, const std::string& encoding,
                                     const std::string& form) {
  aligner::pipeline::SideInput side;
  side.path = path;
  side.format = format_named(form);
  side.goes_on = [] { return !is_interrupted(); };
  if (!encoding.empty()) side.encoding = encoding;
  if (!language.empty()) side.language = language_of(language);
  return side;
}

std::string state_path(const std::string& manifest) { return manifest == "-" ? "" : manifest + ".state"; }

std::vector<BatchLine> read_manifest(const std::string& path) {
  if (path == "-") return read_lines(std::cin, path);
  std::ifstream in(path);
  if (!in || std::filesystem::is_directory(path)) throw aligner::Error(path + ": cannot be read; check the path");
  return read_lines(in, path);
}

}  // namespace tungse
