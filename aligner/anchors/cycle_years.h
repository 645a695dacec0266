#pragma once
// The cycle of sixty years, by stem and branch. Private.
//
//   read_han_cycle_year(phrase, 0);     // 戊午: 55, as 1858
//   read_manchu_cycle_year(phrase, 0);  // "suwayan morin": 55

#include <cstddef>

#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

struct CycleYear {
  int number = 0;       // 1 (甲子) to 60; 0 where none stands
  std::size_t end = 0;  // index behind it
};

CycleYear read_han_cycle_year(const Phrase& phrase, std::size_t at);
CycleYear read_manchu_cycle_year(const Phrase& phrase, std::size_t at);

}  // namespace aligner::anchors
