#include "aligner/interchange/ladder.h"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "aligner/error.h"
#include "aligner/text/trimmed.h"

namespace aligner::interchange {
namespace {

constexpr std::size_t largest_file = 256u << 20;  // bytes

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A stretch of the file for a message: short, and nothing in it that a terminal would obey.
std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 40;
  constexpr char digits[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text.substr(0, longest)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) {
      out += c;
    } else {
      out += {'\\', 'x', digits[byte >> 4], digits[byte & 0xF]};
    }
  }
  return out + (text.size() > longest ? "...\"" : "\"");
}

// Reads one line from left to right. Every take_… leaves rest_ behind what it took.
class LineReader {
 public:
  LineReader(std::string_view line, const std::string& name, std::size_t line_number)
      : line_(line), rest_(line), name_(name), line_number_(line_number) {}

  LadderLine read() {
    LadderLine result;
    result.source = take_group("source");
    take(':', "write one bead a line, [0, 1]:[0] or [0, 1]:[0]:COST");
    result.target = take_group("target");
    if (result.source.empty() && result.target.empty()) fail("both sides are empty; remove the line");
    skip_spaces();
    if (rest_.empty()) return result;
    take(':', "after the second group comes the end of the line, or a colon and a cost or grade");
    take_third_field(result);
    return result;
  }

 private:
  [[noreturn]] void fail(const std::string& problem) const {
    throw Error(name_ + ":" + std::to_string(line_number_) + ": " + problem);
  }

  void skip_spaces() {
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
  }

  void take(char wanted, const std::string& remedy) {
    skip_spaces();
    if (rest_.empty()) fail(quoted(line_) + " ends where " + quoted({&wanted, 1}) + " should stand; " + remedy);
    if (rest_.front() != wanted) fail(quoted(rest_) + " stands where " + quoted({&wanted, 1}) + " should; " + remedy);
    rest_.remove_prefix(1);
  }

  std::vector<std::size_t> take_group(const std::string& side) {
    std::vector<std::size_t> indexes;
    take('[', "write one bead a line, [0, 1]:[0] or [0, 1]:[0]:COST");
    skip_spaces();
    if (!rest_.empty() && rest_.front() == ']') {
      rest_.remove_prefix(1);
      return indexes;
    }
    while (true) {
      add_index(take_index(side), side, indexes);
      skip_spaces();
      if (rest_.empty() || rest_.front() != ',') break;
      rest_.remove_prefix(1);
    }
    take(']', "close the " + side + " group and separate its indexes by commas");
    return indexes;
  }

  std::size_t take_index(const std::string& side) {
    skip_spaces();
    std::size_t end = 0;
    while (end < rest_.size() && std::string_view(",]:[").find(rest_[end]) == std::string_view::npos) ++end;
    const std::string_view field = text::trimmed(rest_.substr(0, end));
    if (field.empty()) fail("the " + side + " group lacks an index; write [] for an empty side");
    if (field.front() == '-') fail(quoted(field) + " is negative; segments are counted from 0");
    std::size_t index = 0;
    const auto [stop, problem] = std::from_chars(field.data(), field.data() + field.size(), index);
    const bool is_number = is_digit(field.front()) && stop == field.data() + field.size();
    if (!is_number) fail(quoted(field) + " is not a segment index; write a whole number, counted from 0");
    if (problem != std::errc() || index > largest_ladder_index) {
      fail(quoted(field) + " is too large for a segment index (at most " + std::to_string(largest_ladder_index) +
           "); is this a ladder file?");
    }
    rest_.remove_prefix(end);
    return index;
  }

  void add_index(std::size_t index, const std::string& side, std::vector<std::size_t>& indexes) const {
    if (!indexes.empty() && index == indexes.back()) {
      fail("index " + std::to_string(index) + " stands twice in the " + side + " group; remove one");
    }
    if (!indexes.empty() && index < indexes.back()) {
      fail("index " + std::to_string(index) + " follows " + std::to_string(indexes.back()) + " in the " + side +
           " group; write indexes in ascending order, each once");
    }
    indexes.push_back(index);
  }

  void take_third_field(LadderLine& result) {
    const std::string_view field = text::trimmed(rest_);
    if (field.empty()) fail("nothing follows the second colon; remove it, or write a cost or a grade");
    double cost = 0;
    const auto [stop, problem] = std::from_chars(field.data(), field.data() + field.size(), cost);
    const bool is_number = stop == field.data() + field.size() && !is_letter(field.back());
    if (is_number) {
      if (problem != std::errc() || !std::isfinite(cost)) {
        fail(quoted(field) + " is out of range for a cost; write a number such as 0.418227");
      }
      result.cost = cost;
      return;
    }
    if (!is_word(field)) fail(quoted(field) + " is neither a cost (0.418227) nor a grade (same, mostly, partly)");
    result.remark = std::string(field);
  }

  static bool is_word(std::string_view field) {
    if (!is_letter(field.front()) || field.size() > 64) return false;
    for (const char c : field) {
      if (!is_letter(c) && !is_digit(c) && c != '-' && c != '_') return false;
    }
    return field != "nan" && field != "inf" && field != "NaN" && field != "Infinity" && field != "infinity";
  }

  std::string_view line_;
  std::string_view rest_;
  const std::string& name_;
  std::size_t line_number_;
};

std::string read_all(std::istream& in, const std::string& name) {
  std::string bytes;
  std::vector<char> block(1u << 16);
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > largest_file) throw Error(name + ": larger than 256 MiB; is this a ladder file?");
  }
  if (in.bad()) throw Error(name + ": reading stopped with an error; check the file and the disk");
  return bytes;
}

}  // namespace

std::vector<LadderLine> parse_ladder(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    throw Error(name + ":1: the file is UTF-16; save it as UTF-8");
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::vector<LadderLine> lines;
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const std::size_t end = bytes.find('\n');
    const std::string_view line = text::trimmed(bytes.substr(0, end));
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (line.empty() || line.front() == '#') continue;
    lines.push_back(LineReader(line, name, number).read());
  }
  return lines;
}

std::vector<LadderLine> read_ladder(const std::filesystem::path& path) {
  if (path == "-") return parse_ladder(read_all(std::cin, "standard input"), "standard input");
  const std::string name = path.string();
  std::error_code ignored;  // a path that cannot be asked cannot be opened either
  if (std::filesystem::is_directory(path, ignored)) throw Error(name + ": is a directory; name a ladder file in it");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(name + ": cannot be read; check that it exists and that you may read it");
  return parse_ladder(read_all(in, name), name);
}

}  // namespace aligner::interchange
