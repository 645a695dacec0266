#include "aligner/review/decision.h"

#include <string>

#include <gmock/gmock.h>

#include "aligner/error.h"

#include "tests/review/bead_notation.h"
#include "tests/support/case_file.h"

using aligner::Error;
using aligner::align::Alignment;
using aligner::align::Mode;
using aligner::review::apply_decisions;
using aligner::review::Verdict;
using review_tests::alignment;
using review_tests::decisions;
using review_tests::notation;
using tungse_tests::Case;
using tungse_tests::read_cases;

namespace {

std::string cases(const std::string& name) { return std::string(TUNGSE_CASES) + "/" + name; }

std::string message_of(Mode mode, const std::string& machine, const std::string& decided) {
  try {
    apply_decisions(alignment(mode, machine), decisions(decided));
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(Decision, LeavesParallelTextsAsTheCaseFileSays) {
  for (const Case& row : read_cases(cases("parallel.tsv"))) {
    ASSERT_EQ(row.fields.size(), 3u) << row.where();

    const Alignment reviewed = apply_decisions(alignment(Mode::parallel, row.fields[0]), decisions(row.fields[1]));

    EXPECT_EQ(notation(reviewed.beads), row.fields[2]) << row.where();
    EXPECT_NO_THROW(check_alignment(reviewed)) << row.where();
  }
}

TEST(Decision, LeavesComparableTextsAsTheCaseFileSays) {
  for (const Case& row : read_cases(cases("comparable.tsv"))) {
    ASSERT_EQ(row.fields.size(), 3u) << row.where();
    Alignment machine = alignment(Mode::comparable, row.fields[0]);
    machine.source_count = 10;
    machine.target_count = 10;

    const Alignment reviewed = apply_decisions(machine, decisions(row.fields[1]));

    EXPECT_EQ(notation(reviewed.beads), row.fields[2]) << row.where();
    EXPECT_NO_THROW(check_alignment(reviewed)) << row.where();
  }
}

TEST(Decision, IsRefusedAsTheCaseFileSays) {
  for (const Case& row : read_cases(cases("refused.tsv"))) {
    ASSERT_EQ(row.fields.size(), 4u) << row.where();
    const Mode mode = row.fields[0] == "parallel" ? Mode::parallel : Mode::comparable;

    EXPECT_THAT(message_of(mode, row.fields[1], row.fields[2]), testing::HasSubstr(row.fields[3])) << row.where();
  }
}

TEST(Decision, GivesAnAcceptedBeadConfidenceOneAndKeepsTheMachinesReasonsForIt) {
  const Alignment reviewed = apply_decisions(alignment(Mode::parallel, "0-0 1-1"), decisions("1-1"));

  EXPECT_EQ(reviewed.beads[1].confidence, 1);
  EXPECT_EQ(reviewed.beads[1].cost, 1);
  EXPECT_EQ(reviewed.beads[1].evidence.size(), 1u);
}

TEST(Decision, LeavesTheConfidenceOfOtherBeadsAlone) {
  const Alignment machine = alignment(Mode::parallel, "0-0 1-1 2-2");

  const Alignment reviewed = apply_decisions(machine, decisions("1-1"));

  EXPECT_EQ(reviewed.beads[0], machine.beads[0]);
  EXPECT_EQ(reviewed.beads[2], machine.beads[2]);
}

TEST(Decision, GivesABeadTheMachineDidNotMakeNoReasons) {
  const Alignment reviewed = apply_decisions(alignment(Mode::parallel, "0-0 1-1"), decisions("0,1-1"));

  EXPECT_EQ(notation(reviewed.beads), "-0 0,1-1");
  EXPECT_EQ(reviewed.beads[1].confidence, 1);
  EXPECT_EQ(reviewed.beads[1].cost, 0);
  EXPECT_TRUE(reviewed.beads[1].evidence.empty());
}

TEST(Decision, ClaimsNothingAboutSegmentsItSetsFree) {
  const Alignment reviewed = apply_decisions(alignment(Mode::parallel, "0-0 1-1"), decisions("!1-1"));

  EXPECT_EQ(reviewed.beads[1].confidence, 0);
  EXPECT_EQ(reviewed.beads[2].confidence, 0);
  EXPECT_TRUE(reviewed.beads[2].evidence.empty());
}

TEST(Decision, KeepsARejectedOneSidedBeadButNotItsConfidence) {
  const Alignment reviewed = apply_decisions(alignment(Mode::parallel, "0-0 1-"), decisions("!1-"));

  EXPECT_EQ(notation(reviewed.beads), "0-0 1-");
  EXPECT_EQ(reviewed.beads[1].confidence, 0);
}

TEST(Decision, KeepsTheGradeOfAnAcceptedLink) {
  Alignment machine = alignment(Mode::comparable, "0-0 1-1");
  machine.beads[1].grade = aligner::align::Grade::mostly;

  const Alignment reviewed = apply_decisions(machine, decisions("1-1"));

  EXPECT_EQ(reviewed.beads[0].grade, aligner::align::Grade::mostly);
}

TEST(Decision, IsNotAppliedToAnAlignmentThatBreaksItsOwnRules) {
  Alignment broken = alignment(Mode::parallel, "0-0 1-1");
  broken.source_count = 5;

  EXPECT_THROW(apply_decisions(broken, {}), Error);
}

TEST(Decision, NamesItsVerdicts) {
  EXPECT_EQ(to_string(Verdict::accepted), "accepted");
  EXPECT_EQ(to_string(Verdict::rejected), "rejected");
}

}  // namespace
