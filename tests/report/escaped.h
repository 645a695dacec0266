#pragma once
// Case files hold no control characters: \u{1B} stands for one.

#include <cstdint>
#include <string>

namespace aligner::report {

inline std::string utf8_of(std::uint32_t c) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000) return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
  return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
}

inline std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t close = text.compare(i, 3, "\\u{") == 0 ? text.find('}', i) : std::string::npos;
    if (close == std::string::npos) {
      out += text[i];
      continue;
    }
    out += utf8_of(static_cast<std::uint32_t>(std::stoul(text.substr(i + 3, close - i - 3), nullptr, 16)));
    i = close;
  }
  return out;
}

}  // namespace aligner::report
