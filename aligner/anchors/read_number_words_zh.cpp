// Chinese numbers by character: 六十四, 一千八百五十八, 六十萬, 第三, 五六千. A single character is a number only where
// a measure word says so, for most of them are parts of names: 四川, 九江, 八旗.

#include <algorithm>
#include <array>
#include <string_view>

#include "aligner/anchors/han_numbers.h"
#include "aligner/anchors/number_words.h"
#include "aligner/anchors/units.h"

namespace aligner::anchors {
namespace {

// What is counted, character by character; units of measure stand in the table of units.
constexpr std::array<std::string_view, 46> measure_words = {
    "个", "個", "名", "人", "条", "條", "艘", "隻", "只", "位", "件", "次", "口", "国", "國", "年",
    "天", "匹", "座", "所", "处", "處", "种", "種", "门", "門", "项", "項", "款", "章", "卷", "省",
    "港", "州", "村", "屯", "户", "戶", "家", "架", "枚", "份", "倍", "层", "層", "方"};

bool is_measure_word(std::string_view character) {
  return std::find(measure_words.begin(), measure_words.end(), character) != measure_words.end();
}

bool is_han(const Token& token) { return token.script == TokenScript::han; }

// Nothing of the same run of characters stands beside it.
bool stands_alone(const Phrase& phrase, std::size_t begin, std::size_t end) {
  const bool before = begin > 0 && phrase.is_tight(begin) && is_han(phrase[begin - 1]);
  const bool behind = phrase.is_tight(end) && is_han(phrase[end]);
  return !before && !behind;
}

bool is_counted(const Phrase& phrase, std::size_t end) {
  if (phrase.is(end, "余") || phrase.is(end, "餘") || phrase.is(end, "多")) ++end;
  return is_measure_word(phrase.text(end)) || read_unit(phrase, end, Language::zh).has_value();
}

// 千万 is "by all means" as well as ten million.
bool is_idiom(const Phrase& phrase, std::size_t at, std::size_t end) {
  return end == at + 2 && phrase.is(at, "千") && han_digit(phrase.text(at + 1)) < 0;
}

// 五六千: five or six thousand.
std::optional<NumberReading> read_neighbours(const Phrase& phrase, std::size_t at) {
  const int first = han_digit(phrase.text(at));
  const int second = han_digit(phrase.text(at + 1));
  if (first < 1 || second != first + 1) return std::nullopt;
  const std::optional<HanNumber> last = read_han_number(phrase, at + 1);
  if (!last || last->end == at + 2 || last->by_digits || last->value % second != 0) return std::nullopt;
  const std::int64_t power = last->value / second;
  for (std::int64_t rest = power; rest > 1; rest /= 10) {
    if (rest % 10 != 0) return std::nullopt;
  }
  NumberReading reading{.end = last->end};
  reading.number.value.units = first * power;
  reading.number.upper = Decimal{.units = last->value};
  return reading;
}

int exponent_at_end(std::int64_t value) {
  int exponent = 0;
  for (; value >= 10 && value % 10 == 0; value /= 10) ++exponent;
  return exponent;
}

}  // namespace

std::optional<NumberReading> read_chinese_number(const Phrase& phrase, std::size_t at) {
  if (auto range = read_neighbours(phrase, at)) return range;
  const bool is_ordinal = phrase.is(at, "第");
  const std::size_t begin = is_ordinal ? at + 1 : at;
  const std::optional<HanNumber> number = read_han_number(phrase, begin);
  if (!number || number->value == 0) return std::nullopt;
  NumberReading reading{.end = number->end, .number = {.value = {.units = number->value}}};
  if (is_ordinal) {
    reading.number.role = NumberRole::ordinal;
    return reading;
  }
  if (number->by_digits) return std::nullopt;  // years and names of years; numbers are written with powers of ten
  const bool single = number->end == at + 1;
  const bool clear = stands_alone(phrase, at, number->end) || is_counted(phrase, number->end);
  reading.doubtful = (single && number->value == 1) || ((single || is_idiom(phrase, at, number->end)) && !clear);
  reading.exponent = reading.magnitude = exponent_at_end(number->value);
  return reading;
}

}  // namespace aligner::anchors
