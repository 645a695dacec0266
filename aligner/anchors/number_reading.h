#pragma once
// NumberReading: a number on the way from words or digits to a Number. Private.
//
// Amounts are read first ("12 thousand", "two thirds"), then quantities: an amount with its unit, or two amounts that
// make a range ("from 10 to 12 thousand versts"). What the number does in its sentence is for number_roles.h.

#include <cstddef>
#include <optional>

#include "aligner/anchors/number.h"
#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

struct NumberReading {
  std::size_t end = 0;  // index of the token behind it
  Number number;
  bool skip = false;      // the tokens are no number, and none is to be looked for inside them: "1.2.3"
  bool doubtful = false;  // a number only with a unit or a second end: "one", "một", "năm", "тысяча"
  int exponent = 0;       // powers of ten at its end, "two hundred thousand": 5
  int magnitude = 0;      // those of them that are thousands and more: 3
};

/// Digits with the separators of the language: "600.000", "1,5", "600 000"; the sequence 1.2.3 is to be skipped.
std::optional<NumberReading> read_digits(const Phrase& phrase, std::size_t at, Language language);

/// Number words: "sixty-four", "sáu mươi bốn", "шестьдесят четыре", "六十四", "second", "thứ ba", "двадцать первого".
std::optional<NumberReading> read_number_words(const Phrase& phrase, std::size_t at, Language language);

/// Parts of a whole: "two thirds", "half a million", "một phần ba", "полтора миллиона", "三分之二", "1/3", "2½".
std::optional<NumberReading> read_fraction(const Phrase& phrase, std::size_t at, Language language);

/// The part of read_fraction that is written in words.
std::optional<NumberReading> read_fraction_words(const Phrase& phrase, std::size_t at, Language language);

/// "rưỡi" behind a power of ten: half as much again ("hai nghìn rưỡi" is 2,500). The index behind it, or reading.end.
std::size_t read_half_behind(const Phrase& phrase, NumberReading& reading);

/// Orders of magnitude: "tens of thousands", "vài nghìn", "несколько сотен", "數千".
std::optional<NumberReading> read_vague(const Phrase& phrase, std::size_t at, Language language);

/// Any of the above, with the powers of ten behind digits: "250 nghìn", "1,5 млн", "60万".
std::optional<NumberReading> read_amount(const Phrase& phrase, std::size_t at, Language language);

/// An amount with its unit, or a range of two: "10-12 thousand rubles", "từ 5 đến 7 km", "hai năm rưỡi".
std::optional<NumberReading> read_quantity(const Phrase& phrase, std::size_t at, Language language);

/// Multiplies value, upper end and other reading; false where one of them does not fit.
bool multiply_by_power_of_ten(Number& number, int exponent);

/// Adds numerator/denominator to a number of denominator 1; a quotient that ends becomes a decimal: 2 and 1/2 is 2.5.
/// False where it does not fit.
bool add_fraction(Number& number, std::int64_t numerator, std::int64_t denominator);

/// Powers of ten behind an amount in digits; sets number and returns the index behind them, else `at`.
std::size_t read_magnitudes(const Phrase& phrase, std::size_t at, NumberReading& reading, Language language);

}  // namespace aligner::anchors
