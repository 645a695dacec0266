#pragma once
// What was found in two collections as a table for spreadsheets and scripts: one bead a line.
//
//   std::ofstream("mined.tsv") << write_mined_tsv(sources, targets, pairs);
//   // relation  document_confidence  source_document  target_document  source_indexes  target_indexes  confidence  ...
//
// Four columns stand before those of write_tsv (tsv.h), which says what the others hold.

#include <span>
#include <string>

#include "aligner/align/aligned_texts.h"
#include "aligner/align/mine_documents.h"

namespace aligner::interchange {

/// Header line; then for each pair a line a bead with two sides, or, where it has none, one line that ends behind the
/// documents.
std::string write_mined_tsv(std::span<const align::AlignedSide> sources, std::span<const align::AlignedSide> targets,
                            std::span<const align::MinedPair> pairs);

}  // namespace aligner::interchange
