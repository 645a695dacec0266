#include "aligner/interchange/overlap_embeddings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

#include "aligner/error.h"
#include "aligner/text/digest.h"
#include "aligner/text/read_bytes.h"
#include "aligner/text/utf8.h"

namespace aligner::interchange {
namespace {

using LineNumbers = std::unordered_map<std::string_view, std::uint32_t>;  // 0-based
using score::SegmentVectors;

constexpr std::size_t longest_line = 10'000;  // characters
constexpr std::string_view blank_line = "BLANK_LINE";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr double smallest_length = 1e-6;
constexpr double largest_length = 1e6;

// What Python's strip() takes away beyond ASCII: vecalign compares lines after it.
constexpr std::array<std::string_view, 19> wide_spaces = {
    "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006",
    "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"};

bool is_ascii_space(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x1F);
}

// Bytes of the white space that `text` begins with; 0 for none.
std::size_t space_at_begin(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_space(text.front())) return 1;
  for (const std::string_view space : wide_spaces) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

std::size_t space_at_end(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_space(text.back())) return 1;
  for (const std::string_view space : wide_spaces) {
    if (text.ends_with(space)) return space.size();
  }
  return 0;
}

std::string_view stripped(std::string_view text) {
  while (const std::size_t size = space_at_begin(text)) text.remove_prefix(size);
  while (const std::size_t size = space_at_end(text)) text.remove_suffix(size);
  return text;
}

// The first `longest_line` characters.
std::string_view cut_off(std::string_view text) {
  if (text.size() <= longest_line) return text;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_first_byte = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    if (is_first_byte && characters++ == longest_line) return text.substr(0, at);
  }
  return text;
}

LineNumbers number_lines(const NamedBytes& overlaps) {
  const std::string_view bytes = overlaps.bytes;
  if (!text::is_valid_utf8(bytes)) {
    throw Error(overlaps.name + ": is not UTF-8; give the overlaps as text, and the matrix as the embeddings");
  }
  LineNumbers numbers;
  std::uint32_t line = 0;
  for (std::size_t begin = 0; begin < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
    const auto [found, is_new] = numbers.emplace(stripped(bytes.substr(begin, end - begin)), line);
    if (!is_new) {
      throw Error(overlaps.name + ":" + std::to_string(line + 1) + ": is the same as line " +
                  std::to_string(found->second + 1) + "; each line stands once, so make the overlaps again");
    }
    begin = end + (bytes.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  if (numbers.empty()) throw Error(overlaps.name + ": holds no line; make the overlaps again");
  return numbers;
}

// The dimension that the sizes of the files give.
std::size_t dimension_of(const std::string& matrix, std::uintmax_t size, const std::string& overlaps,
                         std::size_t lines) {
  if (size == 0) throw Error(matrix + ": is empty; embed the lines of " + overlaps + " again");
  const std::string sizes = std::to_string(size) + " bytes for the " + std::to_string(lines) + " lines of " + overlaps;
  const std::uintmax_t row = size / lines;
  if (size % (lines * sizeof(float)) != 0) {
    throw Error(matrix + ": has " + sizes +
                ", which is no whole number of float32 values a line; embed the lines of this very file, all of them");
  }
  const std::uintmax_t dimension = row / sizeof(float);
  if (dimension < smallest_dimension || dimension > largest_dimension) {
    throw Error(matrix + ": has " + sizes + ", so " + std::to_string(dimension) + " values a line; " +
                std::to_string(smallest_dimension) + " to " + std::to_string(largest_dimension) +
                " are possible, so give the overlaps that belong to it");
  }
  return static_cast<std::size_t>(dimension);
}

// Rows of the groups, looked up by their words.
class RowFinder {
 public:
  RowFinder(const text::Document& document, const segment::Segmentation& segmentation, const LineNumbers& lines)
      : document_(document), segmentation_(segmentation), lines_(lines) {}

  SegmentVectors::GroupRows find(std::size_t first) const {
    SegmentVectors::GroupRows rows;
    rows.fill(SegmentVectors::no_row);
    std::string words;
    for (std::size_t k = 0; k < rows.size() && first + k < segmentation_.size(); ++k) {
      if (k > 0) words += ' ';
      words += words_of(first + k);
      rows[k] = find_line(words, first == 0);
    }
    return rows;
  }

 private:
  std::string_view words_of(std::size_t segment) const {
    const std::string_view words = stripped(document_.slice(segmentation_.segments[segment].span));
    return words.empty() ? blank_line : words;
  }

  // Python keeps a byte order mark as a part of the first line.
  std::uint32_t find_line(const std::string& words, bool is_at_begin) const {
    auto found = lines_.find(stripped(cut_off(words)));
    if (found == lines_.end() && is_at_begin) {
      const std::string marked = std::string(byte_order_mark) + words;
      found = lines_.find(stripped(cut_off(marked)));
    }
    return found == lines_.end() ? SegmentVectors::no_row : found->second;
  }

  const text::Document& document_;
  const segment::Segmentation& segmentation_;
  const LineNumbers& lines_;
};

std::vector<SegmentVectors::GroupRows> find_rows(const LineNumbers& lines, const std::string& overlaps,
                                                 const text::Document& document,
                                                 const segment::Segmentation& segmentation) {
  const RowFinder finder(document, segmentation, lines);
  std::vector<SegmentVectors::GroupRows> rows;
  rows.reserve(segmentation.size());
  for (std::size_t i = 0; i < segmentation.size(); ++i) {
    rows.push_back(finder.find(i));
    if (rows.back()[0] != SegmentVectors::no_row) continue;
    throw Error(overlaps + ": has no line for segment " + std::to_string(i + 1) + " of " + document.name() + " (line " +
                std::to_string(i + 1) + " of a text with a segment a line" +
                (segmentation.segments[i].span.size() == 0 ? ", an empty one: BLANK_LINE" : "") +
                "); make the overlaps of this very text, and embed them again");
  }
  return rows;
}

void check_rows(const SegmentVectors& vectors, const std::string& matrix) {
  for (std::size_t row = 0; row < vectors.row_count(); ++row) {
    const double length = vectors.length(row);
    if (length >= smallest_length && length <= largest_length) continue;
    const std::string place = matrix + ": row " + std::to_string(row + 1);
    if (!std::isfinite(length)) throw Error(place + " has a value that is not finite; embed this line again");
    if (length == 0) throw Error(place + " is all zero; embed this line again");
    throw Error(place +
                " is no embedding, its length is beyond all measure; write the matrix as little-endian float32");
  }
}

SegmentVectors make_vectors(const LineNumbers& lines, const std::string& overlaps, NamedBytes matrix,
                            const text::Document& document, const segment::Segmentation& segmentation) {
  if (matrix.bytes.starts_with("\x93NUMPY")) {
    throw Error(matrix.name + ": has the header of a NumPy file; write the bare float32 values, with tofile()");
  }
  const std::size_t dimension = dimension_of(matrix.name, matrix.bytes.size(), overlaps, lines.size());
  SegmentVectors vectors(std::move(matrix.bytes), dimension, find_rows(lines, overlaps, document, segmentation));
  check_rows(vectors, matrix.name);
  return vectors;
}

}  // namespace

score::SegmentVectors parse_embeddings(const NamedBytes& overlaps, NamedBytes matrix, const text::Document& document,
                                       const segment::Segmentation& segmentation) {
  return make_vectors(number_lines(overlaps), overlaps.name, std::move(matrix), document, segmentation);
}

ReadEmbeddings read_embeddings(const EmbeddingFiles& files, const text::Document& document,
                               const segment::Segmentation& segmentation) {
  const NamedBytes overlaps{text::name_of(files.overlaps), text::read_bytes(files.overlaps, largest_overlap_file)};
  const LineNumbers lines = number_lines(overlaps);
  const std::string name = text::name_of(files.matrix);
  std::error_code code;
  if (std::filesystem::is_regular_file(files.matrix, code)) {
    const std::uintmax_t size = std::filesystem::file_size(files.matrix, code);
    if (!code) dimension_of(name, size, overlaps.name, lines.size());
  }
  NamedBytes matrix{name, text::read_bytes(files.matrix, largest_matrix_file)};
  std::string digest = text::sha256_hex(matrix.bytes);
  return {make_vectors(lines, overlaps.name, std::move(matrix), document, segmentation), std::move(digest)};
}

void check_dimensions(const score::SegmentVectors& source, const std::string& source_name,
                      const score::SegmentVectors& target, const std::string& target_name) {
  if (source.dimension() == target.dimension()) return;
  throw Error(target_name + ": has " + std::to_string(target.dimension()) + " values a line, and " + source_name +
              " has " + std::to_string(source.dimension()) + "; embed both sides with one model");
}

}  // namespace aligner::interchange
