#include "aligner/interchange/xml_bytes.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "aligner/error.h"

namespace aligner::interchange {
namespace {

constexpr std::size_t longest_declaration = 200;  // bytes of <?xml ... ?>

// The encoding an XML declaration names, where its bytes can be read at all. "UTF-16" cannot be true there.
std::optional<std::string> declared_encoding(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return std::nullopt;
  const std::string_view head = bytes.substr(0, std::min(longest_declaration, bytes.find("?>")));
  const std::size_t word = head.find("encoding");
  const std::size_t open = head.find_first_of("\"'", std::min(word, head.size()));
  if (word == std::string_view::npos || open == std::string_view::npos) return std::nullopt;
  const std::size_t close = head.find(head[open], open + 1);
  if (close == std::string_view::npos) return std::nullopt;
  std::string encoding(head.substr(open + 1, close - open - 1));
  const bool is_wide = encoding.starts_with("UTF-16") || encoding.starts_with("utf-16");
  return is_wide ? std::nullopt : std::optional(std::move(encoding));
}

}  // namespace

text::ReadDocument read_xml_bytes(std::string bytes, const std::string& name, const text::LanguageTag& language,
                                  std::size_t byte_limit) {
  const std::optional<std::string> declared = declared_encoding(bytes);
  text::ReadDocument read = text::read_document_bytes(
      std::move(bytes), name, {.encoding = declared, .language = language, .byte_limit = byte_limit});
  if (!declared && !read.encoding.starts_with("UTF-")) {
    throw Error(name + ": is not UTF-8 (it may be " + read.encoding + "); convert it to UTF-8");
  }
  return read;
}

std::size_t line_of(std::string_view bytes, std::ptrdiff_t offset) {
  const auto end = std::clamp<std::ptrdiff_t>(offset, 0, static_cast<std::ptrdiff_t>(bytes.size()));
  return 1 + static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + end, '\n'));
}

}  // namespace aligner::interchange
