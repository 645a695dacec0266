#pragma once
// Walks over the code points of UTF-8. Private to the room.
//
//   for (std::size_t at = 0; at < utf8.size();) {
//     const char32_t letter = next_code_point(utf8, at);
//   }

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include <unicode/utf8.h>

namespace aligner::text {

/// Stands for bytes that are no UTF-8.
inline constexpr char32_t no_code_point = 0xFFFFFFFF;

/// The code point at `at`, which must lie inside `utf8`; moves `at` behind it. Ill-formed bytes give no_code_point.
inline char32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(utf8.data());
  const std::size_t size = utf8.size();
  UChar32 code_point = 0;
  U8_NEXT(bytes, at, size, code_point);
  return code_point < 0 ? no_code_point : static_cast<char32_t>(code_point);
}

/// Appends `code_point`, which must be a Unicode scalar value.
inline void append_utf8(std::string& out, char32_t code_point) {
  char bytes[U8_MAX_LENGTH] = {};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(code_point));
  out.append(bytes, size);
}

/// The end of the ASCII characters that begin at `at`, or some place before it: they are passed over by eight.
inline std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  std::uint64_t eight = 0;
  for (; bytes.size() - at >= sizeof eight; at += sizeof eight) {
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if ((eight & high_bits) != 0) break;
  }
  return at;
}

/// Offset of the first byte that is no UTF-8; nothing where all of `bytes` is.
inline std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      at = skip_ascii(bytes, at + 1);
      continue;
    }
    const std::size_t begin = at;
    if (next_code_point(bytes, at) == no_code_point) return begin;
  }
  return std::nullopt;
}

}  // namespace aligner::text
