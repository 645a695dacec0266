#pragma once
// Private: how an English sentence is made, and what stands in its slots.
//
//   Pattern{"{date} and {other_date} share days"}
//   Pattern{"{count} word", "{count} words"}       // said in the plural form for {count}
//
// A slot's name is its kind, with other_, third_ or fourth_ before it where a sentence has several of one kind:
//   date, number, unit, reason   told in turn by their own patterns
//   day, year, decade            digits as they are          century   "19th", a Roman numeral in other languages
//   month, of_month              a month's name; in languages that have cases, the nominative and the genitive
//   count, digits, share         a whole number, a decimal, per cent: as the language writes them
//   concept, place, either       an English name, or several, as readers call them
//   quoted                       words in quotes             text, name   anything, as it is
// and the others of retell.cpp.

#include <span>

namespace aligner::messages {

struct Pattern {
  const char* one;
  const char* many = nullptr;
};

// For xgettext, which finds the messages by these names; see tools/check/messages.
constexpr Pattern sentence(const char* english) { return {english}; }
constexpr Pattern counted_sentence(const char* one, const char* many) { return {one, many}; }
constexpr Pattern sentence_as(const char* /*context*/, const char* english) { return {english}; }
constexpr const char* listed(const char* /*context*/, const char* english) { return english; }

inline constexpr const char* date_context = "date";

/// Tried in this order: the first that fits is taken.
std::span<const Pattern> sentence_patterns();
std::span<const Pattern> date_patterns();

}  // namespace aligner::messages
