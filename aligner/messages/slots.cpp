#include "aligner/messages/slots.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "aligner/messages/pattern.h"
#include "aligner/messages/units.h"

namespace aligner::messages {
namespace {

using Told = std::optional<std::string>;

constexpr std::size_t most_digits = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool are_digits(std::string_view text) {
  return !text.empty() && text.size() <= most_digits && std::all_of(text.begin(), text.end(), is_digit);
}

Told as_it_is(std::string_view text) { return std::string(text); }

Told tell_year(std::string_view text) {
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  return are_digits(digits) && digits.size() <= 4 ? as_it_is(text) : std::nullopt;
}

Told tell_day(std::string_view text) { return are_digits(text) && text.size() <= 2 ? as_it_is(text) : std::nullopt; }

// "Xianfeng", "Tự Đức".
Told tell_era(std::string_view text) {
  const bool is_name = !text.empty() && text.find_first_of("0123456789/(),;:=\"") == std::string_view::npos;
  return is_name && text.front() != ' ' && text.back() != ' ' ? as_it_is(text) : std::nullopt;
}

// "Xianfeng 8", "Tự Đức 8/4/16".
Told tell_reign(std::string_view text) {
  const std::size_t gap = text.rfind(' ');
  if (gap == std::string_view::npos || !tell_era(text.substr(0, gap))) return {};
  const std::string_view numbers = text.substr(gap + 1);
  const bool is_date = !numbers.empty() && is_digit(numbers.back()) &&
                       std::all_of(numbers.begin(), numbers.end(), [](char c) { return is_digit(c) || c == '/'; });
  return is_date ? as_it_is(text) : std::nullopt;
}

constexpr std::array months{listed("month", "January"), listed("month", "February"), listed("month", "March"),
                            listed("month", "April"),   listed("month", "May"),      listed("month", "June"),
                            listed("month", "July"),    listed("month", "August"),   listed("month", "September"),
                            listed("month", "October"), listed("month", "November"), listed("month", "December")};

constexpr std::array months_of_days{
    listed("month of a day", "January"), listed("month of a day", "February"), listed("month of a day", "March"),
    listed("month of a day", "April"),   listed("month of a day", "May"),      listed("month of a day", "June"),
    listed("month of a day", "July"),    listed("month of a day", "August"),   listed("month of a day", "September"),
    listed("month of a day", "October"), listed("month of a day", "November"), listed("month of a day", "December")};

constexpr std::array relations{
    listed("relation", "broader"),   listed("relation", "narrower"),    listed("relation", "part of"),
    listed("relation", "has part"),  listed("relation", "named after"), listed("relation", "namesake"),
    listed("relation", "successor"), listed("relation", "predecessor"), listed("relation", "related")};

constexpr std::array magnitudes{listed("number", "several"),
                                listed("number", "tens"),
                                listed("number", "hundreds"),
                                listed("number", "thousands"),
                                listed("number", "tens of thousands"),
                                listed("number", "hundreds of thousands"),
                                listed("number", "millions"),
                                listed("number", "tens of millions"),
                                listed("number", "hundreds of millions"),
                                listed("number", "billions"),
                                listed("number", "tens of billions"),
                                listed("number", "hundreds of billions"),
                                listed("number", "trillions"),
                                listed("number", "tens of trillions"),
                                listed("number", "hundreds of trillions"),
                                listed("number", "many of trillions")};

constexpr std::array labels{
    listed("part of a text", "article"),   listed("part of a text", "chapter"), listed("part of a text", "section"),
    listed("part of a text", "paragraph"), listed("part of a text", "point"),   listed("part of a text", "page"),
    listed("part of a text", "volume"),    listed("part of a text", "part"),    listed("part of a text", "no.")};

// By what a language was told, as aligner/text says it.
constexpr std::array detections{listed("detected", "Latin script"),
                                listed("detected", "Cyrillic script"),
                                listed("detected", "Han script"),
                                listed("detected", "Mongolian script"),
                                listed("detected", "Han script with kana"),
                                listed("detected", "Han script with Hangul"),
                                listed("detected", "Han script without kana"),
                                listed("detected", "Vietnamese syllables"),
                                listed("detected", "English words"),
                                listed("detected", "Russian words and letters"),
                                listed("detected", "letters of the Manchu block"),
                                listed("detected", "letter n-grams"),
                                listed("detected", "no words of vi, en or ru"),
                                listed("detected", "too short or unlike any known language"),
                                listed("detected", "no known language"),
                                listed("detected", "no letters")};

template <typename Words>
Told tell_listed(const Speaker& speaker, const Words& words, const char* context, std::string_view english) {
  const auto found = std::find(words.begin(), words.end(), english);
  return found == words.end() ? std::nullopt : Told(speaker.name_of(context, *found));
}

std::string roman(std::size_t number) {
  struct Letter {
    std::size_t value;
    const char* letters;
  };
  static constexpr Letter letters[] = {{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
  std::string text;
  for (const Letter& one : letters) {
    for (; number >= one.value; number -= one.value) text += one.letters;
  }
  return text;
}

// "19th", "2nd": the digits; none for other words.
std::string_view digits_of_ordinal(std::string_view text) {
  constexpr std::array endings{"st", "nd", "rd", "th"};
  const bool is_ordinal =
      std::any_of(endings.begin(), endings.end(), [&](const char* one) { return text.ends_with(one); });
  if (!is_ordinal || !are_digits(text.substr(0, text.size() - 2))) return {};
  return text.substr(0, text.size() - 2);
}

Told tell_century(std::string_view text) {
  const std::string_view digits = digits_of_ordinal(text);
  return digits.empty() || digits.size() > 2 ? std::nullopt : Told(roman(count_in(digits)));
}

bool is_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return are_digits(text);
  return are_digits(text.substr(0, point)) && are_digits(text.substr(point + 1));
}

// "12", "12-15", "1/3", "4200.5".
Told tell_amount(const Speaker& speaker, std::string_view text) {
  if (is_decimal(text)) return speaker.decimal(text);
  const std::size_t sign = text.find_first_of("-/", 1);
  if (sign == std::string_view::npos) return {};
  const Told first = tell_amount(speaker, text.substr(0, sign));
  const Told second = tell_amount(speaker, text.substr(sign + 1));
  if (!first || !second) return {};
  return *first + (text[sign] == '-' ? "–" : "/") + *second;
}

// The form of a unit for an amount: that for many of it where it is a range, for a part of one where it is a fraction.
std::size_t plural_of(std::string_view amount) {
  constexpr std::size_t part_of_one = 2;  // Russian: 2,5 рубля, as 2 рубля
  const std::size_t range = amount.find('-', 1);
  if (range != std::string_view::npos) return plural_of(amount.substr(range + 1));
  return are_digits(amount) ? count_in(amount) : part_of_one;
}

Told tell_measured(const Speaker& speaker, std::string_view amount, std::string_view name, std::size_t plural) {
  const UnitName* unit = find_unit(name);
  if (unit == nullptr) return {};
  return speaker.fill_for(plural, unit->one, unit->many, std::string(amount));
}

// A unit alone: its form for one.
Told tell_unit(const Speaker& speaker, std::string_view name) {
  if (name == "%" || name == "‰") return as_it_is(name);
  Told told = tell_measured(speaker, "", name, 1);
  if (!told) return {};
  const auto is_space = [](char c) { return c == ' '; };
  told->erase(told->begin(), std::find_if_not(told->begin(), told->end(), is_space));
  return told;
}

bool is_roman(std::string_view text) {
  return !text.empty() && text.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

Told tell_number(const Speaker& speaker, std::string_view text) {
  constexpr std::size_t of_many = 5;
  if (const Told amount = tell_amount(speaker, text)) return amount;
  if (is_roman(text)) return as_it_is(text);
  if (const std::string_view digits = digits_of_ordinal(text); !digits.empty()) {
    return speaker.tell_as("number", "{}th", digits);
  }
  if (const Told magnitude = tell_listed(speaker, magnitudes, "number", text)) return magnitude;
  for (const std::string_view sign : {"%", "‰"}) {
    if (!text.ends_with(sign)) continue;
    const Told amount = tell_amount(speaker, text.substr(0, text.size() - sign.size()));
    if (!amount) return {};
    return *amount + (sign == "%" ? speaker.percent_sign() : std::string(sign));
  }
  if (text.starts_with('[') && text.ends_with(']') && are_digits(text.substr(1, text.size() - 2)))
    return as_it_is(text);
  if (text.ends_with('.') && are_digits(text.substr(0, text.size() - 1))) return as_it_is(text);
  for (std::size_t gap = text.find(' '); gap != std::string_view::npos; gap = text.find(' ', gap + 1)) {
    const std::string_view first = text.substr(0, gap);
    const std::string_view rest = text.substr(gap + 1);
    if (const Told amount = tell_amount(speaker, first)) return tell_measured(speaker, *amount, rest, plural_of(first));
    if (const Told label = tell_listed(speaker, labels, "part of a text", first)) {
      const Told amount = tell_amount(speaker, rest);
      return amount ? Told(speaker.tell_as("number", "{0} {1}", *label, *amount)) : std::nullopt;
    }
    if (!rest.starts_with("of ")) continue;
    const Told magnitude = tell_listed(speaker, magnitudes, "number", first);
    const Told measured = magnitude ? tell_measured(speaker, *magnitude, rest.substr(3), of_many) : std::nullopt;
    if (measured) return measured;
  }
  return {};
}

bool is_quoted(std::string_view text) { return text.size() >= 2 && text.starts_with('"') && text.ends_with('"'); }

std::string_view without_quotes(std::string_view text) { return text.substr(1, text.size() - 2); }

std::string in_quotes(const Speaker& speaker, std::string_view words) { return speaker.tell("\"{}\"", words); }

Told tell_quoted(const Speaker& speaker, std::string_view text) {
  return is_quoted(text) ? Told(in_quotes(speaker, without_quotes(text))) : std::nullopt;
}

// `vi "hiệp ước"`
Told tell_term(const Speaker& speaker, std::string_view text) {
  const std::size_t gap = std::min(text.find(' '), text.size());
  if (gap == text.size() || !is_quoted(text.substr(gap + 1))) return {};
  return std::string(text.substr(0, gap + 1)) + in_quotes(speaker, without_quotes(text.substr(gap + 1)));
}

// "Latin script, English words, letter n-grams": the longest that is known first, for one of them has a comma in it.
Told tell_detection(const Speaker& speaker, std::string_view text) {
  constexpr std::string_view comma = ", ";
  std::string told;
  while (!text.empty()) {
    std::size_t end = text.size();
    Told part = tell_listed(speaker, detections, "detected", text);
    while (!part && (end = text.rfind(comma, end - 1)) != std::string_view::npos && end > 0) {
      part = tell_listed(speaker, detections, "detected", text.substr(0, end));
    }
    if (!part) end = std::min(text.find(comma), text.size());
    told += (told.empty() ? "" : comma);
    told += part.value_or(std::string(text.substr(0, end)));
    text.remove_prefix(std::min(end + comma.size(), text.size()));
  }
  return told;
}

Told tell_share(const Speaker& speaker, std::string_view text) {
  constexpr std::string_view sign = " %";
  if (!text.ends_with(sign) || !are_digits(text.substr(0, text.size() - sign.size()))) return {};
  return speaker.decimal(text.substr(0, text.size() - sign.size())) + speaker.percent_sign();
}

// "3", "3-14": indexes of segments.
Told tell_range(std::string_view text) {
  const std::size_t sign = std::min(text.find('-'), text.size());
  const bool is_range = are_digits(text.substr(0, sign)) && (sign == text.size() || are_digits(text.substr(sign + 1)));
  return is_range ? as_it_is(text) : std::nullopt;
}

// "source vi": the field of a change, and what it is about.
Told tell_field(const Speaker& speaker, std::string_view text) { return speaker.name_of("field", std::string(text)); }

using Tell = Told (*)(const Speaker&, std::string_view);

struct Kind {
  std::string_view name;
  Tell tell;
};

template <Told (*tell)(std::string_view)>
Told without_speaker(const Speaker&, std::string_view text) {
  return tell(text);
}

Told tell_count(const Speaker& speaker, std::string_view text) {
  return are_digits(text) ? Told(speaker.number(count_in(text))) : std::nullopt;
}

Told tell_digits(const Speaker& speaker, std::string_view text) {
  return is_decimal(text) ? Told(speaker.decimal(text)) : std::nullopt;
}

Told tell_quoted_unit(const Speaker& speaker, std::string_view text) {
  if (!is_quoted(text)) return {};
  const std::string_view name = without_quotes(text);
  return in_quotes(speaker, tell_unit(speaker, name).value_or(std::string(name)));
}

Told tell_month(const Speaker& speaker, std::string_view text) { return tell_listed(speaker, months, "month", text); }
Told tell_of_month(const Speaker& speaker, std::string_view text) {
  return tell_listed(speaker, months_of_days, "month of a day", text);
}
Told tell_relation(const Speaker& speaker, std::string_view text) {
  return tell_listed(speaker, relations, "relation", text);
}

constexpr Kind kinds[] = {{"day", without_speaker<tell_day>},
                          {"year", without_speaker<tell_year>},
                          {"decade", without_speaker<tell_year>},
                          {"century", without_speaker<tell_century>},
                          {"month", tell_month},
                          {"of_month", tell_of_month},
                          {"reign", without_speaker<tell_reign>},
                          {"era", without_speaker<tell_era>},
                          {"number", tell_number},
                          {"count", tell_count},
                          {"digits", tell_digits},
                          {"share", tell_share},
                          {"range", without_speaker<tell_range>},
                          {"quoted", tell_quoted},
                          {"quoted_unit", tell_quoted_unit},
                          {"term", tell_term},
                          {"relation", tell_relation},
                          {"field", tell_field},
                          {"detection", tell_detection}};

}  // namespace

std::string_view kind_of(std::string_view slot) {
  for (const std::string_view before : {"other_", "third_", "fourth_"}) {
    if (slot.starts_with(before)) return slot.substr(before.size());
  }
  return slot;
}

std::optional<std::string> tell_slot(const Speaker& speaker, std::string_view kind, std::string_view english) {
  const auto found =
      std::find_if(std::begin(kinds), std::end(kinds), [kind](const Kind& one) { return one.name == kind; });
  if (found != std::end(kinds)) {
    Told told = found->tell(speaker, english);
    return told && speaker.language() == Language::english ? as_it_is(english) : told;
  }
  return english.empty() ? std::nullopt : as_it_is(english);
}

std::size_t count_in(std::string_view told) {
  std::size_t count = 0;
  std::size_t digits = 0;
  for (const char c : told) {
    if (is_digit(c) && digits++ < most_digits) count = 10 * count + static_cast<std::size_t>(c - '0');
  }
  return count;
}

}  // namespace aligner::messages
