#include "aligner/align/alignment.h"

#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/error.h"

namespace aligner::align {
namespace {

// Three segments against two, in parallel mode: 0-0, 1,2-1.
Alignment parallel() {
  Alignment alignment;
  alignment.source_count = 3;
  alignment.target_count = 2;
  alignment.beads.resize(2);
  alignment.beads[0].source = {0};
  alignment.beads[0].target = {0};
  alignment.beads[1].source = {1, 2};
  alignment.beads[1].target = {1};
  return alignment;
}

Alignment comparable() {
  Alignment alignment = parallel();
  alignment.mode = Mode::comparable;
  alignment.beads[0].source = {2};
  alignment.beads[1].source = {0, 2};
  return alignment;
}

// Four segments against four: 0-0, 1-3 moved, 2-1, 3-, -2.
Alignment with_moved() {
  Alignment alignment;
  alignment.source_count = 4;
  alignment.target_count = 4;
  alignment.beads.resize(5);
  alignment.beads[0] = {.source = {0}, .target = {0}};
  alignment.beads[1] = {.source = {1}, .target = {3}, .moved = true};
  alignment.beads[2] = {.source = {2}, .target = {1}};
  alignment.beads[3] = {.source = {3}};
  alignment.beads[4] = {.target = {2}};
  return alignment;
}

// What check_alignment says; empty where all holds.
std::string complaint(const Alignment& alignment) {
  try {
    check_alignment(alignment);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

struct BrokenRule {
  std::string name;
  Alignment (*start)();
  std::function<void(Alignment&)> break_it;
  std::string bead;  // "bead 1", as the message must name it; empty where no single bead is to blame
};

std::vector<BrokenRule> broken_rules() {
  const double infinity = std::numeric_limits<double>::infinity();
  const double not_a_number = std::numeric_limits<double>::quiet_NaN();
  return {
      {"SourceOutOfOrder", parallel,
       [](Alignment& a) {
         a.beads[1].source = {2, 1};
       },
       "bead 1"},
      {"SourceTwice", parallel,
       [](Alignment& a) {
         a.beads[1].source = {1, 1};
       },
       "bead 1"},
      {"TargetTwice", comparable,
       [](Alignment& a) {
         a.beads[0].target = {1, 1};
       },
       "bead 0"},
      {"SourceBeyondTheText", parallel,
       [](Alignment& a) {
         a.beads[1].source = {1, 3};
       },
       "bead 1"},
      {"TargetBeyondTheText", comparable, [](Alignment& a) { a.beads[0].target = {2}; }, "bead 0"},
      {"BothSidesEmpty", parallel, [](Alignment& a) { a.beads.insert(a.beads.begin() + 1, Bead()); }, "bead 1"},
      {"NegativeCost", parallel, [](Alignment& a) { a.beads[0].cost = -0.1; }, "bead 0"},
      {"EndlessCost", parallel, [=](Alignment& a) { a.beads[1].cost = infinity; }, "bead 1"},
      {"CostIsNoNumber", parallel, [=](Alignment& a) { a.beads[1].cost = not_a_number; }, "bead 1"},
      {"ConfidenceAboveOne", parallel, [](Alignment& a) { a.beads[0].confidence = 1.01; }, "bead 0"},
      {"ConfidenceBelowNought", comparable, [](Alignment& a) { a.beads[1].confidence = -0.01; }, "bead 1"},
      {"ConfidenceIsNoNumber", parallel, [=](Alignment& a) { a.beads[0].confidence = not_a_number; }, "bead 0"},
      {"SourceSegmentLeftOut", parallel, [](Alignment& a) { a.beads[1].source = {2}; }, "bead 1"},
      {"TargetSegmentInTwoBeads", parallel, [](Alignment& a) { a.beads[1].target = {0}; }, "bead 1"},
      {"GroupWithAHole", parallel,
       [](Alignment& a) {
         a.beads[0].source = {0, 2};
       },
       "bead 0"},
      {"BeadsChangedPlaces", parallel, [](Alignment& a) { std::swap(a.beads[0], a.beads[1]); }, "bead 0"},
      {"EndsTooEarly", parallel, [](Alignment& a) { a.beads.pop_back(); }, ""},
      {"CrossesWithoutBeingMoved", with_moved, [](Alignment& a) { a.beads[1].moved = false; }, "bead 1"},
      {"MovedOutOfTheSourcesOrder", with_moved, [](Alignment& a) { std::swap(a.beads[1], a.beads[2]); }, "bead 1"},
      {"MovedWithoutTarget", with_moved, [](Alignment& a) { a.beads[1].target.clear(); }, "bead 1"},
      {"MovedWithoutSource", with_moved, [](Alignment& a) { a.beads[1].source.clear(); }, "bead 1"},
      {"MovedBeyondTheText", with_moved, [](Alignment& a) { a.beads[1].target = {4}; }, "bead 1"},
      {"MovedGroupWithAHole", with_moved,
       [](Alignment& a) {
         a.beads[1].target = {1, 3};
       },
       "bead 1"},
      {"MovedTargetInTwoMovedBeads", with_moved,
       [](Alignment& a) {
         a.beads[2].moved = true;
         a.beads[2].target = {3};
       },
       "bead 2"},
      {"MovedTargetInAnotherBead", with_moved, [](Alignment& a) { a.beads[4].target = {3}; }, "bead 4"},
      {"MovedLink", comparable, [](Alignment& a) { a.beads[1].moved = true; }, "bead 1"},
      {"LinkWithoutSource", comparable, [](Alignment& a) { a.beads[1].source.clear(); }, "bead 1"},
      {"LinkWithoutTarget", comparable, [](Alignment& a) { a.beads[0].target.clear(); }, "bead 0"},
  };
}

class BrokenRules : public testing::TestWithParam<BrokenRule> {};

TEST_P(BrokenRules, AreRefusedWithTheBeadNamed) {
  Alignment alignment = GetParam().start();
  ASSERT_EQ(complaint(alignment), "");

  GetParam().break_it(alignment);

  const std::string said = complaint(alignment);
  EXPECT_FALSE(said.empty());
  EXPECT_NE(said.find(GetParam().bead), std::string::npos) << said;
}

INSTANTIATE_TEST_SUITE_P(Alignment, BrokenRules, testing::ValuesIn(broken_rules()),
                         [](const auto& test) { return test.param.name; });

TEST(CheckAlignment, TakesAnEmptyAlignmentOfEmptyTexts) { EXPECT_EQ(complaint({}), ""); }

TEST(CheckAlignment, TakesBeadsWithOneSideInParallelMode) {
  Alignment alignment;
  alignment.source_count = 1;
  alignment.target_count = 1;
  alignment.beads.resize(2);
  alignment.beads[0].source = {0};
  alignment.beads[1].target = {0};

  EXPECT_EQ(complaint(alignment), "");
}

TEST(CheckAlignment, PassesOverMovedTargetsWhereverTheyStand) { EXPECT_EQ(complaint(with_moved()), ""); }

TEST(CheckAlignment, TakesMovedBeadsAtTheEndOfTheTarget) {
  Alignment alignment = parallel();
  alignment.beads[0] = {.source = {0}, .target = {1}, .moved = true};
  alignment.beads[1] = {.source = {1, 2}, .target = {0}};

  EXPECT_EQ(complaint(alignment), "");
}

TEST(CheckAlignment, TakesMovedBeadsThatWouldBeInOrderAsWell) {
  Alignment alignment = parallel();
  alignment.beads[1].moved = true;

  EXPECT_EQ(complaint(alignment), "");
}

TEST(CheckAlignment, TakesLinksThatCrossRepeatAndLeaveSegmentsOut) {
  Alignment links = comparable();
  links.beads.push_back(links.beads[0]);

  EXPECT_EQ(complaint(links), "");
}

TEST(CheckAlignment, TakesComparableTextsWithoutALink) {
  Alignment links = comparable();
  links.beads.clear();

  EXPECT_EQ(complaint(links), "");
}

TEST(AlignmentNames, AreThoseOfTheReport) {
  EXPECT_EQ(to_string(Grade::same), "same");
  EXPECT_EQ(to_string(Grade::mostly), "mostly");
  EXPECT_EQ(to_string(Grade::partly), "partly");
  EXPECT_EQ(to_string(Grade::related), "related");
  EXPECT_EQ(to_string(Mode::parallel), "parallel");
  EXPECT_EQ(to_string(Mode::comparable), "comparable");
}

}  // namespace
}  // namespace aligner::align
