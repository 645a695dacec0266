#include "aligner/pipeline/import_pairs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"
#include "aligner/pipeline/export_pairs.h"

#include "tests/support/temporary_directory.h"

namespace aligner::pipeline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const text::LanguageTag vi = text::LanguageTag::parse("vi");
const text::LanguageTag en = text::LanguageTag::parse("en");

class ImportedPairs : public testing::Test {
 protected:
  store::ProjectDatabase open() const {
    return store::ProjectDatabase::open(folder_.path() / "project.db", store::OpenMode::create_or_open);
  }

  ImportSettings settings() const {
    return {
        .read = {.source_language = vi, .target_language = en}, .when = "2026-03-01T09:30:00Z", .tool_version = "1.0"};
  }

  ImportResult import(std::string_view bytes, const ImportSettings& settings) const {
    return import_pairs([this] { return open(); }, {folder_.write("pairs.tsv", bytes)}, settings);
  }

  // A ladder of texts of `source_count` and `target_count` lines.
  align::AlignedTexts import_ladder_of(const std::string& ladder, int source_count, int target_count) const {
    const auto lines = [](int count) {
      std::string text;
      for (int i = 0; i < count; ++i) text += "Line " + std::to_string(i) + "\n";
      return text;
    };
    const LadderInput input{.ladder = folder_.write("a.ladder", ladder),
                            .source = {.path = folder_.write("a.vi", lines(source_count)), .language = vi},
                            .target = {.path = folder_.write("a.en", lines(target_count)), .language = en},
                            .form = InputForm::segment_per_line};
    return open().load(import_ladder([this] { return open(); }, input, settings()).alignments.front());
  }

  tungse_tests::TemporaryDirectory folder_;
};

std::string written(const align::Alignment& alignment) {
  std::string text;
  for (const align::Bead& bead : alignment.beads) {
    for (const std::size_t i : bead.source) text += std::to_string(i) + ",";
    text += "=";
    for (const std::size_t i : bead.target) text += std::to_string(i) + ",";
    text += bead.moved ? "! " : " ";
  }
  return text;
}

TEST_F(ImportedPairs, AreDocumentsWithASegmentAPair) {
  const ImportResult result = import("Sông.\tRiver.\nNúi.\t\n", settings());

  const align::AlignedTexts texts = open().load(result.alignments.front());
  EXPECT_EQ(texts.source.document.bytes(), "Sông.\nNúi.\n");
  EXPECT_EQ(texts.target.document.bytes(), "River.\n");
  EXPECT_EQ(texts.source.document.name(), "pairs.tsv");
  EXPECT_EQ(written(texts.alignment), "0,=0, 1,= ");
  EXPECT_EQ(texts.alignment.method, "imported: tsv");
  EXPECT_THAT(texts.alignment.settings, HasSubstr("{\"origin\": \"pairs.tsv\", \"sha256\": \""));
  EXPECT_THAT(open().find_damage(), IsEmpty());
}

TEST_F(ImportedPairs, OfLargeFilesAreSeveralAlignments) {
  ImportSettings small = settings();
  small.part_size = 2;

  const ImportResult result = import("a\tb\nc\td\ne\tf\ng\th\ni\tj\n", small);
  const ImportResult again = import("a\tb\nc\td\ne\tf\ng\th\ni\tj\n", small);

  EXPECT_THAT(result.alignments, SizeIs(3));
  EXPECT_EQ(result.new_count, 3U);
  EXPECT_EQ(again.alignments, result.alignments);
  EXPECT_EQ(again.new_count, 0U);
  const align::AlignedTexts last = open().load(result.alignments.back());
  EXPECT_EQ(last.source.document.bytes(), "i\n");
  EXPECT_EQ(last.source.document.name(), "pairs.tsv (part 3 of 3)");
}

TEST_F(ImportedPairs, OfPartsComeOutInTheirOrder) {
  ImportSettings small = settings();
  small.part_size = 2;
  const ImportResult result = import("a\tb\nc\td\ne\tf\n", small);
  std::string lines;
  std::string other;

  const ExportResult done = export_pairs(open(), {.form = ExportForm::moses, .alignments = result.alignments},
                                         {.out = [&](std::string_view bytes) { lines += bytes; },
                                          .target = [&](std::string_view bytes) { other += bytes; }});

  EXPECT_EQ(done.pair_count, 3U);
  EXPECT_EQ(lines, "a\nc\ne\n");
  EXPECT_EQ(other, "b\nd\nf\n");
}

TEST_F(ImportedPairs, WithGradesAreLinks) {
  const ImportResult result = import("source\ttarget\tgrade\na\tb\tsame\nc\td\t\ne\t\t\n", settings());

  const align::AlignedTexts texts = open().load(result.alignments.front());
  EXPECT_EQ(texts.alignment.mode, align::Mode::comparable);
  EXPECT_THAT(texts.alignment.beads, SizeIs(2));
  EXPECT_EQ(texts.source.segmentation.size(), 3U);
}

TEST_F(ImportedPairs, KeepReasonsWhosePlacesAreWrong) {
  const ImportResult result =
      import("source\ttarget\tevidence\nSông\tRiver\tname same 1.5 1-2 0-5 a\nNúi\tHill\tname same 1.5 0-99 0-4 b\n",
             settings());

  const align::AlignedTexts texts = open().load(result.alignments.front());
  EXPECT_THAT(result.notes, ElementsAre(HasSubstr("2 places of reasons lie outside their texts")));
  EXPECT_EQ(texts.alignment.beads[0].evidence[0].source, text::Span());  // within ô
  EXPECT_EQ(texts.alignment.beads[1].evidence[0].reason, "b");
  EXPECT_EQ(texts.alignment.beads[1].evidence[0].target, (text::Span{6, 10}));
}

TEST_F(ImportedPairs, OfLaddersFillWhatNoBeadHas) {
  EXPECT_EQ(written(import_ladder_of("[0]:[0]\n[2,3]:[2]\n", 5, 4).alignment), "0,=0, 1,= =1, 2,3,=2, 4,= =3, ");
  EXPECT_EQ(written(import_ladder_of("[0]:[]\n[]:[0, 1]\n[1]:[2]\n", 2, 3).alignment), "0,= =0,1, 1,=2, ");
}

TEST_F(ImportedPairs, OfLaddersThatCrossAreMoved) {
  EXPECT_EQ(written(import_ladder_of("[0]:[0]\n[1]:[3]\n[2]:[1]\n[3]:[2]\n", 4, 4).alignment),
            "0,=0, 1,=3,! 2,=1, 3,=2, ");
}

TEST_F(ImportedPairs, OfLaddersThatShareSegmentsAreLinks) {
  const align::AlignedTexts texts = import_ladder_of("[0]:[0]\n[0]:[1]\n", 1, 2);

  EXPECT_EQ(texts.alignment.mode, align::Mode::comparable);
  EXPECT_THAT(texts.alignment.beads, SizeIs(2));
}

TEST_F(ImportedPairs, OfALadderOfOtherTextsAreRefused) {
  try {
    import_ladder_of("[0]:[7]\n", 1, 2);
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("a.ladder: names segment 7"));
    EXPECT_THAT(error.what(), HasSubstr("which has 2"));
  }
}

}  // namespace
}  // namespace aligner::pipeline
