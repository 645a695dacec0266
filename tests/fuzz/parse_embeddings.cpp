// Whatever the bytes, overlaps and matrix are refused in words, or every group has rows that can be compared.
// An input is text, overlaps and matrix, each behind the other with a byte of 1 between them.

#include <cmath>
#include <cstdlib>
#include <string_view>

#include "aligner/error.h"
#include "aligner/interchange/overlap_embeddings.h"
#include "aligner/score/embedding_model.h"
#include "aligner/segment/segment_document.h"
#include "aligner/text/utf8.h"

#include "tests/fuzz/fuzz_main.h"

namespace score = aligner::score;

const std::vector<std::string>& fuzz_seeds() {
  static const std::string row = "\x3E\x3E\x3E\x3E" + std::string(59, '\x3F') + "\x3E";
  static const std::vector<std::string> seeds = {
      "A.\nB.\n\x01"
      "A.\nA. B.\nB.\n\x01" +
          row + row + row,
      "\n\x01"
      "BLANK_LINE\r\n\x01" +
          row,
      "Yes.\nYes.\n\nNo.\x01Yes.\nBLANK_LINE\nNo.\x01" + row + row + row,
  };
  return seeds;
}

namespace {

void compare(const score::SegmentVectors& vectors) {
  const score::VectorDistances distances(vectors, vectors);
  const std::size_t count = vectors.segment_count();
  for (std::size_t first = 0; first < count && first < 8; ++first) {
    for (std::size_t size = 1; size <= score::longest_vector_group && first + size <= count; ++size) {
      for (const std::uint32_t row : vectors.rows_of({first, size})) {
        if (row >= vectors.row_count()) std::abort();
      }
      const auto distance = distances.distance({first, size}, {0, 1});
      if (distance && !std::isfinite(*distance)) std::abort();
      if (!std::isfinite(score::EmbeddingModel().log_ratio(distance))) std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const std::size_t first = bytes.find('\x01');
  const std::size_t second = first == std::string::npos ? first : bytes.find('\x01', first + 1);
  if (second == std::string::npos || !aligner::text::is_valid_utf8(bytes.substr(0, first))) return 0;
  const auto document =
      aligner::text::Document::from_utf8(bytes.substr(0, first), aligner::text::LanguageTag::parse("en"), "text");
  try {
    compare(aligner::interchange::parse_embeddings({"overlaps", bytes.substr(first + 1, second - first - 1)},
                                                   {"matrix", bytes.substr(second + 1)}, document,
                                                   aligner::segment::segment_lines(document)));
  } catch (const aligner::Error& error) {
    const std::string_view words = error.what();
    if (!words.starts_with("overlaps:") && !words.starts_with("matrix:")) std::abort();
  }
  return 0;
}
