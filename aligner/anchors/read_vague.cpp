// Orders of magnitude. Their value is the power of ten named: "tens of thousands" 10,000, "vài nghìn" 1,000. Dozens are
// a matter of tens.

#include <algorithm>
#include <array>

#include "aligner/anchors/number_reading.h"

namespace aligner::anchors {
namespace {

using namespace sense;

constexpr int largest_exponent = 15;
constexpr std::size_t most_words = 6;

std::optional<NumberReading> vague_reading(int exponent, std::size_t end) {
  NumberReading reading{.end = end, .number = {.value = {.units = 1}, .role = NumberRole::vague}};
  const bool fits = exponent > 0 && exponent <= largest_exponent && multiply_by_power_of_ten(reading.number, exponent);
  return fits ? std::optional(reading) : std::nullopt;
}

// The powers of ten in words from `at` on; those without an exponent ("vài", "several") are passed over.
struct Powers {
  int exponent = 0;
  std::size_t end = 0;
};

Powers read_powers(const Phrase& phrase, std::size_t at) {
  Powers powers{.end = at};
  for (std::size_t next = at; next < at + most_words; ++next) {
    const Token& token = phrase[next];
    if (token.has(magnitude) || (token.has(vague) && token.value > 0)) {
      powers.exponent += token.value;
    } else if (token.has(hundred_word)) {
      powers.exponent += 2;
    } else if ((token.has(tens | teen) && token.value == 10) || phrase.is(next, "dozen")) {
      powers.exponent += 1;
    } else if (phrase.is(next, "of") && phrase[next + 1].has(vague | magnitude)) {
      continue;
    } else {
      break;
    }
    powers.end = next + 1;
  }
  return powers;
}

// "a few thousand", "several hundred", "tens of thousands of", "thousands".
std::optional<NumberReading> read_english(const Phrase& phrase, std::size_t at) {
  std::size_t next = at;
  if (phrase.is(next, "a") && phrase[next + 1].has(vague)) ++next;
  if (!phrase[next].has(vague)) return std::nullopt;
  while (next < at + 3 && phrase[next].has(vague) && phrase[next].value == 0) ++next;  // "a good many"
  if (phrase.is(next - 1, "couple") && phrase.is(next, "of")) ++next;
  const bool needs_of = phrase.is(next, "scores") || phrase.is(next, "tens");
  if (needs_of && !phrase.is(next + 1, "of")) return std::nullopt;
  const Powers powers = read_powers(phrase, next);
  return powers.end == next ? std::nullopt : vague_reading(powers.exponent, powers.end);
}

// "vài nghìn", "hàng chục nghìn", "dăm ba trăm", "hàng vạn".
std::optional<NumberReading> read_vietnamese(const Phrase& phrase, std::size_t at) {
  if (!phrase[at].has(vague)) return std::nullopt;
  std::size_t next = at + 1;
  while (next < at + 3 && phrase[next].has(vague)) ++next;
  if (phrase.is(next, "ba") || phrase.is(next, "bảy")) ++next;  // "dăm ba", "vài ba": a few
  const Powers powers = read_powers(phrase, next);
  return powers.end == next ? std::nullopt : vague_reading(powers.exponent, powers.end);
}

// тысячи is "thousands" or "of a thousand": these words before it ask for the singular.
bool takes_one_thousand(const Phrase& phrase, std::size_t at) {
  static constexpr std::array<std::string_view, 12> words = {
      "около", "более", "менее", "больше", "меньше", "свыше", "до", "от", "порядка", "с", "из", "половина"};
  return at > 0 && std::find(words.begin(), words.end(), phrase.text(at - 1)) != words.end();
}

// A power of ten in the plural, which no number stands before: "тысячи людей", "миллионами".
bool is_russian_plural(const Phrase& phrase, std::size_t at) {
  const std::string_view word = phrase.text(at);
  if (!phrase[at].has(magnitude) || phrase[at].value > 12) return false;
  if (phrase[at + 1].has(hundreds | tens | teen | unit_digit)) return false;  // тысячи восьмисот
  if (word == "тысячи") return !takes_one_thousand(phrase, at);
  const bool oblique = word.ends_with("ам") || word.ends_with("ами") || word.ends_with("ах");
  return oblique || (word.ends_with("ы") && phrase[at].value > 3);
}

bool is_russian_plural_or_vague(const Phrase& phrase, std::size_t at) {
  return phrase[at].has(vague) || is_russian_plural(phrase, at);
}

// "десятки тысяч", "несколько сотен", "многие тысячи", "тысячи".
std::optional<NumberReading> read_russian(const Phrase& phrase, std::size_t at) {
  if (!is_russian_plural_or_vague(phrase, at)) return std::nullopt;
  std::size_t next = at;
  while (next < at + 2 && phrase[next].has(vague) && phrase[next].value == 0) ++next;
  const Powers powers = read_powers(phrase, next);
  return powers.end == next ? std::nullopt : vague_reading(powers.exponent, powers.end);
}

// 数千, 几万, 數十萬, 成千上万 (thousands); 上千.
std::optional<NumberReading> read_chinese(const Phrase& phrase, std::size_t at) {
  static constexpr std::array<std::string_view, 6> several = {"数", "數", "几", "幾", "上", "成"};
  if (std::find(several.begin(), several.end(), phrase.text(at)) == several.end()) return std::nullopt;
  const bool thousands = phrase.is(at, "成") && phrase.is(at + 1, "千") && phrase.is(at + 2, "上");
  if (thousands) return vague_reading(3, at + 4);
  if (phrase.is(at, "成")) return std::nullopt;
  NumberReading reading{.number = {.value = {.units = 1}}};
  const bool tens_first = phrase.is(at + 1, "十");
  const std::size_t end = read_magnitudes(phrase, tens_first ? at + 2 : at + 1, reading, Language::zh);
  const int exponent = reading.exponent + (tens_first ? 1 : 0);
  if (end == at + 1 || !phrase.is_tight(at + 1)) return std::nullopt;
  return vague_reading(exponent, end);
}

}  // namespace

std::optional<NumberReading> read_vague(const Phrase& phrase, std::size_t at, Language language) {
  switch (language) {
    case Language::en:
      return read_english(phrase, at);
    case Language::vi:
      return read_vietnamese(phrase, at);
    case Language::ru:
      return read_russian(phrase, at);
    case Language::zh:
      return read_chinese(phrase, at);
    case Language::mnc: {
      if (!phrase[at].has(vague)) return std::nullopt;
      const Powers powers = read_powers(phrase, at + 1);
      return powers.end == at + 1 ? std::nullopt : vague_reading(powers.exponent, powers.end);
    }
    case Language::other:
      break;
  }
  return std::nullopt;
}

}  // namespace aligner::anchors
