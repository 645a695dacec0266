#pragma once
// What the machine proposes, kept beside what people decided. Private to the room.

#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/store/project_database.h"

namespace aligner::store {

// Everything the functions of ProjectDatabase promise but the transaction.

ProposalCounts replace_proposals(SQLite::Database& handle, const std::vector<glossary::Proposal>& proposals,
                                 const std::string& when, const std::string& tool_version);
std::vector<glossary::Proposal> load_all_proposals(SQLite::Database& handle);
std::vector<PairContext> select_pair_contexts(SQLite::Database& handle, const std::string& concept_id,
                                              std::size_t most);

}  // namespace aligner::store
