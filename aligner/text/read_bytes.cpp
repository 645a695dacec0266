#include "aligner/text/read_bytes.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "aligner/error.h"

namespace aligner::text {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

// Reads to the end without asking for the size first: a pipe has none.
std::string read_to_end(std::FILE* file, const std::string& name, std::size_t byte_limit, std::size_t expected = 0) {
  std::string bytes;
  bytes.reserve(expected);
  std::array<char, 1 << 16> buffer;
  for (;;) {
    errno = 0;
    const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file);
    bytes.append(buffer.data(), count);
    if (bytes.size() > byte_limit) refuse_size(name, byte_limit);
    if (count == buffer.size()) continue;
    if (std::ferror(file) != 0) {
      throw Error(name + ": cannot be read (" + std::generic_category().message(errno) +
                  "); check the file and try again");
    }
    return bytes;
  }
}

std::string read_file(const std::filesystem::path& path, const std::string& name, std::size_t byte_limit) {
  if (path.empty()) throw Error("no file name was given; name a text file, or - for standard input");
  std::error_code code;
  const auto status = std::filesystem::status(path, code);
  if (std::filesystem::is_directory(status)) throw Error(name + ": is a directory; name a text file in it");
  if (!std::filesystem::exists(status)) {
    throw Error(name + ": cannot be found (" + (code ? code.message() : "no such file") + "); check the path");
  }
  std::size_t expected = 0;  // a large file is read into its place at once
  if (std::filesystem::is_regular_file(status)) {
    const auto size = std::filesystem::file_size(path, code);
    if (!code && size > byte_limit) refuse_size(name, byte_limit);
    if (!code) expected = static_cast<std::size_t>(size);
  }
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) {
    throw Error(name + ": cannot be opened (" + std::generic_category().message(errno) + "); check its permissions");
  }
  return read_to_end(file.get(), name, byte_limit, expected);
}

}  // namespace

void refuse_size(const std::string& name, std::size_t byte_limit) {
  throw Error(name + ": larger than " + std::to_string(byte_limit >> 20) + " MiB (" + std::to_string(byte_limit) +
              " bytes); split it or raise the limit");
}

std::string name_of(const std::filesystem::path& path) { return path == "-" ? "standard input" : path.string(); }

std::string read_bytes(const std::filesystem::path& path, std::size_t byte_limit) {
  if (path == "-") return read_to_end(stdin, name_of(path), byte_limit);
  return read_file(path, name_of(path), byte_limit);
}

}  // namespace aligner::text
