#pragma once
// Units behind numbers, in any of the languages, by canonical names. Private.
//
//   read_unit(phrase, 1);  // "600.000 km²" -> {"km2", 3}

#include <cstddef>
#include <optional>
#include <string>

#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

struct UnitReading {
  std::string unit;
  std::size_t end = 0;  // index of the token behind it
};

/// The unit that begins at `at`; a hyphen may stand before it ("4,200-km").
std::optional<UnitReading> read_unit(const Phrase& phrase, std::size_t at, Language language);

}  // namespace aligner::anchors
