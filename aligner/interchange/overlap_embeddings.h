#pragma once
// Embeddings that were made elsewhere, in the two files of a side that vecalign reads.
//
//   SegmentVectors vectors = parse_embeddings({"en.overlaps", "A.\nA. B.\nB.\n"}, {"en.emb", matrix}, document, cut);
//
// Overlaps: UTF-8, one line for every segment and every group of consecutive segments, joined by a space, each line
// once, in any order. As overlap.py (github.com/thompsonb/vecalign) writes them: white space at the ends of a segment
// is left out, an empty segment is BLANK_LINE, a group is cut off behind 10 000 characters.
// Matrix: float32, little-endian, no header, one row for each of these lines.
//
// Nothing is guessed: what does not fit together is refused, never misread.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "aligner/score/segment_vectors.h"
#include "aligner/segment/segmentation.h"
#include "aligner/text/document.h"

namespace aligner::interchange {

inline constexpr std::size_t smallest_dimension = 16;
inline constexpr std::size_t largest_dimension = 8192;
inline constexpr std::size_t largest_overlap_file = std::size_t{1} << 30;  // bytes
inline constexpr std::size_t largest_matrix_file = std::size_t{1} << 34;

struct EmbeddingFiles {
  std::filesystem::path overlaps;
  std::filesystem::path matrix;
};

/// The bytes of a file, and what messages call it.
struct NamedBytes {
  std::string name;
  std::string bytes;
};

/// The vectors of a document's segments and groups. A group of several segments without a line of its own counts by the
/// mean of its segments' directions. Throws Error naming file, line or row, and remedy: where the sizes give no whole
/// dimension between the limits, a line stands twice, a segment has no line, a value is not finite, or a row's length
/// is nought or not that of an embedding (outside 1e-6 to 1e6).
score::SegmentVectors parse_embeddings(const NamedBytes& overlaps, NamedBytes matrix, const text::Document& document,
                                       const segment::Segmentation& segmentation);

struct ReadEmbeddings {
  score::SegmentVectors vectors;
  std::string matrix_sha256;
};

/// The same from files. A matrix of the wrong size is refused before it is read.
ReadEmbeddings read_embeddings(const EmbeddingFiles& files, const text::Document& document,
                               const segment::Segmentation& segmentation);

/// Throws Error where the two sides have different dimensions; the names are those of the matrices.
void check_dimensions(const score::SegmentVectors& source, const std::string& source_name,
                      const score::SegmentVectors& target, const std::string& target_name);

}  // namespace aligner::interchange
