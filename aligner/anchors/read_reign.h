#pragma once
// Reign dates of the languages written with an alphabet; Chinese and Manchu ones are read by their grammars. Private.
//
//   read_vietnamese_reign(phrase, 0);  // "ngày 16 tháng 4 năm Hàm Phong thứ 8"
//   read_english_reign(phrase, 0);     // "16th day of the 4th month of the 8th year of Xianfeng", "Xianfeng 8/4/16"
//   read_russian_reign(phrase, 0);     // "16-й день 4-й луны 8-го года Сяньфэн"
//
// All are empty where no era with the number of a year stands. They look at most 30 tokens ahead.

#include <cstddef>
#include <optional>

#include "aligner/anchors/eras.h"

namespace aligner::anchors {

std::optional<DateReading> read_vietnamese_reign(const Phrase& phrase, std::size_t at);
std::optional<DateReading> read_english_reign(const Phrase& phrase, std::size_t at);
std::optional<DateReading> read_russian_reign(const Phrase& phrase, std::size_t at);

/// "8/4/16", "8/4" or "8" behind the era's name; a bare year only where no word follows that it could count.
std::optional<DateReading> read_numbered_reign(const Phrase& phrase, const EraReading& named);

/// A day, month or year with its number, on the way to a reign date: "8th year", "4-й луны".
struct CountedPart {
  enum class Unit { none, day, month, year };
  Unit unit = Unit::none;
  int number = 0;
  bool leap = false;
  std::size_t end = 0;
};

/// Puts the part into the date, unless it has one of its kind.
bool add_part(ReignDate& date, const CountedPart& counted);

/// True where the date may be one: a year, and no day without its month.
bool is_whole(const ReignDate& date);

}  // namespace aligner::anchors
