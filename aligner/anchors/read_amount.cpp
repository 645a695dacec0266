// Amounts: what stands before a unit. Digits take the powers of ten behind them.

#include <cstdlib>
#include <limits>
#include <numeric>

#include "aligner/anchors/han_numbers.h"
#include "aligner/anchors/number_reading.h"

namespace aligner::anchors {
namespace {

using namespace sense;

constexpr int largest_exponent = 15;
constexpr std::int64_t largest_denominator = 1'000'000;

// "тыс.", "млн.": the point belongs to the abbreviation.
bool is_abbreviation(const Phrase& phrase, std::size_t at) {
  return phrase.is(at, "тыс") || phrase.is(at, "млн") || phrase.is(at, "млрд") || phrase.is(at, "трлн");
}

// "60万", "3千5百" is not read; "60余万": some more than 600,000.
std::size_t read_han_magnitudes(const Phrase& phrase, std::size_t at, int& exponent) {
  std::size_t next = at;
  if (phrase.is(next, "余") || phrase.is(next, "餘") || phrase.is(next, "多")) ++next;
  const std::size_t begin = next;
  for (; exponent < largest_exponent; ++next) {
    const std::string_view power = phrase.text(next);
    const int more = power == "百" ? 2 : power == "千" ? 3 : power == "万" || power == "萬" ? 4 : 0;
    const int most = power == "亿" || power == "億" ? 8 : more;
    if (most == 0) break;
    exponent += most;
  }
  return next == begin ? at : next;
}

std::size_t read_word_magnitudes(const Phrase& phrase, std::size_t at, int& exponent) {
  std::size_t next = at;
  if (phrase[next].has(hundred_word)) {
    exponent = 2;
    ++next;
  }
  for (; phrase[next].has(magnitude) && exponent < largest_exponent; ++next) exponent += phrase[next].value;
  const bool dotted =
      next > at && is_abbreviation(phrase, next - 1) && phrase[next].is_mark(U'.') && phrase.is_tight(next);
  return dotted ? next + 1 : next;
}

std::optional<NumberReading> read_digits_amount(const Phrase& phrase, std::size_t at, Language language) {
  std::optional<NumberReading> reading = read_digits(phrase, at, language);
  if (!reading || reading->skip) return reading;
  // "16/5", "120/80": what is no part of one is no number either.
  const bool slash = phrase[reading->end].is_mark(U'/') && phrase.is_tight(reading->end);
  if (slash && phrase[reading->end + 1].is_digits() && phrase.is_tight(reading->end + 1)) {
    return NumberReading{.end = reading->end + 2, .skip = true};
  }
  reading->end = read_magnitudes(phrase, reading->end, *reading, language);
  if (language == Language::vi) reading->end = read_half_behind(phrase, *reading);
  return reading;
}

// 3/4 -> 0.75; 2/3 stays.
void make_decimal(Number& number) {
  for (int scale = 1; scale <= 3 && number.denominator > 1; ++scale) {
    const std::int64_t power = scale == 1 ? 10 : scale == 2 ? 100 : 1000;
    if (power % number.denominator != 0) continue;
    if (std::llabs(number.value.units) > std::numeric_limits<std::int64_t>::max() / power) return;
    number.value = Decimal{.units = number.value.units * (power / number.denominator), .scale = scale}.normalised();
    number.denominator = 1;
  }
}

}  // namespace

bool multiply_by_power_of_ten(Number& number, int exponent) {
  const std::optional<Decimal> value = number.value.times_power_of_ten(exponent);
  if (!value) return false;
  number.value = *value;
  for (std::optional<Decimal>* other : {&number.upper, &number.alternative}) {
    if (*other) *other = (*other)->times_power_of_ten(exponent);
  }
  return true;
}

bool add_fraction(Number& number, std::int64_t numerator, std::int64_t denominator) {
  if (denominator < 1 || denominator > largest_denominator || number.denominator != 1 || number.value.scale != 0 ||
      std::llabs(number.value.units) > std::numeric_limits<std::int64_t>::max() / (2 * denominator)) {
    return false;
  }
  number.value.units = number.value.units * denominator + numerator;
  number.alternative.reset();
  const std::int64_t common = std::gcd(number.value.units, denominator);
  number.value.units /= common;
  number.denominator = denominator / common;
  make_decimal(number);
  return true;
}

std::size_t read_magnitudes(const Phrase& phrase, std::size_t at, NumberReading& reading, Language language) {
  int exponent = 0;
  const std::size_t end =
      language == Language::zh ? read_han_magnitudes(phrase, at, exponent) : read_word_magnitudes(phrase, at, exponent);
  if (end == at || !multiply_by_power_of_ten(reading.number, exponent)) return at;
  reading.exponent = reading.magnitude = exponent;
  return end;
}

std::optional<NumberReading> read_amount(const Phrase& phrase, std::size_t at, Language language) {
  if (auto share = read_fraction(phrase, at, language)) return share;
  if (phrase[at].is_digits()) return read_digits_amount(phrase, at, language);
  if (auto order = read_vague(phrase, at, language)) return order;
  std::optional<NumberReading> reading = read_number_words(phrase, at, language);
  if (reading && language == Language::vi) reading->end = read_half_behind(phrase, *reading);
  return reading;
}

}  // namespace aligner::anchors
