#include "aligner/interchange/backslashes.h"

namespace aligner::interchange {

std::string with_backslashes(std::string_view text, const Backslashes& form) {
  std::string out;
  for (const char byte : text) {
    const std::size_t at = form.bytes.find(byte);
    if (at != std::string_view::npos) out += '\\';
    out += at != std::string_view::npos ? form.letters[at] : byte;
  }
  return out;
}

std::string without_backslashes(std::string_view text, const Backslashes& form) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const std::size_t at = form.letters.find(text[++i]);
    out += at != std::string_view::npos ? form.bytes[at] : text[i];
  }
  return out;
}

}  // namespace aligner::interchange
