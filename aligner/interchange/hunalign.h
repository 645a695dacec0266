#pragma once
// hunalign's two forms: its text (source, tab, target, tab, score; " ~~~ " between segments) and its ladder (rungs:
// where in both texts a bead begins).
//
//   write_hunalign_ladder(alignment);  // "0\t0\t0.982\n2\t1\t0.9\n3\t2\t0\n"
//
// The ladder holds beads in order and no others: both sides of a moved bead become gaps.

#include <string>
#include <string_view>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/interchange/ladder.h"

namespace aligner::interchange {

/// A line a bead; the score is the confidence.
std::string write_hunalign_text(const align::AlignedTexts& texts);

/// Of a parallel alignment. Throws Error for a comparable one, whose links have no order.
std::string write_hunalign_ladder(const align::Alignment& alignment);

/// Beads of a ladder of rungs. Throws Error naming file, line and remedy where a line is no rung or lies before the
/// last.
std::vector<LadderLine> parse_hunalign_ladder(std::string_view bytes, const std::string& name);

}  // namespace aligner::interchange
