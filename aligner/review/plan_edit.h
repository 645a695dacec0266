#pragma once
// From what a person wants to the decisions that say it. Nothing is changed here: the edit is to be kept and applied.
//
//   align::Alignment now = apply_decisions(machine, decisions_in(history));
//   Edit edit = plan_join(now, {{{4}, {5}}, {{5}, {6}}}, {.by = "Lan", .at = "2026-03-01T09:30:00Z"});
//   apply_decisions(machine, {..., edit.decisions[0]});  // 4,5 - 5,6
//
// `now` is the alignment as it stands. All throw Error saying what cannot be and what to do instead.

#include <span>
#include <vector>

#include "aligner/align/alignment.h"
#include "aligner/review/edit.h"
#include "aligner/review/pair_notation.h"

namespace aligner::review {

/// The pairs are right; one that does not stand may be among them. In parallel mode a side may be empty.
Edit plan_accept(const align::Alignment& now, std::span<const PairGroups> pairs, const Editor& editor);

/// The pairs, which must stand, are wrong.
Edit plan_reject(const align::Alignment& now, std::span<const PairGroups> pairs, const Editor& editor);

/// All segments of the pairs are one pair. In parallel mode they must be neighbours.
Edit plan_join(const align::Alignment& now, std::span<const PairGroups> pairs, const Editor& editor);

/// A pair becomes several: one more begins at each of `places`, which name the first segments of the one that begins
/// there, one of each side; where a side is not named its segments stay with the pair before.
Edit plan_split(const align::Alignment& now, const PairGroups& pair, std::span<const PairGroups> places,
                const Editor& editor);

/// The segments go to a pair that stands. What is left of the pairs that have them stays a pair, where it has two
/// sides.
Edit plan_shift(const align::Alignment& now, const PairGroups& segments, const PairGroups& pair, const Editor& editor);

/// The source of one pair belongs to the target of the other. What else the two had is free.
Edit plan_relink(const align::Alignment& now, const PairGroups& source_of, const PairGroups& target_of,
                 const Editor& editor);

/// A remark on a pair that stands; it changes nothing. Throws Error where the remark is empty.
Edit plan_note(const align::Alignment& now, const PairGroups& pair, const Editor& editor);

}  // namespace aligner::review
