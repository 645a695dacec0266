#include "aligner/report/percent.h"

#include <cmath>

#include <fmt/core.h>

namespace aligner::report {

std::string percent(double share) {
  double rounded = std::round(share * 100);
  if (rounded >= 100 && share < 1) rounded = 99;
  if (rounded <= 0 && share > 0) rounded = 1;
  return fmt::format("{:.0f} %", rounded);
}

}  // namespace aligner::report
