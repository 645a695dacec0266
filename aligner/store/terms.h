#pragma once
// The concepts and terms as they are, and where they stand. Private to the room.

#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/store/project_database.h"

namespace aligner::store {

// Everything the functions of ProjectDatabase promise but the transaction.

terms::TermList load_term_list(SQLite::Database& handle);
void replace_occurrences(SQLite::Database& handle, const align::AlignedSide& side,
                         const std::vector<TermOccurrence>& occurrences);
std::vector<TermOccurrence> select_occurrences(SQLite::Database& handle, const align::AlignedSide& side);
std::vector<TermCount> count_term_occurrences(SQLite::Database& handle);
std::vector<TermContext> select_contexts(SQLite::Database& handle, const std::string& concept_id, std::size_t most);

}  // namespace aligner::store
