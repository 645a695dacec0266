#pragma once
// Private: what stands in the slots of a pattern (pattern.h), and how it is said.
//
//   tell_slot(speaker, "number", "250000 ruble");  // "250 000 рублей"
//   tell_slot(speaker, "month", "Aug");            // none: no month

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "aligner/messages/speaker.h"

namespace aligner::messages {

/// "other_date" -> "date".
std::string_view kind_of(std::string_view slot);

/// None where the words are not of that kind.
std::optional<std::string> tell_slot(const Speaker& speaker, std::string_view kind, std::string_view english);

/// The digits of a count that was told: "12 345" is 12345.
std::size_t count_in(std::string_view told);

}  // namespace aligner::messages
