// The format: GNU gettext manual, "The Format of GNU MO Files".

#include "tests/support/mo_file.h"

#include <cstdint>
#include <filesystem>
#include <stdexcept>

#include "tests/support/case_file.h"

namespace tungse_tests {
namespace {

constexpr std::uint32_t magic = 0x950412de;

// Catalogues in the byte order of x86, which Debian installs everywhere.
std::uint32_t number_at(const std::string& bytes, std::size_t at) {
  if (at + 4 > bytes.size()) throw std::runtime_error("the catalogue ends too early");
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// The text whose length and place stand at `at`. Plural forms end at its first zero.
std::string text_at(const std::string& bytes, std::size_t at) {
  const std::size_t size = number_at(bytes, at);
  const std::size_t begin = number_at(bytes, at + 4);
  if (begin + size > bytes.size()) throw std::runtime_error("the catalogue ends too early");
  const std::string text = bytes.substr(begin, size);
  return text.substr(0, text.find('\0'));
}

}  // namespace

std::vector<Message> read_mo_file(const std::string& path) {
  if (!std::filesystem::exists(path)) return {};
  const std::string bytes = read_bytes(path);
  if (number_at(bytes, 0) != magic) throw std::runtime_error(path + " is no .mo file");
  const std::size_t count = number_at(bytes, 8);
  const std::size_t ids = number_at(bytes, 12);
  const std::size_t translations = number_at(bytes, 16);
  std::vector<Message> messages;
  for (std::size_t i = 0; i < count; ++i) {
    std::string id = text_at(bytes, ids + 8 * i);
    if (id.empty()) continue;  // the header
    id.erase(0, id.find('\x04') + 1);
    messages.push_back({id, text_at(bytes, translations + 8 * i)});
  }
  return messages;
}

}  // namespace tungse_tests
