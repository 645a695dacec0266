// Fractions in words: two thirds, half a million, one and a half; một phần ba, nửa triệu, triệu rưỡi; две трети,
// полтора миллиона, два с половиной; 三分之二, 百分之五, 半里.

#include <algorithm>
#include <array>

#include "aligner/anchors/han_numbers.h"
#include "aligner/anchors/number_words.h"
#include "aligner/anchors/units.h"

namespace aligner::anchors {
namespace {

using namespace sense;

// whole + numerator/denominator, times the powers of ten behind it.
std::optional<NumberReading> make_reading(const Phrase& phrase, std::int64_t whole, std::int64_t numerator,
                                          std::int64_t denominator, std::size_t end, Language language) {
  NumberReading reading{.number = {.value = {.units = whole}}};
  if (!add_fraction(reading.number, numerator, denominator)) return std::nullopt;
  reading.end = read_magnitudes(phrase, end, reading, language);
  return reading;
}

std::size_t behind_hyphen(const Phrase& phrase, std::size_t at) { return is_hyphen(phrase, at) ? at + 1 : at; }

bool is_article(const Phrase& phrase, std::size_t at) { return phrase.is(at, "a") || phrase.is(at, "an"); }

// Digits without separators, or number words; end 0: none.
WordGroup read_small(const Phrase& phrase, std::size_t at, Language language) {
  if (phrase[at].is_digits()) {
    if (phrase[at].folded_size > 3) return {};
    WordGroup group{.end = at + 1};
    for (const char digit : phrase.text(at)) group.value = 10 * group.value + (digit - '0');
    return group;
  }
  if (language == Language::en) return read_english_group(phrase, at);
  return language == Language::vi ? read_vietnamese_group(phrase, at) : read_russian_group(phrase, at);
}

// "half" is a number before "a mile", "of the land", "the land", "million"; not in "first half", "half-way".
std::optional<NumberReading> read_english_half(const Phrase& phrase, std::size_t at) {
  const bool of_other =
      at > 0 && (phrase[at - 1].has(ordinal) || phrase.is(at - 1, "latter") || phrase.is(at - 1, "other") ||
                 phrase.is(at - 1, "and") || phrase.is(at - 1, "better") || phrase.is(at - 1, "last"));
  if (of_other) return std::nullopt;
  std::size_t next = behind_hyphen(phrase, at + 1);
  if (is_article(phrase, next)) ++next;
  if (phrase.is(next, "dozen")) return NumberReading{.end = next + 1, .number = {.value = {.units = 6}}};
  std::optional<NumberReading> reading = make_reading(phrase, 0, 1, 2, next, Language::en);
  if (!reading || reading->end > next || read_unit(phrase, next, Language::en)) return reading;
  const bool of_something = next == at + 1 && (phrase.is(next, "of") || phrase.is(next, "the"));
  if (!of_something) return std::nullopt;
  reading->end = at + 1;
  return reading;
}

// "thirds" behind a number above one, "third" behind "one" or, before "of", "a".
std::optional<NumberReading> read_english_parts(const Phrase& phrase, std::size_t at) {
  const bool article = phrase.is(at, "a");
  const WordGroup numerator = article ? WordGroup{.value = 1, .end = at + 1} : read_small(phrase, at, Language::en);
  if (numerator.end == 0 || numerator.ordinal) return std::nullopt;
  const std::size_t part = behind_hyphen(phrase, numerator.end);
  const Token& denominator = phrase[part];
  if (numerator.value == 1 && !article && denominator.has(half)) {
    return make_reading(phrase, 0, 1, 2, part + 1, Language::en);  // one half
  }
  const bool plural = phrase.text(part).ends_with('s');
  if (!denominator.has(fraction) || denominator.value <= numerator.value || plural != (numerator.value > 1)) {
    return std::nullopt;
  }
  if (denominator.capital || (article && !phrase.is(part + 1, "of"))) return std::nullopt;
  return make_reading(phrase, 0, numerator.value, denominator.value, part + 1, Language::en);
}

// "two and a half", "two and three quarters", "one-and-a-half".
std::optional<NumberReading> read_english_mixed(const Phrase& phrase, std::size_t at) {
  const WordGroup whole = read_small(phrase, at, Language::en);
  if (whole.end == 0 || whole.ordinal || whole.value == 0) return std::nullopt;
  const std::size_t joint = behind_hyphen(phrase, whole.end);
  if (!phrase.is(joint, "and")) return std::nullopt;
  const std::size_t part = behind_hyphen(phrase, joint + 1);
  const std::size_t half_at = is_article(phrase, part) ? behind_hyphen(phrase, part + 1) : part;
  if (half_at > part && phrase[half_at].has(half)) {
    return make_reading(phrase, whole.value, 1, 2, half_at + 1, Language::en);
  }
  if (phrase.is(part, "a") && phrase[half_at].has(fraction)) {
    return make_reading(phrase, whole.value, 1, phrase[half_at].value, half_at + 1, Language::en);
  }
  const WordGroup numerator = read_small(phrase, part, Language::en);
  if (numerator.end == 0 || numerator.ordinal) return std::nullopt;
  const Token& denominator = phrase[behind_hyphen(phrase, numerator.end)];
  if (!denominator.has(fraction) || denominator.value <= numerator.value) return std::nullopt;
  return make_reading(phrase, whole.value, numerator.value, denominator.value, behind_hyphen(phrase, numerator.end) + 1,
                      Language::en);
}

// "of a million", "of a mile" behind a part: the words before the power of ten or the unit.
std::size_t behind_of_a(const Phrase& phrase, std::size_t at) {
  const bool joined = phrase.is(at, "of") && is_article(phrase, at + 1);
  const bool counts = phrase[at + 2].has(magnitude) || read_unit(phrase, at + 2, Language::en).has_value();
  return joined && counts ? at + 2 : at;
}

std::optional<NumberReading> read_english(const Phrase& phrase, std::size_t at) {
  const Token& token = phrase[at];
  if (token.has(half)) return read_english_half(phrase, at);
  if (!token.is_digits() && !token.has(unit_digit | teen | tens | number_word)) return std::nullopt;
  if (auto mixed = read_english_mixed(phrase, at)) return mixed;
  std::optional<NumberReading> part = read_english_parts(phrase, at);
  if (!part) return part;
  const std::size_t next = behind_of_a(phrase, part->end);
  if (next > part->end) part->end = read_magnitudes(phrase, next, *part, Language::en);
  return part;
}

// "một phần ba", "2 phần 3", "nửa triệu", "một nửa của", "triệu rưỡi".
std::optional<NumberReading> read_vietnamese(const Phrase& phrase, std::size_t at) {
  const std::size_t half_at = phrase.is(at, "một") && phrase.is(at + 1, "nửa") ? at + 1 : at;
  if (phrase.is(half_at, "nửa")) {
    std::optional<NumberReading> reading = make_reading(phrase, 0, 1, 2, half_at + 1, Language::vi);
    if (reading && reading->end == half_at + 1) {
      reading->doubtful = !phrase.is(half_at + 1, "của") && !phrase.is(half_at + 1, "số");
    }
    return reading;
  }
  const bool power = phrase[at].has(magnitude | hundred_word);
  if (power && (phrase.is(at + 1, "rưỡi") || phrase.is(at + 1, "rưởi"))) {
    NumberReading reading{.end = at, .number = {.value = {.units = 1}}};
    reading.end = read_magnitudes(phrase, at, reading, Language::vi);
    reading.end = read_half_behind(phrase, reading);
    return reading;
  }
  if (!phrase[at].is_digits() && !phrase[at].has(unit_digit | teen)) return std::nullopt;
  const WordGroup numerator = read_small(phrase, at, Language::vi);
  if (numerator.end == 0 || !phrase.is(numerator.end, "phần")) return std::nullopt;
  const bool fourths = phrase.is(numerator.end + 1, "tư");
  const WordGroup denominator =
      fourths ? WordGroup{.value = 4, .end = numerator.end + 2} : read_small(phrase, numerator.end + 1, Language::vi);
  if (denominator.end == 0 || denominator.value <= numerator.value) return std::nullopt;
  return make_reading(phrase, 0, numerator.value, denominator.value, denominator.end, Language::vi);
}

// "половина населения", "треть земель", not "вторая половина", "половина века" (the latter is a date's).
bool is_part_of_something(const Phrase& phrase, std::size_t at) {
  const Token& next = phrase[at + 1];
  const bool counted = at > 0 && phrase[at - 1].has(ordinal | unit_digit);
  const bool of_time = next.has(century_word | year_word | month_name | month_word | decade_word | season);
  return !counted && next.is_word() && !next.capital && !of_time && !next.has(function_word | date_link);
}

// "полверсты", "полмиллиона": one word.
std::optional<NumberReading> read_russian_half_word(const Phrase& phrase, std::size_t at) {
  constexpr std::string_view prefix = "пол";
  const std::string_view rest = phrase.text(at).substr(prefix.size());
  std::optional<NumberReading> reading = make_reading(phrase, 0, 1, 2, at + 1, Language::other);
  if (!reading) return reading;
  const WordSense* power = vocabulary_of(Language::ru).find(rest);
  if (power != nullptr && (power->senses & magnitude) != 0) {
    if (!multiply_by_power_of_ten(reading->number, power->value)) return std::nullopt;
  } else {
    reading->number.unit = find_unit(rest, Language::ru);
  }
  return reading;
}

std::optional<NumberReading> read_russian_part(const Phrase& phrase, std::size_t at) {
  const std::string_view word = phrase.text(at);
  if (word == "полтораста") return NumberReading{.end = at + 1, .number = {.value = {.units = 150}}};
  if (word == "полтора" || word == "полторы" || word == "полутора") {
    std::optional<NumberReading> reading = make_reading(phrase, 1, 1, 2, at + 1, Language::ru);
    if (reading) reading->doubtful = reading->end == at + 1;
    return reading;
  }
  if (phrase[at].has(fraction) && phrase[at].value == 2) return read_russian_half_word(phrase, at);
  const bool whole_half = word == "половина" || word == "половину" || word == "половиной";
  if (!whole_half && !phrase[at].has(fraction)) return std::nullopt;
  if (!is_part_of_something(phrase, at) || phrase[at].capital) return std::nullopt;
  return make_reading(phrase, 0, 1, whole_half ? 2 : phrase[at].value, at + 1, Language::ru);
}

// "две трети", "три пятых", "два с половиной".
std::optional<NumberReading> read_russian(const Phrase& phrase, std::size_t at) {
  if (phrase[at].has(half | fraction)) return read_russian_part(phrase, at);
  if (!phrase[at].is_digits() && !phrase[at].has(unit_digit | teen | tens)) return std::nullopt;
  const WordGroup count = read_small(phrase, at, Language::ru);
  if (count.end == 0 || count.ordinal) return std::nullopt;
  const bool with = phrase.is(count.end, "с");
  if (with && phrase.is(count.end + 1, "половиной")) {
    return make_reading(phrase, count.value, 1, 2, count.end + 2, Language::ru);
  }
  if (with && phrase.is(count.end + 1, "четвертью")) {
    return make_reading(phrase, count.value, 1, 4, count.end + 2, Language::ru);
  }
  const Token& part = phrase[count.end];
  const bool plural = phrase.text(count.end).ends_with("ых") || phrase.text(count.end).ends_with("их");
  const bool noun = part.has(fraction) && part.value > 2;
  const bool ordinal_part = part.has(ordinal) && plural && part.value > 2 && count.value > 1;
  if ((!noun && !ordinal_part) || part.value <= count.value) return std::nullopt;
  return make_reading(phrase, 0, count.value, part.value, count.end + 1, Language::ru);
}

struct Share {
  std::int64_t value = 0;
  std::size_t end = 0;
};

Share read_share(const Phrase& phrase, std::size_t at) {
  if (const auto han = read_han_number(phrase, at)) return {han->value, han->end};
  const WordGroup digits = phrase[at].is_digits() ? read_small(phrase, at, Language::zh) : WordGroup{};
  return {digits.value, digits.end};
}

// 三分之二, 百分之五, 一半, 半里.
std::optional<NumberReading> read_chinese(const Phrase& phrase, std::size_t at) {
  if (phrase.is(at, "一") && phrase.is(at + 1, "半")) return make_reading(phrase, 0, 1, 2, at + 2, Language::zh);
  if (phrase.is(at, "半")) {
    std::optional<NumberReading> reading = make_reading(phrase, 0, 1, 2, at + 1, Language::other);
    if (reading) reading->doubtful = true;
    return reading;
  }
  const Share whole = read_share(phrase, at);
  if (whole.end == 0 || !phrase.is(whole.end, "分") || !phrase.is(whole.end + 1, "之")) return std::nullopt;
  const Share part = read_share(phrase, whole.end + 2);
  if (part.end == 0 || part.value == 0) return std::nullopt;
  if (whole.value == 100 || whole.value == 1000) {
    NumberReading reading{.end = part.end, .number = {.value = {.units = part.value}}};
    reading.number.unit = whole.value == 100 ? "%" : "‰";
    return reading;
  }
  if (part.value >= whole.value) return std::nullopt;
  return make_reading(phrase, 0, part.value, whole.value, part.end, Language::other);
}

}  // namespace

std::size_t read_half_behind(const Phrase& phrase, NumberReading& reading) {
  const bool halved = phrase.is(reading.end, "rưỡi") || phrase.is(reading.end, "rưởi");
  const Token& power = phrase[reading.end - 1];
  const int exponent = power.has(magnitude) ? power.value : power.has(hundred_word) ? 2 : 0;
  const Decimal& value = reading.number.value;
  if (!halved || exponent == 0 || value.scale > 0 || reading.number.role != NumberRole::cardinal) return reading.end;
  const std::optional<Decimal> more = Decimal{.units = 5, .scale = 1}.times_power_of_ten(exponent);
  reading.number.value.units += more->units;
  reading.number.alternative.reset();
  reading.exponent = reading.magnitude = 0;
  reading.doubtful = false;
  return reading.end + 1;
}

std::optional<NumberReading> read_fraction_words(const Phrase& phrase, std::size_t at, Language language) {
  switch (language) {
    case Language::en:
      return read_english(phrase, at);
    case Language::vi:
      return read_vietnamese(phrase, at);
    case Language::ru:
      return read_russian(phrase, at);
    case Language::zh:
      return read_chinese(phrase, at);
    case Language::mnc:
    case Language::other:
      break;
  }
  return std::nullopt;
}

}  // namespace aligner::anchors
