#include "aligner/anchors/russian_years.h"

#include "aligner/anchors/date_reading.h"
#include "aligner/anchors/number_reading.h"

namespace aligner::anchors {

using namespace sense;

bool is_short_russian_month(std::string_view word) {
  return word == "янв" || word == "фев" || word == "февр" || word == "мар" || word == "апр" || word == "авг" ||
         word == "сен" || word == "сент" || word == "окт" || word == "ноя" || word == "нояб" || word == "дек";
}

std::size_t behind_russian_word(const Phrase& phrase, std::size_t at) {
  const bool short_form = phrase.text(at).size() <= 8 && phrase[at + 1].is_mark(U'.') && phrase.is_tight(at + 1);
  const std::string_view word = phrase.text(at);
  const bool abbreviates = word == "г" || word == "гг" || word == "в" || word == "вв" || is_short_russian_month(word);
  return short_form && abbreviates ? at + 2 : at + 1;
}

std::size_t behind_russian_year_word(const Phrase& phrase, std::size_t at) {
  return phrase[at].has(year_word) ? behind_russian_word(phrase, at) : at;
}

std::size_t behind_russian_ending(const Phrase& phrase, std::size_t at) {
  const bool joined =
      phrase[at].is_dash() && phrase.is_tight(at) && phrase.is_tight(at + 1) && phrase[at + 1].is_word();
  return joined && phrase.text(at + 1).size() <= 6 && phrase[at + 1].script == TokenScript::cyrillic ? at + 2 : at;
}

RussianYear read_russian_worded_year(const Phrase& phrase, std::size_t at) {
  const bool begins = phrase[at].has(magnitude) || (phrase[at].has(unit_digit) && phrase[at + 1].has(magnitude));
  if (!begins) return {};
  const std::optional<NumberReading> words = read_number_words(phrase, at, Language::ru);
  if (!words || words->skip || words->number.role != NumberRole::ordinal || words->number.value.scale != 0) return {};
  const std::int64_t year = words->number.value.units;
  if (year < 1000 || year > 2100 || !phrase[words->end].has(year_word)) return {};
  return {static_cast<int>(year), behind_russian_year_word(phrase, words->end)};
}

RussianYear read_russian_year(const Phrase& phrase, std::size_t at) {
  if (!phrase[at].is_digits()) return read_russian_worded_year(phrase, at);
  const std::size_t behind = behind_russian_ending(phrase, at + 1);
  const bool named = phrase[behind].has(year_word);
  const int year = named ? read_named_year(phrase, at) : read_year(phrase, at);
  return {year, named ? behind_russian_year_word(phrase, behind) : at + 1};
}

}  // namespace aligner::anchors
