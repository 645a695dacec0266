#include "aligner/interchange/inline_text.h"

#include <charconv>
#include <cstdint>
#include <system_error>

namespace aligner::interchange {
namespace {

constexpr int deepest_inline = 64;  // elements inside a segment; deeper ones are no memory but an attack

void append_code_point(std::string_view hex, std::string& text) {
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  const bool is_scalar = value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  if (hex.empty() || problem != std::errc() || end != hex.data() + hex.size() || !is_scalar) return;
  const auto byte = [&text](std::uint32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (value < 0x80) {
    byte(value);
  } else if (value < 0x800) {
    byte(0xC0 | value >> 6);
    byte(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    byte(0xE0 | value >> 12);
    byte(0x80 | (value >> 6 & 0x3F));
    byte(0x80 | (value & 0x3F));
  } else {
    byte(0xF0 | value >> 18);
    byte(0x80 | (value >> 12 & 0x3F));
    byte(0x80 | (value >> 6 & 0x3F));
    byte(0x80 | (value & 0x3F));
  }
}

void append(const pugi::xml_node& node, int depth, std::string& text) {
  if (depth > deepest_inline) return;
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = local_name(child);
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    if (name == "ph" || name == "ut" || name == "x") text += ' ';
    if (name == "cp") append_code_point(child.attribute("hex").value(), text);
    if (name == "hi" || name == "g" || name == "mrk" || name == "pc") append(child, depth + 1, text);
  }
}

}  // namespace

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

void append_inline_text(const pugi::xml_node& node, std::string& text) { append(node, 0, text); }

}  // namespace aligner::interchange
