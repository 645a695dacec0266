// Vietnamese reign dates: "ngày 16 tháng 4 năm Hàm Phong thứ 8", "năm thứ 8 đời Hàm Phong", "Tự Đức năm thứ 11, tháng
// 4, ngày 16", "tháng 4 nhuận năm Hàm Phong thứ 8".

#include <algorithm>
#include <array>
#include <string_view>

#include "aligner/anchors/number_reading.h"
#include "aligner/anchors/read_reign.h"
#include "aligner/anchors/vietnamese_days.h"

namespace aligner::anchors {
namespace {

using namespace sense;

struct ReignYear {
  const Era* era = nullptr;
  int year = 0;
  std::size_t end = 0;
};

// "8", "tám", "hai mươi tám"; "nhất" is the first.
SmallNumber read_year_number(const Phrase& phrase, std::size_t at) {
  const int digits = digits_value(phrase, at, 2);
  if (digits > 0 && !is_inside_number(phrase, at)) return {digits, at + 1};
  if (phrase.is(at, "nhất")) return {1, at + 1};
  const std::optional<NumberReading> words = read_number_words(phrase, at, Language::vi);
  if (words && !words->skip && words->number.value.scale == 0 && words->number.value.units < 100) {
    return {static_cast<int>(words->number.value.units), words->end};
  }
  return phrase[at].has(unit_digit) ? SmallNumber{phrase[at].value, at + 1} : SmallNumber{};
}

int sino_vietnamese_digit(std::string_view word) {
  static constexpr std::array<std::string_view, 9> digits = {"nhất", "nhị",  "tam", "tứ", "ngũ",
                                                             "lục",  "thất", "bát", "cửu"};
  const auto found = std::find(digits.begin(), digits.end(), word);
  return found == digits.end() ? 0 : static_cast<int>(found - digits.begin()) + 1;
}

// "cửu", "thập nhất", "nhị thập ngũ": Chinese numerals as Vietnamese reads them.
SmallNumber read_sino_vietnamese_number(const Phrase& phrase, std::size_t at) {
  const int first = sino_vietnamese_digit(phrase.text(at));
  const std::size_t ten = first != 0 ? at + 1 : at;
  if (!phrase.is(ten, "thập")) return {first, ten};
  const int unit = sino_vietnamese_digit(phrase.text(ten + 1));
  return {10 * (first != 0 ? first : 1) + unit, unit != 0 ? ten + 2 : ten + 1};
}

// "thứ 8", "năm thứ 8", "năm 8", "nguyên niên", "năm đầu" behind the era's name.
SmallNumber read_year_behind_era(const Phrase& phrase, std::size_t at) {
  if (phrase.is(at, "nguyên") && phrase.is(at + 1, "niên")) return {1, at + 2};
  const SmallNumber sino_vietnamese = read_sino_vietnamese_number(phrase, at);
  if (sino_vietnamese.value != 0 && phrase.is(sino_vietnamese.end, "niên")) {  // Khải Định cửu niên
    return {sino_vietnamese.value, sino_vietnamese.end + 1};
  }
  if (phrase[at].is_mark(U',')) ++at;
  if (phrase[at].has(year_word)) {
    if (phrase.is(at + 1, "đầu")) return {1, phrase.is(at + 2, "tiên") ? at + 3 : at + 2};
    if (!phrase.is(at + 1, "thứ")) {
      const bool counts = !phrase[at + 1].is_digits() || phrase.is(at + 2, "tuổi");
      return counts ? SmallNumber{} : read_year_number(phrase, at + 1);
    }
    ++at;
  }
  return phrase.is(at, "thứ") ? read_year_number(phrase, at + 1) : SmallNumber{};
}

// "Hàm Phong thứ 8", "Khang Hy 28" behind năm.
ReignYear read_year_of_era(const Phrase& phrase, std::size_t at) {
  const std::optional<EraReading> named = read_era(phrase, at, Language::vi);
  if (!named) return {};
  const SmallNumber year = read_year_behind_era(phrase, named->end);
  return year.value != 0 ? ReignYear{named->era, year.value, year.end} : ReignYear{};
}

// "đời vua", "triều", "niên hiệu": what may stand between a year's number and the era.
std::size_t behind_reign_words(const Phrase& phrase, std::size_t at) {
  constexpr std::size_t most_words = 6;
  const std::size_t begin = at;
  const auto is_reign_word = [&](std::size_t word) {
    return phrase.is(word, "đời") || phrase.is(word, "triều") || phrase.is(word, "niên") || phrase.is(word, "hiệu") ||
           phrase.is(word, "vua") || phrase.is(word, "hoàng") || phrase.is(word, "đế") || phrase.is(word, "của") ||
           phrase.is(word, "dưới");
  };
  while (at < begin + most_words && is_reign_word(at)) ++at;
  return at;
}

// Behind "năm": "thứ 8 đời Hàm Phong", "Hàm Phong thứ 8", "Khang Hy 28".
ReignYear read_behind_year_word(const Phrase& phrase, std::size_t at) {
  if (phrase.is(at, "thứ")) {
    const SmallNumber year = read_year_number(phrase, at + 1);
    if (year.value == 0) return {};
    const std::optional<EraReading> named = read_era(phrase, behind_reign_words(phrase, year.end), Language::vi);
    return named ? ReignYear{named->era, year.value, named->end} : ReignYear{};
  }
  const std::size_t name = behind_reign_words(phrase, at);
  if (const ReignYear year = read_year_of_era(phrase, name); year.era != nullptr) return year;
  const std::optional<EraReading> named = read_era(phrase, name, Language::vi);
  const int number = named ? digits_value(phrase, named->end, 2) : 0;
  const bool counts = named && phrase.is(named->end + 1, "tuổi");
  return number > 0 && !counts ? ReignYear{named->era, number, named->end + 1} : ReignYear{};
}

ReignYear read_reign_year(const Phrase& phrase, std::size_t at) {
  if (phrase[at].has(year_word)) return read_behind_year_word(phrase, at + 1);
  return phrase[at].has(era) ? read_year_of_era(phrase, at) : ReignYear{};
}

struct LunarMonthReading {
  LunarMonth month;
  std::size_t end = 0;
};

// "tháng 4", "tháng tư nhuận", "tháng nhuận 4".
LunarMonthReading read_month(const Phrase& phrase, std::size_t at) {
  if (!phrase[at].has(month_word)) return {};
  const bool leap_before = phrase.is(at + 1, "nhuận");
  const SmallNumber month = read_vietnamese_month(phrase, leap_before ? at + 2 : at + 1);
  if (month.value == 0) return {};
  const bool leap_behind = phrase.is(month.end, "nhuận");
  return {{month.value, leap_before || leap_behind}, leap_behind ? month.end + 1 : month.end};
}

std::size_t behind_comma(const Phrase& phrase, std::size_t at) { return phrase[at].is_mark(U',') ? at + 1 : at; }

// "ngày 16", "mồng 5".
SmallNumber read_day(const Phrase& phrase, std::size_t at) {
  return read_vietnamese_day(phrase, phrase[at].has(day_word) ? at + 1 : at);
}

bool begins_day(const Phrase& phrase, std::size_t at) {
  return phrase[at].has(day_word) || phrase.is(at, "mồng") || phrase.is(at, "mùng");
}

// "thất nguyệt nhị thập ngũ nhật", "chính nguyệt sơ nhất nhật".
std::size_t read_sino_vietnamese_month_and_day(const Phrase& phrase, std::size_t at, ReignDate& date) {
  const bool first = phrase.is(at, "chính") || phrase.is(at, "chánh");
  const SmallNumber month = first ? SmallNumber{1, at + 1} : read_sino_vietnamese_number(phrase, at);
  if (month.value == 0 || !phrase.is(month.end, "nguyệt")) return at;
  date.month.number = month.value;
  const std::size_t day_at = behind_comma(phrase, month.end + 1);
  const SmallNumber day = read_sino_vietnamese_number(phrase, phrase.is(day_at, "sơ") ? day_at + 1 : day_at);
  if (day.value == 0 || !phrase.is(day.end, "nhật")) return month.end + 1;
  date.day = day.value;
  return day.end + 1;
}

// Month and day behind the year, in either order; not where a year of the other calendar follows them.
std::size_t read_behind_year(const Phrase& phrase, std::size_t at, ReignDate& date) {
  std::size_t next = behind_comma(phrase, at);
  if (const std::size_t end = read_sino_vietnamese_month_and_day(phrase, next, date); end != next) return end;
  SmallNumber day;
  if (begins_day(phrase, next)) {
    day = read_day(phrase, next);
    next = behind_comma(phrase, day.end);
  }
  const LunarMonthReading month = read_month(phrase, next);
  if (month.end == 0) return at;
  std::size_t end = month.end;
  if (day.value == 0 && begins_day(phrase, behind_comma(phrase, end))) {
    day = read_day(phrase, behind_comma(phrase, end));
    if (day.value != 0) end = day.end;
  }
  if (phrase[end].has(year_word) && !phrase.is(end + 1, "ấy") && !phrase.is(end + 1, "đó")) return at;
  date.month = month.month;
  date.day = day.value;
  return end;
}

}  // namespace

std::optional<DateReading> read_vietnamese_reign(const Phrase& phrase, std::size_t at) {
  ReignDate date;
  std::size_t next = at;
  if (begins_day(phrase, at)) {
    const SmallNumber day = read_day(phrase, at);
    if (day.value == 0) return std::nullopt;
    date.day = day.value;
    next = behind_comma(phrase, day.end);
  }
  if (phrase[next].has(month_word)) {
    const LunarMonthReading month = read_month(phrase, next);
    if (month.end == 0) return std::nullopt;
    date.month = month.month;
    next = behind_comma(phrase, month.end);
  } else if (date.day != 0) {
    return std::nullopt;
  }
  const ReignYear year = read_reign_year(phrase, next);
  if (year.era != nullptr) {
    date.year = year.year;
    const std::size_t end = date.month.number == 0 ? read_behind_year(phrase, year.end, date) : year.end;
    return make_reign_reading(*year.era, date, end);
  }
  if (next != at || !phrase[at].has(era)) return std::nullopt;
  const std::optional<EraReading> named = read_era(phrase, at, Language::vi);
  return named ? read_numbered_reign(phrase, *named) : std::nullopt;
}

}  // namespace aligner::anchors
