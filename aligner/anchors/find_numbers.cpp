#include "aligner/anchors/find_numbers.h"

#include "aligner/anchors/date_reading.h"
#include "aligner/anchors/han_numbers.h"
#include "aligner/anchors/number_reading.h"
#include "aligner/anchors/number_roles.h"
#include "aligner/anchors/number_traps.h"
#include "aligner/anchors/units.h"

namespace aligner::anchors {
namespace {

using namespace sense;

// Words that can begin a number of any kind; no reader is tried at other words.
constexpr Senses begins_number = unit_digit | teen | tens | hundreds | hundred_word | magnitude | ordinal | vague |
                                 label | half | fraction | range_start | number_word;

bool is_currency_sign(const Token& token) {
  return token.is_mark(U'$') || token.is_mark(U'\u00A3') || token.is_mark(U'\u20AC') || token.is_mark(U'\u20BD') ||
         token.is_mark(U'\u00A5') || token.is_mark(U'\u20AB');
}

bool begins_any_number(const Phrase& phrase, std::size_t at, Language language) {
  const Token& token = phrase[at];
  if (token.is_digits() || token.has(begins_number)) return true;
  if (token.script == TokenScript::han) return language == Language::zh;
  if (token.is_word()) {
    // A Roman numeral or a "the First" behind a name.
    const bool behind_name = at > 0 && phrase[at - 1].capital;
    return behind_name && (token.capital || phrase.is(at, "the"));
  }
  const bool plain = token.mark < 0x80 && !token.is_mark(U'[') && !token.is_mark(U'#') && !token.is_mark(U'$');
  return !plain;
}

struct Step {
  std::optional<FoundNumber> found;
  std::size_t next = 0;
};

// A word glued to digits makes them part of it: "B12", "km2", "3D", "4x4". Units and ordinal endings have been read.
bool is_glued_to_word(const Phrase& phrase, std::size_t begin, std::size_t end) {
  const bool before = begin > 0 && phrase.is_tight(begin) && phrase[begin - 1].is_word() &&
                      phrase[begin - 1].script != TokenScript::han;
  const bool behind = phrase.is_tight(end) && phrase[end].is_word() && phrase[end].script != TokenScript::han &&
                      phrase[end - 1].is_digits();
  return before || behind;
}

Step read_counted(const Phrase& phrase, std::size_t at, Language language) {
  const bool sign = is_currency_sign(phrase[at]) && phrase[at + 1].is_digits() && phrase.is_tight(at + 1);
  const std::size_t begin = sign ? at + 1 : at;
  const bool digits = phrase[begin].is_digits();
  if (digits) {
    if (const std::size_t end = behind_number_trap(phrase, begin); end != begin) return {std::nullopt, end};
  }
  std::optional<NumberReading> reading = read_quantity(phrase, begin, language);
  if (!reading) return {std::nullopt, at + 1};
  if (reading->skip || (digits && is_glued_to_word(phrase, begin, reading->end))) return {std::nullopt, reading->end};
  if (reading->doubtful) return {std::nullopt, reading->end};
  if (sign && reading->number.unit.empty()) {
    if (const auto unit = read_unit(phrase, at, language)) reading->number.unit = unit->unit;
  }
  return {FoundNumber{at, reading->end, reading->number}, reading->end};
}

Step read_number(const Phrase& phrase, std::size_t at, Language language, segment::SegmentKind kind) {
  if (auto marker = read_list_marker(phrase, at, kind)) return {marker, marker->end + 1};
  if (auto label = read_label(phrase, at, language)) return {label, label->end};
  if (auto regnal = read_regnal(phrase, at, language)) return {regnal, regnal->end};
  if (auto footnote = read_footnote(phrase, at)) return {footnote, footnote->end};
  if (auto ordinal = read_ordinal_digits(phrase, at, language)) return {ordinal, ordinal->end};
  return read_counted(phrase, at, language);
}

std::size_t first_taken(const std::vector<bool>& taken, std::size_t begin, std::size_t end) {
  while (begin < end && !taken[begin]) ++begin;
  return begin;
}

// "half of the [17th century]", "от 5 до [7 июня]": what belongs to a date is no number.
bool is_part_of_date(const Phrase& phrase, const std::vector<bool>& taken, const FoundNumber& found) {
  const bool opened = found.begin > 0 && (phrase[found.begin - 1].has(range_start) || phrase.is(found.begin - 1, "от"));
  const bool linked = opened && phrase[found.end].has(date_link) && found.end + 1 < taken.size();
  if (linked && taken[found.end + 1] && found.number.unit.empty()) return true;
  const bool part = found.number.role == NumberRole::cardinal && size_of(found.number) < 1 && found.number.unit.empty();
  if (!part) return false;
  std::size_t next = found.end;
  while (next < found.end + 2 && (phrase.is(next, "of") || phrase.is(next, "the") || phrase.is(next, "của"))) ++next;
  return next < taken.size() && taken[next];
}

}  // namespace

std::vector<FoundNumber> find_numbers(const Phrase& phrase, const std::vector<bool>& taken, Language language,
                                      segment::SegmentKind kind) {
  std::vector<FoundNumber> found;
  for (std::size_t at = 0; at < phrase.size();) {
    if (phrase[at].kind == TokenKind::mark) {
      if (const std::size_t end = behind_address(phrase, at); end != at) {
        at = end;
        continue;
      }
    }
    if (taken[at] || !begins_any_number(phrase, at, language)) {
      ++at;
      continue;
    }
    Step step = read_number(phrase, at, language, kind);
    if (step.found) {
      const std::size_t date_at = first_taken(taken, step.found->begin, step.found->end);
      if (date_at < step.found->end) step = read_number(phrase.first(date_at), at, language, kind);
    }
    at = step.next;
    if (!step.found || is_part_of_date(phrase, taken, *step.found)) continue;
    found.push_back(*step.found);
    for (const FoundNumber& more : read_label_list(phrase, *step.found, language)) {
      if (first_taken(taken, more.begin, more.end) < more.end) break;
      found.push_back(more);
      at = more.end;
    }
  }
  return found;
}

}  // namespace aligner::anchors
