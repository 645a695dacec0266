#pragma once
// Days and months as Vietnamese counts them, for both calendars. Private.
//
//   read_vietnamese_month(phrase, 1);  // "tháng Giêng": 1; "tháng năm năm 1858": 5
//   read_vietnamese_day(phrase, 0);    // "mồng năm": 5

#include <cstddef>

#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

/// A small number and the index behind it; value 0 where none stands.
struct SmallNumber {
  int value = 0;
  std::size_t end = 0;
};

/// Behind tháng: digits or words, Giêng and Chạp.
SmallNumber read_vietnamese_month(const Phrase& phrase, std::size_t at);

/// Digits, or digits and words behind mồng or mùng.
SmallNumber read_vietnamese_day(const Phrase& phrase, std::size_t at);

}  // namespace aligner::anchors
