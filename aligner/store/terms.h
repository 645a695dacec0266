#pragma once
// Concepts, terms and where they stand. Private to the room.

#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/store/project_database.h"

namespace aligner::store {

// Everything the functions of ProjectDatabase promise but the transaction.

void save_term_list(SQLite::Database& handle, const terms::TermList& list);
void save_term_decision(SQLite::Database& handle, const TermDecision& decision);
terms::TermList load_term_list(SQLite::Database& handle);
void replace_occurrences(SQLite::Database& handle, const align::AlignedSide& side,
                         const std::vector<TermOccurrence>& occurrences);
std::vector<TermOccurrence> select_occurrences(SQLite::Database& handle, const align::AlignedSide& side);

}  // namespace aligner::store
