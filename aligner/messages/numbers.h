#pragma once
// Private: numbers in the words that aligner/anchors has for them, said in the reader's language.
//
//   tell_number(russian, "250000 ruble");   // "250 000 рублей"
//   tell_number(russian, "hundreds of km"); // "сотни км"
//   tell_unit(russian, "verst");            // "верста"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "aligner/messages/speaker.h"

namespace aligner::messages {

/// None where the words are no number, or of no unit that has a name.
std::optional<std::string> tell_number(const Speaker& speaker, std::string_view text);

/// A unit alone, in its form for one.
std::optional<std::string> tell_unit(const Speaker& speaker, std::string_view name);

/// "1858"; not so many that they could overflow.
bool are_digits(std::string_view text);
/// "-4200.5"
bool is_decimal(std::string_view text);
/// "19th" -> "19"; "" for other words.
std::string_view digits_of_ordinal(std::string_view text);
/// The digits of a count that was told: "12 345" is 12345.
std::size_t count_in(std::string_view told);

}  // namespace aligner::messages
