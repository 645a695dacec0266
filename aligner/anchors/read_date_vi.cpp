// Vietnamese dates: ngày 16 tháng 5 năm 1858, ngày 16/5, đầu tháng 5 năm 1858, những năm 1850, nửa sau thế kỷ 17.

#include "aligner/anchors/date_grammar.h"

namespace aligner::anchors {
namespace {

using namespace sense;

struct MonthReading {
  int month = 0;
  std::size_t end = 0;
};

bool is_year_word(const Phrase& phrase, std::size_t at) { return phrase[at].has(year_word); }

// Months are numbered in digits or in words; năm is "five" only where no year follows: "tháng năm năm 1858".
MonthReading read_month(const Phrase& phrase, std::size_t at) {
  const int digits = digits_value(phrase, at, 2);
  if (digits >= 1 && digits <= 12 && !is_inside_number(phrase, at)) return {digits, at + 1};
  const Token& token = phrase[at];
  if (token.has(month_name)) return {token.value, at + 1};
  if (token.has(teen)) {
    const Token& unit = phrase[at + 1];
    const bool eleven_or_twelve =
        unit.has(unit_digit) && (unit.value == 1 || unit.value == 2) && !is_year_word(phrase, at + 1);
    return eleven_or_twelve ? MonthReading{10 + unit.value, at + 2} : MonthReading{10, at + 1};
  }
  if (!token.has(unit_digit)) return {};
  if (is_year_word(phrase, at) && phrase[at + 1].is_digits() && !token.capital) return {};
  return {token.value, at + 1};
}

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
  const MonthReading month = read_month(phrase, at);
  if (month.month == 0) return std::nullopt;
  const YearReading year = read_year_behind(phrase, month.end);
  if (year.year != 0) return make_month_reading(year.year, month.month, year.end);
  // Without its year a month is a date only in digits, or named: "tháng ba" may be "three months" gone wrong.
  if (!phrase[at].is_digits() && !phrase[at].has(month_name)) return std::nullopt;
  std::optional<DateReading> reading = make_month_reading(0, month.month, month.end);
  if (reading) reading->counts_other_years = is_reign_year(phrase, month.end);
  return reading;
}

int read_day(const Phrase& phrase, std::size_t& at) {
  const bool first_ten = phrase.is(at, "mồng") || phrase.is(at, "mùng");
  if (first_ten) ++at;
  const int digits = read_day_number(phrase, at);
  if (digits != 0) {
    ++at;
    return digits;
  }
  if (!first_ten || !phrase[at].has(unit_digit | teen)) return 0;
  return phrase[at++].value;
}

// "16 tháng 5 [năm 1858]", "16 (28) tháng 5", "16-20 tháng 5"; `named` where ngày stands before.
std::optional<DateReading> read_day_and_month(const Phrase& phrase, std::size_t at, bool named) {
  const int day = read_day(phrase, at);
  if (day == 0) return std::nullopt;
  int other_day = 0;
  int last_day = 0;
  std::size_t next = read_second_day(phrase, at, other_day);
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
  const MonthReading month = read_month(phrase, next + 1);
  if (month.month == 0) return std::nullopt;
  YearReading year = read_year_behind(phrase, month.end);
  std::optional<MonthDay> other;
  if (other_day != 0) other = {static_cast<unsigned>(month.month), static_cast<unsigned>(other_day)};
  if (year.year == 0 && phrase[month.end].is_mark(U'(')) {  // 16 tháng 5 (28 tháng 5) năm 1858
    const int second = read_day_number(phrase, month.end + 1);
    const MonthReading second_month = read_month(phrase, month.end + 3);
    if (second != 0 && phrase[month.end + 2].has(month_word) && second_month.month != 0 &&
        phrase[second_month.end].is_mark(U')')) {
      other = {static_cast<unsigned>(second_month.month), static_cast<unsigned>(second)};
      year = read_year_behind(phrase, second_month.end + 1);
      if (year.year == 0) year.end = second_month.end + 1;
    }
  }
  if (year.year == 0 && !named) return std::nullopt;
  const std::size_t end = year.year != 0 ? year.end : other && other_day == 0 ? year.end : month.end;
  std::optional<DateReading> reading = make_day_reading(year.year, month.month, day, end);
  if (!reading) return std::nullopt;
  reading->other = other;
  reading->counts_other_years = year.year == 0 && is_reign_year(phrase, month.end);
  if (last_day == 0) return reading;
  const std::optional<DateReading> last = make_day_reading(year.year, month.month, last_day, end);
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

class VietnameseDates : public DateGrammar {
 public:
  std::optional<DateReading> read_base(const Phrase& phrase, std::size_t at) const override;
  std::optional<PartReading> read_part(const Phrase& phrase, std::size_t at) const override;
  std::optional<OpeningReading> read_opening(const Phrase& phrase, std::size_t at) const override;
  std::size_t behind_link(const Phrase& phrase, std::size_t at) const override {
    return phrase[at].has(date_link) ? at + 1 : 0;
  }
  std::optional<CalendarReading> read_calendar(const Phrase& phrase, std::size_t at) const override;
};

std::optional<DateReading> VietnameseDates::read_base(const Phrase& phrase, std::size_t at) const {
  const Token& token = phrase[at];
  if (token.has(day_word)) {
    if (std::optional<DateReading> numeric = read_numeric_date(phrase, at + 1, NumericOrder::day_first)) return numeric;
    if (std::optional<DateReading> full = read_day_and_month(phrase, at + 1, true)) return full;
    return read_short_numeric(phrase, at + 1);
  }
  if (token.has(month_word)) return read_month_and_year(phrase, at + 1);
  if (token.has(year_word)) {
    const int year = read_named_year(phrase, at + 1);
    return year != 0 ? read_years(phrase, at + 1, year) : std::nullopt;
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
  if (!token.has(part)) return std::nullopt;
  PartReading reading{.part = static_cast<Part>(token.value), .end = at + 1};
  if (token.has(half)) {
    ++reading.end;
    if (phrase.is(at + 1, "đầu")) {
      reading.part = Part::first_half;
      if (phrase.is(at + 2, "tiên")) ++reading.end;
    } else if (phrase.is(at + 1, "sau") || phrase.is(at + 1, "cuối")) {
      reading.part = Part::second_half;
    } else if (phrase.is(at + 1, "thứ") && (phrase.is(at + 2, "nhất") || phrase.is(at + 2, "hai"))) {
      reading.part = phrase.is(at + 2, "nhất") ? Part::first_half : Part::second_half;
      ++reading.end;
    } else {
      return std::nullopt;
    }
  }
  if (phrase.is(reading.end, "của")) ++reading.end;
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
