#pragma once
// The index of words: which segments hold which words. Private to the room; schema/0006_concordance.sql has the table.
//
//   SegmentIndex index(handle);
//   index.add(id, document.bytes(), segment.span);  // in the order of the ids, which is quickest

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <SQLiteCpp/Database.h>

#include "aligner/segment/index_words.h"
#include "aligner/store/statement.h"
#include "aligner/text/span.h"

namespace aligner::store {

class SegmentIndex {
 public:
  explicit SegmentIndex(SQLite::Database& handle);

  /// A segment that was stored just now; each once.
  void add(std::int64_t segment, std::string_view text, text::Span span);

 private:
  segment::IndexWordFinder finder_;
  Statement insert_;
  std::string words_;
};

/// Adds every segment of the database, one text in memory at a time. `go_on`, where given, is called now and then with
/// what is done, 0 to 1; false ends the work with Error. Throws Error where a segment lies outside its text.
void index_all_segments(SQLite::Database& handle, const std::function<bool(double)>& go_on);

/// Whether the index has every word of every segment in its place, and nothing else. Reads all texts and the whole
/// index; needs no more memory than one text.
bool is_index_whole(SQLite::Database& handle);

}  // namespace aligner::store
