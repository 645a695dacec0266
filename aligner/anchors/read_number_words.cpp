// Number words by a small grammar over the senses of words: numbers below a thousand, then powers of ten in falling
// order. Homographs are kept out by context: Vietnamese năm alone is "year", English and Russian "one" a pronoun.

#include "aligner/anchors/number_reading.h"

namespace aligner::anchors {
namespace {

using namespace sense;

// A number below a thousand. end 0: none.
struct Group {
  int value = 0;
  std::size_t end = 0;
  bool ordinal = false;
  bool one_word = false;
};

bool is_hyphen(const Phrase& phrase, std::size_t at) {
  return phrase[at].is_dash() && phrase.is_tight(at) && phrase.is_tight(at + 1);
}

bool is_year_next(const Phrase& phrase, std::size_t at) { return phrase[at + 1].is_digits(); }

// "sixty-four", "sixty four", "sixty-fourth", "fourteen", "four".
Group read_english_below_hundred(const Phrase& phrase, std::size_t at) {
  const Token& first = phrase[at];
  if (first.has(tens)) {
    const std::size_t unit = is_hyphen(phrase, at + 1) ? at + 2 : at + 1;
    const bool near = unit == at + 2 || !phrase[unit].capital;
    if (near && phrase[unit].has(unit_digit)) return {first.value + phrase[unit].value, unit + 1};
    if (near && phrase[unit].has(ordinal) && phrase[unit].value < 10) {
      return {first.value + phrase[unit].value, unit + 1, true};
    }
    return {first.value, at + 1, false, true};
  }
  if (first.has(ordinal)) return {first.value, at + 1, true, true};
  return first.has(teen | unit_digit) ? Group{first.value, at + 1, false, true} : Group{};
}

Group read_english(const Phrase& phrase, std::size_t at) {
  const bool article = phrase.is(at, "a") && phrase[at + 1].has(hundred_word);
  Group group = article ? Group{1, at + 1} : read_english_below_hundred(phrase, at);
  if (group.end == 0 || !phrase[group.end].has(hundred_word) || group.ordinal || group.value > 99) return group;
  group.value *= 100;
  ++group.end;
  group.one_word = false;
  const bool has_and = phrase.is(group.end, "and");
  const Group rest = read_english_below_hundred(phrase, has_and ? group.end + 1 : group.end);
  if (rest.end == 0 || group.value >= 1000) return group;
  return {group.value + rest.value, rest.end, rest.ordinal};
}

// năm is a digit where mươi or trăm follows it or tens precede it, else a year.
bool is_vietnamese_digit(const Phrase& phrase, std::size_t at) {
  if (!phrase[at].has(unit_digit)) return false;
  if (phrase.is(at, "mốt") || phrase.is(at, "tư") || phrase.is(at, "lăm") || phrase.is(at, "nhăm")) return false;
  if (!phrase[at].has(year_word)) return true;
  return phrase[at + 1].has(tens | hundred_word | magnitude) && !is_year_next(phrase, at);
}

bool is_vietnamese_unit_behind_tens(const Phrase& phrase, std::size_t at) {
  return phrase[at].has(unit_digit) && !(phrase[at].has(year_word) && is_year_next(phrase, at)) && !phrase[at].capital;
}

Group read_vietnamese_below_hundred(const Phrase& phrase, std::size_t at) {
  if (phrase[at].has(teen)) {
    // After mười, năm is always "year": fifteen is mười lăm.
    const bool unit = is_vietnamese_unit_behind_tens(phrase, at + 1) && !phrase[at + 1].has(year_word);
    return unit ? Group{10 + phrase[at + 1].value, at + 2} : Group{10, at + 1, false, true};
  }
  if (!is_vietnamese_digit(phrase, at)) return {};
  if (!phrase[at + 1].has(tens)) return {phrase[at].value, at + 1, false, true};
  const bool unit = is_vietnamese_unit_behind_tens(phrase, at + 2) && !phrase[at + 2].has(year_word);
  return unit ? Group{10 * phrase[at].value + phrase[at + 2].value, at + 3} : Group{10 * phrase[at].value, at + 2};
}

Group read_vietnamese(const Phrase& phrase, std::size_t at) {
  const bool no_hundreds = phrase.is(at, "không");  // "một nghìn không trăm linh hai"
  if ((!no_hundreds && !is_vietnamese_digit(phrase, at)) || !phrase[at + 1].has(hundred_word)) {
    return read_vietnamese_below_hundred(phrase, at);
  }
  const int value = no_hundreds ? 0 : 100 * phrase[at].value;
  const bool linking = phrase.is(at + 2, "linh") || phrase.is(at + 2, "lẻ");
  if (linking && phrase[at + 3].has(unit_digit)) return {value + phrase[at + 3].value, at + 4};
  const Group rest = read_vietnamese_below_hundred(phrase, at + 2);
  const bool follows = rest.end != 0 && rest.value >= 10;  // "một trăm hai" is colloquial for 120: leave it
  if (follows) return {value + rest.value, rest.end};
  return no_hundreds ? Group{} : Group{value, at + 2};
}

Group read_russian(const Phrase& phrase, std::size_t at) {
  Group group;
  std::size_t next = at;
  const auto take = [&](Senses senses, int limit) {
    const Token& token = phrase[next];
    if (group.ordinal || token.value >= limit || !token.has(senses | ordinal)) return;
    group.ordinal = !token.has(senses);
    group.value += token.value;
    ++next;
  };
  take(hundreds, 1000);
  if (group.value >= 100 || group.value == 0) {
    const bool round = phrase[next].has(tens) || (phrase[next].has(ordinal) && phrase[next].value >= 20);
    if (round) {
      take(tens, 100);
      take(unit_digit, 10);
    } else if (phrase[next].has(teen) || (phrase[next].has(ordinal) && phrase[next].value >= 10)) {
      take(teen, 20);
    } else {
      take(unit_digit, 10);
    }
  }
  if (next == at) return {};
  group.end = next;
  group.one_word = next == at + 1;
  return group;
}

Group read_group(const Phrase& phrase, std::size_t at, Language language) {
  if (language == Language::vi) return read_vietnamese(phrase, at);
  if (language == Language::en) return read_english(phrase, at);
  return language == Language::ru ? read_russian(phrase, at) : Group{};
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

bool is_name_like(const Phrase& phrase, std::size_t at) { return at > 0 && phrase[at].capital; }

// Words that are something else when they stand alone.
bool is_doubtful_alone(const Phrase& phrase, std::size_t at, const Group& group, Language language) {
  const bool parts =
      is_hyphen(phrase, group.end) && (phrase.is(group.end + 1, "thirds") || phrase.is(group.end + 1, "fifths") ||
                                       phrase.is(group.end + 1, "quarters"));
  if (parts) return true;
  if (!group.one_word) return false;
  if (group.ordinal) {
    const bool fraction = language == Language::en && group.value >= 3 && at > 0 &&
                          (phrase.is(at - 1, "one") || phrase.is(at - 1, "a") || phrase[at - 1].is_dash());
    const bool phrase_word = language == Language::en && (phrase.is(at - 1, "at") || phrase.is(at + 1, "of"));
    return fraction || phrase_word || (language == Language::ru && at > 0 && phrase[at - 1].is_dash());
  }
  if (group.value == 1) return true;
  return language == Language::vi && (is_name_like(phrase, at) || (phrase[at].capital && phrase[at + 1].capital));
}

// "thứ ba", "thứ 3", "thứ nhất", "đầu tiên".
std::optional<NumberReading> read_vietnamese_ordinal(const Phrase& phrase, std::size_t at) {
  const auto ordinal_number = [](int value, std::size_t end) {
    return NumberReading{.end = end, .number = {.value = {.units = value}, .role = NumberRole::ordinal}};
  };
  if (phrase.is(at, "đầu") && phrase.is(at + 1, "tiên")) return ordinal_number(1, at + 2);
  if (!phrase.is(at, "thứ")) return std::nullopt;
  if (phrase.is(at + 1, "nhất")) return ordinal_number(1, at + 2);
  if (phrase.is(at + 1, "nhì")) return ordinal_number(2, at + 2);
  if (phrase.is(at + 1, "tư")) return ordinal_number(4, at + 2);
  if (phrase[at + 1].is_digits() && phrase[at + 1].folded_size <= 3) {
    int value = 0;
    for (const char digit : phrase.text(at + 1)) value = 10 * value + (digit - '0');
    return ordinal_number(value, at + 2);
  }
  if (phrase[at + 1].has(year_word) && !is_year_next(phrase, at + 1)) return ordinal_number(5, at + 2);
  const Group group = read_vietnamese(phrase, at + 1);
  if (group.end == 0 || group.value == 1) return std::nullopt;
  return ordinal_number(group.value, group.end);
}

// "tens of thousands", "vài nghìn", "несколько тысяч": the whole stretch is no number.
std::optional<NumberReading> read_vague(const Phrase& phrase, std::size_t at) {
  if (!phrase[at].has(vague)) return std::nullopt;
  std::size_t end = at + 1;
  while (end < at + 6 && (phrase[end].has(vague | magnitude | hundred_word | tens | teen) || phrase.is(end, "of")))
    ++end;
  return NumberReading{.end = end, .skip = true};
}

}  // namespace

std::optional<NumberReading> read_number_words(const Phrase& phrase, std::size_t at, Language language) {
  if (auto nothing = read_vague(phrase, at)) return nothing;
  if (language == Language::vi) {
    if (auto first = read_vietnamese_ordinal(phrase, at)) return first;
  }
  const Group first = read_group(phrase, at, language);
  const bool halved = at > 0 && phrase.is(at - 1, "half");
  const bool article = language == Language::en && phrase.is(at, "a") && phrase[at + 1].has(magnitude) && !halved;
  const bool bare_magnitude = language == Language::ru && phrase[at].has(magnitude) && phrase[at].value == 3 &&
                              read_group(phrase, at + 1, language).end != 0;  // тысяча восемьсот
  if (first.end == 0 && !article && !bare_magnitude) return std::nullopt;
  if (first.end != 0 && first.value == 0) return std::nullopt;
  std::int64_t total = 0;
  int last_magnitude = 99;
  Group group = first.end != 0 ? first : Group{1, article ? at + 1 : at};
  std::size_t end = group.end;
  bool is_ordinal = false;
  bool compound = false;
  while (true) {
    const Token& power = phrase[group.end];
    const bool multiplies = !group.ordinal && power.has(magnitude) && power.value < last_magnitude;
    if (!multiplies) {
      total += group.value;
      end = group.end;
      is_ordinal = group.ordinal;
      break;
    }
    total += group.value * power_of_ten(power.value);
    last_magnitude = power.value;
    end = group.end + 1;
    compound = true;
    const std::size_t next = phrase.is(end, "and") && language == Language::en ? end + 1 : end;
    const Group rest = read_group(phrase, next, language);
    // "hai nghìn ba" could be 2,300 or 2,003: only what cannot be misread goes on.
    const bool clear =
        rest.value >= 10 || !rest.one_word || phrase[rest.end].has(magnitude) || language != Language::vi;
    const bool goes_on = rest.end != 0 && clear;
    if (!goes_on) break;
    group = rest;
  }
  if (!compound && is_doubtful_alone(phrase, at, first, language)) return std::nullopt;
  NumberReading reading{.end = end, .number = {.value = {.units = total}}};
  if (is_ordinal) reading.number.role = NumberRole::ordinal;
  return reading;
}

}  // namespace aligner::anchors
