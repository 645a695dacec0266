#pragma once
// Private: a share as people read it, the same in every report.
//
//   percent(0.996);  // "99 %"

#include <string>

namespace aligner::report {

/// Whole per cent, but 100 and 0 only where there is no doubt at all.
std::string percent(double share);

}  // namespace aligner::report
