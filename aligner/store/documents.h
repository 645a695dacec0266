#pragma once
// Documents and their cuts. Private to the room.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/align/aligned_texts.h"

namespace aligner::store {

struct StoredSide {
  std::int64_t segmentation = 0;
  std::vector<std::int64_t> segments;  // ids, by position
};

/// Throws Error when the side has no digest, or a segment lies outside the document, within a character, or before the
/// one before it.
void check_side(const align::AlignedSide& side);

/// Throws Error when a span lies outside the document or within a character.
void check_span(const text::Document& document, text::Span span, const std::string& what);

std::optional<std::int64_t> find_document(SQLite::Database& handle, const align::AlignedSide& side);
std::int64_t find_or_insert_document(SQLite::Database& handle, const align::AlignedSide& side);

std::optional<std::int64_t> find_segmentation(SQLite::Database& handle, std::int64_t document,
                                              const segment::Segmentation& cut);

/// Stores document and segmentation where they are not known yet.
StoredSide store_side(SQLite::Database& handle, const align::AlignedSide& side);

/// Everything but the notes. Throws Error when what is stored contradicts itself.
align::AlignedSide load_side(SQLite::Database& handle, std::int64_t segmentation, const std::string& name);

}  // namespace aligner::store
