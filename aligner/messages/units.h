#pragma once
// Private: units of measure as people say them; aligner/anchors names them in English, in one form for any number.
//
//   find_unit("ruble")->many;  // "{} rubles"

#include <string_view>

namespace aligner::messages {

/// A message with a plural form for the number before it.
struct UnitName {
  const char* one;
  const char* many;
};

/// nullptr where there is no such unit.
const UnitName* find_unit(std::string_view name);

}  // namespace aligner::messages
