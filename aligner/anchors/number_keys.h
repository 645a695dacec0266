#pragma once
// Under which keys a number is looked for. Private; see match_keys.h.

#include <string>
#include <vector>

#include "aligner/anchors/number.h"

namespace aligner::anchors {

/// "value 64"; "size 71" for what lies in a range; "length 140" and "length 141" for quantities that convert.
std::vector<std::string> number_keys(const Number& number);

}  // namespace aligner::anchors
