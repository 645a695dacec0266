#pragma once
// Decisions: kept with the segments they were made about, found again in other cuts of the same texts. Private to the
// room.

#include <cstddef>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/align/alignment.h"
#include "aligner/review/decision.h"
#include "aligner/store/project_database.h"

namespace aligner::store {

struct PlacedDecisions {
  std::vector<review::Decision> placed;  // in the order they were made; review::apply_decisions takes them
  std::size_t unplaced_count = 0;
};

PlacedDecisions load_decisions(SQLite::Database& handle, AlignmentId id);

/// Everything ProjectDatabase::add_decision promises but the transaction.
void insert_decision(SQLite::Database& handle, AlignmentId id, const review::Decision& decision);

/// The same for many, in time in proportion to their number; those that are there already are passed over. Returns how
/// many are new.
std::size_t insert_decisions(SQLite::Database& handle, AlignmentId id, const std::vector<review::Decision>& decisions);

}  // namespace aligner::store
