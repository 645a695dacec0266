#pragma once
// A digest names a file's content.
//
//   sha256_hex("abc");  // "ba7816bf 8f01cfea ..." without the spaces: 64 hexadecimal digits
//
// Standard: FIPS 180-4.

#include <istream>
#include <string>
#include <string_view>

namespace aligner::text {

/// SHA-256 of `bytes` as 64 lower-case hexadecimal digits, as sha256sum prints it.
std::string sha256_hex(std::string_view bytes);

/// The same of everything that is left in `in`, which may be larger than memory.
std::string sha256_hex(std::istream& in);

}  // namespace aligner::text
