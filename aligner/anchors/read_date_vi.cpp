// Vietnamese dates: ngày 16 tháng 5 năm 1858, ngày 16/5, đầu tháng 5 năm 1858, những năm 1850, nửa sau thế kỷ 17.

#include "aligner/anchors/date_grammar.h"
#include "aligner/anchors/number_reading.h"
#include "aligner/anchors/read_reign.h"
#include "aligner/anchors/vietnamese_days.h"

namespace aligner::anchors {
namespace {

using namespace sense;

bool is_year_word(const Phrase& phrase, std::size_t at) { return phrase[at].has(year_word); }

struct YearReading {
  int year = 0;
  std::size_t end = 0;
};

// "năm Hàm Phong thứ 8", "năm Khang Hy 28": years of a reign.
bool is_reign_year(const Phrase& phrase, std::size_t at) {
  return is_year_word(phrase, at) && phrase[at + 1].is_word() && phrase[at + 1].capital && phrase[at + 2].capital;
}

// The year behind a month: "năm 1858", ", 1858", "/1858", "-1858", " 1858".
YearReading read_year_behind(const Phrase& phrase, std::size_t at) {
  if (is_year_word(phrase, at)) return {read_named_year(phrase, at + 1), at + 2};
  const Token& token = phrase[at];
  const bool joined = (token.is_mark(U'/') || token.is_dash()) && phrase.is_tight(at) && phrase.is_tight(at + 1);
  if (joined || token.is_mark(U',')) {
    const std::size_t behind = token.is_mark(U',') && is_year_word(phrase, at + 1) ? at + 2 : at + 1;
    return {read_year(phrase, behind), behind + 1};
  }
  return {read_year(phrase, at), at + 1};
}

std::optional<DateReading> read_month_and_year(const Phrase& phrase, std::size_t at) {
  const SmallNumber month = read_vietnamese_month(phrase, at);
  if (month.value == 0) return std::nullopt;
  const YearReading year = read_year_behind(phrase, month.end);
  if (year.year != 0) return make_month_reading(year.year, month.value, year.end);
  // Without its year a month is a date only in digits, or named: "tháng ba" may be "three months" gone wrong.
  if (!phrase[at].is_digits() && !phrase[at].has(month_name)) return std::nullopt;
  std::optional<DateReading> reading = make_month_reading(0, month.value, month.end);
  if (reading) reading->counts_other_years = is_reign_year(phrase, month.end);
  return reading;
}

// "16 tháng 5 [năm 1858]", "16 (28) tháng 5", "16-20 tháng 5"; `named` where ngày stands before.
std::optional<DateReading> read_day_and_month(const Phrase& phrase, std::size_t at, bool named) {
  const SmallNumber day = read_vietnamese_day(phrase, at);
  if (day.value == 0) return std::nullopt;
  int other_day = 0;
  int last_day = 0;
  std::size_t next = read_second_day(phrase, day.end, other_day);
  if (const std::size_t dash = behind_dash(phrase, next); dash != 0) {
    last_day = read_day_number(phrase, dash);
    if (last_day != 0) next = dash + 1;
  }
  const std::size_t last_at = phrase[next + 1].has(day_word) ? next + 2 : next + 1;  // 16 đến ngày 28 tháng 5
  const bool ends_range = phrase[next].has(date_link) && read_day_number(phrase, last_at) != 0;
  if (ends_range && phrase[last_at + 1].has(month_word)) {
    last_day = read_day_number(phrase, last_at);
    next = last_at + 1;
  }
  if (!phrase[next].has(month_word)) return std::nullopt;
  const SmallNumber month = read_vietnamese_month(phrase, next + 1);
  if (month.value == 0) return std::nullopt;
  YearReading year = read_year_behind(phrase, month.end);
  std::optional<MonthDay> other;
  if (other_day != 0) other = {static_cast<unsigned>(month.value), static_cast<unsigned>(other_day)};
  if (year.year == 0 && phrase[month.end].is_mark(U'(')) {  // 16 tháng 5 (28 tháng 5) năm 1858
    const int second = read_day_number(phrase, month.end + 1);
    const SmallNumber second_month = read_vietnamese_month(phrase, month.end + 3);
    if (second != 0 && phrase[month.end + 2].has(month_word) && second_month.value != 0 &&
        phrase[second_month.end].is_mark(U')')) {
      other = {static_cast<unsigned>(second_month.value), static_cast<unsigned>(second)};
      year = read_year_behind(phrase, second_month.end + 1);
      if (year.year == 0) year.end = second_month.end + 1;
    }
  }
  if (year.year == 0 && !named) return std::nullopt;
  const std::size_t end = year.year != 0 ? year.end : other && other_day == 0 ? year.end : month.end;
  std::optional<DateReading> reading = make_day_reading(year.year, month.value, day.value, end);
  if (!reading) return std::nullopt;
  reading->other = other;
  reading->counts_other_years = year.year == 0 && is_reign_year(phrase, month.end);
  if (last_day == 0) return reading;
  const std::optional<DateReading> last = make_day_reading(year.year, month.value, last_day, end);
  return last ? join(*reading, *last) : std::nullopt;
}

// "16/5" behind ngày.
std::optional<DateReading> read_short_numeric(const Phrase& phrase, std::size_t at) {
  const Token& separator = phrase[at + 1];
  const bool joined =
      (separator.is_mark(U'/') || separator.is_dash()) && phrase.is_tight(at + 1) && phrase.is_tight(at + 2);
  if (!joined || is_inside_number(phrase, at + 2)) return std::nullopt;
  const int day = read_day_number(phrase, at);
  const int month = digits_value(phrase, at + 2, 2);
  const YearReading year = is_year_word(phrase, at + 3) ? read_year_behind(phrase, at + 3) : YearReading{};
  return day == 0 ? std::nullopt : make_day_reading(year.year, month, day, year.year != 0 ? year.end : at + 3);
}

struct CenturyNumber {
  int number = 0;
  std::size_t end = 0;
};

CenturyNumber read_century_number(const Phrase& phrase, std::size_t at) {
  if (phrase.is(at, "thứ")) ++at;
  const int digits = digits_value(phrase, at, 2);
  if (digits >= 1 && digits <= 21) return {digits, at + 1};
  const int roman = read_roman(phrase, at);
  if (roman >= 1 && roman <= 21) return {roman, at + 1};
  const bool in_words = phrase[at].has(teen) && phrase[at + 1].has(unit_digit) && !phrase[at + 2].is_digits();
  return in_words ? CenturyNumber{10 + phrase[at + 1].value, at + 2} : CenturyNumber{};
}

std::optional<DateReading> read_century(const Phrase& phrase, std::size_t at) {
  if (!phrase.is(at + 1, "kỷ") && !phrase.is(at + 1, "kỉ")) return std::nullopt;
  const CenturyNumber first = read_century_number(phrase, at + 2);
  if (first.number == 0) return std::nullopt;
  CenturyNumber last = first;
  const Token& link = phrase[first.end];
  if (link.is_dash() || phrase.is(first.end, "và") || link.has(date_link)) {
    const std::size_t named = phrase.is(first.end + 1, "thế") ? first.end + 3 : first.end + 1;
    const CenturyNumber second = read_century_number(phrase, named);
    const bool counts_centuries = second.number > first.number && !phrase[second.end].has(unit_digit | magnitude);
    if (counts_centuries && (link.is_dash() || named == first.end + 3)) last = second;
  }
  const std::optional<Date> centuries = make_centuries(first.number, last.number);
  return centuries ? std::optional(DateReading{.end = last.end, .date = *centuries}) : std::nullopt;
}

// "những năm 1850", "thập niên 1850", "những năm 50 của thế kỷ 19".
std::optional<DateReading> read_decade(const Phrase& phrase, std::size_t at) {
  const int number = digits_value(phrase, at);
  if (number < 10 || number % 10 != 0 || is_inside_number(phrase, at)) return std::nullopt;
  if (number >= 1000) {
    const std::size_t dash = behind_dash(phrase, at + 1);
    const int last = dash != 0 ? digits_value(phrase, dash) : -1;
    const bool is_range = last > number && last <= 2100;
    if (is_range && last % 10 != 0) return read_years(phrase, at, number);
    const std::optional<Date> decades = make_decades(number, is_range ? last : number);
    return decades ? std::optional(DateReading{.end = is_range ? dash + 1 : at + 1, .date = *decades}) : std::nullopt;
  }
  if (number > 90) return std::nullopt;
  std::size_t century_at = at + 1;
  if (phrase.is(century_at, "của")) ++century_at;
  if (!phrase[century_at].has(century_word)) return std::nullopt;
  const std::optional<DateReading> century = read_century(phrase, century_at);
  if (!century || century->date.precision != DatePrecision::century) return std::nullopt;
  const int first_year = static_cast<int>(century->date.earliest.year()) - 1 + number;
  const std::optional<Date> decade = make_decades(first_year, first_year);
  return decade ? std::optional(DateReading{.end = century->end, .date = *decade}) : std::nullopt;
}

std::optional<DateReading> read_season(const Phrase& phrase, std::size_t at) {
  if (!phrase[at].has(season)) return std::nullopt;
  const std::size_t year_at = is_year_word(phrase, at + 1) ? at + 2 : at + 1;
  const int year = year_at == at + 2 ? read_named_year(phrase, year_at) : read_year(phrase, year_at);
  if (year == 0) return std::nullopt;
  return DateReading{.end = year_at + 1, .date = make_season(year, phrase[at].value)};
}

// "năm một nghìn tám trăm năm mươi tám".
std::optional<DateReading> read_worded_year(const Phrase& phrase, std::size_t at) {
  if (!phrase[at].has(unit_digit)) return std::nullopt;
  const std::optional<NumberReading> words = read_number_words(phrase, at, Language::vi);
  if (!words || words->skip || words->number.value.scale != 0) return std::nullopt;
  const std::int64_t year = words->number.value.units;
  const bool counts = phrase[words->end].is_word() && year % 100 == 0;  // năm hai nghìn người
  if (year < 1000 || year > 2100 || counts) return std::nullopt;
  return DateReading{.end = words->end, .date = make_year(static_cast<int>(year))};
}

// Behind "nửa": đầu, sau, thứ hai, ...
std::optional<PartReading> read_half(const Phrase& phrase, std::size_t at) {
  if (phrase.is(at, "đầu")) return PartReading{Part::first_half, phrase.is(at + 1, "tiên") ? at + 2 : at + 1};
  if (phrase.is(at, "sau") || phrase.is(at, "cuối")) return PartReading{Part::second_half, at + 1};
  if (!phrase.is(at, "thứ")) return std::nullopt;
  if (phrase.is(at + 1, "nhất")) return PartReading{Part::first_half, at + 2};
  return phrase.is(at + 1, "hai") ? std::optional(PartReading{Part::second_half, at + 2}) : std::nullopt;
}

// "phần tư cuối", "phần tư thứ hai", "phần ba đầu"; "thập niên cuối".
std::optional<PartReading> read_fraction(const Phrase& phrase, std::size_t at) {
  const bool quarter = phrase.is(at, "phần") && phrase.is(at + 1, "tư");
  const bool third = phrase.is(at, "phần") && phrase.is(at + 1, "ba");
  const bool decade = phrase[at].has(decade_word) && (phrase.is(at + 1, "niên") || phrase.is(at + 1, "kỷ"));
  if (!quarter && !third && !decade) return std::nullopt;
  const bool first = phrase.is(at + 2, "đầu");
  if (first || phrase.is(at + 2, "cuối")) {
    const std::size_t end = phrase.is(at + 3, "tiên") || phrase.is(at + 3, "cùng") ? at + 4 : at + 3;
    if (quarter) return PartReading{first ? Part::first_quarter : Part::last_quarter, end};
    if (third) return PartReading{first ? Part::first_third : Part::last_third, end};
    return PartReading{first ? Part::first_decade : Part::last_decade, end};
  }
  if (!phrase.is(at + 2, "thứ") || decade) return std::nullopt;
  const int step = phrase.is(at + 3, "nhất") ? 1 : phrase[at + 3].has(unit_digit) ? phrase[at + 3].value : 0;
  if (step < 1 || step > (quarter ? 4 : 3)) return std::nullopt;
  const Part base = quarter ? Part::first_quarter : Part::first_third;
  return PartReading{static_cast<Part>(static_cast<int>(base) + step - 1), at + 4};
}

class VietnameseDates : public DateGrammar {
 public:
  bool may_begin(const Phrase& phrase, std::size_t at) const override;
  std::optional<DateReading> read_base(const Phrase& phrase, std::size_t at) const override;
  std::optional<PartReading> read_part(const Phrase& phrase, std::size_t at) const override;
  std::optional<OpeningReading> read_opening(const Phrase& phrase, std::size_t at) const override;
  std::size_t behind_link(const Phrase& phrase, std::size_t at) const override {
    return phrase[at].has(date_link) ? at + 1 : 0;
  }
  std::size_t behind_circa(const Phrase& phrase, std::size_t at) const override {
    const std::size_t next = phrase[at + 1].has(circa) ? at + 2 : at + 1;
    return phrase.is(next, "vào") ? next + 1 : next;
  }
  std::optional<CalendarReading> read_calendar(const Phrase& phrase, std::size_t at) const override;
};

bool VietnameseDates::may_begin(const Phrase& phrase, std::size_t at) const {
  constexpr Senses beginnings = range_start | opening | circa | part | part_word | day_word | month_word | year_word |
                                decade_word | century_word | era;
  const Token& token = phrase[at];
  if (token.has(beginnings) || token.is_digits()) return true;
  return phrase.is(at, "những") || phrase.is(at, "mùa") || phrase.is(at, "mồng") || phrase.is(at, "mùng");
}

std::optional<DateReading> VietnameseDates::read_base(const Phrase& phrase, std::size_t at) const {
  const Token& token = phrase[at];
  if (token.has(day_word | month_word | year_word | era) || phrase.is(at, "mồng") || phrase.is(at, "mùng")) {
    if (std::optional<DateReading> reign = read_vietnamese_reign(phrase, at)) return reign;
  }
  if (token.has(day_word)) {
    if (std::optional<DateReading> numeric = read_numeric_date(phrase, at + 1, NumericOrder::day_first)) return numeric;
    if (std::optional<DateReading> full = read_day_and_month(phrase, at + 1, true)) return full;
    return read_short_numeric(phrase, at + 1);
  }
  if (token.has(month_word)) return read_month_and_year(phrase, at + 1);
  if (token.has(year_word)) {
    const int year = read_named_year(phrase, at + 1);
    return year != 0 ? read_years(phrase, at + 1, year) : read_worded_year(phrase, at + 1);
  }
  if (phrase.is(at, "những") && is_year_word(phrase, at + 1)) return read_decade(phrase, at + 2);
  if (token.has(decade_word)) {
    const bool named = phrase.is(at + 1, "niên") || phrase.is(at + 1, "kỷ") || phrase.is(at + 1, "kỉ");
    return named ? read_decade(phrase, at + 2) : std::nullopt;
  }
  if (token.has(century_word)) return read_century(phrase, at);
  if (phrase.is(at, "mùa")) return read_season(phrase, at + 1);
  if (!token.is_digits())
    return phrase.is(at, "mồng") || phrase.is(at, "mùng") ? read_day_and_month(phrase, at, true) : std::nullopt;
  if (std::optional<DateReading> numeric = read_numeric_date(phrase, at, NumericOrder::day_first)) return numeric;
  if (std::optional<DateReading> full = read_day_and_month(phrase, at, false)) return full;
  return read_bare_years(phrase, at);
}

std::optional<PartReading> VietnameseDates::read_part(const Phrase& phrase, std::size_t at) const {
  const Token& token = phrase[at];
  if (!token.has(part | part_word | decade_word)) return std::nullopt;
  std::optional<PartReading> reading = PartReading{static_cast<Part>(token.value), at + 1};
  if (token.has(half)) {
    reading = read_half(phrase, at + 1);
  } else if (!token.has(part)) {
    reading = read_fraction(phrase, at);
  }
  if (reading && phrase.is(reading->end, "của")) ++reading->end;
  return reading;
}

std::optional<OpeningReading> VietnameseDates::read_opening(const Phrase& phrase, std::size_t at) const {
  const auto opening = static_cast<Opening>(phrase[at].value);
  if (opening == Opening::since) {
    return phrase.is(at + 1, "từ") ? std::optional(OpeningReading{opening, at + 2}) : std::nullopt;
  }
  if (opening == Opening::until) {
    return phrase[at + 1].has(date_link) ? std::optional(OpeningReading{opening, at + 2}) : std::nullopt;
  }
  return OpeningReading{opening, at + 1};
}

std::optional<CalendarReading> VietnameseDates::read_calendar(const Phrase& phrase, std::size_t at) const {
  if (phrase.is(at, "theo")) ++at;
  if (!phrase.is(at, "lịch") && !phrase.is(at, "kiểu")) return std::nullopt;
  const std::string_view name = phrase.text(at + 1);
  if (name == "julius" || name == "julian" || name == "cũ") return CalendarReading{Calendar::julian, at + 2};
  if (name == "gregorius" || name == "gregory" || name == "gregorian" || name == "mới") {
    return CalendarReading{Calendar::gregorian, at + 2};
  }
  return std::nullopt;
}

}  // namespace

const DateGrammar& vietnamese_dates() {
  static const VietnameseDates grammar;
  return grammar;
}

}  // namespace aligner::anchors
