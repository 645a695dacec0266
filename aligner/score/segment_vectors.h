#pragma once
// SegmentVectors: embeddings of one side that were made elsewhere. A vector for every segment, and for those groups of
// consecutive segments that have one of their own.
//
//   SegmentVectors vectors(matrix_bytes, 1024, rows);
//   vectors.rows_of({.first = 4, .count = 2});           // the row of the group, or those of segments 4 and 5
//   vectors.cosine(rows[4][0], other, other_row);        // -1 to 1
//
// The matrix stays as it was read: float32, little-endian, row by row.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace aligner::score {

inline constexpr std::size_t longest_vector_group = 5;

/// Consecutive segments.
struct SegmentGroup {
  std::size_t first = 0;
  std::size_t count = 1;  // 1 to longest_vector_group
};

class SegmentVectors {
 public:
  static constexpr std::uint32_t no_row = UINT32_MAX;
  /// Rows of the groups of one to five segments that begin at a segment; no_row where a group has none.
  using GroupRows = std::array<std::uint32_t, longest_vector_group>;

  /// `rows` by segment; every segment alone has a row. `bytes` holds whole rows.
  SegmentVectors(std::string bytes, std::size_t dimension, std::vector<GroupRows> rows);

  std::size_t dimension() const { return dimension_; }
  std::size_t segment_count() const { return rows_.size(); }
  std::size_t row_count() const { return lengths_.size(); }

  /// Euclidean length of a row; not finite where a value of the row is not.
  double length(std::size_t row) const { return lengths_[row]; }

  /// The row of a group, or the rows of its segments where it has none.
  struct Rows {
    GroupRows rows{};
    std::size_t count = 0;

    const std::uint32_t* begin() const { return rows.data(); }
    const std::uint32_t* end() const { return rows.data() + count; }
  };
  Rows rows_of(const SegmentGroup& group) const;

  /// Both rows must have a length, the dimensions must be equal.
  double cosine(std::uint32_t row, const SegmentVectors& other, std::uint32_t other_row) const;

  /// The direction of a group, of length 1: that of its row, or of the mean of its segments' directions. All zero where
  /// these cancel out.
  std::vector<float> direction(const SegmentGroup& group) const;

 private:
  const char* row_bytes(std::size_t row) const { return bytes_.data() + row * dimension_ * sizeof(float); }

  std::string bytes_;
  std::size_t dimension_;
  std::vector<GroupRows> rows_;
  std::vector<double> lengths_;  // by row
};

}  // namespace aligner::score
