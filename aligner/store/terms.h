#pragma once
// The concepts and terms as they are, and where they stand. Private to the room.

#include <cstdint>
#include <map>
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

// Documents, kept while places in them are read.
class OpenTexts {
 public:
  explicit OpenTexts(SQLite::Database& handle) : handle_(handle) {}

  /// The words of `found` with those of `segment` around it. Throws Error where they are no parts of the document.
  TermContext context(std::int64_t document, text::Span segment, text::Span found);

 private:
  const text::Document& open(std::int64_t document);

  SQLite::Database& handle_;
  std::map<std::int64_t, text::Document> texts_;
};

}  // namespace aligner::store
