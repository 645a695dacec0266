#pragma once
// Reads stretches of stored texts without reading the texts whole, unless that is quicker. Private to the room.

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include <SQLiteCpp/Database.h>

#include "aligner/text/span.h"

struct sqlite3_blob;

namespace aligner::store {

class TextReader {
 public:
  explicit TextReader(SQLite::Database& handle) : handle_(handle) {}

  /// Throws Error where the span lies outside the text or what is there is no UTF-8.
  std::string read(std::int64_t document, text::Span span);

 private:
  struct CloseBlob {
    void operator()(sqlite3_blob* blob) const;
  };
  struct OpenText {
    std::unique_ptr<sqlite3_blob, CloseBlob> blob;
    std::size_t size = 0;
    std::size_t reads = 0;  // so far
    std::string whole;      // empty: read piece by piece
  };

  OpenText& open(std::int64_t document);
  std::string read_blob(const OpenText& text, text::Span span);
  void forget();

  SQLite::Database& handle_;
  std::map<std::int64_t, OpenText> texts_;
  std::size_t whole_bytes_ = 0;  // of texts in memory
};

}  // namespace aligner::store
