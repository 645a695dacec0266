#include "aligner/check/baseline.h"

#include <algorithm>

#include "aligner/check/checked_texts.h"
#include "aligner/error.h"
#include "aligner/text/document.h"
#include "aligner/text/read_bytes.h"

namespace aligner::check {
namespace {

constexpr std::size_t largest_file = std::size_t{64} << 20U;
constexpr std::size_t key_digits = 16;
constexpr std::size_t longest_words = 200;  // bytes of words in a line; people see what is meant
constexpr std::string_view first_line = "# tungse check: findings that were judged\n";

bool is_key(std::string_view word) {
  return word.size() == key_digits && word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Cut between characters.
std::string beginning(const std::string& words) {
  const std::string line = one_line(words);
  if (line.size() <= longest_words) return line;
  std::size_t end = longest_words;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return line.substr(0, end) + "...";
}

}  // namespace

Baseline Baseline::read(const std::filesystem::path& path) {
  return parse(text::read_bytes(path, largest_file), text::name_of(path));
}

Baseline Baseline::parse(std::string_view bytes, const std::string& name) {
  Baseline baseline;
  // Reading it as a document checks that it is UTF-8.
  const text::Document document = text::Document::from_utf8(std::string(bytes), text::LanguageTag(), name);
  baseline.bytes_ = document.bytes();
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  for (std::size_t line = 1; !bytes.empty(); ++line) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view text = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (text.find_first_not_of(" \t") == std::string_view::npos || text.front() == '#') continue;
    const std::string_view key = text.substr(0, text.find_first_of("\t #"));
    if (!is_key(key)) {
      throw Error(name + ":" + std::to_string(line) +
                  ": a line of a baseline begins with a key of 16 hexadecimal digits; "
                  "write the file with --write-baseline, or begin notes with #");
    }
    baseline.keys_.insert(std::string(key));
  }
  return baseline;
}

void Baseline::add(std::span<const Finding> findings) {
  if (bytes_.empty()) bytes_ = first_line;
  if (bytes_.back() != '\n') bytes_ += '\n';
  for (const Finding& one : findings) {
    if (!keys_.insert(one.key).second) continue;
    bytes_ += one.key + "\t" + to_string(one.kind) + "\t" + beginning(one.source_words) + "\t" +
              beginning(one.target_words) + "\t" + beginning(one.reason) + "\n";
  }
}

}  // namespace aligner::check
