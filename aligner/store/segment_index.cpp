#include "aligner/store/segment_index.h"

#include <optional>

#include "aligner/error.h"
#include "aligner/store/sql.h"
#include "aligner/text/utf8.h"

namespace aligner::store {
namespace {

constexpr std::int64_t segments_between_calls = 2000;

// Of the database that is brought up to date nothing is known yet.
std::string text_of(SQLite::Database& handle, std::int64_t document) {
  Statement select(handle, "SELECT text FROM document WHERE id = ?");
  select.bind(document);
  if (!select.next()) throw Error("a document is missing");
  std::string text = select.text(0);
  if (!text::is_valid_utf8(text)) throw Error("a text is not UTF-8");
  return text;
}

}  // namespace

SegmentIndex::SegmentIndex(SQLite::Database& handle)
    : insert_(handle, "INSERT INTO segment_words (rowid, words) VALUES (?, ?)") {}

void SegmentIndex::add(std::int64_t segment, std::string_view text, text::Span span) {
  words_.clear();
  finder_.append_keys(text, span, words_);
  if (!words_.empty()) insert_.run(segment, words_);
}

void index_all_segments(SQLite::Database& handle, const std::function<bool(double)>& go_on) {
  const std::int64_t all = Statement(handle, "SELECT count(*) FROM segment").number_of();
  SegmentIndex index(handle);
  std::optional<std::int64_t> document;
  std::string text;
  std::int64_t done = 0;
  Statement select(handle, sql("select_all_segments"));
  for (select.bind(); select.next(); ++done) {
    if (done % segments_between_calls == 0 && go_on && !go_on(static_cast<double>(done) / static_cast<double>(all))) {
      throw Error("interrupted; the database is as it was");
    }
    if (document != select.integer(1)) {
      document = select.integer(1);
      text = text_of(handle, *document);
    }
    const text::Span span{select.count(2), select.count(3)};
    if (span.begin > span.end || span.end > text.size()) throw Error("a segment lies outside its text");
    index.add(select.integer(0), text, span);
  }
}

}  // namespace aligner::store
