#include "aligner/anchors/number_roles.h"

#include "aligner/anchors/date_reading.h"
#include "aligner/anchors/han_numbers.h"
#include "aligner/anchors/number_words.h"

namespace aligner::anchors {
namespace {

using namespace sense;

constexpr int largest_regnal = 30;
constexpr std::size_t most_footnotes = 10;

FoundNumber found(std::size_t begin, std::size_t end, std::int64_t value, NumberRole role) {
  return {begin, end, {.value = {.units = value}, .role = role}};
}

// "Nicholas I", "Alexander II", "Николая I": a Roman numeral behind a name.
std::optional<FoundNumber> read_regnal_numeral(const Phrase& phrase, std::size_t at, Language language) {
  const int value = read_roman(phrase, at);
  if (value == 0 || value > largest_regnal || phrase[at - 1].has(label)) return std::nullopt;
  const bool monarch_before = phrase[at - 1].has(monarch);
  if (phrase.text(at).size() == 1 && !monarch_before) {
    const bool initial = phrase[at + 1].is_mark(U'.') && phrase[at + 2].capital;
    const bool pronoun = language == Language::en && phrase.is(at, "i");
    if (initial || pronoun || at == 1) return std::nullopt;
  }
  if (phrase[at - 1].has(function_word) || phrase[at + 1].has(century_word)) return std::nullopt;
  return found(at, at + 1, value, NumberRole::regnal);
}

// "Nicholas the First", "Александр Второй", "Alexander đệ nhị".
std::optional<FoundNumber> read_regnal_words(const Phrase& phrase, std::size_t at, Language language) {
  const bool english = language == Language::en && phrase.is(at, "the") && phrase[at + 1].capital;
  const bool russian = language == Language::ru && phrase[at].capital && phrase[at - 1].has(monarch);
  const bool vietnamese = language == Language::vi && phrase.is(at, "đệ") && phrase[at - 1].has(monarch);
  if (language == Language::vi && phrase.is(at, "thứ")) {  // "Louis thứ XVI"
    const int numeral = read_roman(phrase, at + 1);
    return numeral > 0 ? std::optional(found(at, at + 2, numeral, NumberRole::regnal)) : std::nullopt;
  }
  if (!english && !russian && !vietnamese) return std::nullopt;
  if (english && !phrase[at - 1].has(monarch)) return std::nullopt;
  const std::size_t begin = english ? at + 1 : at;
  const auto reading = vietnamese ? read_vietnamese_ordinal(phrase, begin) : read_word_groups(phrase, begin, language);
  if (!reading || reading->number.role != NumberRole::ordinal || reading->number.value.units > largest_regnal) {
    return std::nullopt;
  }
  return found(begin, reading->end, reading->number.value.units, NumberRole::regnal);
}

// 尼古拉一世: the second of two characters says that rulers are counted.
std::optional<FoundNumber> read_chinese_regnal(const Phrase& phrase, std::size_t at) {
  const std::optional<HanNumber> number = read_han_number(phrase, at);
  if (!number || !phrase.is(number->end, "世") || phrase.is(number->end + 1, "纪") ||
      phrase.is(number->end + 1, "紀")) {
    return std::nullopt;
  }
  const bool behind_name = phrase.is_tight(at) && phrase[at - 1].script == TokenScript::han;
  if (!behind_name || number->value > largest_regnal || phrase.is(number->end + 1, "界")) return std::nullopt;
  return found(at, number->end + 1, number->value, NumberRole::regnal);
}

}  // namespace

std::optional<FoundNumber> read_list_marker(const Phrase& phrase, std::size_t at, segment::SegmentKind kind) {
  const bool first = at == 0 || (at == 1 && (phrase[0].is_dash() || phrase[0].is_mark(U'(')));
  if (!first || !phrase[at].is_digits() || phrase[at].folded_size > 3) return std::nullopt;
  const Token& sign = phrase[at + 1];
  const bool marked = (sign.is_mark(U'.') || sign.is_mark(U')')) && phrase.is_tight(at + 1);
  const bool alone = at + 2 >= phrase.size();
  if (!marked || !(alone || phrase[at + 2].space_before || kind == segment::SegmentKind::list_item))
    return std::nullopt;
  return found(at, at + 1, digits_value(phrase, at), NumberRole::list_marker);
}

std::optional<FoundNumber> read_regnal(const Phrase& phrase, std::size_t at, Language language) {
  if (at == 0 || !phrase[at - 1].is_word()) return std::nullopt;
  if (language == Language::zh) return read_chinese_regnal(phrase, at);
  if (!phrase[at - 1].capital || phrase[at - 1].all_capitals) return std::nullopt;
  if (phrase[at].capital) {
    if (auto numeral = read_regnal_numeral(phrase, at, language)) return numeral;
  }
  return read_regnal_words(phrase, at, language);
}

std::optional<FoundNumber> read_ordinal_digits(const Phrase& phrase, std::size_t at, Language language) {
  const int value = digits_value(phrase, at);
  if (value <= 0) return std::nullopt;
  if (language == Language::en && phrase.is_tight(at + 1)) {
    const std::string_view ending = phrase.text(at + 1);
    if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
      return found(at, at + 2, value, NumberRole::ordinal);
    }
  }
  const bool joined =
      language == Language::ru && phrase[at + 1].is_dash() && phrase.is_tight(at + 1) && phrase.is_tight(at + 2);
  if (!joined || !phrase[at + 2].is_word()) return std::nullopt;
  if (phrase[at + 2].has(ordinal) && phrase[at + 2].value == 1000) {  // "20-тысячный": of twenty thousand
    return found(at, at + 3, std::int64_t{1000} * value, NumberRole::cardinal);
  }
  const std::string_view ending = phrase.text(at + 2);
  const bool is_ending = ending == "й" || ending == "я" || ending == "е" || ending == "го" || ending == "му" ||
                         ending == "м" || ending == "ю" || ending == "ой" || ending == "ый" || ending == "ая" ||
                         ending == "х";
  return is_ending ? std::optional(found(at, at + 3, value, NumberRole::ordinal)) : std::nullopt;
}

std::optional<FoundNumber> read_footnote(const Phrase& phrase, std::size_t at) {
  if (phrase[at].is_digits()) {
    const bool glued = at >= 2 && phrase.is_tight(at) && phrase[at - 1].is_mark(U'.') && phrase.is_tight(at - 1) &&
                       phrase[at - 2].is_word() && phrase[at - 2].folded_size > 2 && !phrase[at - 2].has(label);
    const bool ends = at + 1 >= phrase.size() || phrase[at + 1].space_before;
    if (!glued || !ends || phrase[at].folded_size > 3) return std::nullopt;
    return found(at, at + 1, digits_value(phrase, at), NumberRole::footnote);
  }
  if (!phrase[at].is_mark(U'[')) return std::nullopt;
  std::size_t next = at + 1;
  for (std::size_t count = 0; count < most_footnotes && phrase[next].is_digits(); ++count) {
    if (phrase[next].folded_size > 3) return std::nullopt;
    ++next;
    if (phrase[next].is_mark(U']')) return found(at, next + 1, digits_value(phrase, at + 1), NumberRole::footnote);
    if (!phrase[next].is_mark(U',') && !phrase[next].is_dash()) return std::nullopt;
    ++next;
  }
  return std::nullopt;
}

}  // namespace aligner::anchors
