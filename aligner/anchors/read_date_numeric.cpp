// Dates that need no words of a language: 1858-05-28, 28.05.1858, 1850-1864, bare years, and the Han forms
// 1858年5月28日, 一八五八年五月二十八日, 19世纪, 1850年代.

#include "aligner/anchors/date_grammar.h"
#include "aligner/anchors/han_numbers.h"

namespace aligner::anchors {
namespace {

struct DateNumber {
  int value = 0;
  std::size_t end = 0;
};

// "二十八", "一八五八" or digits, of four digits at most.
DateNumber read_number(const Phrase& phrase, std::size_t at) {
  if (phrase[at].is_digits()) {
    const int value = digits_value(phrase, at);
    return value >= 0 ? DateNumber{value, at + 1} : DateNumber{};
  }
  const std::optional<HanNumber> number = read_han_number(phrase, at);
  return number && number->value < 10'000 ? DateNumber{static_cast<int>(number->value), number->end} : DateNumber{};
}

bool is_one_of(const Phrase& phrase, std::size_t at, std::string_view first, std::string_view second) {
  return phrase.is(at, first) || phrase.is(at, second);
}

std::optional<DateReading> read_han_date(const Phrase& phrase, std::size_t at) {
  const DateNumber first = read_number(phrase, at);
  if (first.end == 0) return std::nullopt;
  if (phrase.is(first.end, "世") && is_one_of(phrase, first.end + 1, "纪", "紀")) {
    const std::optional<Date> century = make_century(first.value);
    return century ? std::optional(DateReading{.end = first.end + 2, .date = *century}) : std::nullopt;
  }
  if (!phrase.is(first.end, "年") || first.value < 100 || first.value > 2100) return std::nullopt;
  const std::size_t behind_year = first.end + 1;
  if (phrase.is(behind_year, "代")) {
    const std::optional<Date> decade = make_decades(first.value, first.value);
    return decade ? std::optional(DateReading{.end = behind_year + 1, .date = *decade}) : std::nullopt;
  }
  const DateNumber month = read_number(phrase, behind_year);
  if (month.end == 0 || !phrase.is(month.end, "月"))
    return DateReading{.end = behind_year, .date = make_year(first.value)};
  const DateNumber day = read_number(phrase, month.end + 1);
  if (day.end == 0 || !(is_one_of(phrase, day.end, "日", "号") || phrase.is(day.end, "號"))) {
    return make_month_reading(first.value, month.value, month.end + 1);
  }
  return make_day_reading(first.value, month.value, day.value, day.end + 1);
}

class NumericDates : public DateGrammar {
 public:
  std::optional<DateReading> read_base(const Phrase& phrase, std::size_t at) const override {
    const Token& token = phrase[at];
    if (!token.is_digits() && token.script != TokenScript::han) return std::nullopt;
    if (auto han = read_han_date(phrase, at)) return han;
    if (!token.is_digits()) return std::nullopt;
    if (auto numeric = read_numeric_date(phrase, at, NumericOrder::day_first)) return numeric;
    return read_bare_years(phrase, at);
  }
};

}  // namespace

const DateGrammar& numeric_dates() {
  static const NumericDates grammar;
  return grammar;
}

}  // namespace aligner::anchors
