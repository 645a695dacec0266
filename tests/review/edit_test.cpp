#include "aligner/review/edit.h"

#include <string>

#include <gmock/gmock.h>

#include "aligner/error.h"
#include "aligner/review/pair_notation.h"
#include "aligner/review/plan_edit.h"

#include "tests/review/bead_notation.h"
#include "tests/review/edit_script.h"
#include "tests/support/case_file.h"

using aligner::Error;
using aligner::align::Alignment;
using aligner::align::Mode;
using aligner::review::Edit;
using aligner::review::EditKind;
using aligner::review::PairGroups;
using aligner::review::parse_pair;
using review_tests::Desk;
using review_tests::notation;
using testing::ElementsAre;
using testing::HasSubstr;
using tungse_tests::Case;
using tungse_tests::read_cases;

namespace {

Alignment machine_of(const Case& row) {
  const Mode mode = row.fields[0] == "parallel" ? Mode::parallel : Mode::comparable;
  Alignment machine = review_tests::alignment(mode, row.fields[1]);
  if (mode == Mode::comparable) machine.source_count = machine.target_count = 10;
  return machine;
}

TEST(Edit, LeavesTheBeadsThatTheCaseFileSays) {
  for (const Case& row : read_cases(std::string(TUNGSE_CASES) + "/edits.tsv")) {
    ASSERT_EQ(row.fields.size(), 4u) << row.where();
    Desk desk(machine_of(row));

    ASSERT_NO_THROW(desk.run(row.fields[2])) << row.where();

    EXPECT_EQ(notation(desk.now().beads), row.fields[3]) << row.where();
  }
}

TEST(Edit, IsRefusedAsTheCaseFileSays) {
  for (const Case& row : read_cases(std::string(TUNGSE_CASES) + "/refused_edits.tsv")) {
    ASSERT_EQ(row.fields.size(), 4u) << row.where();
    Desk desk(machine_of(row));
    std::string message;
    try {
      desk.run(row.fields[2]);
    } catch (const Error& error) {
      message = error.what();
    }

    EXPECT_THAT(message, HasSubstr(row.fields[3])) << row.where();
  }
}

TEST(Edit, KeepsWhoWhenAndWhyWithEveryDecision) {
  Desk desk(review_tests::alignment(Mode::parallel, "0,1-0,1"));

  desk.run("split 1 1:1");

  const Edit& edit = desk.history().at(0);
  ASSERT_EQ(edit.decisions.size(), 2u);
  for (const auto& decision : edit.decisions) {
    EXPECT_EQ(decision.by, "Lan");
    EXPECT_EQ(decision.at, "2026-03-01T09:30:00Z");
    EXPECT_EQ(decision.note, "why");
  }
}

TEST(Edit, UndoSaysWhichEditItTakesBack) {
  Desk desk(review_tests::alignment(Mode::parallel, "0-0 1-1"));

  desk.run("accept 1; note 2; undo 2");

  EXPECT_EQ(desk.history()[2].earlier, 2);
  EXPECT_EQ(desk.history()[3].earlier, 1);
  EXPECT_THAT(find_holding(desk.history()), ElementsAre(false, false, false, false));
}

TEST(Edit, ThatTakesBackWhatIsNotInTheHistoryCountsAsNothing) {
  std::vector<Edit> history{{.id = 1}, {.id = 2, .kind = EditKind::undo, .earlier = 77}};

  EXPECT_THAT(find_holding(history), ElementsAre(true, false));
}

TEST(Edit, ANoteNeedsWords) {
  const Alignment alignment = review_tests::alignment(Mode::parallel, "0-0");

  EXPECT_THROW(aligner::review::plan_note(alignment, {{0}, {0}}, {.by = "Lan", .at = "2026-03-01T09:30:00Z"}), Error);
}

TEST(PairNotation, IsANumberOrSegments) {
  EXPECT_EQ(parse_pair("12").value().number, 12u);
  EXPECT_EQ(parse_pair("58:69,70").value().groups, (PairGroups{{58}, {69, 70}}));
  EXPECT_EQ(parse_pair("[58]:[69, 70]").value().groups, (PairGroups{{58}, {69, 70}}));
  EXPECT_EQ(parse_pair(" [58] : [70,69] ").value().groups, (PairGroups{{58}, {69, 70}}));
  EXPECT_EQ(parse_pair("3-5,7:").value().groups, (PairGroups{{3, 4, 5, 7}, {}}));
  EXPECT_EQ(parse_pair("[]:[6]").value().groups, (PairGroups{{}, {6}}));
  EXPECT_EQ(notation(PairGroups{{58}, {69, 70}}), "[58]:[69, 70]");
}

TEST(PairNotation, RefusesWhatIsNone) {
  for (const char* text : {"",
                           " ",
                           "0",
                           "-1",
                           "x",
                           "1x",
                           "58:x",
                           ":",
                           "[]:[]",
                           "5-3:1",
                           "1,1:2",
                           "1,:2",
                           ",1:2",
                           "[1:2]",
                           "[1:2",
                           "1]:2",
                           "1:2:3",
                           "0-99999999:1",
                           "99999999999999999999",
                           "99999999999999999999:1",
                           "1 2:3",
                           "[:1",
                           "é:1",
                           "1.5:2"}) {
    EXPECT_FALSE(parse_pair(text)) << text;
  }
}

}  // namespace
