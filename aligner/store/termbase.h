#pragma once
// Changes of the term base, done and remembered. Private to the room.

#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/store/project_database.h"

namespace aligner::store {

// Everything the functions of ProjectDatabase promise but the transaction.

void save_term_list(SQLite::Database& handle, const terms::TermList& list, const std::string& when);
void save_term_decision(SQLite::Database& handle, const TermDecision& decision);
terms::Termbase load_whole_termbase(SQLite::Database& handle);
void apply_changes(SQLite::Database& handle, const std::vector<terms::Change>& changes);
terms::MergePlan import_termbase(SQLite::Database& handle, const terms::Termbase& incoming, const terms::Author& author,
                                 DryRun dry_run);

}  // namespace aligner::store
