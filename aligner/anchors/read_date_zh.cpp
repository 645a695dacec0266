// Chinese dates: 1858年5月28日, 一八五八年五月二十八日, 十九世紀五十年代, 19世纪初, 1850年以前, 咸豐八年四月十六日.
//
// What narrows or opens a period stands behind it in Chinese. A month and day without a year are Gregorian when written
// in digits; written in characters they follow the date before: lunar behind a reign date, Gregorian behind others.

#include <array>

#include "aligner/anchors/date_grammar.h"
#include "aligner/anchors/han_dates.h"

namespace aligner::anchors {
namespace {

using namespace sense;
using namespace han;  // NOLINT(google-build-using-namespace): the pieces of every line

std::optional<DateReading> read_century(const Phrase& phrase, const DateNumber& number) {
  const std::size_t behind_century = number.end + 2;
  const DateNumber decade = read_number(phrase, behind_century);
  const bool has_decade = decade.value >= 10 && decade.value <= 90 && behind_word(phrase, decade.end, "年代") != 0;
  const int first_year = 100 * (number.value - 1) + decade.value;
  const std::optional<Date> date = has_decade ? make_decades(first_year, first_year) : make_century(number.value);
  if (!date) return std::nullopt;
  return DateReading{.end = has_decade ? decade.end + 2 : behind_century, .date = *date};
}

// "5月28日" behind the year at `at`, or without one (0).
std::optional<DateReading> read_month_and_day(const Phrase& phrase, std::size_t at, int year) {
  const DateNumber month = read_number(phrase, at);
  if (month.end == 0 || !phrase.is(month.end, "月")) return std::nullopt;
  const DateNumber day = read_number(phrase, month.end + 1);
  const bool has_day = day.end != 0 && is_one_of(phrase, day.end, "日号號");
  // Three months (三月) and a month of the year are one word: without its year a month needs a day.
  if (!has_day) return year == 0 ? std::nullopt : make_month_reading(year, month.value, month.end + 1);
  std::optional<DateReading> reading = make_day_reading(year, month.value, day.value, day.end + 1);
  if (!reading) return std::nullopt;
  reading->maybe_lunar = year == 0 && !phrase[at].is_digits();
  const std::size_t second = phrase[reading->end].has(date_link) ? reading->end + 1 : behind_dash(phrase, reading->end);
  const DateNumber last = second != 0 ? read_number(phrase, second) : DateNumber{};
  if (last.end == 0 || !is_one_of(phrase, last.end, "日号號")) return reading;
  const auto last_reading = make_day_reading(year, month.value, last.value, last.end + 1);
  const std::optional<DateReading> range = last_reading ? join(*reading, *last_reading) : std::nullopt;
  return range ? range : reading;
}

// A round number of years counts them where 前, 後, 間 follow: 一千年前.
bool counts_years(const Phrase& phrase, const DateNumber& year) {
  return year.value < 1000 || (year.value % 100 == 0 && is_one_of(phrase, year.end + 1, "前后後间間來来历歷"));
}

std::optional<DateReading> read_year(const Phrase& phrase, const DateNumber& year, bool named) {
  const std::size_t behind_year = year.end + 1;
  if (phrase.is(behind_year, "代")) {
    if (year.value < 1000) return std::nullopt;  // 20年代, of some century
    const std::optional<Date> decade = make_decades(year.value, year.value);
    return decade ? std::optional(DateReading{.end = behind_year + 1, .date = *decade}) : std::nullopt;
  }
  if (year.value < 1 || year.value > 2100) return std::nullopt;
  if (auto month = read_month_and_day(phrase, behind_year, year.value)) return month;
  if (counts_years(phrase, year) && !named) return std::nullopt;
  static constexpr std::array<Worded<int>, 4> seasons = {{{"春", 1}, {"夏", 2}, {"秋", 3}, {"冬", 4}}};
  if (const auto found = find_word(phrase, behind_year, seasons)) {
    return DateReading{.end = phrase.is(found->end, "季") || phrase.is(found->end, "天") ? found->end + 1 : found->end,
                       .date = make_season(year.value, found->value)};
  }
  return DateReading{.end = behind_year, .date = make_year(year.value)};
}

// "1858-1860年", "1850至1864年".
std::optional<DateReading> read_years(const Phrase& phrase, const DateNumber& first) {
  const std::size_t second = phrase[first.end].has(date_link) ? first.end + 1 : behind_dash(phrase, first.end);
  if (second == 0 || first.value < 1000) return std::nullopt;
  DateNumber last = read_number(phrase, second);
  const bool short_form = phrase[second].is_digits() && last.value < 100 && phrase.text(second).size() == 2;
  if (short_form) last.value += first.value / 100 * 100;
  if (!phrase.is(last.end, "年") || last.value <= first.value || last.value > 2100) return std::nullopt;
  return DateReading{.end = last.end + 1, .date = make_years(first.value, last.value)};
}

}  // namespace

std::optional<DateReading> read_han_date(const Phrase& phrase, std::size_t at) {
  const bool named = is_one_of(phrase, at, "公西") && phrase.is(at + 1, "元");
  const bool counts_back = named && phrase.is(at + 2, "前");
  const DateNumber first = read_number(phrase, named ? (counts_back ? at + 3 : at + 2) : at);
  if (first.end == 0) return std::nullopt;
  if (counts_back) return DateReading{.end = first.end + 1, .counts_other_years = true};
  std::optional<DateReading> reading;
  if (phrase.is(first.end, "世") && is_one_of(phrase, first.end + 1, "纪紀")) {
    reading = read_century(phrase, first);
  } else if (phrase.is(first.end, "年")) {
    reading = read_year(phrase, first, named);
  } else if (phrase.is(first.end, "月")) {
    reading = read_month_and_day(phrase, at, 0);
  } else {
    reading = read_years(phrase, first);
  }
  if (!reading) return std::nullopt;
  narrow_behind(phrase, *reading);
  open_behind(phrase, *reading);
  return reading;
}

namespace {

// 正月, 五月, 十二月, 閏十二月: a month's sign stands at most three characters behind its begin.
bool has_month_near(const Phrase& phrase, std::size_t at) {
  return phrase[at + 1].has(month_word) || phrase[at + 2].has(month_word) || phrase[at + 3].has(month_word);
}

class ChineseDates : public DateGrammar {
 public:
  std::optional<DateReading> read_base(const Phrase& phrase, std::size_t at) const override {
    const Token& token = phrase[at];
    if (token.has(era)) {
      if (std::optional<DateReading> reign = read_reign(phrase, at)) {
        narrow_behind(phrase, *reign);
        open_behind(phrase, *reign);
        return reign;
      }
      if (std::optional<DateReading> named = read_in_named_calendar(phrase, at)) return named;
    }
    if (!token.is_digits() && token.script != TokenScript::han) return std::nullopt;
    if (auto han = read_han_date(phrase, at)) return han;
    if (!token.is_digits()) return has_month_near(phrase, at) ? read_lone_lunar_day(phrase, at) : std::nullopt;
    if (auto numeric = read_numeric_date(phrase, at, NumericOrder::day_first)) return numeric;
    return read_bare_years(phrase, at);
  }

  std::size_t behind_link(const Phrase& phrase, std::size_t at) const override {
    return phrase[at].has(date_link) ? at + 1 : 0;
  }

  std::size_t behind_range_sign(const Phrase& phrase, std::size_t at) const override {
    const bool wave = phrase[at].is_mark(U'~') || phrase[at].is_mark(U'\u301C');
    return phrase[at].has(date_link) || wave ? at + 1 : behind_dash(phrase, at);
  }

  // 約 ends 條約 and begins 約會: it estimates behind a mark or a preposition only.
  std::size_t behind_circa(const Phrase& phrase, std::size_t at) const override {
    if (phrase.is(at, "大")) return is_one_of(phrase, at + 1, "約约") ? at + 2 : 0;
    const bool begins_word = at == 0 || phrase[at - 1].script != TokenScript::han ||
                             phrase[at - 1].has(time_preposition | date_link | range_start) ||
                             is_one_of(phrase, at - 1, "是为為時时");
    return begins_word ? at + 1 : 0;
  }
};

}  // namespace

const DateGrammar& chinese_dates() {
  static const ChineseDates grammar;
  return grammar;
}

}  // namespace aligner::anchors
