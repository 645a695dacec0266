// Chinese dates: 1858年5月28日, 一八五八年五月二十八日, 十九世紀五十年代, 19世纪初, 1850年以前, 咸豐八年四月十六日.
//
// What narrows or opens a period stands behind it in Chinese. A month and day without a year are Gregorian when written
// in digits; written in characters they follow the date before: lunar behind a reign date, Gregorian behind others.

#include <array>

#include "aligner/anchors/cycle_years.h"
#include "aligner/anchors/date_grammar.h"
#include "aligner/anchors/eras.h"
#include "aligner/anchors/han_numbers.h"

namespace aligner::anchors {
namespace {

using namespace sense;

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

// Index behind the characters of `word`, or 0 where they do not stand at `at`.
std::size_t behind_word(const Phrase& phrase, std::size_t at, std::string_view word) {
  for (; !word.empty(); ++at) {
    const std::string_view character = phrase.text(at);
    if (character.empty() || !word.starts_with(character)) return 0;
    word.remove_prefix(character.size());
  }
  return at;
}

template <typename Value>
struct Worded {
  std::string_view word;
  Value value;
};

template <typename Value>
struct WordReading {
  Value value;
  std::size_t end = 0;
};

// The first of the words that stands at `at`; longer words are listed first.
template <typename Value, std::size_t size>
std::optional<WordReading<Value>> find_word(const Phrase& phrase, std::size_t at,
                                            const std::array<Worded<Value>, size>& words) {
  if (phrase[at].script != TokenScript::han) return std::nullopt;
  for (const Worded<Value>& word : words) {
    if (const std::size_t end = behind_word(phrase, at, word.word); end != 0)
      return WordReading<Value>{word.value, end};
  }
  return std::nullopt;
}

constexpr std::array<Worded<Part>, 11> month_parts = {{{"上旬", Part::early},
                                                       {"中旬", Part::mid},
                                                       {"下旬", Part::late},
                                                       {"初", Part::early},
                                                       {"中", Part::mid},
                                                       {"底", Part::late},
                                                       {"末", Part::late},
                                                       {"上半月", Part::first_half},
                                                       {"下半月", Part::second_half},
                                                       {"上半", Part::first_half},
                                                       {"下半", Part::second_half}}};

constexpr std::array<Worded<Part>, 8> year_parts = {{{"上半年", Part::first_half},
                                                     {"下半年", Part::second_half},
                                                     {"年初", Part::early},
                                                     {"年底", Part::late},
                                                     {"初", Part::early},
                                                     {"中", Part::mid},
                                                     {"底", Part::late},
                                                     {"末", Part::late}}};

constexpr std::array<Worded<Part>, 26> long_parts = {{{"上半叶", Part::first_half},
                                                      {"上半葉", Part::first_half},
                                                      {"下半叶", Part::second_half},
                                                      {"下半葉", Part::second_half},
                                                      {"前半叶", Part::first_half},
                                                      {"前半葉", Part::first_half},
                                                      {"后半叶", Part::second_half},
                                                      {"後半葉", Part::second_half},
                                                      {"上半期", Part::first_half},
                                                      {"下半期", Part::second_half},
                                                      {"前半", Part::first_half},
                                                      {"后半", Part::second_half},
                                                      {"後半", Part::second_half},
                                                      {"初期", Part::early},
                                                      {"初年", Part::early},
                                                      {"早期", Part::early},
                                                      {"中期", Part::mid},
                                                      {"中叶", Part::mid},
                                                      {"中葉", Part::mid},
                                                      {"末期", Part::late},
                                                      {"末年", Part::late},
                                                      {"晚期", Part::late},
                                                      {"初", Part::early},
                                                      {"中", Part::mid},
                                                      {"末", Part::late},
                                                      {"底", Part::late}}};

constexpr std::array<Worded<Opening>, 16> openings = {{{"以前", Opening::before},
                                                       {"之前", Opening::before},
                                                       {"以后", Opening::after},
                                                       {"以後", Opening::after},
                                                       {"之后", Opening::after},
                                                       {"之後", Opening::after},
                                                       {"以来", Opening::since},
                                                       {"以來", Opening::since},
                                                       {"开始", Opening::since},
                                                       {"開始", Opening::since},
                                                       {"为止", Opening::until},
                                                       {"為止", Opening::until},
                                                       {"起", Opening::since},
                                                       {"前", Opening::before},
                                                       {"后", Opening::after},
                                                       {"後", Opening::after}}};

bool is_one_of(const Phrase& phrase, std::size_t at, std::string_view characters) {
  const std::string_view text = phrase.text(at);
  return phrase[at].script == TokenScript::han && characters.find(text) != std::string_view::npos;
}

// 前往, 後來: the character belongs to the word behind it.
bool begins_other_word(const Phrase& phrase, std::size_t at) {
  return is_one_of(phrase, at, "前后後起") && is_one_of(phrase, at + 1, "往來来進进線线方期夕途任面述者续續草義义");
}

void narrow_behind(const Phrase& phrase, DateReading& reading) {
  std::optional<WordReading<Part>> part;
  if (reading.date.precision == DatePrecision::month) part = find_word(phrase, reading.end, month_parts);
  if (reading.date.precision == DatePrecision::year) part = find_word(phrase, reading.end, year_parts);
  if (reading.date.precision == DatePrecision::decade || reading.date.precision == DatePrecision::century) {
    part = find_word(phrase, reading.end, long_parts);
  }
  // 1858年中国: the middle of no year.
  if (!part || (part->end == reading.end + 1 && is_one_of(phrase, reading.end, "中") &&
                is_one_of(phrase, part->end, "国國俄英法美日華华央"))) {
    return;
  }
  if (const std::optional<Date> narrowed = narrow(reading.date, part->value)) {
    reading.date = *narrowed;
    reading.end = part->end;
  }
}

void open_behind(const Phrase& phrase, DateReading& reading) {
  for (const std::string_view word : {"左右", "前后", "前後"}) {
    if (const std::size_t end = behind_word(phrase, reading.end, word); end != 0) {
      if (reading.date.qualifier == DateQualifier::none) reading.date.qualifier = DateQualifier::circa;
      reading.end = end;
      return;
    }
  }
  if (reading.lacks_year || begins_other_word(phrase, reading.end)) return;
  const std::optional<WordReading<Opening>> opening = find_word(phrase, reading.end, openings);
  const std::optional<Date> opened = opening ? open_date(reading.date, opening->value) : std::nullopt;
  if (!opened) return;
  reading.date = *opened;
  reading.end = opening->end;
}

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

// 冬月 and 臘月 are the eleventh and twelfth, 正月 the first.
DateNumber read_lunar_month_number(const Phrase& phrase, std::size_t at) {
  const Token& token = phrase[at];
  return token.has(month_name) && token.value != 0 ? DateNumber{token.value, at + 1} : read_number(phrase, at);
}

// 初一, 十六日, 廿四日; 十六 alone where no character follows.
DateNumber read_lunar_day(const Phrase& phrase, std::size_t at) {
  const bool first_ten = phrase.is(at, "初");
  const DateNumber day = read_number(phrase, first_ten ? at + 1 : at);
  if (day.end == 0 || day.value < 1 || day.value > 30) return {};
  if (is_one_of(phrase, day.end, "日号號")) return {day.value, day.end + 1};
  const bool alone = !phrase[at].is_digits() && phrase[day.end].script != TokenScript::han;
  return first_ten || alone ? day : DateNumber{};
}

std::size_t read_lunar_month_and_day(const Phrase& phrase, std::size_t at, ReignDate& date) {
  std::size_t next = is_one_of(phrase, at, "春夏秋冬") && !phrase.is(at + 1, "月") ? at + 1 : at;
  const bool leap = is_one_of(phrase, next, "閏闰");
  const DateNumber month = read_lunar_month_number(phrase, leap ? next + 1 : next);
  if (month.end == 0 || !phrase.is(month.end, "月")) return at;
  date.month = {month.value, leap};
  const DateNumber day = read_lunar_day(phrase, month.end + 1);
  date.day = day.value;
  return day.end != 0 ? day.end : month.end + 1;
}

// 五月初三, 正月十六日: of the lunar calendar by its words, in the reign year named before; else read, but no date.
std::optional<DateReading> read_lone_lunar_day(const Phrase& phrase, std::size_t at, bool is_named) {
  ReignDate date;
  const std::size_t end = read_lunar_month_and_day(phrase, at, date);
  const bool lunar = is_named || phrase[at].has(month_name) || phrase.is(at + 2, "初") || phrase.is(at + 3, "初");
  if (date.day == 0 || !lunar) return std::nullopt;
  std::optional<DateReading> reading = make_day_reading(0, date.month.number, date.day, end);
  if (!reading || date.month.leap) return DateReading{.end = end, .counts_other_years = true};
  reading->counts_other_years = true;
  reading->maybe_lunar = true;
  return reading;
}

// Index behind a year of the cycle that fits the year: 咸豐八年戊午, 歲次戊午; else `at`.
std::size_t behind_cycle_year(const Phrase& phrase, std::size_t at, const Era& era, int year) {
  const bool named = is_one_of(phrase, at, "歲岁") && phrase.is(at + 1, "次");
  const CycleYear cycle = read_han_cycle_year(phrase, named ? at + 2 : at);
  return cycle.number != 0 && has_cycle_year(era, year, cycle.number) ? cycle.end : at;
}

// 咸豐八年, 咸豐元年, 咸豐戊午年, with month and day behind.
std::optional<DateReading> read_reign(const Phrase& phrase, std::size_t at) {
  const std::optional<EraReading> found = read_era(phrase, at, Language::zh);
  if (!found) return std::nullopt;
  const Era& era = *found->era;
  const CycleYear cycle = read_han_cycle_year(phrase, found->end);
  const bool first = phrase.is(found->end, "元");
  const bool by_cycle = cycle.number != 0 && phrase.is(cycle.end, "年");
  DateNumber year = first ? DateNumber{1, found->end + 1} : read_number(phrase, found->end);
  if (by_cycle) year = {reign_year_of_cycle(era, cycle.number), cycle.end};
  if (year.value < 1 || year.end == 0) return std::nullopt;
  std::size_t next = by_cycle ? year.end : behind_cycle_year(phrase, year.end, era, year.value);
  if (!phrase.is(next, "年")) return std::nullopt;
  next = behind_cycle_year(phrase, next + 1, era, year.value);
  if (phrase.is(next, "年") && next > year.end + 1) ++next;  // 咸豐八年戊午年
  if (is_one_of(phrase, next, "间間") || (is_one_of(phrase, next, "前后後") && year.value < 100)) return std::nullopt;
  ReignDate date{.year = year.value};
  const std::size_t end = read_lunar_month_and_day(phrase, next, date);
  return make_reign_reading(era, date, end);
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

constexpr std::array<Worded<Calendar>, 20> calendar_words = {
    {{"儒略曆", Calendar::julian},  {"儒略历", Calendar::julian},  {"俄曆", Calendar::julian},
     {"俄历", Calendar::julian},    {"公曆", Calendar::gregorian}, {"公历", Calendar::gregorian},
     {"西曆", Calendar::gregorian}, {"西历", Calendar::gregorian}, {"陽曆", Calendar::gregorian},
     {"阳历", Calendar::gregorian}, {"農曆", Calendar::chinese},   {"农历", Calendar::chinese},
     {"陰曆", Calendar::chinese},   {"阴历", Calendar::chinese},   {"夏曆", Calendar::chinese},
     {"夏历", Calendar::chinese},   {"舊曆", Calendar::chinese},   {"旧历", Calendar::chinese},
     {"農歷", Calendar::chinese},   {"俄歷", Calendar::julian}}};

// 俄曆五月十六日, 公历1858年5月28日; 農曆四月十六 is of the lunar year of a reign named before.
std::optional<DateReading> read_in_named_calendar(const Phrase& phrase, std::size_t at) {
  const auto calendar = find_word(phrase, at, calendar_words);
  if (!calendar) return std::nullopt;
  if (calendar->value == Calendar::chinese) return read_lone_lunar_day(phrase, calendar->end, true);
  std::optional<DateReading> reading = read_han_date(phrase, calendar->end);
  if (!reading) return std::nullopt;
  reading->maybe_lunar = false;
  if (reading->date.precision == DatePrecision::day) reading->date.calendar = calendar->value;
  return reading;
}

class ChineseDates : public DateGrammar {
 public:
  std::optional<DateReading> read_base(const Phrase& phrase, std::size_t at) const override {
    const Token& token = phrase[at];
    if (token.has(era)) {
      if (std::optional<DateReading> reign = read_reign(phrase, at)) {
        narrow_behind(phrase, *reign);
        return reign;
      }
      if (std::optional<DateReading> named = read_in_named_calendar(phrase, at)) return named;
    }
    if (!token.is_digits() && token.script != TokenScript::han) return std::nullopt;
    if (auto han = read_han_date(phrase, at)) return han;
    if (!token.is_digits()) return read_lone_lunar_day(phrase, at, false);
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
