#pragma once
// Private: numbers as text, the same in every locale.
//
//   fixed_decimal(0.41822671, 6);  // "0.418227"

#include <string>

namespace aligner::interchange {

/// `value` with `digits` decimals (at most 17), '.' between, never "-0.000".
std::string fixed_decimal(double value, int digits);

}  // namespace aligner::interchange
