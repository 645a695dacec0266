#pragma once
// The cuts that a search looks through: those of the latest alignment of each two texts, and the latest one of a text
// that is in none. Private to the room.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/store/concordance.h"
#include "aligner/store/words.h"

namespace aligner::store {

/// An alignment that the cut is a side of, and the text on the other side.
struct CutUse {
  std::int64_t alignment = 0;
  Side side = Side::source;
  std::string other_name;
  std::int64_t other_document = 0;
  text::LanguageTag other_language;
};

struct LiveCut {
  std::int64_t document = 0;
  std::string name;
  text::LanguageTag language;
  std::vector<CutUse> uses;  // none: the text is in no alignment
};

/// By the number of their segmentation; only what the query's side, languages and alignment leave.
std::map<std::int64_t, LiveCut> find_live_cuts(SQLite::Database& handle, const ConcordanceQuery& query);

}  // namespace aligner::store
