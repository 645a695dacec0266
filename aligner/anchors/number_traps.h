#pragma once
// Digits that are no numbers: times of day, scores, addresses, telephone and book numbers, powers. Private.

#include <cstddef>

#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

/// Index behind the stretch of tokens at `at`, a token of digits, that must not be read as numbers; `at` where none is.
std::size_t behind_number_trap(const Phrase& phrase, std::size_t at);

/// Index behind an address ("https://…", "www.…", a name with @) whose tell-tale sign stands at `at`, else `at`.
std::size_t behind_address(const Phrase& phrase, std::size_t at);

}  // namespace aligner::anchors
