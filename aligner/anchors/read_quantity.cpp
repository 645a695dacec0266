// Quantities: an amount and its unit, or a range of two amounts, whose unit and powers of ten count for both: "from 10
// to 12 thousand versts", "5–7 km", "от 10 до 12 тысяч", "hai ba nghìn", "五至七里".

#include "aligner/anchors/number_reading.h"
#include "aligner/anchors/number_words.h"
#include "aligner/anchors/units.h"

namespace aligner::anchors {
namespace {

using namespace sense;

bool is_plain_cardinal(const NumberReading& reading) {
  return !reading.skip && reading.number.role == NumberRole::cardinal;
}

// Behind a vague number or a part "of" may stand before the unit: "thousands of miles".
std::size_t unit_begin(const Phrase& phrase, const NumberReading& reading, Language language) {
  if (language == Language::en) {
    const bool part = reading.number.denominator != 1 || reading.number.value.scale != 0;
    const bool article =
        part && phrase.is(reading.end, "of") && (phrase.is(reading.end + 1, "a") || phrase.is(reading.end + 1, "an"));
    if (article) return reading.end + 2;
    const bool takes_of = reading.number.role == NumberRole::vague && phrase.is(reading.end, "of");
    const bool takes_article = part && (phrase.is(reading.end, "a") || phrase.is(reading.end, "an"));  // half a mile
    return takes_of || takes_article ? reading.end + 1 : reading.end;
  }
  const bool more = language == Language::zh && (phrase.is(reading.end, "余") || phrase.is(reading.end, "餘") ||
                                                 phrase.is(reading.end, "多"));  // 百余里
  return more ? reading.end + 1 : reading.end;
}

// "hai năm rưỡi", "two miles and a half", "三里半", "два года с половиной".
std::size_t read_half_unit(const Phrase& phrase, NumberReading& reading, Language language) {
  std::size_t end = 0;
  const std::size_t at = reading.end;
  if (language == Language::vi && phrase.is(at, "rưỡi")) end = at + 1;
  if (language == Language::zh && phrase.is(at, "半")) end = at + 1;
  if (language == Language::en && phrase.is(at, "and") && phrase.is(at + 1, "a") && phrase[at + 2].has(half))
    end = at + 3;
  if (language == Language::ru && phrase.is(at, "с") && phrase.is(at + 1, "половиной")) end = at + 2;
  if (end == 0 || reading.number.role != NumberRole::cardinal) return at;
  return add_fraction(reading.number, 1, 2) ? end : at;
}

// One of something may be counted where no article measures: "một km", "одна верста", not "one day", "một năm".
bool counts_one(const NumberReading& reading, const std::string& unit) {
  return !is_time_unit(unit) || reading.number.denominator != 1 || reading.number.value.scale != 0 ||
         reading.number.value.units != 1;
}

// năm before a unit of money is the year: "năm đồng".
bool settles_doubt(const Phrase& phrase, std::size_t at, const NumberReading& reading, const std::string& unit,
                   Language language) {
  if (unit.empty()) return false;
  const UnitMeasure* measure = find_measure(unit);
  const bool year_or_five = language == Language::vi && phrase[at].has(year_word);
  if (year_or_five) {
    const std::string_view dimension = measure->dimension;
    return dimension == "length" || dimension == "area" || dimension == "mass" || dimension == "share" ||
           unit == "year";
  }
  return counts_one(reading, unit) || phrase[reading.end - 1].has(magnitude);
}

void take_unit(const Phrase& phrase, std::size_t at, Language language, NumberReading& reading) {
  if (!reading.number.unit.empty() || reading.skip) return;
  if (reading.number.role != NumberRole::cardinal && reading.number.role != NumberRole::vague) return;
  const std::optional<UnitReading> unit = read_unit(phrase, unit_begin(phrase, reading, language), language);
  if (!unit) return;
  if (reading.doubtful && !settles_doubt(phrase, at, reading, unit->unit, language)) return;
  reading.number.unit = unit->unit;
  reading.end = unit->end;
  reading.doubtful = false;
  reading.end = read_half_unit(phrase, reading, language);
}

bool is_between(const Phrase& phrase, std::size_t at) {
  return phrase.is(at, "between") || phrase.is(at, "между") || phrase.is(at, "giữa");
}

// "from", "от", "từ", "between": a second end must follow.
bool opens_range(const Phrase& phrase, std::size_t at, Language language) {
  if (phrase[at].has(range_start)) return true;
  if (language == Language::ru) return phrase.is(at, "от");
  return language == Language::zh && (phrase.is(at, "自") || phrase.is(at, "从") || phrase.is(at, "從"));
}

// Index behind the word or dash between the ends of a range, or 0.
std::size_t behind_range_link(const Phrase& phrase, std::size_t at, std::size_t opener, Language language) {
  const Token& token = phrase[at];
  if (token.is_dash() || token.is_mark(U'~')) {
    const bool tight = phrase.is_tight(at) && phrase.is_tight(at + 1);
    const bool between_digits = at > 0 && phrase[at - 1].is_digits() && phrase[at + 1].is_digits() &&
                                !phrase.is_tight(at) && !phrase.is_tight(at + 1);
    return tight || between_digits ? at + 1 : 0;
  }
  if (language == Language::zh) return phrase.is(at, "至") || phrase.is(at, "到") ? at + 1 : 0;
  if (!token.has(date_link)) return 0;
  const bool opened = opener != 0;
  const bool between = opened && is_between(phrase, opener - 1);
  if (phrase.is(at, "and") || phrase.is(at, "и")) return between ? at + 1 : 0;
  if (language == Language::ru && !opened) return 0;
  return between ? 0 : at + 1;
}

// "10-12 thousand": both are thousands, where the first is smaller than what the second multiplies.
void share_powers(NumberReading& first, const NumberReading& second) {
  if (first.exponent > 0) return;
  const double upper = second.number.value.value();
  for (const int exponent : {second.exponent, second.magnitude}) {
    if (exponent == 0) continue;
    double power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    if (first.number.value.value() < upper / power) {
      multiply_by_power_of_ten(first.number, exponent);
      return;
    }
  }
}

std::optional<NumberReading> join_range(NumberReading first, const NumberReading& second) {
  if (first.number.denominator != 1 || second.number.denominator != 1 || second.number.upper) return std::nullopt;
  if (first.number.unit.empty()) share_powers(first, second);
  if (!first.number.unit.empty() && first.number.unit != second.number.unit) return std::nullopt;
  if (first.number.value.value() >= second.number.value.value()) return std::nullopt;
  NumberReading range{.end = second.end, .number = first.number};
  range.number.upper = second.number.value;
  range.number.alternative.reset();
  range.number.unit = second.number.unit;
  return range;
}

// "hai ba nghìn": two or three thousand.
std::optional<NumberReading> read_neighbours(const Phrase& phrase, std::size_t at) {
  const bool digits = phrase[at].has(unit_digit) && phrase[at + 1].has(unit_digit) && !phrase[at].has(year_word);
  const bool powers = phrase[at + 2].has(magnitude | hundred_word | tens);
  if (!digits || !powers || phrase[at + 1].value != phrase[at].value + 1 || phrase[at + 1].capital) return std::nullopt;
  const std::optional<NumberReading> second = read_number_words(phrase, at + 1, Language::vi);
  if (!second || second->exponent == 0) return std::nullopt;
  NumberReading first{.end = at + 1, .number = {.value = {.units = phrase[at].value}}};
  return join_range(first, *second);
}

std::optional<NumberReading> read_range(const Phrase& phrase, std::size_t at, const NumberReading& first,
                                        std::size_t opener, Language language) {
  const std::size_t second_at = behind_range_link(phrase, first.end, opener, language);
  if (second_at == 0 || !is_plain_cardinal(first) || first.number.upper) return std::nullopt;
  // Between words only a hyphen without spaces joins two that are counted alike: "два-три", not "Amur-one".
  const bool alike = phrase[at].is_digits() == phrase[second_at].is_digits();
  if (!alike) return std::nullopt;
  std::optional<NumberReading> second = read_amount(phrase, second_at, language);
  if (!second || !is_plain_cardinal(*second)) return std::nullopt;
  second->doubtful = false;
  take_unit(phrase, second_at, language, *second);
  const bool chain =
      phrase[second->end].is_dash() && phrase.is_tight(second->end) && phrase[second->end + 1].is_digits();
  return chain ? std::nullopt : join_range(first, *second);
}

}  // namespace

std::optional<NumberReading> read_quantity(const Phrase& phrase, std::size_t at, Language language) {
  const bool opened = opens_range(phrase, at, language);
  const std::size_t begin = opened ? at + 1 : at;
  if (!opened && language == Language::vi) {
    if (auto range = read_neighbours(phrase, at)) {
      take_unit(phrase, at, language, *range);
      return range;
    }
  }
  std::optional<NumberReading> first = read_amount(phrase, begin, language);
  if (!first || first->skip) return opened ? std::nullopt : first;
  if (auto range = read_range(phrase, begin, *first, opened ? begin : 0, language)) return range;
  take_unit(phrase, begin, language, *first);
  if (auto range = read_range(phrase, begin, *first, opened ? begin : 0, language)) return range;
  return opened ? std::nullopt : first;
}

}  // namespace aligner::anchors
