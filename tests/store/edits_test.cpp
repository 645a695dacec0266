#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "aligner/error.h"
#include "aligner/review/plan_edit.h"
#include "aligner/store/project_database.h"

#include "tests/store/sample_texts.h"
#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

using aligner::Error;
using aligner::align::AlignedTexts;
using aligner::align::Alignment;
using aligner::align::Bead;
using aligner::align::Mode;
using aligner::review::Edit;
using aligner::review::EditKind;
using aligner::review::find_groups;
using aligner::review::PairGroups;
using aligner::store::AlignmentId;
using aligner::store::OpenMode;
using aligner::store::ProjectDatabase;
using aligner::store::Reviewed;
using store_tests::monday;
using store_tests::treaty;
using store_tests::treaty_cut_otherwise;
using store_tests::treaty_links;
using store_tests::tuesday;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

using Group = std::vector<std::size_t>;
using History = std::vector<Edit>;

const aligner::review::Editor lan{.by = "Lan", .at = monday, .note = "read both"};

class StoredEdit : public testing::Test {
 protected:
  Edit accept(const std::vector<PairGroups>& pairs) {
    return project_
        .edit(id_, [&](const Alignment& now, const History&) { return std::vector{plan_accept(now, pairs, lan)}; })
        .at(0);
  }
  Edit join(std::size_t a, std::size_t b) {
    return project_
        .edit(id_,
              [&](const Alignment& now, const History&) {
                const std::vector<PairGroups> pairs{find_groups(now, {.number = a}), find_groups(now, {.number = b})};
                return std::vector{plan_join(now, pairs, lan)};
              })
        .at(0);
  }
  History undo(std::size_t steps) {
    return project_.edit(id_, [&](const Alignment&, const History& history) {
      return plan_undo(history, steps, {.by = "An", .at = tuesday});
    });
  }
  History redo(std::size_t steps) {
    return project_.edit(id_, [&](const Alignment&, const History& history) {
      return plan_redo(history, steps, {.by = "An", .at = tuesday});
    });
  }
  std::vector<Bead> beads() { return project_.load(id_).alignment.beads; }

  tungse_tests::TemporaryDirectory directory_;
  std::string path_ = (directory_.path() / "project.db").string();
  ProjectDatabase project_ = ProjectDatabase::open(path_, OpenMode::create_or_open);
  AlignmentId id_ = project_.save(treaty(), monday, "0.1.0");
};

TEST_F(StoredEdit, ComesBackAsItWasMade) {
  const Edit joined = join(1, 2);

  EXPECT_EQ(joined.id, 1);
  EXPECT_THAT(project_.edits_for(id_), ElementsAre(joined));
  EXPECT_EQ(project_.count_edits(), 1u);
}

TEST_F(StoredEdit, IsPlannedOnTheAlignmentAsItStands) {
  join(1, 2);

  join(1, 2);  // the first is the joined one now

  EXPECT_THAT(beads(), SizeIs(1));
}

TEST_F(StoredEdit, UndoneLeavesTheMachinesAlignment) {
  join(1, 2);
  join(1, 2);

  const History undone = undo(2);

  EXPECT_THAT(undone, SizeIs(2));
  EXPECT_EQ(undone[0].earlier, 2);
  EXPECT_EQ(project_.load(id_), treaty());
  EXPECT_THAT(project_.decisions_for(id_), IsEmpty());
}

TEST_F(StoredEdit, RedoneIsAsItWas) {
  join(1, 2);
  const std::vector<Bead> before = beads();
  undo(1);

  redo(1);

  EXPECT_EQ(beads(), before);
  EXPECT_THAT(project_.edits_for(id_), SizeIs(3));
}

TEST_F(StoredEdit, IsKeptWhenItIsUndone) {
  const Edit joined = join(1, 2);
  undo(1);

  const History history = project_.edits_for(id_);

  ASSERT_THAT(history, SizeIs(2));
  EXPECT_EQ(history[0], joined);
  EXPECT_EQ(history[1].kind, EditKind::undo);
  EXPECT_EQ(history[1].by, "An");
}

TEST_F(StoredEdit, ANoteRemembersItsPair) {
  project_.edit(id_, [](const Alignment& now, const History&) { return std::vector{plan_note(now, {{1}, {1}}, lan)}; });

  const History history = project_.edits_for(id_);

  EXPECT_EQ(history.at(0).source, Group{1});
  EXPECT_EQ(history.at(0).target, Group{1});
  EXPECT_EQ(project_.load(id_), treaty());
}

TEST_F(StoredEdit, OfAPlanThatFailsNothingIsKept) {
  EXPECT_THROW(project_.edit(id_,
                             [](const Alignment& now, const History&) {
                               const std::vector<PairGroups> good{{{1}, {1}}};
                               Edit bad{.decisions = {{.source = {0}, .target = {2}}}, .by = "Lan", .at = monday};
                               return std::vector{plan_accept(now, good, lan), bad};
                             }),
               Error);

  EXPECT_THAT(project_.edits_for(id_), IsEmpty());
}

TEST_F(StoredEdit, NeedsAPersonAndATime) {
  const auto refused = [&](const Edit& edit) {
    EXPECT_THROW(project_.edit(id_, [&](const Alignment&, const History&) { return std::vector{edit}; }), Error);
  };

  refused({.kind = EditKind::undo, .earlier = 1, .by = "", .at = monday});
  refused({.kind = EditKind::undo, .earlier = 1, .by = "Lan", .at = "yesterday"});
  refused({.kind = EditKind::undo, .earlier = 77, .by = "Lan", .at = monday});
}

TEST_F(StoredEdit, IsFoundAgainInAnotherCutOfTheTexts) {
  accept({{{0, 1}, {0}}});
  const AlignmentId other = project_.save(treaty_cut_otherwise(), tuesday, "0.1.0");

  const History history = project_.edits_for(other);

  EXPECT_EQ(history.at(0).decisions.at(0).source, Group{0});
  EXPECT_TRUE(history.at(0).has_place);
}

TEST_F(StoredEdit, WithoutAPlaceInACutSaysSo) {
  accept({{{1}, {1}}});
  const AlignmentId other = project_.save(treaty_cut_otherwise(), tuesday, "0.1.0");

  EXPECT_FALSE(project_.edits_for(other).at(0).has_place);
  EXPECT_EQ(project_.count_unplaced_decisions(other), 1u);
}

TEST_F(StoredEdit, UndoneIsNotMissedInAnotherCut) {
  accept({{{1}, {1}}});
  undo(1);
  const AlignmentId other = project_.save(treaty_cut_otherwise(), tuesday, "0.1.0");

  EXPECT_EQ(project_.count_unplaced_decisions(other), 0u);
}

TEST_F(StoredEdit, OfOneModeIsNoneOfTheOther) {
  accept({{{1}, {1}}});
  const AlignmentId links = project_.save(treaty_links(), tuesday, "0.1.0");

  EXPECT_THAT(project_.edits_for(links), IsEmpty());
}

TEST_F(StoredEdit, GivesTheAcceptedPairsBeforeTextsAreAligned) {
  accept({{{0}, {0}}, {{1, 2}, {1}}});
  const AlignedTexts same = treaty();
  const AlignedTexts otherwise = treaty_cut_otherwise();

  const std::vector<Bead> accepted = project_.accepted_beads(same.source, same.target, Mode::parallel);

  ASSERT_THAT(accepted, SizeIs(2));
  EXPECT_EQ(accepted[1].source, Group({1, 2}));
  EXPECT_EQ(accepted[1].confidence, 1);
  EXPECT_THAT(project_.accepted_beads(otherwise.source, otherwise.target, Mode::parallel), IsEmpty());
  EXPECT_THAT(project_.accepted_beads(same.source, same.target, Mode::comparable), IsEmpty());
  EXPECT_THAT(project_.accepted_beads(same.target, same.source, Mode::parallel), IsEmpty());
}

TEST_F(StoredEdit, GivesAcceptedPairsInACutThatIsNotStored) {
  accept({{{0, 1}, {0, 1}}});
  const AlignedTexts otherwise = treaty_cut_otherwise();

  const std::vector<Bead> accepted = project_.accepted_beads(otherwise.source, otherwise.target, Mode::parallel);

  ASSERT_THAT(accepted, SizeIs(1));
  EXPECT_EQ(accepted[0].source, Group{0});
}

TEST(OldDecisions, AreEditsOfTheirOwn) {
  tungse_tests::TemporaryDirectory directory;
  const std::string path = (directory.path() / "old.db").string();
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec(tungse_tests::read_bytes(std::string(TUNGSE_SOURCE_DIR) + "/tests/store/old_versions/version_4.sql"));

  ProjectDatabase project = ProjectDatabase::open(path, OpenMode::open_existing);
  const History history = project.edits_for(1);

  ASSERT_THAT(history, SizeIs(2));
  EXPECT_EQ(history[0].kind, EditKind::accept);
  EXPECT_EQ(history[0].by, "Lan");
  EXPECT_EQ(history[0].note, "read both");
  EXPECT_EQ(history[1].kind, EditKind::reject);
  EXPECT_THAT(project.decisions_for(1), SizeIs(2));
  project.edit(1, [](const Alignment&, const History& all) { return plan_undo(all, 2, lan); });
  EXPECT_THAT(project.decisions_for(1), IsEmpty());
}

}  // namespace
