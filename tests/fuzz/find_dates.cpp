// Whatever the text, its dates are intervals of days that exist, agree with their precision, say in English what they
// are, and compare with each other the same way round and back. The first byte chooses the language.

#include <chrono>

#include "aligner/anchors/date.h"

#include "tests/fuzz/anchored_input.h"
#include "tests/fuzz/fuzz_main.h"

using aligner::anchors::Calendar;
using aligner::anchors::Date;
using aligner::anchors::DatePrecision;
using aligner::anchors::DateRelation;
using tungse_fuzz::require;
using tungse_fuzz::seed;

namespace {

// 29 February of 1900 exists in the Julian calendar only.
bool is_day(std::chrono::year_month_day day) {
  const bool is_leap_day = day.month() == std::chrono::February && static_cast<unsigned>(day.day()) == 29;
  return day.ok() || (is_leap_day && static_cast<int>(day.year()) % 4 == 0);
}

bool is_in_range(std::chrono::year_month_day day) {
  const int year = static_cast<int>(day.year());
  return is_day(day) && year >= 1 && year <= 9999;
}

void check(const Date& date) {
  require(is_in_range(date.earliest) && is_in_range(date.latest) && date.earliest <= date.latest);
  const bool is_open = date.open_begin || date.open_end;
  require(date.precision != DatePrecision::day || is_open || date.earliest == date.latest);
  require(!to_string(date).empty() && tungse_fuzz::is_well_formed(to_string(date)));
  require(compare_dates(date, date).relation == DateRelation::same);
}

DateRelation mirrored(DateRelation relation) {
  if (relation == DateRelation::contains) return DateRelation::contained;
  return relation == DateRelation::contained ? DateRelation::contains : relation;
}

void check_pair(const Date& first, const Date& second) {
  const auto there = compare_dates(first, second);
  const auto back = compare_dates(second, first);
  require(there.relation == mirrored(back.relation));
  require(!there.reason.empty() && tungse_fuzz::is_well_formed(there.reason));
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      seed(0, "ngày 16 tháng 5 năm 1858; vào ngày 1; 16/5/1858; 16-5-1858; 28 tháng 5, 1858; 16 (28) tháng 5 năm 1858"),
      seed(0,
           "ngày 15 tháng 9; ngày 16/5; năm 1858; Tháng 6 năm 1685; tháng Giêng năm 1858; tháng Chạp; mồng 5 tháng Tư"),
      seed(0, "Đầu tháng 5 năm 1858; đầu năm 1850; mùa hè năm 1849; giữa những năm 1850; những năm 1680"),
      seed(0, "năm 1686-1687; 1840-1842. và; từ năm 1816 đến năm 1856; trước năm 1850; từ rất lâu trước năm 1850"),
      seed(0, "thế kỷ 19. chủ yếu; thế kỷ XIX. có; đầu thế kỷ 17; nửa sau của thế kỷ 17; 1850.quan; khoảng năm 1850"),
      seed(0, "năm Hàm Phong thứ 8; ngày 24 tháng 7 năm Khang Hy 28; ngày 16 tháng 4 năm Hàm Phong thứ 8; Tự Đức 11"),
      seed(1, "May 28, 1858; 28 May 1858; 28th of May; 1858-05-28; May 16 (28), 1858; August 27, 1689, O.S.; 5/6/1858"),
      seed(1,
           "September 2024; the 1960s; the nineteen-sixties; summer of 1849; in early May 1858; mid-1850s; late 1857"),
      seed(1,
           "(1762–1796); From 1850 to 1864; 1858–60; between 1850 and 1860; before 1850; since 1858; after May 1858"),
      seed(1, "the 19th century; second half of the seventeenth century; first third; c. 1850; 300 BC; AD 79"),
      seed(1, "Xianfeng 8/4/16; the 28th year of Kangxi, 7th month, 24th day; 8th year of the Xianfeng Emperor"),
      seed(1,
           "29 February 1900; 30 February 1858; 31 April 1858; 32 May 1858; 0 May 0; 1 January 9999; 1 January 10000"),
      seed(2, "28 мая 1858 года; 28 мая 1858 г.; 28.05.1858; 1 (13) июня 1858 г.; 16/28 мая 1858 г.; 16-го мая"),
      seed(2, "в июне 1855 года; в 1630-х годах; середина 1850-х гг.; 1850–1864 гг.; с 1850 по 1864 год; до 1850 г."),
      seed(2, "XIX век; в середине XIX века; конец XVII в.; вторая половина XVII века; летом 1849 г.; около 1850 г."),
      seed(2, "8-й год Сяньфэна; 28-й год Канси, 7-й месяц, 24-й день; 27 августа 1689 г. по старому стилю; 16 мая"),
      seed(3, "咸豐八年四月十六日；康熙二十八年七月二十四日；同治元年正月初一；乾隆六十年闰二月；道光十一年六月初九"),
      seed(3,
           "1858年5月28日；一八五八年五月二十八日；十九世纪；19世纪50年代；公元1858年；1850-"
           "1864年；1858年夏；1689年以前"),
      seed(4, "elhe taifin i orin jakūci sohon meihe aniya, nadan biyai orin duin de; aniya biyai ice inenggi"),
      seed(4, "gubci elgiyengge i jakūci suwayan morin aniya, duin biyai juwan ninggun de; sucungga aniya, omšon biya"),
      seed(4, "ᡤᡠᠪᠴᡳ ᡝᠯᡤᡳᠶᡝᠩᡤᡝ ᡳ ᠵᠠᡴᡡᠴᡳ ᠠᠨᡳᠶᠠ᠈ ᡩᡠᡳᠨ ᠪᡳᠶᠠᡳ ᠵᡠᠸᠠᠨ ᠨᡳᠩᡤᡠᠨ ᡩᡝ᠉ ᠵᠣᡵᡤᠣᠨ ᠪᡳᠶᠠ"),
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = tungse_fuzz::read_anchored(data, size);
  if (!input) return 0;
  const Date* before = nullptr;
  for (const auto& anchor : input->anchors) {
    const Date* date = std::get_if<Date>(&anchor.value);
    if (date == nullptr) continue;
    check(*date);
    if (before != nullptr) check_pair(*before, *date);
    before = date;
  }
  return 0;
}
