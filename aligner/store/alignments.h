#pragma once
// Alignments as the machine made them, with beads and evidence. Private to the room.

#include <cstdint>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/store/project_database.h"

namespace aligner::store {

/// Everything ProjectDatabase::save promises but the transaction.
AlignmentId save_alignment(SQLite::Database& handle, const align::AlignedTexts& texts, const std::string& when,
                           const std::string& tool_version);

/// Exactly what was saved. Throws Error where there is no such alignment, or what is stored contradicts itself.
align::AlignedTexts load_machine_alignment(SQLite::Database& handle, AlignmentId id);

/// Its beads as they were saved, without their evidence.
std::vector<align::Bead> load_bare_beads(SQLite::Database& handle, AlignmentId id);

std::vector<AlignmentSummary> list_alignments(SQLite::Database& handle);

/// The alignment saved last; throws Error where there is none.
AlignmentId find_latest(SQLite::Database& handle);

}  // namespace aligner::store
