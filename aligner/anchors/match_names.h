#pragma once
// How two names relate. Private.
//
//   match_names(nga, rossiya);  // cldr, 0.95, "Nga and Россия are names of Russia (territory RU)"
//
// Each way of comparing stands alone, so that a bench can measure it; match_names takes the best.

#include <optional>
#include <string>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/anchors/match_anchors.h"

namespace aligner::anchors {

/// Empty where the names are different ones. A surname alone matches the full name ("Muravyov" ~ "Nikolai Muravyov").
/// Names that CLDR gives to different places are different ones, however alike (Австрия, Австралия).
std::optional<AnchorMatch> match_names(const Name& source, const Name& target);

/// By their keys, word for word, with small differences of spelling forgiven: same, variant, transliteration.
std::optional<AnchorMatch> match_spellings(const Name& source, const Name& target);

enum class SpellingKind {
  whole,    // all words agree
  partial,  // one name has words that the other has not: a surname alone
  derived   // Chinese, China
};

struct SpellingComparison {
  double score = 0;  // 0: different names
  SpellingKind kind = SpellingKind::whole;
};

/// What match_spellings goes by.
SpellingComparison compare_spellings(const Name& source, const Name& target);

/// By a common code of CLDR: relation cldr.
std::optional<AnchorMatch> match_codes(const Name& source, const Name& target);

/// True where both have codes and none in common.
bool are_different_places(const Name& source, const Name& target);

/// As readings of the same Han characters, in Sino-Vietnamese, Mandarin (pinyin, Wade-Giles, Palladius) or as
/// characters: relation reading. The score is a probability.
std::optional<AnchorMatch> match_readings(const Name& source, const Name& target);

/// True where both names can be cut into two or three Mandarin syllables and never into the same: Hunan and Honan,
/// which are alike as spellings go.
bool spell_different_syllables(const Name& source, const Name& target);

/// Keys that names which match_readings relates share.
std::vector<std::string> reading_keys(const Name& name);

/// A name in Han characters and one in letters, by the consonants that are heard in both: relation transliteration, at
/// a low score.
std::optional<AnchorMatch> match_sounds(const Name& source, const Name& target);

/// Keys that names which match_sounds relates share.
std::vector<std::string> sound_keys(const Name& name);

/// Keys that names which match_names relates share.
std::vector<std::string> name_keys(const Name& name);

/// Keys that names which match_spellings relates share.
std::vector<std::string> spelling_keys(const Name& name);

}  // namespace aligner::anchors
