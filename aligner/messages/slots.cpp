#include "aligner/messages/slots.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "aligner/messages/numbers.h"
#include "aligner/messages/pattern.h"

namespace aligner::messages {
namespace {

using Told = std::optional<std::string>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

Told tell_century(std::string_view text) {
  const std::string_view digits = digits_of_ordinal(text);
  return digits.empty() || digits.size() > 2 ? std::nullopt : Told(roman(count_in(digits)));
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

}  // namespace aligner::messages
