// The index of words and what is kept of reviewed beads are in step with everything else, whatever happens.

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "aligner/error.h"
#include "aligner/review/plan_edit.h"
#include "aligner/segment/index_words.h"
#include "aligner/store/database_file.h"
#include "aligner/store/project_database.h"

#include "tests/store/sample_texts.h"
#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

using aligner::Error;
using aligner::align::AlignedTexts;
using aligner::align::Bead;
using aligner::review::Decision;
using aligner::review::Edit;
using aligner::review::EditKind;
using aligner::store::AlignmentId;
using aligner::store::OpenMode;
using aligner::store::ProjectDatabase;
using store_tests::Dice;
using store_tests::monday;
using store_tests::treaty;
using testing::IsEmpty;

namespace {

using Place = std::tuple<std::string, std::int64_t, std::int64_t>;  // key, segment, position among its words

std::vector<Place> indexed_words(const std::string& path) {
  std::vector<Place> places;
  SQLite::Database raw(path, SQLite::OPEN_READONLY);
  raw.exec("CREATE VIRTUAL TABLE temp.place USING fts5vocab (main, segment_words, instance)");
  SQLite::Statement select(raw, "SELECT term, doc, offset FROM temp.place");
  while (select.executeStep()) {
    places.emplace_back(select.getColumn(0).getString(), select.getColumn(1).getInt64(),
                        select.getColumn(2).getInt64());
  }
  std::sort(places.begin(), places.end());
  return places;
}

std::vector<Place> scanned_words(const std::string& path) {
  std::vector<Place> places;
  aligner::segment::IndexWordFinder finder;
  SQLite::Database raw(path, SQLite::OPEN_READONLY);
  SQLite::Statement select(raw,
                           "SELECT segment.id, document.text, segment.begin_byte, segment.end_byte FROM segment "
                           "JOIN segmentation ON segmentation.id = segment.segmentation "
                           "JOIN document ON document.id = segmentation.document");
  while (select.executeStep()) {
    const std::string text = select.getColumn(1).getString();
    std::int64_t position = 0;
    for (const auto& word : finder.find(text, {static_cast<std::size_t>(select.getColumn(2).getInt64()),
                                               static_cast<std::size_t>(select.getColumn(3).getInt64())})) {
      places.emplace_back(word.key, select.getColumn(0).getInt64(), position++);
    }
  }
  std::sort(places.begin(), places.end());
  return places;
}

using Shown = std::vector<std::tuple<std::string, double>>;  // "source 1 2 target 3", confidence

Shown kept_beads(const std::string& path, AlignmentId id) {
  SQLite::Database raw(path, SQLite::OPEN_READONLY);
  std::map<std::int64_t, std::pair<std::string, double>> beads;
  const std::string joined =
      " SELECT bead.id, bead.confidence, part.side, segment.position FROM bead JOIN part ON part.bead = bead.id "
      "JOIN segment ON segment.id = part.segment ORDER BY bead.id, part.side, segment.position";
  Shown shown;
  for (const std::string& what :
       {"WITH bead AS (SELECT id, confidence FROM main.bead WHERE alignment = ? AND id NOT IN (SELECT bead FROM "
        "replaced_bead)), part AS (SELECT * FROM bead_segment)" +
            joined,
        "WITH bead AS (SELECT id, confidence FROM reviewed_bead WHERE alignment = ?), part AS (SELECT * FROM "
        "reviewed_bead_segment)" +
            joined}) {
    beads.clear();
    SQLite::Statement select(raw, what);
    select.bind(1, id);
    while (select.executeStep()) {
      auto& [words, confidence] = beads[select.getColumn(0).getInt64()];
      words += " " + select.getColumn(2).getString() + " " + select.getColumn(3).getString();
      confidence = select.getColumn(1).getDouble();
    }
    for (const auto& [bead, value] : beads) shown.emplace_back(value.first, value.second);
  }
  std::sort(shown.begin(), shown.end());
  return shown;
}

Shown loaded_beads(const ProjectDatabase& project, AlignmentId id) {
  Shown shown;
  for (const Bead& bead : project.load(id).alignment.beads) {
    std::string words;
    for (const std::size_t i : bead.source) words += " source " + std::to_string(i);
    for (const std::size_t i : bead.target) words += " target " + std::to_string(i);
    if (!words.empty()) shown.emplace_back(words, bead.confidence);
  }
  std::sort(shown.begin(), shown.end());
  return shown;
}

class SegmentIndexOf : public testing::Test {
 protected:
  void expect_in_step(const ProjectDatabase& project, const std::string& path) const {
    EXPECT_EQ(indexed_words(path), scanned_words(path));
    for (const auto& summary : project.list_alignments()) {
      EXPECT_EQ(kept_beads(path, summary.id), loaded_beads(project, summary.id)) << "alignment " << summary.id;
    }
  }

  tungse_tests::TemporaryDirectory directory_;
  std::string path_ = (directory_.path() / "project.db").string();
};

// A decision about beads as they stand, or about segments of any kind.
Decision random_decision(Dice& dice, const AlignedTexts& texts) {
  Decision decision{
      .verdict = dice.below(3) == 0 ? aligner::review::Verdict::rejected : aligner::review::Verdict::accepted,
      .by = "Lan",
      .at = monday};
  const auto& beads = texts.alignment.beads;
  if (!beads.empty() && dice.below(4) != 0) {
    const Bead& bead = beads[dice.below(beads.size())];
    decision.source = bead.source;
    decision.target = bead.target;
  } else {
    if (texts.alignment.source_count > 0) decision.source = {dice.below(texts.alignment.source_count)};
    if (texts.alignment.target_count > 0) decision.target = {dice.below(texts.alignment.target_count)};
  }
  return decision;
}

TEST_F(SegmentIndexOf, RandomProjectsEqualsAScanWhateverIsDone) {
  Dice dice(7);
  std::size_t edits = 0;
  for (int round = 0; round < 12; ++round) {
    const std::string path = (directory_.path() / (std::to_string(round) + ".db")).string();
    ProjectDatabase project = ProjectDatabase::open(path, OpenMode::create_or_open);
    std::vector<AlignedTexts> texts = {store_tests::random_texts(dice), treaty()};
    std::vector<AlignmentId> ids;
    for (const AlignedTexts& one : texts) ids.push_back(project.save(one, monday, "0.1.0"));
    for (int step = 0; step < 14; ++step) {
      const std::size_t which = dice.below(ids.size());
      try {
        switch (dice.below(4)) {
          case 0:  // aligned anew, perhaps with another end
            if (!texts[which].alignment.beads.empty() && texts[which].alignment.mode != aligner::align::Mode::parallel)
              texts[which].alignment.beads.pop_back();
            project.save(texts[which], monday, "0.1.0");
            break;
          case 1:
            project.edit(ids[which], [](const auto&, const auto& history) {
              return aligner::review::plan_undo(history, 1, {.by = "Lan", .at = monday, .note = ""});
            });
            break;
          default:
            project.add_decision(ids[which], random_decision(dice, project.load(ids[which])));
        }
      } catch (const Error&) {
        continue;  // nothing to undo, or pairs that cross: refused, and nothing changed
      }
    }

    expect_in_step(project, path);
    edits += project.count_edits();
  }
  EXPECT_GT(edits, 40U);
}

TEST_F(SegmentIndexOf, AlignmentsInAnotherCutFollowsDecisionsAboutTheSameTexts) {
  ProjectDatabase project = ProjectDatabase::open(path_, OpenMode::create_or_open);
  const AlignmentId fine = project.save(treaty(), monday, "0.1.0");
  AlignedTexts coarse = treaty();
  auto& cut = coarse.target.segmentation.segments;
  cut[1].span.end = cut[2].span.end;
  cut.pop_back();
  coarse.alignment.beads = {{.source = {0}, .target = {0}}, {.source = {1, 2}, .target = {1}}};
  coarse.alignment.target_count = 2;
  project.save(coarse, monday, "0.1.0");

  project.add_decision(fine, {.source = {0}, .target = {0}, .by = "Lan", .at = monday});

  expect_in_step(project, path_);
}

TEST_F(SegmentIndexOf, AnOldDatabaseIsAsItWasWhenItsMakingIsStopped) {
  const std::string folder = std::string(TUNGSE_SOURCE_DIR) + "/tests/store/old_versions/";
  SQLite::Database(path_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(tungse_tests::read_bytes(folder + "version_5.sql"));

  EXPECT_THROW(aligner::store::migrate_file(path_, [](double) { return false; }), Error);

  EXPECT_EQ(aligner::store::read_file_info(path_).schema, 5);
  EXPECT_EQ(aligner::store::migrate_file(path_).from, 5);
  EXPECT_EQ(indexed_words(path_), scanned_words(path_));
}

TEST_F(SegmentIndexOf, ADatabaseIsCheckedWithTheRest) {
  ProjectDatabase::open(path_, OpenMode::create_or_open).save(treaty(), monday, "0.1.0");
  EXPECT_THAT(aligner::store::find_faults(path_).sentences, IsEmpty());

  SQLite::Database(path_, SQLite::OPEN_READWRITE).exec("INSERT INTO segment_words (rowid, words) VALUES (2, 'added_')");

  EXPECT_THAT(aligner::store::find_faults(path_).sentences,
              testing::ElementsAre(testing::HasSubstr("the index of words does not agree")));
}

TEST_F(SegmentIndexOf, ADatabaseIsAFaultWhereItsPagesAreBroken) {
  ProjectDatabase::open(path_, OpenMode::create_or_open).save(treaty(), monday, "0.1.0");
  SQLite::Database(path_, SQLite::OPEN_READWRITE)
      .exec("UPDATE segment_words_data SET block = zeroblob(length(block)) WHERE id > 10");

  EXPECT_THAT(aligner::store::find_faults(path_).sentences,
              testing::Contains(testing::HasSubstr("the index of words does not agree")));
}

class OldDatabase : public testing::TestWithParam<std::string> {};

TEST_P(OldDatabase, IsIndexedWhenItIsBroughtUpToDate) {
  tungse_tests::TemporaryDirectory directory;
  const std::string path = (directory.path() / "old.db").string();
  const std::string folder = std::string(TUNGSE_SOURCE_DIR) + "/tests/store/old_versions/";
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(tungse_tests::read_bytes(folder + GetParam()));

  const ProjectDatabase project = ProjectDatabase::open(path, OpenMode::open_existing);

  EXPECT_EQ(indexed_words(path), scanned_words(path));
  for (const auto& summary : project.list_alignments()) {
    EXPECT_EQ(kept_beads(path, summary.id), loaded_beads(project, summary.id));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Dumps, OldDatabase,
    testing::ValuesIn(tungse_tests::list_files(std::string(TUNGSE_SOURCE_DIR) + "/tests/store/old_versions", ".sql")),
    [](const auto& dump) { return tungse_tests::test_name(dump.param); });

}  // namespace
