#include "aligner/anchors/vietnamese_days.h"

#include "aligner/anchors/date_reading.h"

namespace aligner::anchors {

using namespace sense;

// Months are numbered in digits or in words; năm is "five" only where no year follows: "tháng năm năm 1858".
SmallNumber read_vietnamese_month(const Phrase& phrase, std::size_t at) {
  const int digits = digits_value(phrase, at, 2);
  if (digits >= 1 && digits <= 12 && !is_inside_number(phrase, at)) return {digits, at + 1};
  const Token& token = phrase[at];
  if (token.has(month_name)) return {token.value, at + 1};
  if (token.has(teen)) {
    const Token& unit = phrase[at + 1];
    const bool eleven_or_twelve =
        unit.has(unit_digit) && (unit.value == 1 || unit.value == 2) && !phrase[at + 1].has(year_word);
    return eleven_or_twelve ? SmallNumber{10 + unit.value, at + 2} : SmallNumber{10, at + 1};
  }
  if (!token.has(unit_digit)) return {};
  if (phrase[at].has(year_word) && phrase[at + 1].is_digits() && !token.capital) return {};
  return {token.value, at + 1};
}

SmallNumber read_vietnamese_day(const Phrase& phrase, std::size_t at) {
  const bool first_ten = phrase.is(at, "mồng") || phrase.is(at, "mùng");
  if (first_ten) ++at;
  const int digits = read_day_number(phrase, at);
  if (digits != 0) return {digits, at + 1};
  return first_ten && phrase[at].has(unit_digit | teen) ? SmallNumber{phrase[at].value, at + 1} : SmallNumber{};
}

}  // namespace aligner::anchors
