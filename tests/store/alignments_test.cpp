#include <chrono>
#include <cstddef>
#include <limits>
#include <string>

#include <gmock/gmock.h>

#include "aligner/error.h"
#include "aligner/store/project_database.h"

#include "tests/store/sample_texts.h"
#include "tests/support/temporary_directory.h"

using aligner::Error;
using aligner::align::AlignedTexts;
using aligner::align::Mode;
using aligner::store::AlignmentId;
using aligner::store::OpenMode;
using aligner::store::ProjectDatabase;
using store_tests::Dice;
using store_tests::monday;
using store_tests::treaty;
using store_tests::treaty_links;
using store_tests::tuesday;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

class StoredAlignment : public testing::Test {
 protected:
  tungse_tests::TemporaryDirectory directory_;
  std::string path_ = (directory_.path() / "project.db").string();
  ProjectDatabase project_ = ProjectDatabase::open(path_, OpenMode::create_or_open);

  std::string refusal_of(const AlignedTexts& texts) {
    try {
      project_.save(texts, monday, "0.1.0");
      return "";
    } catch (const Error& error) {
      return error.what();
    }
  }
};

TEST_F(StoredAlignment, ComesBackAsItWasSaved) {
  const AlignmentId id = project_.save(treaty(), monday, "0.1.0");

  EXPECT_EQ(project_.load(id), treaty());
}

TEST_F(StoredAlignment, ComesBackAfterClosingAndOpening) {
  { ProjectDatabase::open(path_, OpenMode::open_existing).save(treaty(), monday, "0.1.0"); }

  EXPECT_EQ(ProjectDatabase::open(path_, OpenMode::read_only).load_latest(), treaty());
}

TEST_F(StoredAlignment, OfTheSameTextsTakesThePlaceOfTheFormerOne) {
  AlignedTexts better = treaty();
  better.alignment.beads = {{.source = {0, 1}, .target = {0}}, {.source = {2}, .target = {1, 2}}};
  better.alignment.method = "by a better hand";
  better.source.notes = {};
  const AlignmentId first = project_.save(treaty(), monday, "0.1.0");

  const AlignmentId second = project_.save(better, tuesday, "0.2.0");

  EXPECT_EQ(second, first);
  EXPECT_THAT(project_.list_alignments(), SizeIs(1));
  EXPECT_EQ(project_.load(first), better);
}

TEST_F(StoredAlignment, InAnotherModeIsAnotherAlignment) {
  const AlignmentId parallel = project_.save(treaty(), monday, "0.1.0");
  const AlignmentId comparable = project_.save(treaty_links(), monday, "0.1.0");

  EXPECT_NE(parallel, comparable);
  EXPECT_EQ(project_.load(parallel), treaty());
  EXPECT_EQ(project_.load(comparable), treaty_links());
}

TEST_F(StoredAlignment, OfAnotherCutIsAnotherAlignment) {
  AlignedTexts other = treaty();
  other.source.segmentation.segments[2].kind = aligner::segment::SegmentKind::heading;
  project_.save(treaty(), monday, "0.1.0");

  project_.save(other, tuesday, "0.1.0");

  EXPECT_THAT(project_.list_alignments(), SizeIs(2));
}

TEST_F(StoredAlignment, KeepsTheNameOfEachReadingOfOneFile) {
  AlignedTexts moved = treaty();
  moved.target.document = aligner::text::Document::from_utf8(moved.target.document.bytes(),
                                                             moved.target.document.language(), "elsewhere/en.txt");
  moved.alignment.mode = Mode::comparable;
  const AlignmentId first = project_.save(treaty(), monday, "0.1.0");
  project_.save(moved, tuesday, "0.1.0");

  EXPECT_EQ(project_.load(first).target.document.name(), "en.txt");
  EXPECT_EQ(project_.load_latest().target.document.name(), "elsewhere/en.txt");
}

TEST_F(StoredAlignment, SavedLastIsTheLatestEvenWhenTheClockStoodStill) {
  project_.save(treaty(), monday, "0.1.0");
  project_.save(treaty_links(), monday, "0.1.0");

  project_.save(treaty(), monday, "0.1.0");

  EXPECT_EQ(project_.load_latest(), treaty());
}

TEST_F(StoredAlignment, IsListedWithWhatAReaderWantsToKnow) {
  project_.save(treaty(), monday, "0.1.0");
  const AlignmentId id = project_.save(treaty_links(), tuesday, "0.2.0");

  const auto all = project_.list_alignments();

  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].id, id);
  EXPECT_EQ(all[0].source_name, "vi.txt");
  EXPECT_EQ(all[0].target_name, "en.txt");
  EXPECT_EQ(all[0].source_language.str(), "vi");
  EXPECT_EQ(all[0].target_language.str(), "en");
  EXPECT_EQ(all[0].mode, Mode::comparable);
  EXPECT_EQ(all[0].source_count, 3u);
  EXPECT_EQ(all[0].target_count, 3u);
  EXPECT_EQ(all[0].bead_count, 2u);
  EXPECT_EQ(all[0].decision_count, 0u);
  EXPECT_EQ(all[0].method, "by hand");
  EXPECT_EQ(all[0].tool_version, "0.2.0");
  EXPECT_EQ(all[0].saved_at, tuesday);
  EXPECT_EQ(all[1].mode, Mode::parallel);
}

TEST_F(StoredAlignment, ThatIsNotThereIsAnError) {
  EXPECT_THROW(project_.load(7), Error);
  EXPECT_THROW(project_.load_latest(), Error);
}

TEST_F(StoredAlignment, IsRefusedWithoutADigest) {
  AlignedTexts texts = treaty();
  texts.source.sha256.clear();

  EXPECT_THAT(refusal_of(texts), HasSubstr("vi.txt has no digest"));
}

TEST_F(StoredAlignment, IsRefusedWhenABeadBreaksTheRules) {
  AlignedTexts texts = treaty();
  texts.alignment.beads[1].confidence = 1.5;

  EXPECT_THAT(refusal_of(texts), HasSubstr("confidence"));
}

TEST_F(StoredAlignment, IsRefusedWhenItCountsOtherSegments) {
  AlignedTexts texts = treaty();
  texts.source.segmentation.segments.pop_back();

  EXPECT_THAT(refusal_of(texts), HasSubstr("counts other segments"));
}

TEST_F(StoredAlignment, IsRefusedWhenEvidenceStandsOutsideTheText) {
  AlignedTexts texts = treaty();
  texts.alignment.beads[0].evidence = {{.source = {5, 5000}}};

  EXPECT_THAT(refusal_of(texts), HasSubstr("lies outside vi.txt"));
}

TEST_F(StoredAlignment, IsRefusedWhenEvidenceCutsACharacter) {
  AlignedTexts texts = treaty();
  texts.alignment.beads[0].evidence = {{.source = {0, 3}}};  // the second byte of "ệ"

  EXPECT_THAT(refusal_of(texts), HasSubstr("cuts a character of vi.txt"));
}

TEST_F(StoredAlignment, IsRefusedWhenAWeightIsNoNumber) {
  AlignedTexts texts = treaty();
  texts.alignment.beads[0].evidence = {{.weight = std::numeric_limits<double>::quiet_NaN()}};

  EXPECT_THAT(refusal_of(texts), HasSubstr("no number"));
}

TEST_F(StoredAlignment, ThatIsRefusedLeavesTheFormerOne) {
  AlignedTexts wrong = treaty();
  wrong.alignment.beads.pop_back();
  const AlignmentId id = project_.save(treaty(), monday, "0.1.0");

  EXPECT_NE(refusal_of(wrong), "");

  EXPECT_EQ(project_.load(id), treaty());
}

TEST_F(StoredAlignment, NeedsATimeThatIsOne) {
  EXPECT_THROW(project_.save(treaty(), "yesterday", "0.1.0"), Error);
  EXPECT_THROW(project_.save(treaty(), "2026-02-30T09:30:00Z", "0.1.0"), Error);
  EXPECT_THROW(project_.save(treaty(), "2026-03-01 09:30:00", "0.1.0"), Error);
  EXPECT_THAT(project_.list_alignments(), IsEmpty());
}

class AnyTexts : public testing::TestWithParam<std::uint32_t> {};

TEST_P(AnyTexts, ComeBackAsTheyWereSaved) {
  tungse_tests::TemporaryDirectory directory;
  ProjectDatabase project = ProjectDatabase::open(directory.path() / "any.db", OpenMode::create_or_open);
  Dice dice(GetParam());
  for (int round = 0; round < 60; ++round) {
    const AlignedTexts texts = store_tests::random_texts(dice);

    const AlignmentId id = project.save(texts, monday, "0.1.0");

    ASSERT_EQ(project.load(id), texts) << "round " << round;
    ASSERT_EQ(project.load_latest(), texts) << "round " << round;
  }
  EXPECT_THAT(project.find_damage(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyTexts, testing::Values(1u, 1858u, 1860u));

TEST_F(StoredAlignment, OfTenThousandBeadsIsSavedInSeconds) {
  const AlignedTexts texts = store_tests::many_beads(10000, 5);

  const auto begin = std::chrono::steady_clock::now();
  const AlignmentId id = project_.save(texts, monday, "0.1.0");
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;

  RecordProperty("seconds", std::to_string(seconds.count()));
  EXPECT_LT(seconds.count(), 30);  // about 1 on an idle machine; generous for sanitizers and busy ones
  EXPECT_EQ(project_.load(id), texts);
}

}  // namespace
