#include "aligner/score/segment_vectors.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

namespace aligner::score {
namespace {

// Sums are kept in this many parts, so that the compiler can work on several values at once; the order of adding is
// fixed, and with it the result.
constexpr std::size_t lanes = 16;

float load(const char* bytes) {
  std::uint32_t bits = 0;
  std::memcpy(&bits, bytes, sizeof bits);
  if constexpr (std::endian::native == std::endian::big) {
    bits = bits >> 24 | (bits >> 8 & 0xFF00U) | (bits << 8 & 0xFF0000U) | bits << 24;
  }
  return std::bit_cast<float>(bits);
}

double dot(const char* one, const char* other, std::size_t dimension) {
  std::array<float, lanes> parts{};
  std::size_t at = 0;
  for (; at + lanes <= dimension; at += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const std::size_t byte = (at + lane) * sizeof(float);
      parts[lane] += load(one + byte) * load(other + byte);
    }
  }
  double sum = 0;
  for (const float part : parts) sum += static_cast<double>(part);
  for (; at < dimension; ++at) {
    sum += static_cast<double>(load(one + at * sizeof(float))) * static_cast<double>(load(other + at * sizeof(float)));
  }
  return sum;
}

double length_of(const char* row, std::size_t dimension) {
  double squares = 0;
  for (std::size_t at = 0; at < dimension; ++at) {
    const auto value = static_cast<double>(load(row + at * sizeof(float)));
    squares += value * value;
  }
  return std::sqrt(squares);
}

}  // namespace

SegmentVectors::SegmentVectors(std::string bytes, std::size_t dimension, std::vector<GroupRows> rows)
    : bytes_(std::move(bytes)), dimension_(dimension), rows_(std::move(rows)) {
  const std::size_t count = bytes_.size() / sizeof(float) / dimension_;
  lengths_.reserve(count);
  for (std::size_t row = 0; row < count; ++row) lengths_.push_back(length_of(row_bytes(row), dimension_));
}

SegmentVectors::Rows SegmentVectors::rows_of(const SegmentGroup& group) const {
  Rows found;
  const std::uint32_t own = rows_[group.first][group.count - 1];
  if (own != no_row) {
    found.rows[found.count++] = own;
    return found;
  }
  for (std::size_t k = 0; k < group.count; ++k) found.rows[found.count++] = rows_[group.first + k][0];
  return found;
}

double SegmentVectors::cosine(std::uint32_t row, const SegmentVectors& other, std::uint32_t other_row) const {
  return dot(row_bytes(row), other.row_bytes(other_row), dimension_) / (lengths_[row] * other.lengths_[other_row]);
}

std::vector<float> SegmentVectors::direction(const SegmentGroup& group) const {
  std::vector<double> sum(dimension_, 0.0);
  for (const std::uint32_t row : rows_of(group)) {
    const char* bytes = row_bytes(row);
    for (std::size_t at = 0; at < dimension_; ++at) {
      sum[at] += static_cast<double>(load(bytes + at * sizeof(float))) / lengths_[row];
    }
  }
  double squares = 0;
  for (const double value : sum) squares += value * value;
  const double scale = squares > 1e-12 ? 1 / std::sqrt(squares) : 0;
  std::vector<float> direction(dimension_);
  for (std::size_t at = 0; at < dimension_; ++at) direction[at] = static_cast<float>(sum[at] * scale);
  return direction;
}

}  // namespace aligner::score
