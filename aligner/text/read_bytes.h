#pragma once
// Reads a file's bytes as they are.
//
//   std::string bytes = read_bytes("account.txt", 256u << 20);  // "-" is standard input

#include <cstddef>
#include <filesystem>
#include <string>

namespace aligner::text {

/// All bytes of `path`. Throws Error naming the file and the remedy: when it cannot be found or read, is a directory,
/// or holds more than `byte_limit` bytes.
std::string read_bytes(const std::filesystem::path& path, std::size_t byte_limit);

/// Throws the Error of a file that is too large.
[[noreturn]] void refuse_size(const std::string& name, std::size_t byte_limit);

/// How messages name a path: "standard input" for "-".
std::string name_of(const std::filesystem::path& path);

}  // namespace aligner::text
