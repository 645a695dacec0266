#include "aligner/documents/zip_members.h"

#include <algorithm>

#include "aligner/error.h"

// PKWARE's APPNOTE 6.3.10: 4.3.16 the end of the central directory, 4.3.12 its entries. Numbers are little-endian.

namespace aligner::documents {
namespace {

constexpr std::size_t end_size = 22;
constexpr std::size_t longest_comment = 0xFFFF;
constexpr std::size_t entry_size = 46;
constexpr std::uint64_t wide_size = 0xFFFFFFFF;  // the real one is in a field of 64 bits

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t k = size; k-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + k]);
  return number;
}

[[noreturn]] void refuse_broken(const std::string& document) {
  throw Error(document +
              ": is a zip archive that is broken or cut off; copy it again, or save it again where it was made");
}

bool is_picture(std::string_view name) {
  for (const char* ending : {".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tif", ".tiff", ".bmp", ".webp", ".mp3",
                             ".mp4", ".ttf", ".otf", ".woff", ".woff2", ".bin"}) {
    if (name.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

std::vector<ZipMember> read_zip_members(std::string_view bytes, const std::string& document) {
  if (bytes.size() < end_size) refuse_broken(document);
  const std::size_t from = bytes.size() - std::min(bytes.size(), end_size + longest_comment);
  const std::size_t end = bytes.rfind("PK\x05\x06");
  if (end == std::string_view::npos || end < from || end + end_size > bytes.size()) refuse_broken(document);
  const std::uint64_t count = number_at(bytes, end + 10, 2);
  std::size_t at = number_at(bytes, end + 16, 4);
  std::vector<ZipMember> members;
  for (std::uint64_t k = 0; k < count; ++k) {
    if (at > end || end - at < entry_size || !bytes.substr(at).starts_with("PK\x01\x02")) refuse_broken(document);
    const std::size_t name_size = number_at(bytes, at + 28, 2);
    const std::size_t rest = number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    if (end - at - entry_size < name_size + rest) refuse_broken(document);
    members.push_back({std::string(bytes.substr(at + entry_size, name_size)), number_at(bytes, at + 24, 4),
                       (number_at(bytes, at + 8, 2) & 1) != 0});
    at += entry_size + name_size + rest;
  }
  if (members.empty()) refuse_broken(document);
  return members;
}

void check_zip(std::string_view bytes, const std::string& document, std::size_t largest) {
  if (!bytes.starts_with("PK")) {
    throw Error(document + ": is no zip archive, and so no DOCX, ODT or EPUB; save it again where it was made");
  }
  std::uint64_t size = 0;
  for (const ZipMember& member : read_zip_members(bytes, document)) {
    if (member.is_encrypted) {
      throw Error(document + ": is protected by a password; save it without one");
    }
    if (member.size >= wide_size) size += wide_size;
    if (!is_picture(member.name)) size += member.size;
  }
  if (size <= largest) return;
  throw Error(document + ": its text unpacks to " + std::to_string(size >> 20) + " MiB, more than the " +
              std::to_string(largest >> 20) + " MiB that are read; split it, or save it as plain text");
}

}  // namespace aligner::documents
