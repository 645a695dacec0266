#pragma once
// Encodings by name, and decoding. Private to the room.
//
//   std::optional<std::string> name = find_encoding("cp1258");  // "windows-1258"
//   Decoded text = decode("Ng\xE0y", *name);                    // text.utf8 == "Ngày"
//
// Decoding is strict: nothing is replaced and nothing left out. Where a Vietnamese code page writes letter and tone
// apart, they come out as one letter (NFC).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace aligner::text {

/// The canonical name of the encoding that `name` means. Case, hyphens and the like do not count: "CP1258", "tcvn3".
std::optional<std::string> find_encoding(std::string_view name);

/// A few names a user can give, for messages.
std::string encodings_to_name();

/// What stands at the very beginning of the bytes.
struct ByteOrderMark {
  std::string encoding;
  std::size_t size = 0;
};
std::optional<ByteOrderMark> find_byte_order_mark(std::string_view bytes);

struct Decoded {
  std::string utf8;                      // everything, or what came before the first byte that could not be read
  std::optional<std::size_t> undecoded;  // offset of that byte
};

/// Decodes `bytes`, which start behind any byte order mark. `encoding` is a canonical name. In a code page of
/// single bytes, one that stands for a C1 control counts as undecodable: texts hold none, a wrong encoding shows some.
Decoded decode(std::string_view bytes, const std::string& encoding);

}  // namespace aligner::text
