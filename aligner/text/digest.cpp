#include "aligner/text/digest.h"

#include <array>
#include <cstdint>

#include <nettle/sha2.h>

namespace aligner::text {
namespace {

std::string finish(sha256_ctx& context) {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());

  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned byte : digest) {
    hex += digits[byte >> 4];
    hex += digits[byte & 0xF];
  }
  return hex;
}

void update(sha256_ctx& context, std::string_view bytes) {
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  update(context, bytes);
  return finish(context);
}

std::string sha256_hex(std::istream& in) {
  sha256_ctx context;
  sha256_init(&context);
  std::array<char, 1 << 16> block;
  while (in.read(block.data(), block.size()) || in.gcount() > 0) {
    update(context, {block.data(), static_cast<std::size_t>(in.gcount())});
  }
  return finish(context);
}

}  // namespace aligner::text
