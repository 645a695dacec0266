#pragma once
// Units behind numbers, in any of the languages, by canonical names, and what they measure. Private.
//
//   read_unit(phrase, 1, Language::vi);  // "600.000 km²" -> {"km2", 3}
//   find_measure("verst")->dimension;    // "length"; its factor to the metre is 1066.8
//
// The table is corpora/units/units.tsv.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "aligner/anchors/tokens.h"
#include "aligner/anchors/unit_table.h"

namespace aligner::anchors {

struct UnitReading {
  std::string unit;
  std::size_t end = 0;  // index of the token behind it
};

/// The unit that begins at `at`; a hyphen may stand before it ("4,200-km").
std::optional<UnitReading> read_unit(const Phrase& phrase, std::size_t at, Language language);

/// The unit a word stands for by itself ("версты"), or "".
std::string find_unit(std::string_view word, Language language);

/// What a canonical unit measures, or nullptr where it is none.
const UnitMeasure* find_measure(std::string_view unit);

/// True of hours, days, years and the like.
bool is_time_unit(std::string_view unit);

}  // namespace aligner::anchors
