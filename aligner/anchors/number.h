#pragma once
// Number: digits plus scale, compared without a language.
//
//   Number area = Number{.units = 600000, .scale = 0};  // "600.000 km²", "600,000 km2"
//   area.value();                                       // 600000.0
//
// Where exactly three digits follow one separator ("4.200") the text does not say whether it groups or divides: the
// reading usual in the language comes first and the other is kept in `alternative`.

#include <cstdint>
#include <optional>
#include <string>

namespace aligner::anchors {

/// What a number does in its sentence. Roles never match across kinds. A list marker ("1.") and a footnote's number
/// ("[12]") count lines and notes: they match nothing. A vague number names an order of magnitude only: "tens of
/// thousands", "vài nghìn".
enum class NumberRole { cardinal, ordinal, regnal, label, list_marker, footnote, vague };

struct Decimal {
  std::int64_t units = 0;  // value = units / 10^scale
  int scale = 0;           // 0 to 9; normalised: no trailing zero in units unless scale is 0

  double value() const;

  /// Brings scale down to what the value needs.
  Decimal normalised() const;

  /// This value times 10^exponent; empty where it does not fit. exponent is not negative.
  std::optional<Decimal> times_power_of_ten(int exponent) const;

  friend bool operator==(const Decimal&, const Decimal&) = default;
};

struct Number {
  Decimal value;                       // of a vague number the power of ten it names: 1000 for "vài nghìn"
  std::optional<Decimal> upper;        // the upper end of a range, "10-12 thousand"; value is the lower one
  std::int64_t denominator = 1;        // "two thirds": value 2, denominator 3; 1 where the value is a decimal
  std::optional<Decimal> alternative;  // the other reading of an ambiguous separator
  NumberRole role = NumberRole::cardinal;
  // "km2", "km", "%", "ruble", ...: canonical names; for a label what it labels ("article", "chapter"); empty where
  // none was read.
  std::string unit;

  friend bool operator==(const Number&, const Number&) = default;
};

/// True when a reading of one equals a reading of the other and the roles agree; of ranges, both ends.
bool is_same_number(const Number& first, const Number& second);

/// True when the units are equal, one of them was not read, or one word serves for both (Vietnamese dặm: mile or li;
/// pound: weight or sterling).
bool are_same_unit(const std::string& first, const std::string& second);

/// Value over denominator; of a range the lower end.
double size_of(const Number& number);

/// "600000", "1.5 km", "10-12 verst", "2/3", "2nd", "II", "article 1", "1.", "tens of thousands": for people and for
/// keys; numbers that differ in value, role or unit print differently.
std::string to_string(const Number& number);

}  // namespace aligner::anchors
