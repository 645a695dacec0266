// What holds for any alignment and any decisions. Fixed seeds: a failure can be repeated.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <gmock/gmock.h>

#include "aligner/error.h"
#include "aligner/review/decision.h"

#include "tests/review/bead_notation.h"
#include "tests/support/dice.h"

using aligner::align::Alignment;
using aligner::align::Bead;
using aligner::align::check_alignment;
using aligner::align::Mode;
using aligner::review::apply_decisions;
using aligner::review::Decision;
using aligner::review::Verdict;
using review_tests::notation;
using tungse_tests::Dice;

namespace {

std::vector<std::size_t> run_of(std::size_t first, std::size_t count) {
  std::vector<std::size_t> group;
  for (std::size_t i = 0; i < count; ++i) group.push_back(first + i);
  return group;
}

Alignment random_parallel(Dice& dice) {
  Alignment alignment{.mode = Mode::parallel, .mode_reason = "asked for", .method = "dice", .settings = "{}"};
  for (std::size_t i = 1 + dice.below(12); i > 0; --i) {
    std::size_t sources = dice.below(4);
    const std::size_t targets = dice.below(4);
    if (sources + targets == 0) sources = 1;
    alignment.beads.push_back({.source = run_of(alignment.source_count, sources),
                               .target = run_of(alignment.target_count, targets),
                               .cost = 1,
                               .confidence = 0.5});
    alignment.source_count += sources;
    alignment.target_count += targets;
  }
  return alignment;
}

// The same with a bead of two sides that leaves the order of the target: its target goes to the beginning or the end.
Alignment random_moved(Dice& dice) {
  Alignment alignment = random_parallel(dice);
  Bead& moved = alignment.beads[dice.below(alignment.beads.size())];
  if (moved.source.empty() || moved.target.empty()) return alignment;
  const std::size_t count = moved.target.size();
  const std::size_t first = moved.target.front();
  const bool to_end = dice.below(2) == 0;
  for (Bead& bead : alignment.beads) {
    for (std::size_t& segment : bead.target) {
      if (to_end && segment > first) segment -= count;
      if (!to_end && segment < first) segment += count;
    }
  }
  moved.target = run_of(to_end ? alignment.target_count - count : 0, count);
  moved.moved = true;
  return alignment;
}

Alignment random_comparable(Dice& dice) {
  Alignment alignment{.mode = Mode::comparable,
                      .source_count = 8,
                      .target_count = 8,
                      .mode_reason = "asked for",
                      .method = "dice",
                      .settings = "{}"};
  for (std::size_t i = dice.below(12); i > 0; --i) {
    alignment.beads.push_back({.source = run_of(dice.below(7), 1 + dice.below(2)),
                               .target = run_of(dice.below(7), 1 + dice.below(2)),
                               .cost = 1,
                               .confidence = 0.5});
  }
  return alignment;
}

std::vector<std::size_t> random_group(Dice& dice, std::size_t count, std::size_t least) {
  if (count == 0) return {};
  const std::size_t first = dice.below(count);
  return run_of(first, std::min(least + dice.below(3), count - first));
}

std::vector<Decision> random_decisions(Dice& dice, const Alignment& machine) {
  std::vector<Decision> decisions;
  const std::size_t least = machine.mode == Mode::parallel ? 0 : 1;
  for (std::size_t i = dice.below(6); i > 0; --i) {
    Decision decision{.verdict = dice.below(3) == 0 ? Verdict::rejected : Verdict::accepted};
    if (dice.below(2) == 0 && !machine.beads.empty()) {
      const Bead& bead = machine.beads[dice.below(machine.beads.size())];
      decision.source = bead.source;
      decision.target = bead.target;
    } else {
      decision.source = random_group(dice, machine.source_count, least);
      decision.target = random_group(dice, machine.target_count, least);
    }
    if (!decision.source.empty() || !decision.target.empty()) decisions.push_back(decision);
  }
  return decisions;
}

bool stands(const Alignment& alignment, const Decision& decision) {
  return std::any_of(alignment.beads.begin(), alignment.beads.end(), [&](const Bead& bead) {
    return bead.source == decision.source && bead.target == decision.target && bead.confidence == 1;
  });
}

// The result, or nothing where the decisions were refused because accepted pairs cross.
std::vector<Alignment> try_apply(const Alignment& machine, const std::vector<Decision>& decisions) {
  try {
    return {apply_decisions(machine, decisions)};
  } catch (const aligner::Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("crosses"));
    EXPECT_EQ(machine.mode, Mode::parallel);
    return {};
  }
}

class AnyDecisions : public testing::TestWithParam<std::uint32_t> {
 protected:
  void SetUp() override {
    for (int round = 0; round < 500; ++round) {
      const auto make = round % 2 != 0 ? random_comparable : round % 4 == 0 ? random_parallel : random_moved;
      const Alignment machine = make(dice_);
      rounds_.push_back({machine, random_decisions(dice_, machine)});
    }
  }

  struct Round {
    Alignment machine;
    std::vector<Decision> decisions;
  };

  Dice dice_{GetParam()};
  std::vector<Round> rounds_;
};

TEST_P(AnyDecisions, LeaveAnAlignmentThatKeepsTheRulesOfItsMode) {
  std::size_t applied = 0;
  for (const Round& round : rounds_) {
    for (const Alignment& reviewed : try_apply(round.machine, round.decisions)) {
      ++applied;
      EXPECT_NO_THROW(check_alignment(reviewed)) << notation(round.machine.beads);
    }
  }

  EXPECT_GT(applied, rounds_.size() / 2);
}

TEST_P(AnyDecisions, ChangeNothingWhenThereAreNone) {
  for (const Round& round : rounds_) EXPECT_EQ(apply_decisions(round.machine, {}), round.machine);
}

TEST_P(AnyDecisions, ChangeNothingTheSecondTime) {
  for (const Round& round : rounds_) {
    for (const Alignment& once : try_apply(round.machine, round.decisions)) {
      const Alignment twice = apply_decisions(once, round.decisions);

      EXPECT_EQ(notation(twice.beads), notation(once.beads)) << notation(round.machine.beads);
      EXPECT_EQ(twice, once);
    }
  }
}

TEST_P(AnyDecisions, LetTheLastAcceptedPairStand) {
  for (const Round& round : rounds_) {
    if (round.decisions.empty() || round.decisions.back().verdict != Verdict::accepted) continue;
    for (const Alignment& reviewed : try_apply(round.machine, round.decisions)) {
      EXPECT_TRUE(stands(reviewed, round.decisions.back())) << notation(reviewed.beads);
    }
  }
}

TEST_P(AnyDecisions, LetNoPairStandThatWasRejectedLast) {
  for (const Round& round : rounds_) {
    if (round.decisions.empty() || round.decisions.back().verdict != Verdict::rejected) continue;
    const Decision& last = round.decisions.back();
    for (const Alignment& reviewed : try_apply(round.machine, round.decisions)) {
      const auto standing = std::find_if(reviewed.beads.begin(), reviewed.beads.end(), [&](const Bead& bead) {
        return bead.source == last.source && bead.target == last.target;
      });
      const bool one_sided = last.source.empty() || last.target.empty();
      EXPECT_TRUE(standing == reviewed.beads.end() || (one_sided && standing->confidence == 0));
    }
  }
}

TEST_P(AnyDecisions, KeepWhatAPersonDecidedWhateverTheMachineSaysNext) {
  for (const Round& round : rounds_) {
    if (round.decisions.empty() || round.decisions.back().verdict != Verdict::accepted) continue;
    Alignment unmade = round.machine;  // the machine finds nothing at all
    unmade.beads.clear();
    if (unmade.mode == Mode::parallel) {
      for (std::size_t i = 0; i < unmade.source_count; ++i) unmade.beads.push_back({.source = {i}});
      for (std::size_t i = 0; i < unmade.target_count; ++i) unmade.beads.push_back({.target = {i}});
    }
    for (const Alignment& reviewed : try_apply(unmade, round.decisions)) {
      EXPECT_TRUE(stands(reviewed, round.decisions.back())) << notation(reviewed.beads);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyDecisions, testing::Values(1u, 1858u, 1860u, 20260301u));

TEST(ManyDecisions, OnOneEnormousBeadTakeNoQuadraticTime) {
  constexpr std::size_t segment_count = 100000;
  Alignment machine{.mode = Mode::parallel, .source_count = segment_count, .target_count = 1};
  machine.beads.push_back({.source = run_of(0, segment_count), .target = {0}});
  std::vector<Decision> decisions(200, {.source = machine.beads[0].source, .target = {0}});
  for (std::size_t i = 0; i < 10000; ++i) decisions.push_back({.source = {i}});

  const auto begin = std::chrono::steady_clock::now();
  const Alignment reviewed = apply_decisions(machine, decisions);

  EXPECT_EQ(reviewed.beads.size(), segment_count + 1);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

}  // namespace
