// What vecalign's two files say, and what is refused.

#include "aligner/interchange/overlap_embeddings.h"

#include <limits>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"
#include "aligner/segment/segment_document.h"

#include "tests/support/temporary_directory.h"
#include "tests/support/toy_embeddings.h"

namespace aligner::interchange {
namespace {

using score::SegmentVectors;
using testing::AllOf;
using testing::HasSubstr;
using tungse_tests::float_bytes;

// Rows whose first value is their number, from 1.
std::string matrix_of(std::size_t rows, std::size_t dimension = 16) {
  std::string bytes;
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<float> values(dimension, 0.5F);
    values[0] = static_cast<float>(row + 1);
    bytes += float_bytes(values);
  }
  return bytes;
}

SegmentVectors parse(const std::string& text, const std::string& overlaps, const std::string& matrix) {
  const auto document = text::Document::from_utf8(text, text::LanguageTag::parse("en"), "text");
  return parse_embeddings({"overlaps", overlaps}, {"matrix", matrix}, document, segment::segment_lines(document));
}

std::vector<std::uint32_t> rows_of(const SegmentVectors& vectors, std::size_t first, std::size_t count) {
  const SegmentVectors::Rows rows = vectors.rows_of({first, count});
  return {rows.begin(), rows.end()};
}

std::string refusal(const std::string& text, const std::string& overlaps, const std::string& matrix) {
  try {
    parse(text, overlaps, matrix);
  } catch (const Error& error) {
    return error.what();
  }
  return "not refused";
}

using Rows = std::vector<std::uint32_t>;

TEST(OverlapEmbeddings, AGroupIsFoundByItsWords) {
  const SegmentVectors vectors = parse("A.\nB.\nC.\n", "A.\nA. B.\nB.\nC.\nPAD\n", matrix_of(5, 32));

  EXPECT_EQ(vectors.dimension(), 32u);
  EXPECT_EQ(vectors.segment_count(), 3u);
  EXPECT_EQ(vectors.row_count(), 5u);
  EXPECT_EQ(rows_of(vectors, 1, 1), Rows({2}));
  EXPECT_EQ(rows_of(vectors, 0, 2), Rows({1}));
}

TEST(OverlapEmbeddings, AGroupWithoutALineHasTheRowsOfItsSegments) {
  EXPECT_EQ(rows_of(parse("A.\nB.\nC.\n", "A.\nA. B.\nB.\nC.\n", matrix_of(4)), 1, 2), Rows({2, 3}));
}

TEST(OverlapEmbeddings, EqualSegmentsShareARow) {
  EXPECT_EQ(rows_of(parse("Yes.\nYes.\n", "Yes.\nYes. Yes.\n", matrix_of(2)), 1, 1), Rows({0}));
}

TEST(OverlapEmbeddings, AnEmptySegmentIsABlankLine) {
  const SegmentVectors vectors = parse("A.\n\nB.\n", "A.\nA. BLANK_LINE\nB.\nBLANK_LINE\n", matrix_of(4));

  EXPECT_EQ(rows_of(vectors, 1, 1), Rows({3}));
  EXPECT_EQ(rows_of(vectors, 0, 2), Rows({1}));
}

TEST(OverlapEmbeddings, WhiteSpaceAtTheEndsDoesNotCount) {
  EXPECT_EQ(rows_of(parse("\xC2\xA0 A.\xE3\x80\x80\r\n", "A.\r\n", matrix_of(1)), 0, 1), Rows({0}));
}

TEST(OverlapEmbeddings, AByteOrderMarkThatPythonKeptIsNoPartOfTheText) {
  EXPECT_EQ(rows_of(parse("A.\n",
                          "\xEF\xBB\xBF"
                          "A.\n",
                          matrix_of(1)),
                    0, 1),
            Rows({0}));
}

TEST(OverlapEmbeddings, LongGroupsAreCutOffBehindTenThousandCharacters) {
  std::string letters;
  for (int k = 0; k < 10'000; ++k) letters += "ж";

  EXPECT_EQ(rows_of(parse(letters + "\nя\n", letters + "\nя\n", matrix_of(2)), 0, 2), Rows({0}));
}

TEST(OverlapEmbeddings, TheLastLineNeedsNoLineEnd) {
  EXPECT_EQ(parse("A.\nB.\n", "A.\nB.", matrix_of(2)).row_count(), 2u);
}

TEST(OverlapEmbeddings, ASegmentWithoutALineIsRefusedWithItsLine) {
  EXPECT_THAT(refusal("A.\nB.\n", "A.\nC.\n", matrix_of(2)),
              AllOf(HasSubstr("overlaps: has no line for segment 2 of text"), HasSubstr("make the overlaps of this")));
}

TEST(OverlapEmbeddings, ALineThatStandsTwiceIsRefused) {
  EXPECT_THAT(refusal("A.\n", "A.\nB.\n A. \n", matrix_of(3)), HasSubstr("overlaps:3: is the same as line 1"));
}

TEST(OverlapEmbeddings, ATruncatedMatrixIsRefused) {
  std::string matrix = matrix_of(3, 20);
  matrix.resize(matrix.size() - 4);

  EXPECT_THAT(refusal("A.\n", "A.\nB.\nC.\n", matrix), HasSubstr("matrix: has 236 bytes for the 3 lines"));
}

TEST(OverlapEmbeddings, DimensionsBeyondTheLimitsAreRefused) {
  EXPECT_THAT(refusal("A.\n", "A.\n", matrix_of(1, 15)), HasSubstr("15 values a line"));
  EXPECT_THAT(refusal("A.\n", "A.\n", matrix_of(1, 8193)), HasSubstr("8193 values a line"));
  EXPECT_EQ(refusal("A.\n", "A.\n", matrix_of(1, 8192)), "not refused");
}

TEST(OverlapEmbeddings, EmptyFilesAreRefused) {
  EXPECT_THAT(refusal("A.\n", "", matrix_of(1)), HasSubstr("overlaps: holds no line"));
  EXPECT_THAT(refusal("A.\n", "A.\n", ""), HasSubstr("matrix: is empty"));
}

TEST(OverlapEmbeddings, ValuesThatAreNotFiniteAreRefusedWithTheirRow) {
  for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
    std::vector<float> row(16, 1.0F);
    row[15] = bad;
    EXPECT_THAT(refusal("A.\n", "A.\nB.\n", matrix_of(1) + float_bytes(row)), HasSubstr("matrix: row 2 has a value"));
  }
}

TEST(OverlapEmbeddings, ARowOfZeroLengthIsRefused) {
  EXPECT_THAT(refusal("A.\n", "A.\n", std::string(64, '\0')), HasSubstr("matrix: row 1 is all zero"));
}

TEST(OverlapEmbeddings, TextInsteadOfAMatrixIsRefused) {
  EXPECT_THAT(refusal("A.\n", "A.\n", std::string(64, 'x')), HasSubstr("write the matrix as little-endian float32"));
}

TEST(OverlapEmbeddings, AMatrixInsteadOfTextIsRefused) {
  EXPECT_THAT(refusal("A.\n", float_bytes({-1.0F, 0.3F}), matrix_of(1)), HasSubstr("overlaps: is not UTF-8"));
}

TEST(OverlapEmbeddings, TheHeaderOfANumpyFileIsNotReadAsValues) {
  EXPECT_THAT(refusal("A.\n", "A.\n", "\x93NUMPY" + std::string(122, ' ') + matrix_of(1)), HasSubstr("tofile()"));
}

TEST(OverlapEmbeddings, AMatrixOfTheWrongSizeIsRefusedBeforeItIsRead) {
  const tungse_tests::TemporaryDirectory folder;
  const std::string overlaps = folder.write("overlaps", "A.\n");
  const std::string matrix = folder.write("matrix", "");
  std::filesystem::resize_file(matrix, std::uintmax_t{1} << 36);  // with holes: it takes no room
  const auto document = text::Document::from_utf8("A.\n", text::LanguageTag::parse("en"), "text");

  EXPECT_THROW(read_embeddings({overlaps, matrix}, document, segment::segment_lines(document)), Error);
}

TEST(OverlapEmbeddings, BothSidesHaveOneDimension) {
  const SegmentVectors one = parse("A.\n", "A.\n", matrix_of(1, 16));
  const SegmentVectors other = parse("A.\n", "A.\n", matrix_of(1, 17));

  EXPECT_NO_THROW(check_dimensions(one, "a", one, "b"));
  EXPECT_THROW(check_dimensions(one, "a", other, "b"), Error);
}

}  // namespace
}  // namespace aligner::interchange
