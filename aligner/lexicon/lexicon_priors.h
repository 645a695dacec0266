#pragma once
// A lexicon from elsewhere as priors of the one that is learnt, and what was learnt as a lexicon to keep.
//
//   add_lexicon_priors(lexicon, source_side, target_side, word_priors, stem_priors);
//   Lexicon kept = extract_lexicon(table, source_side.words, target_side.words, vi, en, "my texts");

#include <string>

#include "aligner/lexicon/prior_table.h"
#include "aligner/lexicon/saved_lexicon.h"
#include "aligner/lexicon/tokenised_text.h"
#include "aligner/lexicon/translation_table.h"

namespace aligner::lexicon {

/// What of a lexicon's probabilities becomes a prior, 0 to 1: how likely other texts' translations are those of these.
/// At 0 that level is left out.
struct LexiconTrust {
  double words = 0.9;  // a user's own: as identical numbers
  double stems = 0.9;
};
/// Of a bundled lexicon: learnt from strings of programs, and mostly about another matter. Words were tried at .2 to
/// .9, stems at none to as much as words; stems join words that are no kin, and a large lexicon has many of them.
inline constexpr LexiconTrust seed_trust{.words = 0.3, .stems = 0.15};

/// The same where words are linked: these pairs of segments are known to translate each other, and one sentence alone
/// has little else to go by. .3 to .9 were tried.
inline constexpr LexiconTrust seed_word_trust{.words = 0.6, .stems = 0.3};

/// Adds a prior for every entry whose two words stand in the texts, on both levels. The lexicon must run from the
/// source's language to the target's; reversed() turns it round.
void add_lexicon_priors(const Lexicon& lexicon, const LanguageSide& source, const LanguageSide& target,
                        PriorTable& word_priors, PriorTable& stem_priors, const LexiconTrust& trust = {});

struct ExtractOptions {
  double smallest_probability = 0.05;  // of the better direction; rarer translations are mostly chance
  double smallest_count = 0.5;         // expected times the two translated each other
};

/// The translations that a table of words was taught by the texts, priors left out, so that what was looked up is not
/// taken for learnt. Numbers, punctuation and anchors are left out too.
Lexicon extract_lexicon(const TranslationTable& table, const Vocabulary& source, const Vocabulary& target,
                        text::LanguageTag source_language, text::LanguageTag target_language, std::string note,
                        const ExtractOptions& options = {});

}  // namespace aligner::lexicon
