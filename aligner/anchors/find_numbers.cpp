#include "aligner/anchors/find_numbers.h"

#include "aligner/anchors/date_reading.h"
#include "aligner/anchors/number_reading.h"
#include "aligner/anchors/units.h"

namespace aligner::anchors {
namespace {

using namespace sense;

constexpr int largest_regnal = 30;

// "1. The inhabitants", "2) ...": the number counts the line, not what it speaks of.
bool is_list_marker(const Phrase& phrase, std::size_t at, segment::SegmentKind kind) {
  const bool first = at == 0 || (at == 1 && (phrase[0].is_dash() || phrase[0].is_mark(U'(')));
  if (!first || !phrase[at].is_digits() || phrase[at].folded_size > 3) return false;
  const Token& sign = phrase[at + 1];
  const bool marked = (sign.is_mark(U'.') || sign.is_mark(U')')) && phrase.is_tight(at + 1);
  const bool alone = at + 2 >= phrase.size();
  return marked && (alone || phrase[at + 2].space_before || kind == segment::SegmentKind::list_item);
}

// "Article 1", "điều 3", "статья IV": what stands before says that the number is a name.
std::optional<FoundNumber> read_label(const Phrase& phrase, std::size_t at) {
  const bool paragraph_sign = phrase[at].is_mark(U'\u00A7');
  const bool number_sign = phrase[at].is_mark(U'\u2116') || phrase[at].is_mark(U'#');
  if (!phrase[at].has(label) && !paragraph_sign && !number_sign) return std::nullopt;
  std::size_t number_at = at + 1;
  if (phrase[number_at].is_mark(U'.') && phrase.is_tight(number_at)) ++number_at;
  if (phrase.is(number_at, "thứ")) ++number_at;
  int value = digits_value(phrase, number_at);
  if (value < 0) value = read_roman(phrase, number_at) > 0 ? read_roman(phrase, number_at) : -1;
  if (value < 0 || is_inside_number(phrase, number_at)) return std::nullopt;
  Number number{.value = {.units = value}, .role = NumberRole::label};
  if (paragraph_sign) {
    number.unit = to_string(Label::section);
  } else if (!number_sign) {
    number.unit = to_string(static_cast<Label>(phrase[at].value));
  }
  return FoundNumber{at, number_at + 1, number};
}

// "Nicholas I", "Alexander II", "Николая I": a Roman numeral behind a name.
std::optional<FoundNumber> read_regnal(const Phrase& phrase, std::size_t at, Language language) {
  if (at == 0 || !phrase[at - 1].is_word() || !phrase[at - 1].capital || phrase[at - 1].all_capitals)
    return std::nullopt;
  const int value = read_roman(phrase, at);
  if (value == 0 || value > largest_regnal || phrase[at - 1].has(label)) return std::nullopt;
  const bool monarch_before = phrase[at - 1].has(monarch);
  if (phrase.text(at).size() == 1 && !monarch_before) {
    const bool initial = phrase[at + 1].is_mark(U'.') && phrase[at + 2].capital;
    const bool pronoun = language == Language::en && phrase.is(at, "i");
    if (initial || pronoun || at == 1) return std::nullopt;
  }
  if (phrase[at - 1].has(function_word) || phrase[at + 1].has(century_word)) return std::nullopt;
  return FoundNumber{at, at + 1, {.value = {.units = value}, .role = NumberRole::regnal}};
}

// "1st", "19th", "1-й": digits with an ordinal's ending.
std::optional<FoundNumber> read_ordinal_digits(const Phrase& phrase, std::size_t at, Language language) {
  const int value = digits_value(phrase, at);
  if (value <= 0) return std::nullopt;
  const FoundNumber found{at, at + 2, {.value = {.units = value}, .role = NumberRole::ordinal}};
  if (language == Language::en && phrase.is_tight(at + 1)) {
    const std::string_view ending = phrase.text(at + 1);
    if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") return found;
  }
  const bool joined =
      language == Language::ru && phrase[at + 1].is_dash() && phrase.is_tight(at + 1) && phrase.is_tight(at + 2);
  if (!joined || !phrase[at + 2].is_word()) return std::nullopt;
  const std::string_view ending = phrase.text(at + 2);
  const bool is_ending = ending == "й" || ending == "я" || ending == "е" || ending == "го" || ending == "му" ||
                         ending == "м" || ending == "ю" || ending == "ой" || ending == "ый" || ending == "ая" ||
                         ending == "х";
  return is_ending ? std::optional(FoundNumber{at, at + 3, found.number}) : std::nullopt;
}

// Powers of ten behind digits: "250 nghìn", "1.5 million", "2 тыс.", "trăm nghìn" too.
std::size_t read_magnitudes(const Phrase& phrase, std::size_t at, Number& number) {
  int exponent = 0;
  std::size_t next = at;
  if (phrase[next].has(hundred_word) && phrase[next + 1].has(magnitude)) {
    exponent = 2;
    ++next;
  }
  for (; phrase[next].has(magnitude) && exponent < 15; ++next) exponent += phrase[next].value;
  if (next == at) return at;
  const bool dotted = phrase.text(next - 1).size() <= 8 && phrase[next].is_mark(U'.') && phrase.is_tight(next) &&
                      (phrase.is(next - 1, "тыс") || phrase.is(next - 1, "млн") || phrase.is(next - 1, "млрд"));
  const std::optional<Decimal> value = number.value.times_power_of_ten(exponent);
  if (!value) return at;
  number.value = *value;
  if (number.alternative) number.alternative = number.alternative->times_power_of_ten(exponent);
  return dotted ? next + 1 : next;
}

std::size_t read_unit_behind(const Phrase& phrase, std::size_t at, Language language, Number& number) {
  const std::optional<UnitReading> unit = read_unit(phrase, at, language);
  if (!unit) return at;
  number.unit = unit->unit;
  return unit->end;
}

// A word glued in front ("B12", "km2") makes the digits part of it.
bool is_glued_to_word(const Phrase& phrase, std::size_t at) {
  return at > 0 && phrase.is_tight(at) && phrase[at - 1].is_word() && phrase[at - 1].script != TokenScript::han;
}

struct Step {
  std::optional<FoundNumber> found;
  std::size_t next = 0;
};

Step read_cardinal(const Phrase& phrase, std::size_t at, Language language) {
  const bool in_digits = phrase[at].is_digits();
  std::optional<NumberReading> reading =
      in_digits ? read_digits(phrase, at, language) : read_number_words(phrase, at, language);
  if (!reading) return {std::nullopt, at + 1};
  if (reading->skip || (in_digits && is_glued_to_word(phrase, at))) return {std::nullopt, reading->end};
  std::size_t end = reading->end;
  if (in_digits) end = read_magnitudes(phrase, end, reading->number);
  if (reading->number.role == NumberRole::cardinal) end = read_unit_behind(phrase, end, language, reading->number);
  return {FoundNumber{at, end, reading->number}, end};
}

Step read_number(const Phrase& phrase, std::size_t at, Language language, segment::SegmentKind kind) {
  if (is_list_marker(phrase, at, kind)) {
    const int value = digits_value(phrase, at);
    return {FoundNumber{at, at + 1, {.value = {.units = value}, .role = NumberRole::list_marker}}, at + 2};
  }
  if (auto found = read_label(phrase, at)) return {found, found->end};
  if (auto found = read_regnal(phrase, at, language)) return {found, found->end};
  if (auto found = read_ordinal_digits(phrase, at, language)) return {found, found->end};
  return read_cardinal(phrase, at, language);
}

bool is_any_taken(const std::vector<bool>& taken, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end && i < taken.size(); ++i) {
    if (taken[i]) return true;
  }
  return false;
}

}  // namespace

std::vector<FoundNumber> find_numbers(const Phrase& phrase, const std::vector<bool>& taken, Language language,
                                      segment::SegmentKind kind) {
  std::vector<FoundNumber> found;
  for (std::size_t at = 0; at < phrase.size();) {
    if (taken[at]) {
      ++at;
      continue;
    }
    const Step step = read_number(phrase, at, language, kind);
    if (step.found && !is_any_taken(taken, step.found->begin, step.found->end)) found.push_back(*step.found);
    at = step.next;
  }
  return found;
}

}  // namespace aligner::anchors
