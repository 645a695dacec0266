#include "aligner/store/documents.h"

#include <cstddef>
#include <utility>

#include "aligner/error.h"
#include "aligner/store/segment_index.h"
#include "aligner/store/sql.h"
#include "aligner/store/statement.h"
#include "aligner/store/words.h"
#include "aligner/text/digest.h"

namespace aligner::store {
namespace {

bool is_within_character(const std::string& utf8, std::size_t place) {
  return place < utf8.size() && (static_cast<unsigned char>(utf8[place]) & 0xC0) == 0x80;
}

// Two cuts are the same when this is the same.
std::string digest_of(const segment::Segmentation& cut) {
  std::string text;
  for (const segment::Segment& segment : cut.segments) {
    text += std::to_string(segment.span.begin) + " " + std::to_string(segment.span.end) + " " + to_word(segment.kind) +
            " " + std::to_string(segment.paragraph) + "\n";
  }
  return text::sha256_hex(text);
}

std::vector<std::int64_t> insert_segments(SQLite::Database& handle, std::int64_t segmentation,
                                          const align::AlignedSide& side) {
  std::vector<std::int64_t> ids;
  Statement insert(handle, sql("insert_segment"));
  for (const segment::Segment& segment : side.segmentation.segments) {
    ids.push_back(insert.number_of(segmentation, ids.size(), segment.span.begin, segment.span.end,
                                   to_word(segment.kind), segment.paragraph));
  }
  // Afterwards, for the index writes out what it has gathered whenever another table is written to in between.
  SegmentIndex index(handle);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    index.add(ids[i], side.document.bytes(), side.segmentation.segments[i].span);
  }
  return ids;
}

std::vector<std::int64_t> select_segment_ids(SQLite::Database& handle, std::int64_t segmentation) {
  std::vector<std::int64_t> ids;
  Statement select(handle, sql("select_segments"));
  for (select.bind(segmentation); select.next();) ids.push_back(select.integer(0));
  return ids;
}

}  // namespace

void check_span(const text::Document& document, text::Span span, const std::string& what) {
  const std::string& bytes = document.bytes();
  const std::string where = what + " (bytes " + std::to_string(span.begin) + " to " + std::to_string(span.end) + ")";
  if (span.begin > span.end || span.end > bytes.size()) throw Error(where + " lies outside " + document.name());
  if (is_within_character(bytes, span.begin) || is_within_character(bytes, span.end)) {
    throw Error(where + " cuts a character of " + document.name());
  }
}

void check_side(const align::AlignedSide& side) {
  const std::string& name = side.document.name();
  if (side.sha256.size() != 64)
    throw Error(name + " has no digest, by which it would be known again: read it as a file");
  if (side.encoding.empty()) throw Error(name + " has no encoding: name the one it was read in");
  std::size_t position = 0;
  const segment::Segment* before = nullptr;
  for (const segment::Segment& segment : side.segmentation.segments) {
    const std::string what = "segment " + std::to_string(position++);
    check_span(side.document, segment.span, what);
    if (before != nullptr && (segment.span.begin < before->span.end || segment.paragraph < before->paragraph)) {
      throw Error(what + " of " + name + " lies before the one before it");
    }
    before = &segment;
  }
}

std::optional<std::int64_t> find_document(SQLite::Database& handle, const align::AlignedSide& side) {
  const text::Document& document = side.document;
  Statement find(handle, sql("find_document"));
  find.bind(side.sha256, document.language().str(), side.encoding, text::sha256_hex(document.bytes()));
  if (!find.next()) return std::nullopt;
  return find.integer(0);
}

std::int64_t find_or_insert_document(SQLite::Database& handle, const align::AlignedSide& side) {
  if (const std::optional<std::int64_t> known = find_document(handle, side)) return *known;
  const text::Document& document = side.document;
  return Statement(handle, sql("insert_document"))
      .number_of(side.sha256, document.language().str(), side.encoding, text::sha256_hex(document.bytes()),
                 document.bytes());
}

std::optional<std::int64_t> find_segmentation(SQLite::Database& handle, std::int64_t document,
                                              const segment::Segmentation& cut) {
  Statement find(handle, "SELECT id FROM segmentation WHERE document = ? AND digest = ?");
  find.bind(document, digest_of(cut));
  if (!find.next()) return std::nullopt;
  return find.integer(0);
}

StoredSide store_side(SQLite::Database& handle, const align::AlignedSide& side) {
  const std::int64_t document = find_or_insert_document(handle, side);
  const std::optional<std::int64_t> known = find_segmentation(handle, document, side.segmentation);
  if (known) return {*known, select_segment_ids(handle, *known)};

  const std::int64_t id = Statement(handle, "INSERT INTO segmentation (document, digest) VALUES (?, ?) RETURNING id")
                              .number_of(document, digest_of(side.segmentation));
  return {id, insert_segments(handle, id, side)};
}

align::AlignedSide load_side(SQLite::Database& handle, std::int64_t segmentation, const std::string& name) {
  align::AlignedSide side;
  Statement document(handle, sql("select_side"));
  document.bind(segmentation);
  if (!document.next()) throw Error("a document is missing");
  side.document = text::Document::from_utf8(document.text(0), text::LanguageTag::parse(document.text(1)), name);
  side.encoding = document.text(2);
  side.sha256 = document.text(3);

  Statement segments(handle, sql("select_segments"));
  for (segments.bind(segmentation); segments.next();) {
    side.segmentation.segments.push_back(
        {{segments.count(1), segments.count(2)}, from_word<segment::SegmentKind>(segments.text(3)), segments.count(4)});
  }
  check_side(side);
  return side;
}

}  // namespace aligner::store
