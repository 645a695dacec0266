#pragma once
// How two names relate: by their keys, word for word, with small differences of spelling forgiven. Private.

#include <optional>
#include <string_view>

#include "aligner/anchors/anchor.h"
#include "aligner/anchors/match_anchors.h"

namespace aligner::anchors {

/// Empty where the names are different ones. A surname alone matches the full name ("Muravyov" ~ "Nikolai Muravyov").
std::optional<AnchorMatch> match_names(const Name& source, const Name& target);

/// How alike two words of keys are, 0 to 1. Vowels count less than consonants.
double key_similarity(std::string_view first, std::string_view second);

}  // namespace aligner::anchors
