#include "aligner/messages/numbers.h"

#include <algorithm>
#include <array>

#include "aligner/messages/pattern.h"
#include "aligner/messages/units.h"

namespace aligner::messages {
namespace {

using Told = std::optional<std::string>;

constexpr std::size_t most_digits = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

template <typename Words>
Told tell_listed(const Speaker& speaker, const Words& words, const char* context, std::string_view english) {
  const auto found = std::find(words.begin(), words.end(), english);
  return found == words.end() ? std::nullopt : Told(speaker.name_of(context, *found));
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

bool is_roman(std::string_view text) {
  return !text.empty() && text.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

bool is_label(std::string_view text) {
  const bool is_footnote = text.starts_with('[') && text.ends_with(']') && are_digits(text.substr(1, text.size() - 2));
  return is_footnote || (text.ends_with('.') && are_digits(text.substr(0, text.size() - 1))) || is_roman(text);
}

// "7%"
Told tell_share(const Speaker& speaker, std::string_view text, std::string_view sign) {
  const Told amount = tell_amount(speaker, text.substr(0, text.size() - sign.size()));
  if (!amount) return {};
  return *amount + (sign == "%" ? speaker.percent_sign() : std::string(sign));
}

// "3 year", "article 5", "hundreds of km": what stands before a gap, and what behind it.
Told tell_parts(const Speaker& speaker, std::string_view first, std::string_view rest) {
  constexpr std::size_t of_many = 5;
  constexpr std::string_view of = "of ";
  if (const Told amount = tell_amount(speaker, first)) return tell_measured(speaker, *amount, rest, plural_of(first));
  if (const Told label = tell_listed(speaker, labels, "part of a text", first)) {
    const Told amount = tell_amount(speaker, rest);
    return amount ? Told(speaker.tell_as("number", "{0} {1}", *label, *amount)) : std::nullopt;
  }
  if (!rest.starts_with(of)) return {};
  const Told magnitude = tell_listed(speaker, magnitudes, "number", first);
  return magnitude ? tell_measured(speaker, *magnitude, rest.substr(of.size()), of_many) : std::nullopt;
}

}  // namespace

bool are_digits(std::string_view text) {
  return !text.empty() && text.size() <= most_digits && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return are_digits(text);
  return are_digits(text.substr(0, point)) && are_digits(text.substr(point + 1));
}

std::string_view digits_of_ordinal(std::string_view text) {
  constexpr std::array endings{"st", "nd", "rd", "th"};
  const bool is_ordinal =
      std::any_of(endings.begin(), endings.end(), [&](const char* one) { return text.ends_with(one); });
  if (!is_ordinal || !are_digits(text.substr(0, text.size() - 2))) return {};
  return text.substr(0, text.size() - 2);
}

std::size_t count_in(std::string_view told) {
  std::size_t count = 0;
  std::size_t digits = 0;
  for (const char c : told) {
    if (is_digit(c) && digits++ < most_digits) count = 10 * count + static_cast<std::size_t>(c - '0');
  }
  return count;
}

std::optional<std::string> tell_number(const Speaker& speaker, std::string_view text) {
  if (const Told amount = tell_amount(speaker, text)) return amount;
  if (is_label(text)) return std::string(text);
  if (const std::string_view digits = digits_of_ordinal(text); !digits.empty()) {
    return speaker.tell_as("number", "{}th", digits);
  }
  if (const Told magnitude = tell_listed(speaker, magnitudes, "number", text)) return magnitude;
  for (const std::string_view sign : {"%", "‰"}) {
    if (text.ends_with(sign)) return tell_share(speaker, text, sign);
  }
  for (std::size_t gap = text.find(' '); gap != std::string_view::npos; gap = text.find(' ', gap + 1)) {
    if (Told told = tell_parts(speaker, text.substr(0, gap), text.substr(gap + 1))) return told;
  }
  return {};
}

std::optional<std::string> tell_unit(const Speaker& speaker, std::string_view name) {
  if (name == "%" || name == "‰") return std::string(name);
  Told told = tell_measured(speaker, "", name, 1);
  if (!told) return {};
  const auto is_space = [](char c) { return c == ' '; };
  told->erase(told->begin(), std::find_if_not(told->begin(), told->end(), is_space));
  return told;
}

}  // namespace aligner::messages
