#include "aligner/interchange/xml_text.h"

namespace aligner::interchange {
namespace {

// Of one byte of what XML may hold; empty where it stands for itself.
std::string_view reference_for(char c, bool is_attribute) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return is_attribute ? "&quot;" : "";
    case '\n':
      return is_attribute ? "&#10;" : "";
    case '\t':
      return is_attribute ? "&#9;" : "";
    default:
      return "";
  }
}

// How many bytes at the front of `rest` are one character that XML 1.0 has no place for; 0 for all others.
std::size_t forbidden_size(std::string_view rest) {
  const auto byte = static_cast<unsigned char>(rest.front());
  if (byte < 0x20) return byte == '\t' || byte == '\n' || byte == '\r' ? 0 : 1;
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

std::string code_point_element(std::string_view character) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  if (character.size() == 3) return character.back() == '\xBE' ? "<cp hex=\"FFFE\"/>" : "<cp hex=\"FFFF\"/>";
  const auto byte = static_cast<unsigned char>(character.front());
  return std::string("<cp hex=\"00") + digits[byte >> 4] + digits[byte & 0xF] + "\"/>";
}

}  // namespace

std::size_t append_xml(std::string& out, std::string_view text, XmlPlace place) {
  std::size_t replaced = 0;
  while (!text.empty()) {
    if (const std::size_t size = forbidden_size(text); size > 0) {
      const bool has_element = place == XmlPlace::xliff2_content;
      out += has_element ? code_point_element(text.substr(0, size)) : "\xEF\xBF\xBD";
      replaced += has_element ? 0 : 1;
      text.remove_prefix(size);
      continue;
    }
    const std::string_view reference = reference_for(text.front(), place == XmlPlace::attribute);
    if (reference.empty()) {
      out += text.front();
    } else {
      out += reference;
    }
    text.remove_prefix(1);
  }
  return replaced;
}

}  // namespace aligner::interchange
