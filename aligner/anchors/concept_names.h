#pragma once
// The wordings of a concept as names. Private.

#include <optional>
#include <string>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/anchors/match_anchors.h"
#include "aligner/terms/concept.h"

namespace aligner::anchors {

/// The wordings that are names, in all languages; none for notions, units, offices. Wrong and proposed ones are left
/// out.
std::vector<Name> read_concept_names(const terms::Concept& holder);

/// Whether `name` is one of the concept's `names`: variant, transliteration, reading or cldr at nine tenths of the
/// score, the concept named in the reason. A surname alone stands for persons only; a name with title or initials is no
/// place, and one that CLDR knows is no person.
std::optional<AnchorMatch> match_concept_name(const terms::Concept& holder, const std::vector<Name>& names,
                                              const Name& name);

/// What anchors that may match the concept share with it: its id, those of related concepts, the keys of its names.
std::vector<std::string> concept_keys(const terms::Concept& holder, const std::vector<Name>& names);

}  // namespace aligner::anchors
