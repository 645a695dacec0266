#pragma once
// Finds what a user may have meant. Private to the room.
//
//   suggest("langauge", {"language", "wording"});  // "; did you mean \"language\"?"

#include <string>
#include <string_view>
#include <vector>

namespace aligner::terms {

/// "; did you mean ...?" with the nearest of `choices`, or empty where none is near. The earlier choice wins a tie.
std::string suggest(std::string_view given, const std::vector<std::string>& choices);

}  // namespace aligner::terms
