#include "aligner/interchange/tsv.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "aligner/error.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace aligner::interchange {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

const std::string header =
    "source_indexes\ttarget_indexes\tconfidence\tcost\tgrade\tsource_text\ttarget_text\tevidence\n";

// A side whose segments are given one by one, in a document that joins them by line ends.
align::AlignedSide side(const std::vector<std::string>& sentences, const std::string& language) {
  std::string bytes;
  segment::Segmentation cut;
  for (const std::string& sentence : sentences) {
    cut.segments.push_back({.span = {bytes.size(), bytes.size() + sentence.size()}});
    bytes += sentence + "\n";
  }
  return {.document = text::Document::from_utf8(bytes, text::LanguageTag::parse(language), language + ".txt"),
          .segmentation = cut};
}

align::AlignedTexts texts(const std::vector<std::string>& source, const std::vector<std::string>& target,
                          std::vector<align::Bead> beads, align::Mode mode = align::Mode::parallel) {
  return {.source = side(source, "vi"),
          .target = side(target, "en"),
          .alignment = {
              .mode = mode, .beads = std::move(beads), .source_count = source.size(), .target_count = target.size()}};
}

TEST(WriteTsv, WritesOneLineABeadUnderAHeader) {
  const auto aigun = texts({"Hiệp ước được ký.", "Ngày 16 tháng 5."}, {"It was signed on May 28."},
                           {{.source = {0, 1},
                             .target = {0},
                             .cost = 1.25,
                             .confidence = 0.9821,
                             .evidence = {{.kind = score::EvidenceKind::date,
                                           .relation = "same-other-calendar",
                                           .weight = 5.2,
                                           .reason = "16 May Julian = 28 May Gregorian"},
                                          {.kind = score::EvidenceKind::length, .weight = -0.4}}}});

  EXPECT_EQ(write_tsv(aigun), header +
                                  "0 1\t0\t0.982\t1.250000\t\tHiệp ước được ký. Ngày 16 tháng 5.\t"
                                  "It was signed on May 28.\t"
                                  "date same-other-calendar +5.20 16 May Julian = 28 May Gregorian; length -0.40\n");
}

TEST(WriteTsv, SaysMovedWhereLinksHaveTheirGrade) {
  const auto swapped = texts({"Một.", "Hai."}, {"Two.", "One."},
                             {{.source = {0}, .target = {1}, .moved = true}, {.source = {1}, .target = {0}}});

  EXPECT_EQ(write_tsv(swapped), header +
                                    "0\t1\t0.000\t0.000000\tmoved\tMột.\tOne.\t\n"
                                    "1\t0\t0.000\t0.000000\t\tHai.\tTwo.\t\n");
}

TEST(WriteTsv, LeavesTheFieldsOfAnEmptySideEmpty) {
  EXPECT_EQ(write_tsv(texts({"A."}, {}, {{.source = {0}, .cost = 3, .confidence = 0.5}})),
            header + "0\t\t0.500\t3.000000\t\tA.\t\t\n");
}

TEST(WriteTsv, WritesGradesAndOnlyLinksInComparableMode) {
  const auto linked = texts({"A.", "B."}, {"C."},
                            {{.source = {1}, .target = {0}, .confidence = 1, .grade = align::Grade::mostly},
                             {.source = {0}, .confidence = 1}},
                            align::Mode::comparable);

  EXPECT_EQ(write_tsv(linked), header + "1\t0\t1.000\t0.000000\tmostly\tB.\tC.\t\n");
}

TEST(WriteTsv, WritesOnlyTheHeaderForEmptyTexts) { EXPECT_EQ(write_tsv({}), header); }

TEST(WriteTsv, KeepsTabsLineBreaksAndControlsOutOfFields) {
  const auto hostile =
      texts({"a\tb\r\nc\x1b[31m\x7F"}, {"d\u2028e\u0085f\u009Bg\nh"},
            {{.source = {0}, .target = {0}, .evidence = {{.kind = score::EvidenceKind::word, .reason = "x\ty\nz"}}}});

  const std::string written = write_tsv(hostile);

  EXPECT_THAT(written, HasSubstr("a b c [31m \td e f g h\tword +0.00 x y z\n"));
  EXPECT_EQ(std::count(written.begin(), written.end(), '\n'), 2);
  EXPECT_EQ(std::count(written.begin(), written.end(), '\t'), 14);
}

TEST(WriteTsv, KeepsLettersThatShareTheirFirstByteWithControls) {
  EXPECT_THAT(write_tsv(texts({"« 600 km² »"}, {"… 満洲"}, {{.source = {0}, .target = {0}}})),
              HasSubstr("« 600 km² »\t… 満洲\t\n"));
}

TEST(WriteTsv, RefusesAnAlignmentOfOtherTexts) {
  EXPECT_THROW(write_tsv(texts({"A."}, {"B."}, {{.source = {5}, .target = {0}}})), Error);
}

TEST(WriteTsv, TakesOneWordOfAMegabyte) {
  const std::string word(1'000'000, 'x');

  EXPECT_THAT(write_tsv(texts({word}, {"B."}, {{.source = {0}, .target = {0}}})), EndsWith("x\tB.\t\n"));
}

}  // namespace
}  // namespace aligner::interchange
