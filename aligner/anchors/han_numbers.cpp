#include "aligner/anchors/han_numbers.h"

#include <array>
#include <string_view>
#include <utility>

namespace aligner::anchors {
namespace {

constexpr std::size_t most_characters = 40;
constexpr std::size_t most_digits = 15;

struct Power {
  std::string_view character;
  int exponent;
};

// The exponent a character multiplies by, or 0.
int exponent_of(std::string_view character) {
  static constexpr std::array<Power, 8> powers = {
      {{"十", 1}, {"百", 2}, {"千", 3}, {"万", 4}, {"萬", 4}, {"亿", 8}, {"億", 8}, {"兆", 12}}};
  for (const Power& power : powers) {
    if (power.character == character) return power.exponent;
  }
  return 0;
}

bool is_two_of_things(std::string_view character) { return character == "兩" || character == "两"; }

// 廿 and 卅 are tens in one character.
int tens_of(std::string_view character) {
  if (character == "廿") return 20;
  return character == "卅" ? 30 : 0;
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

std::optional<HanNumber> read_row_of_digits(const Phrase& phrase, std::size_t at) {
  HanNumber row{.end = at, .by_digits = true};
  while (row.end < at + most_digits) {
    const int digit = han_digit(phrase.text(row.end));
    if (digit < 0 || is_two_of_things(phrase.text(row.end))) break;
    row.value = 10 * row.value + digit;
    ++row.end;
  }
  const bool goes_on = exponent_of(phrase.text(row.end)) > 0 || tens_of(phrase.text(row.end)) > 0;
  return row.end < at + 2 || goes_on ? std::nullopt : std::optional(row);
}

}  // namespace

int han_digit(std::string_view character) {
  static constexpr std::array<std::pair<std::string_view, int>, 14> digits = {{{"〇", 0},
                                                                               {"零", 0},
                                                                               {"○", 0},
                                                                               {"一", 1},
                                                                               {"二", 2},
                                                                               {"三", 3},
                                                                               {"四", 4},
                                                                               {"五", 5},
                                                                               {"六", 6},
                                                                               {"七", 7},
                                                                               {"八", 8},
                                                                               {"九", 9},
                                                                               {"兩", 2},
                                                                               {"两", 2}}};
  for (const auto& [letter, value] : digits) {
    if (letter == character) return value;
  }
  return -1;
}

std::optional<HanNumber> read_han_number(const Phrase& phrase, std::size_t at) {
  if (phrase[at].script != TokenScript::han) return std::nullopt;
  if (std::optional<HanNumber> row = read_row_of_digits(phrase, at)) return row;
  // total: closed by 万, 億; section: below 10,000; digit: not yet multiplied. 十 alone is ten.
  std::int64_t total = 0;
  std::int64_t section = 0;
  std::int64_t digit = 0;
  bool has_digit = false;
  int last_small = 4;
  int last_large = 16;
  int last_power = 0;  // of the character before the digit; 0 behind 零
  std::size_t next = at;
  for (; next < at + most_characters; ++next) {
    const std::string_view character = phrase.text(next);
    const int value = han_digit(character);
    // 六百兩 are six hundred taels, 六百兩千 is no number: within one 兩 only multiplies.
    if (next > at && is_two_of_things(character) && exponent_of(phrase.text(next + 1)) < 2) break;
    if (value > 0 && !has_digit) {
      digit = value;
      has_digit = true;
      continue;
    }
    if (value == 0 && !has_digit && next > at) {  // 一千零五
      last_power = 0;
      continue;
    }
    if (const int tens = tens_of(character); tens > 0 && !has_digit && last_small > 1) {
      section += tens;
      last_small = 1;
      last_power = 1;
      continue;
    }
    const int exponent = exponent_of(character);
    if (exponent == 0) break;
    if (exponent < 4) {
      if (exponent >= last_small) break;
      section += (has_digit ? digit : 1) * power_of_ten(exponent);
      last_small = exponent;
    } else {
      if (exponent >= last_large || (section == 0 && !has_digit)) break;
      total += (section + digit) * power_of_ten(exponent);
      section = 0;
      last_small = 4;
      last_large = exponent;
    }
    last_power = exponent;
    digit = 0;
    has_digit = false;
  }
  if (last_power > 1) digit *= power_of_ten(last_power - 1);  // 一千二 is 1200, 一千零二 1002
  if (next == at) return std::nullopt;
  return HanNumber{.value = total + section + digit, .end = next};
}

}  // namespace aligner::anchors
