#pragma once
// Edits and decisions: kept with the segments they were made about, found again in other cuts of the same texts.
// Private to the room.

#include <cstddef>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/align/aligned_texts.h"
#include "aligner/align/alignment.h"
#include "aligner/review/decision.h"
#include "aligner/review/edit.h"
#include "aligner/store/project_database.h"

namespace aligner::store {

struct PlacedDecisions {
  std::vector<review::Decision> placed;  // those that hold, in their order; review::apply_decisions takes them
  std::size_t unplaced_count = 0;
};

PlacedDecisions load_decisions(SQLite::Database& handle, AlignmentId id);

/// Everything ProjectDatabase::edits_for promises.
std::vector<review::Edit> load_edits(SQLite::Database& handle, AlignmentId id);

/// Everything ProjectDatabase::edit promises but the transaction; gives the edit its id.
review::Edit insert_edit(SQLite::Database& handle, AlignmentId id, review::Edit edit);

/// Everything ProjectDatabase::accepted_beads promises.
std::vector<align::Bead> load_accepted_beads(SQLite::Database& handle, const align::AlignedSide& source,
                                             const align::AlignedSide& target, align::Mode mode);

/// An edit that is this decision alone.
review::Edit edit_of(const review::Decision& decision);

/// Keeps many decisions, each as an edit of its own, in time in proportion to their number; those that are there
/// already are passed over. Returns how many are new.
std::size_t insert_decisions(SQLite::Database& handle, AlignmentId id, const std::vector<review::Decision>& decisions);

}  // namespace aligner::store
