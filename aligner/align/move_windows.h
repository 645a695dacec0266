#pragma once
// Where a moved block may lie: windows of both texts that share rare words which the path leaves alone. Private to
// this room.
//
//   std::vector<MoveWindow> windows = find_move_windows(source, target, words, free_source, free_target, points);
//
// Every segment that is alone names the few free segments of the other side that its words are drawn to most, and what
// names each other is a seed. Seeds that follow each other on both sides are a chain; the heavy ones become windows, a
// few segments wider. Time: near-linear in the segments that are alone, as a word that stands in many of them does not
// count; none where one side has no gaps.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "aligner/align/fixed_points.h"
#include "aligner/lexicon/tokenised_text.h"
#include "aligner/lexicon/translation_table.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::align {

struct MoveWindow {
  std::uint32_t source_begin = 0;  // segments
  std::uint32_t source_end = 0;
  std::uint32_t target_begin = 0;
  std::uint32_t target_end = 0;
  std::vector<score::RareMatch> seeds;  // counted from the window's begin; by source, then target; weights in nats
};

/// Segments that the path leaves alone are those where `is_free` says so, by segment. No window reaches over one of
/// `points`, among which are the ends of delimiters (block_band.h). By source, then target.
std::vector<MoveWindow> find_move_windows(const lexicon::TokenisedText& source, const lexicon::TokenisedText& target,
                                          const lexicon::TranslationTable& words,
                                          const std::vector<bool>& is_free_source,
                                          const std::vector<bool>& is_free_target, const FixedPoints& points);

}  // namespace aligner::align
