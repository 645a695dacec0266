#pragma once
// UnitTable: units of measure, their factors and their wordings, read from text. Private.
//
//   unit <TAB> dimension <TAB> factor  <TAB> source      <TAB> any <TAB> en           <TAB> ...
//   verst      length          500*2.1336    law of 1899               verst|versts
//
// Wordings are looked up by their first word through a hash; "верст*" is put in with every ending of the Russian cases.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aligner/anchors/vocabulary.h"

namespace aligner::anchors {

/// An exact factor; denominator above 0.
struct Rational {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;

  double value() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
  friend bool operator==(const Rational&, const Rational&) = default;
};

/// "400*453.59237/3" -> 4535923700 / 75000, reduced. Empty where it is no such product or does not fit.
std::optional<Rational> parse_factor(std::string_view text);

struct UnitMeasure {
  std::string dimension;          // units convert only within one
  std::vector<Rational> factors;  // to the base unit of the dimension; several where the unit changed its size
};

struct UnitWording {
  std::vector<std::string> words;  // as tokens fold them; signs as themselves
  std::string unit;                // "-": looks like a unit and is none
};

class UnitTable {
 public:
  /// Throws Error, with `name` and line, where a line cannot be read.
  static UnitTable parse(std::string_view text, const std::string& name);

  /// Wordings whose first word is `word`; empty where none is.
  const std::vector<UnitWording>& find_wordings(std::string_view word, Language language) const;

  const UnitMeasure* find_measure(std::string_view unit) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <typename Value>
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  void add(std::string_view wordings, const std::string& unit, Language language);

  std::array<Map<std::vector<UnitWording>>, 6> wordings_;  // by Language
  Map<UnitMeasure> measures_;
};

/// True when `word` is `pattern`, or the stem of "stem*" with an ending of the Russian cases.
bool is_form_of(std::string_view word, std::string_view pattern);

/// The table the library carries with it.
const UnitTable& bundled_units();

}  // namespace aligner::anchors
