#include "tests/benchmark/reference_text.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

namespace tungse_bench {
namespace {

constexpr std::size_t shortest_varied_word = 4;  // letters of one byte, or two Cyrillic or Han ones

std::string accounts_of(const std::string& language) {
  const std::string accounts = std::string(TUNGSE_SOURCE_DIR) + "/corpora/accounts/";
  if (language == "zh") return read_bytes(std::string(TUNGSE_SOURCE_DIR) + "/tests/benchmark/zh.txt");
  std::string text = read_bytes(accounts + "aigun/" + language + ".txt");
  if (language == "vi") text += "\n\n" + read_bytes(accounts + "three-treaties/vi.txt");
  return text + "\n\n";
}

// std::uniform_int_distribution differs between libraries; the texts must not.
std::size_t pick(std::mt19937& random, std::size_t count) { return random() % count; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_small(c) || is_capital(c) || static_cast<unsigned char>(c) >= 0x80; }

// Years stay years, days stay days, long numbers keep their length.
void vary_number(std::string& text, std::size_t begin, std::size_t end, std::mt19937& random) {
  const std::size_t length = end - begin;
  std::size_t value = 0;
  if (length == 4 && text[begin] == '1') {
    value = 1600 + pick(random, 360);
  } else if (length <= 2) {
    value = length == 1 ? 1 + pick(random, 9) : 10 + pick(random, 19);
  } else {
    for (std::size_t i = begin; i < end; ++i) text[i] = static_cast<char>('1' + pick(random, 9));
    return;
  }
  text.replace(begin, length, std::to_string(value));
}

// Another letter of the same kind and size, so that the text stays UTF-8.
void vary_letter(std::string& text, std::size_t at, std::mt19937& random) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (is_small(text[at])) text[at] = static_cast<char>('a' + pick(random, 26));
  if (is_capital(text[at])) text[at] = static_cast<char>('A' + pick(random, 26));
  const auto lead = at > 0 ? static_cast<unsigned char>(text[at - 1]) : 0;
  if (lead == 0xD0 && byte >= 0xB0) text[at] = static_cast<char>(0xB0 + pick(random, 16));  // а to п
  if (lead == 0xD0 && byte < 0xB0 && byte >= 0x90) text[at] = static_cast<char>(0x90 + pick(random, 32));
  const bool is_han =
      at > 1 && static_cast<unsigned char>(text[at - 2]) >= 0xE5 && static_cast<unsigned char>(text[at - 2]) <= 0xE8;
  if (is_han) text[at] = static_cast<char>(0x80 + pick(random, 64));
}

void vary_word(std::string& text, std::size_t begin, std::size_t end, std::mt19937& random) {
  if (end - begin < shortest_varied_word) return;
  const auto lead = static_cast<unsigned char>(text[begin]);
  const bool cyrillic_capital = lead == 0xD0 && static_cast<unsigned char>(text[begin + 1]) < 0xB0;
  const bool is_name = is_capital(text[begin]) || cyrillic_capital;
  if (pick(random, is_name ? 4 : 12) != 0) return;
  vary_letter(text, begin + pick(random, end - begin), random);
  vary_letter(text, begin + pick(random, end - begin), random);
}

std::string varied(std::string text, std::mt19937& random) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    if (is_digit(text[at])) {
      while (end < text.size() && is_digit(text[end])) ++end;
      vary_number(text, at, end, random);
    } else if (is_letter(text[at])) {
      while (end < text.size() && is_letter(text[end])) ++end;
      vary_word(text, at, end, random);
    } else {
      ++end;
    }
    at = end;
  }
  return text;
}

}  // namespace

const std::vector<std::string>& reference_languages() {
  static const std::vector<std::string> languages{"vi", "en", "ru", "zh"};
  return languages;
}

std::string reference_text(const std::string& language, std::size_t byte_count) {
  const std::string accounts = accounts_of(language);
  std::string text = accounts;
  std::mt19937 random(1858);
  while (text.size() < byte_count) text += varied(accounts, random);
  while (byte_count < text.size() && (static_cast<unsigned char>(text[byte_count]) & 0xC0U) == 0x80U) ++byte_count;
  text.resize(byte_count);
  return text;
}

std::string repeated(std::string_view piece, std::size_t byte_count) {
  std::string text;
  text.reserve(byte_count + piece.size());
  while (text.size() < byte_count) text += piece;
  return text;
}

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace tungse_bench
