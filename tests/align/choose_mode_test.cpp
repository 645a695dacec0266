#include "aligner/align/choose_mode.h"

#include <ostream>
#include <span>
#include <string>

#include <gtest/gtest.h>

#include "aligner/align/align_parallel.h"

#include "tests/support/toy_bitext.h"

namespace aligner::align {
namespace {

using tungse_tests::make_toy_bitext;
using tungse_tests::ToyBitext;

ModeDecision decide(const ToyBitext& toy) {
  const score::AnchoredBitext view = toy.view();
  return choose_mode(align_parallel(std::span(&view, 1), {}, {}).at(0));
}

TEST(ChooseMode, TranslationsAreParallel) {
  const ModeDecision decision = decide(make_toy_bitext({.sentences = 60, .merges = true, .deleted = 6}));

  EXPECT_EQ(decision.mode, Mode::parallel) << decision.reason;
  EXPECT_GT(decision.sure_share, 0.8);
}

TEST(ChooseMode, UnrelatedTextsAreComparable) {
  const ModeDecision decision = decide(make_toy_bitext({.sentences = 60, .unrelated = true}));

  EXPECT_EQ(decision.mode, Mode::comparable) << decision.reason;
}

Alignment one_bead(double confidence) {
  Alignment alignment;
  alignment.source_count = 1;
  alignment.target_count = 10;
  Bead bead;
  bead.source = {0};
  bead.target = {4};
  bead.confidence = confidence;
  alignment.beads = {bead};
  return alignment;
}

TEST(ChooseMode, AnExcerptOfALongTextIsParallelToIt) {
  // One segment has a sure counterpart; the other text has nine more that cannot have one.
  const ModeDecision decision = choose_mode(one_bead(0.99));

  EXPECT_EQ(decision.mode, Mode::parallel);
  EXPECT_EQ(decision.sure_share, 1);
}

TEST(ChooseMode, BeadsThatAreNotSureAreNoSupport) {
  const ModeDecision decision = choose_mode(one_bead(0.2));

  EXPECT_EQ(decision.mode, Mode::comparable);
  EXPECT_EQ(decision.sure_share, 0);
}

TEST(ChooseMode, SureGapsAreNoSupport) {
  Alignment alignment = one_bead(0.99);
  alignment.beads[0].target.clear();

  EXPECT_EQ(choose_mode(alignment).mode, Mode::comparable);
}

// Beads in a row: "P" a sure pair, "s" a gap of the source, "t" one of the target.
struct Row {
  const char* name;
  const char* beads;
  Mode mode;
  const char* why;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.beads << " (" << row.why << ")"; }

class RowOfBeads : public testing::TestWithParam<Row> {};

TEST_P(RowOfBeads, HasItsMode) {
  Alignment alignment;
  for (const char kind : std::string(GetParam().beads)) {
    Bead bead;
    bead.confidence = 0.99;
    if (kind != 't') bead.source = {alignment.source_count++};
    if (kind != 's') bead.target = {alignment.target_count++};
    alignment.beads.push_back(bead);
  }

  const ModeDecision decision = choose_mode(alignment);

  EXPECT_EQ(decision.mode, GetParam().mode) << decision.reason;
}

INSTANTIATE_TEST_SUITE_P(
    ChooseMode, RowOfBeads,
    testing::Values(Row{"Whole", "PPPPPPPP", Mode::parallel, "a translation"},
                    Row{"Excerpt", "ttttPPPPtttt", Mode::parallel, "one text is a part of the other"},
                    Row{"Inserted", "PPPPPssssttttPPPPPssssttttPPPPP", Mode::parallel,
                        "foreign blocks in both; two thirds correspond, in runs"},
                    Row{"Deleted", "PPsPPPsPtPPtPPsPPt", Mode::parallel, "single sentences are left out on both sides"},
                    Row{"Scattered", "PssttPssttPssttPsstt", Mode::comparable, "a third corresponds, nowhere in a run"},
                    Row{"Rare", "ssssPttttssssttttPsssstttt", Mode::comparable, "a tenth corresponds"},
                    Row{"Nothing", "sssstttt", Mode::comparable, "no pair at all"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(ChooseMode, SaysWhatWasMeasured) {
  const ModeDecision decision = decide(make_toy_bitext({.sentences = 20}));

  const long percent = static_cast<long>(100 * decision.sure_share + 0.5);
  EXPECT_NE(decision.reason.find(std::to_string(percent) + " %"), std::string::npos) << decision.reason;
}

TEST(ChooseMode, EmptyTextsDoNotDivideByNought) {
  const ModeDecision decision = choose_mode({});

  EXPECT_EQ(decision.sure_share, 0);
  EXPECT_FALSE(decision.reason.empty());
}

}  // namespace
}  // namespace aligner::align
