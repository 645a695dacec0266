#include "aligner/anchors/number.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

namespace aligner::anchors {
namespace {

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

std::string to_string(const Decimal& decimal) {
  const bool negative = decimal.units < 0;
  std::string digits = std::to_string(decimal.units);
  if (negative) digits.erase(0, 1);
  if (decimal.scale > 0) {
    const auto scale = static_cast<std::size_t>(decimal.scale);
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    digits.insert(digits.size() - scale, 1, '.');
  }
  return negative ? "-" + digits : digits;
}

std::string to_roman(std::int64_t number) {
  struct Letter {
    int value;
    const char* letters;
  };
  static constexpr std::array<Letter, 13> table = {{{1000, "M"},
                                                    {900, "CM"},
                                                    {500, "D"},
                                                    {400, "CD"},
                                                    {100, "C"},
                                                    {90, "XC"},
                                                    {50, "L"},
                                                    {40, "XL"},
                                                    {10, "X"},
                                                    {9, "IX"},
                                                    {5, "V"},
                                                    {4, "IV"},
                                                    {1, "I"}}};
  if (number < 1 || number > 3999) return std::to_string(number);
  std::string roman;
  for (const Letter& letter : table) {
    for (; number >= letter.value; number -= letter.value) roman += letter.letters;
  }
  return roman;
}

// 1000 -> "thousands", 10000 -> "tens of thousands".
std::string order_of_magnitude(std::int64_t power) {
  static constexpr std::array<const char*, 5> groups = {"", "thousands", "millions", "billions", "trillions"};
  int exponent = 0;
  for (; power >= 10; power /= 10) ++exponent;
  const auto group = std::min<std::size_t>(static_cast<std::size_t>(exponent) / 3, groups.size() - 1);
  const int within = exponent - 3 * static_cast<int>(group);
  std::string words = within == 0 ? "" : within == 1 ? "tens" : within == 2 ? "hundreds" : "many";
  if (group == 0) return words.empty() ? "several" : words;
  return words.empty() ? groups.at(group) : words + " of " + groups.at(group);
}

std::string ordinal_ending(std::int64_t number) {
  if (number / 10 % 10 == 1) return "th";
  const std::int64_t unit = number % 10;
  return unit == 1 ? "st" : unit == 2 ? "nd" : unit == 3 ? "rd" : "th";
}

}  // namespace

double Decimal::value() const { return static_cast<double>(units) / static_cast<double>(power_of_ten(scale)); }

Decimal Decimal::normalised() const {
  Decimal result = *this;
  while (result.scale > 0 && result.units % 10 == 0) {
    result.units /= 10;
    --result.scale;
  }
  return result;
}

std::optional<Decimal> Decimal::times_power_of_ten(int exponent) const {
  Decimal result = normalised();
  for (int i = 0; i < exponent; ++i) {
    if (result.scale > 0) {
      --result.scale;
    } else if (std::llabs(result.units) > std::numeric_limits<std::int64_t>::max() / 10) {
      return std::nullopt;
    } else {
      result.units *= 10;
    }
  }
  return result;
}

double size_of(const Number& number) { return number.value.value() / static_cast<double>(number.denominator); }

bool is_same_number(const Number& first, const Number& second) {
  if (first.role != second.role || first.denominator != second.denominator) return false;
  if (first.upper != second.upper) return false;
  if (first.value == second.value) return true;
  if (first.alternative && *first.alternative == second.value) return true;
  if (second.alternative && *second.alternative == first.value) return true;
  return first.alternative && first.alternative == second.alternative;
}

bool are_same_unit(const std::string& first, const std::string& second) {
  if (first == second || first.empty() || second.empty()) return true;
  const auto serves_for = [](const std::string& word, const std::string& unit) {
    return (word == "dam" && (unit == "mile" || unit == "li")) || (word == "pound" && unit == "sterling");
  };
  return serves_for(first, second) || serves_for(second, first);
}

std::string to_string(const Number& number) {
  std::string digits = to_string(number.value);
  if (number.upper) digits += "-" + to_string(*number.upper);
  if (number.denominator != 1) digits += "/" + std::to_string(number.denominator);
  switch (number.role) {
    case NumberRole::ordinal:
      return digits + ordinal_ending(number.value.units);
    case NumberRole::regnal:
      return to_roman(number.value.units);
    case NumberRole::label:
      return (number.unit.empty() ? "no." : number.unit) + " " + digits;
    case NumberRole::list_marker:
      return digits + ".";
    case NumberRole::footnote:
      return "[" + digits + "]";
    case NumberRole::vague:
      return order_of_magnitude(number.value.units) + (number.unit.empty() ? "" : " of " + number.unit);
    case NumberRole::cardinal:
      break;
  }
  if (number.unit.empty()) return digits;
  const bool tight = number.unit == "%" || number.unit == "‰";
  return digits + (tight ? "" : " ") + number.unit;
}

}  // namespace aligner::anchors
