// Digits with separators. Which of "," and "." groups and which divides is the language's custom; where the text leaves
// it open, both readings are kept.

#include <string>
#include <vector>

#include "aligner/anchors/number_reading.h"

namespace aligner::anchors {
namespace {

constexpr std::size_t most_digits = 18;
constexpr std::size_t most_groups = 12;

struct Groups {
  std::vector<std::string_view> digits;  // "600", "000"
  std::vector<char32_t> separators;      // one fewer
  std::size_t end = 0;
  bool too_many = false;
};

bool is_separator(const Token& token) {
  return token.is_mark(U'.') || token.is_mark(U',') || token.is_mark(U'\'') || token.is_mark(U'\u2019');
}

bool is_group_of_three(const Phrase& phrase, std::size_t at) {
  return phrase[at].is_digits() && phrase[at].folded_size == 3;
}

Groups collect(const Phrase& phrase, std::size_t at, Language language) {
  Groups groups;
  groups.digits.push_back(phrase.text(at));
  groups.end = at + 1;
  // Plain spaces group in Russian and in tables of any language, no-break ones everywhere; a year of four digits begins
  // no group.
  const bool spaces_group = language == Language::ru || language == Language::other;
  while (true) {
    const std::size_t next = groups.end;
    const bool sign = is_separator(phrase[next]) && phrase.is_tight(next) && phrase.is_tight(next + 1) &&
                      phrase[next + 1].is_digits();
    const bool only_spaces = groups.separators.empty() || groups.separators.front() == U' ';
    const bool apart = phrase[next].joining_space_before || (spaces_group && phrase[next].space_before &&
                                                             phrase[next].span.begin - phrase[next - 1].span.end == 1);
    const bool space = apart && only_spaces && phrase[at].folded_size <= 3 && is_group_of_three(phrase, next);
    if (!sign && !space) return groups;
    if (groups.digits.size() >= most_groups) groups.too_many = true;
    if (!groups.too_many) {
      groups.separators.push_back(sign ? phrase[next].mark : U' ');
      groups.digits.push_back(phrase.text(sign ? next + 1 : next));
    }
    groups.end = sign ? next + 2 : next + 1;
  }
}

std::optional<Decimal> to_decimal(const Groups& groups, std::size_t fraction_groups) {
  std::string digits;
  std::size_t scale = 0;
  for (std::size_t i = 0; i < groups.digits.size(); ++i) {
    digits += groups.digits[i];
    if (i + fraction_groups >= groups.digits.size()) scale += groups.digits[i].size();
    if (digits.size() > most_digits) return std::nullopt;
  }
  if (scale > 9) return std::nullopt;
  Decimal decimal{.units = 0, .scale = static_cast<int>(scale)};
  for (const char digit : digits) decimal.units = 10 * decimal.units + (digit - '0');
  return decimal.normalised();
}

// "600", "000", "000": all but the first are of three digits and the first is not longer.
bool can_be_grouped(const Groups& groups, std::size_t count) {
  if (groups.digits.front().size() > 3 || groups.digits.front() == "0") return false;
  for (std::size_t i = 1; i < count; ++i) {
    if (groups.digits[i].size() != 3) return false;
  }
  return true;
}

bool groups_by_custom(char32_t separator, Language language) {
  if (separator == U'\'' || separator == U'\u2019') return true;
  const bool comma = language == Language::en || language == Language::zh || language == Language::mnc;
  return separator == (comma ? U',' : U'.');
}

NumberReading read_one_separator(const Groups& groups, Language language) {
  const std::optional<Decimal> divided = to_decimal(groups, 1);
  if (!can_be_grouped(groups, 2)) {
    if (!divided) return {.end = groups.end, .skip = true};
    return {.end = groups.end, .number = {.value = *divided}};
  }
  const std::optional<Decimal> grouped = to_decimal(groups, 0);
  if (!divided || !grouped) return {.end = groups.end, .skip = true};
  const bool grouping_first = groups_by_custom(groups.separators.front(), language);
  return {.end = groups.end,
          .number = {.value = grouping_first ? *grouped : *divided, .alternative = grouping_first ? divided : grouped}};
}

}  // namespace

std::optional<NumberReading> read_digits(const Phrase& phrase, std::size_t at, Language language) {
  if (!phrase[at].is_digits()) return std::nullopt;
  const Groups groups = collect(phrase, at, language);
  const NumberReading no_number{.end = groups.end, .skip = true};
  if (groups.too_many) return no_number;
  const std::size_t count = groups.separators.size();
  if (count == 1 && groups.separators.front() != U' ') return read_one_separator(groups, language);
  bool uniform = true;
  for (std::size_t i = 1; i + 1 < count; ++i) uniform = uniform && groups.separators[i] == groups.separators[0];
  const bool last_differs = count >= 2 && groups.separators[count - 1] != groups.separators[0];
  if (!uniform || !(count == 0 || can_be_grouped(groups, last_differs ? count : count + 1))) return no_number;
  const std::optional<Decimal> value = to_decimal(groups, last_differs ? 1 : 0);
  return value ? NumberReading{.end = groups.end, .number = {.value = *value}} : no_number;
}

}  // namespace aligner::anchors
