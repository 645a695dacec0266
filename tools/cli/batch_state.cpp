#include "tools/cli/batch_state.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <limits>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "aligner/error.h"
#include "aligner/text/digest.h"
#include "aligner/text/read_bytes.h"

#include "tools/cli/output.h"

namespace tungse {
namespace {

constexpr std::string_view version = "tungse-batch-1";
constexpr std::size_t check_digits = 16;
constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

bool is_ordinary_file(const std::string& path) {
  std::error_code failed;
  return std::filesystem::is_regular_file(path, failed);
}

std::string check_of(std::string_view fields) { return aligner::text::sha256_hex(fields).substr(0, check_digits); }

std::string line_of(const std::string& output, const std::string& key, const std::string& digest) {
  const std::string fields = std::string(version) + "\t" + key + "\t" + digest + "\t" + output;
  return fields + "\t" + check_of(fields) + "\n";
}

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    fields.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return fields;
}

// One call of write(), so that an interrupt leaves the line out or whole.
bool append(const std::string& path, const std::string& line) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (file < 0) return false;
  const bool is_written = write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  const int why = errno;
  close(file);
  errno = why;
  return is_written;
}

}  // namespace

BatchState::BatchState(std::string path) : path_(std::move(path)) {
  if (path_.empty()) return;
  try {
    read();
  } catch (const aligner::Error& error) {
    give_up(error.what());
  }
}

bool BatchState::read_line(std::string_view line) {
  const std::vector<std::string> fields = fields_of(line);
  if (fields.size() != 5 || fields[0] != version) return false;
  if (fields[4] != check_of(line.substr(0, line.size() - fields[4].size() - 1))) return false;
  entries_[fields[3]] = {fields[1], fields[2]};
  return true;
}

// Written anew where it holds more than it must: what is added later begins a line of its own then.
void BatchState::read() {
  std::error_code failed;
  if (!std::filesystem::exists(path_, failed)) return;
  if (!is_ordinary_file(path_)) throw aligner::Error(path_ + ": is no ordinary file");
  const std::string bytes = aligner::text::read_bytes(path_, no_limit);
  std::size_t line_count = 0;
  bool is_tidy = bytes.empty() || bytes.back() == '\n';
  for (std::size_t begin = 0; begin < bytes.size(); ++line_count) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    is_tidy = read_line(std::string_view(bytes).substr(begin, end - begin)) && is_tidy;
    begin = end + 1;
  }
  if (is_tidy && line_count == entries_.size()) return;
  std::string tidy;
  for (const auto& [output, entry] : entries_) tidy += line_of(output, entry.key, entry.digest);
  write_output(tidy, path_);
}

void BatchState::give_up(const std::string& why) {
  say("tungse: " + why + "; what this batch does is not noted, and will be done again next time");
  path_.clear();
}

bool BatchState::has(const std::string& output, const std::string& key) const {
  const auto found = entries_.find(output);
  if (found == entries_.end() || found->second.key != key || !is_ordinary_file(output)) return false;
  try {
    return aligner::text::sha256_hex(aligner::text::read_bytes(output, no_limit)) == found->second.digest;
  } catch (const aligner::Error&) {
    return false;  // what cannot be read cannot be believed in
  }
}

void BatchState::add(const std::string& output, const std::string& key, std::string_view bytes) {
  if (path_.empty() || !is_ordinary_file(output)) return;
  const std::string digest = aligner::text::sha256_hex(bytes);
  entries_[output] = {key, digest};
  if (!append(path_, line_of(output, key, digest))) {
    give_up(path_ + ": cannot be written (" + std::strerror(errno) + ")");
  }
}

}  // namespace tungse
