#pragma once
// How the anchors of two passages relate, as tables for the terminal and as JSON.
//
//   std::cout << match_table(source, target, pairs, terms);
//   // 0.95  same-other-calendar  Ngày 16 tháng 5 năm 1858  May 28, 1858  16 May 1858 Julian = 28 May 1858 Gregorian

#include <cstddef>
#include <span>
#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/anchors/anchor.h"
#include "aligner/anchors/match_all.h"
#include "aligner/messages/language.h"
#include "aligner/terms/term_list.h"

namespace aligner::report {

/// A passage with its anchors. A view: what it names must outlive it.
struct AnchoredPassage {
  const align::AlignedSide& side;
  std::span<const anchors::Anchor> anchors;
};

struct MatchTableOptions {
  std::size_t width = 100;  // columns of a line; values under 60 count as 60. The reason comes last and is never cut
  messages::Language language = messages::Language::english;  // of all words but the texts'
};

/// A line for each pair in the order given (score, relation, both wordings, reason), then a line for each anchor
/// without counterpart (side, kind, wording, normalised form). Nothing in the texts reaches the terminal as a command.
std::string match_table(const AnchoredPassage& source, const AnchoredPassage& target,
                        std::span<const anchors::RelatedPair> pairs, const terms::TermList& terms,
                        const MatchTableOptions& options = {});

/// {"source": {"language", "anchors"}, "target": {...}, "matches": [...]}: a contract, written down in this room's
/// README.md. Safe to print, a line end at the end.
std::string match_json(const AnchoredPassage& source, const AnchoredPassage& target,
                       std::span<const anchors::RelatedPair> pairs, const terms::TermList& terms);

}  // namespace aligner::report
