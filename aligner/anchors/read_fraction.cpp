// Fractions in figures: "1/3", "2 1/2", "2½", "⅔"; those in words are read_fraction_words.

#include <array>

#include "aligner/anchors/number_reading.h"

namespace aligner::anchors {
namespace {

constexpr std::size_t most_digits = 3;
constexpr int largest_denominator = 100;

struct VulgarFraction {
  char32_t mark;
  int numerator;
  int denominator;
};

const VulgarFraction* find_vulgar(const Token& token) {
  static constexpr std::array<VulgarFraction, 18> table = {{{U'\u00BC', 1, 4},
                                                            {U'\u00BD', 1, 2},
                                                            {U'\u00BE', 3, 4},
                                                            {U'\u2150', 1, 7},
                                                            {U'\u2151', 1, 9},
                                                            {U'\u2152', 1, 10},
                                                            {U'\u2153', 1, 3},
                                                            {U'\u2154', 2, 3},
                                                            {U'\u2155', 1, 5},
                                                            {U'\u2156', 2, 5},
                                                            {U'\u2157', 3, 5},
                                                            {U'\u2158', 4, 5},
                                                            {U'\u2159', 1, 6},
                                                            {U'\u215A', 5, 6},
                                                            {U'\u215B', 1, 8},
                                                            {U'\u215C', 3, 8},
                                                            {U'\u215D', 5, 8},
                                                            {U'\u215E', 7, 8}}};
  if (token.kind != TokenKind::mark || token.mark < U'\u00BC' || token.mark > U'\u215E') return nullptr;
  for (const VulgarFraction& row : table) {
    if (row.mark == token.mark) return &row;
  }
  return nullptr;
}

// Up to three digits without a leading nought, else 0.
int small_number(const Phrase& phrase, std::size_t at) {
  if (!phrase[at].is_digits() || phrase[at].folded_size > most_digits || phrase.text(at).front() == '0') return 0;
  int value = 0;
  for (const char digit : phrase.text(at)) value = 10 * value + (digit - '0');
  return value;
}

struct Quotient {
  int numerator = 0;
  int denominator = 0;
  std::size_t end = 0;  // 0: none
};

bool is_fraction_slash(const Token& token) { return token.is_mark(U'/') || token.is_mark(U'\u2044'); }

// "1/3", parts of one only: "16/5", "24/7" and "120/80" are something else.
Quotient read_quotient(const Phrase& phrase, std::size_t at) {
  if (const VulgarFraction* vulgar = find_vulgar(phrase[at])) return {vulgar->numerator, vulgar->denominator, at + 1};
  if (!is_fraction_slash(phrase[at + 1]) || !phrase.is_tight(at + 1) || !phrase.is_tight(at + 2)) return {};
  const int numerator = small_number(phrase, at);
  const int denominator = small_number(phrase, at + 2);
  const bool goes_on = phrase.is_tight(at + 3) && (is_fraction_slash(phrase[at + 3]) || phrase[at + 3].is_word());
  const bool goes_before = at > 0 && phrase.is_tight(at) && is_fraction_slash(phrase[at - 1]);
  const bool part = numerator > 0 && numerator < denominator && denominator <= largest_denominator;
  return part && !goes_on && !goes_before ? Quotient{numerator, denominator, at + 3} : Quotient{};
}

}  // namespace

std::optional<NumberReading> read_fraction(const Phrase& phrase, std::size_t at, Language language) {
  if (phrase[at].is_word()) return read_fraction_words(phrase, at, language);
  NumberReading reading;
  Quotient quotient = read_quotient(phrase, at);
  if (quotient.end == 0 && phrase[at].is_digits()) {
    const int whole = small_number(phrase, at);
    if (whole > 0) quotient = read_quotient(phrase, at + 1);
    reading.number.value.units = whole;
  }
  if (quotient.end == 0 && phrase[at].is_digits()) return read_fraction_words(phrase, at, language);
  if (quotient.end == 0 || !add_fraction(reading.number, quotient.numerator, quotient.denominator)) return std::nullopt;
  reading.end = read_magnitudes(phrase, quotient.end, reading, language);
  return reading;
}

}  // namespace aligner::anchors
