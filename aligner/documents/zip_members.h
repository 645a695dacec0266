#pragma once
// Private: what a zip archive says it holds, looked at before another program unpacks it.
//
//   check_zip(bytes, "account.docx", std::size_t{512} << 20);
//
// The directory at an archive's end may lie; what then unpacks more is stopped by its own limits.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aligner::documents {

struct ZipMember {
  std::string name;
  std::uint64_t size = 0;  // bytes, unpacked, as the archive says
  bool is_encrypted = false;
};

/// Throws Error naming `document` and the remedy where the directory is missing, cut off or broken.
std::vector<ZipMember> read_zip_members(std::string_view bytes, const std::string& document);

/// Throws Error where `bytes` are no archive, or a broken one, or its text would take more than `largest` bytes
/// (pictures do not count, for they are not unpacked), or a password protects it.
void check_zip(std::string_view bytes, const std::string& document, std::size_t largest);

}  // namespace aligner::documents
