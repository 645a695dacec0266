#pragma once
// Looking for words in the texts of a project. Private to the room; ProjectDatabase::find and count say what they
// promise.

#include <functional>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/align/concordance.h"
#include "aligner/store/concordance.h"

namespace aligner::store {

align::Concordance find_concordance(SQLite::Database& handle, const ConcordanceQuery& query,
                                    const std::function<bool(double)>& go_on);

std::vector<align::ConcordanceCount> count_concordance(SQLite::Database& handle, const ConcordanceQuery& query,
                                                       CountBy by, const std::function<bool(double)>& go_on);

}  // namespace aligner::store
