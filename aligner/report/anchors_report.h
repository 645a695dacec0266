#pragma once
// The anchors of one text, as a table for the terminal and as JSON.
//
//   std::cout << anchors_table(side, anchors, terms, {.width = 120});
//   // 58  4410-4437  date  ngày 16 tháng 5 năm 1858  16 May 1858
//   std::cout << anchors_json(side, anchors, terms);
//
// Segments are counted from 0. Offsets are bytes of the text in UTF-8, half-open, whatever encoding its file has.

#include <cstddef>
#include <span>
#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/anchors/anchor.h"
#include "aligner/messages/language.h"
#include "aligner/terms/term_list.h"

namespace aligner::report {

struct AnchorsTableOptions {
  std::size_t width = 100;                                    // columns of a line; values under 60 count as 60
  messages::Language language = messages::Language::english;  // of all words but the texts'
};

/// One line an anchor, in the order given: segment, bytes, kind, the words themselves, the normalised form and, in
/// brackets, what else is known. Names that share an entity have one normalised form. Nothing in the text reaches the
/// terminal as a command; words that are too long for the line end in "...". Empty for no anchors. `terms` names the
/// concepts.
std::string anchors_table(const align::AlignedSide& side, std::span<const anchors::Anchor> anchors,
                          const terms::TermList& terms, const AnchorsTableOptions& options = {});

/// {"name", "language", "encoding", "notes", "anchors": [...]}: a contract, written down in this room's README.md. Safe
/// to print, a line end at the end.
std::string anchors_json(const align::AlignedSide& side, std::span<const anchors::Anchor> anchors,
                         const terms::TermList& terms);

}  // namespace aligner::report
