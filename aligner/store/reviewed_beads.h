#pragma once
// What people made of the machine's beads, kept so that it can be looked up bead by bead. Private to the room;
// schema/0006_concordance.sql has the tables.

#include <SQLiteCpp/Database.h>

#include "aligner/store/project_database.h"

namespace aligner::store {

/// Makes it anew for one alignment. To be called when its beads are new. Quick where nobody decided anything.
void refresh_reviewed_beads(SQLite::Database& handle, AlignmentId id);

/// Makes it anew for all alignments of the texts of this one in its mode, however they are cut. To be called when there
/// are new decisions.
void refresh_reviewed_alignments(SQLite::Database& handle, AlignmentId id);

/// For all alignments.
void refresh_all_reviewed_beads(SQLite::Database& handle);

}  // namespace aligner::store
