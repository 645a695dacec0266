#pragma once
// Titles before names: "Count", "Bá tước", "генерал-губернатор". Private.

#include <cstddef>
#include <string>

#include "aligner/anchors/tokens.h"

namespace aligner::anchors {

/// Where the titles that end right before the token `at` begin; `at` where none stands there.
std::size_t title_begin(const Phrase& phrase, std::size_t at, Language language);

/// These titles as written, or empty.
std::string title_before(const Phrase& phrase, std::size_t at, Language language, const TokenizedDocument& document);

/// How many tokens the title that begins at `at` has; 0 where none does. Vietnamese titles have two syllables, of which
/// the second is small, so that a run of capitals ends inside them.
std::size_t title_size(const Phrase& phrase, std::size_t at, Language language);

}  // namespace aligner::anchors
