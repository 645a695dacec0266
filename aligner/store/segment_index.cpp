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

// Calls use(id, text, span) for each segment.
template <typename Use>
void walk_segments(SQLite::Database& handle, Use use) {
  std::optional<std::int64_t> document;
  std::string text;
  Statement select(handle, sql("select_all_segments"));
  for (select.bind(); select.next();) {
    if (document != select.integer(1)) {
      document = select.integer(1);
      text = text_of(handle, *document);
    }
    const text::Span span{select.count(2), select.count(3)};
    if (span.begin > span.end || span.end > text.size()) throw Error("a segment lies outside its text");
    use(select.integer(0), text, span);
  }
}

// One number for a word in its place; their sum is that of all, in whatever order. FNV-1a, 64 bits.
std::uint64_t place_digest(const std::string& key, std::int64_t segment, std::int64_t position) {
  std::uint64_t digest = 14695981039346656037ULL;
  const auto add = [&digest](unsigned char byte) { digest = (digest ^ byte) * 1099511628211ULL; };
  for (const char byte : key) add(static_cast<unsigned char>(byte));
  for (int shift = 0; shift < 64; shift += 8) {
    add(static_cast<unsigned char>(segment >> shift));
    add(static_cast<unsigned char>(position >> shift));
  }
  return digest;
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
  std::int64_t done = 0;
  walk_segments(handle, [&](std::int64_t id, const std::string& text, text::Span span) {
    if (done++ % segments_between_calls == 0 && go_on && !go_on(static_cast<double>(done) / static_cast<double>(all))) {
      throw Error("interrupted; the database is as it was");
    }
    index.add(id, text, span);
  });
}

bool is_index_whole(SQLite::Database& handle) {
  std::uint64_t in_texts = 0;
  segment::IndexWordFinder finder;
  walk_segments(handle, [&](std::int64_t id, const std::string& text, text::Span span) {
    std::int64_t position = 0;
    for (const segment::IndexWord& word : finder.find(text, span)) in_texts += place_digest(word.key, id, position++);
  });
  std::uint64_t in_index = 0;
  handle.exec("CREATE VIRTUAL TABLE temp.word_place USING fts5vocab (main, segment_words, instance)");
  {
    Statement select(handle, "SELECT term, doc, \"offset\" FROM temp.word_place");
    for (select.bind(); select.next();) {
      in_index += place_digest(select.text(0), select.integer(1), select.integer(2));
    }
  }
  handle.exec("DROP TABLE temp.word_place");
  return in_texts == in_index;
}

}  // namespace aligner::store
