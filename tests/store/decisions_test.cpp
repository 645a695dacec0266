#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "aligner/error.h"
#include "aligner/store/project_database.h"

#include "tests/store/sample_texts.h"
#include "tests/support/temporary_directory.h"

using aligner::Error;
using aligner::align::AlignedTexts;
using aligner::review::Decision;
using aligner::review::Verdict;
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

namespace {

using Group = std::vector<std::size_t>;

Decision accepted(Group source, Group target) {
  return {.source = std::move(source), .target = std::move(target), .by = "Lan", .at = monday, .note = "surely"};
}

Decision rejected(Group source, Group target) {
  Decision decision = accepted(std::move(source), std::move(target));
  decision.verdict = Verdict::rejected;
  return decision;
}

class StoredDecision : public testing::Test {
 protected:
  tungse_tests::TemporaryDirectory directory_;
  ProjectDatabase project_ = ProjectDatabase::open(directory_.path() / "project.db", OpenMode::create_or_open);
  AlignmentId id_ = project_.save(treaty(), monday, "0.1.0");

  std::string refusal_of(const Decision& decision) {
    try {
      project_.add_decision(id_, decision);
      return "";
    } catch (const Error& error) {
      return error.what();
    }
  }
};

TEST_F(StoredDecision, IsNotKeptTwiceAmongMany) {
  const std::vector<Decision> decisions{accepted({0, 1}, {0, 1}), rejected({2}, {2}), accepted({0, 1}, {0, 1})};

  EXPECT_EQ(project_.add_decisions(id_, decisions), 2U);
  EXPECT_EQ(project_.add_decisions(id_, decisions), 0U);
  EXPECT_THAT(project_.decisions_for(id_), ElementsAre(decisions[0], decisions[1]));
  EXPECT_THROW(project_.add_decisions(id_, {accepted({7}, {0})}), Error);
}

TEST_F(StoredDecision, ComesBackAsItWasMade) {
  project_.add_decision(id_, accepted({0, 1}, {0}));
  project_.add_decision(id_, rejected({2}, {2}));

  EXPECT_THAT(project_.decisions_for(id_), ElementsAre(accepted({0, 1}, {0}), rejected({2}, {2})));
}

TEST_F(StoredDecision, IsAppliedOnLoading) {
  project_.add_decision(id_, accepted({0, 1}, {0, 1}));

  const AlignedTexts texts = project_.load(id_);

  EXPECT_EQ(texts.alignment.beads[0].source, Group({0, 1}));
  EXPECT_EQ(texts.alignment.beads[0].confidence, 1);
}

TEST_F(StoredDecision, LeavesWhatTheMachineSaid) {
  project_.add_decision(id_, accepted({0, 1}, {0, 1}));

  EXPECT_EQ(project_.load(id_, Reviewed::no), treaty());
}

TEST_F(StoredDecision, OutlivesANewAlignmentOfTheSameTexts) {
  project_.add_decision(id_, accepted({0, 1}, {0, 1}));
  AlignedTexts other = treaty();
  other.alignment.beads = {{.source = {0}, .target = {}}, {.source = {1, 2}, .target = {0, 1, 2}}};

  project_.save(other, tuesday, "0.2.0");

  EXPECT_THAT(project_.decisions_for(id_), ElementsAre(accepted({0, 1}, {0, 1})));
  EXPECT_EQ(project_.load(id_).alignment.beads[0].source, Group({0, 1}));
  EXPECT_EQ(project_.list_alignments()[0].decision_count, 1u);
}

TEST_F(StoredDecision, IsFoundAgainInAnotherCutOfTheTexts) {
  project_.add_decision(id_, accepted({0, 1}, {0}));
  project_.add_decision(id_, accepted({2}, {1, 2}));

  const AlignmentId other = project_.save(treaty_cut_otherwise(), tuesday, "0.1.0");

  EXPECT_THAT(project_.decisions_for(other), ElementsAre(accepted({0}, {0}), accepted({1}, {1, 2})));
  EXPECT_EQ(project_.count_unplaced_decisions(other), 0u);
}

TEST_F(StoredDecision, FromAMergedCutIsFoundAgainInAFinerOne) {
  const AlignmentId merged = project_.save(treaty_cut_otherwise(), tuesday, "0.1.0");

  project_.add_decision(merged, accepted({0}, {0}));

  EXPECT_THAT(project_.decisions_for(id_), ElementsAre(accepted({0, 1}, {0})));
}

TEST_F(StoredDecision, WithoutAPlaceInAnotherCutIsKeptAndCounted) {
  project_.add_decision(id_, accepted({1}, {1}));

  const AlignmentId other = project_.save(treaty_cut_otherwise(), tuesday, "0.1.0");

  EXPECT_THAT(project_.decisions_for(other), IsEmpty());
  EXPECT_EQ(project_.count_unplaced_decisions(other), 1u);
  EXPECT_EQ(project_.load(other), treaty_cut_otherwise());
  EXPECT_THAT(project_.decisions_for(id_), ElementsAre(accepted({1}, {1})));
}

TEST_F(StoredDecision, OfAnotherCutGivesWayWhereItWouldCrossALaterOne) {
  project_.add_decision(id_, accepted({1}, {2}));  // has no place in the merged cut, so nothing crosses there
  const AlignmentId merged = project_.save(treaty_cut_otherwise(), tuesday, "0.1.0");
  project_.add_decision(merged, accepted({1}, {0}));

  EXPECT_THAT(project_.decisions_for(id_), ElementsAre(accepted({2}, {0})));
  EXPECT_EQ(project_.count_unplaced_decisions(id_), 1u);
  EXPECT_NO_THROW(project_.load(id_));
}

TEST_F(StoredDecision, HoldsInTheModeItWasMadeIn) {
  const AlignmentId links = project_.save(treaty_links(), monday, "0.1.0");

  project_.add_decision(links, rejected({0}, {0}));

  EXPECT_THAT(project_.decisions_for(id_), IsEmpty());
  EXPECT_EQ(project_.load(links).alignment.beads.size(), 1u);
}

TEST_F(StoredDecision, ThatCrossesAnEarlierOneIsRefusedAndNotKept) {
  project_.add_decision(id_, accepted({0}, {2}));

  EXPECT_THAT(refusal_of(accepted({2}, {0})), HasSubstr("crosses"));

  EXPECT_THAT(project_.decisions_for(id_), ElementsAre(accepted({0}, {2})));
}

// The treaty with its last sentence in front in English: 0-1, 1-2, and 2-0 moved.
AlignedTexts treaty_with_move() {
  AlignedTexts texts = treaty();
  texts.alignment.beads[0].target = {1};
  texts.alignment.beads[1].target = {2};
  texts.alignment.beads[2].target = {0};
  texts.alignment.beads[2].moved = true;
  return texts;
}

TEST_F(StoredDecision, ForAMovedPairStandsBesideOnesThatItCrosses) {
  project_.save(treaty_with_move(), tuesday, "0.1.0");

  project_.add_decision(id_, accepted({0}, {1}));
  project_.add_decision(id_, accepted({2}, {0}));

  const auto beads = project_.load(id_).alignment.beads;
  ASSERT_EQ(beads.size(), 3u);
  EXPECT_EQ(beads[0].confidence, 1);
  EXPECT_EQ(beads[2].confidence, 1);
  EXPECT_TRUE(beads[2].moved);
}

TEST_F(StoredDecision, ForAMovedPairGivesWayWhereTheMachineNoLongerFindsItMovedAndALaterOneCrosses) {
  project_.save(treaty_with_move(), tuesday, "0.1.0");
  project_.add_decision(id_, accepted({2}, {0}));
  project_.add_decision(id_, accepted({0}, {1}));

  project_.save(treaty(), tuesday, "0.1.0");

  EXPECT_EQ(project_.count_unplaced_decisions(id_), 1u);
  EXPECT_EQ(project_.load(id_).alignment.beads[1].target, Group{1});
}

TEST_F(StoredDecision, AboutASegmentThatIsNotThereIsRefused) {
  EXPECT_THAT(refusal_of(accepted({3}, {0})), HasSubstr("there are 3"));
}

TEST_F(StoredDecision, NeedsAPersonAndATime) {
  Decision nobody = accepted({0}, {0});
  nobody.by.clear();
  Decision never = accepted({0}, {0});
  never.at = "soon";

  EXPECT_THAT(refusal_of(nobody), HasSubstr("who decided"));
  EXPECT_THAT(refusal_of(never), HasSubstr("no time in UTC"));
}

TEST_F(StoredDecision, AboutAnAlignmentThatIsNotThereIsRefused) {
  EXPECT_THROW(project_.add_decision(99, accepted({0}, {0})), Error);
  EXPECT_THROW(project_.decisions_for(99), Error);
}

TEST_F(StoredDecision, CanBeTakenBackByALaterOne) {
  project_.add_decision(id_, rejected({1}, {1}));
  project_.add_decision(id_, accepted({1}, {1}));

  const AlignedTexts texts = project_.load(id_);

  EXPECT_EQ(texts.alignment.beads.size(), 3u);
  EXPECT_EQ(texts.alignment.beads[1].confidence, 1);
  EXPECT_EQ(texts.alignment.beads[1].evidence, treaty().alignment.beads[1].evidence);
}

}  // namespace
