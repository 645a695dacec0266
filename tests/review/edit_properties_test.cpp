// What holds for every sequence of edits.

#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/error.h"

#include "tests/review/bead_notation.h"
#include "tests/review/edit_script.h"
#include "tests/support/dice.h"

using aligner::align::Alignment;
using aligner::align::Mode;
using review_tests::Desk;
using review_tests::notation;
using tungse_tests::Dice;

namespace {

// Some of the beads of a small text, of every shape.
Alignment random_machine(Dice& dice, Mode mode) {
  static const std::vector<std::string> parallel{"0-0 1-1 2-2 3-3 4-4", "0,1-0 2-1,2 3- -3 4-4",
                                                 "0-0 -1 1,2-2,3 3-4 4-", "0-3! 1-0 2-1 3-2 4-4"};
  static const std::vector<std::string> comparable{"4-1 0-3 2,3-0", "1-1 1-2 0-0", "3,4-3,4 0-1 2-2"};
  const auto& choice = mode == Mode::parallel ? parallel : comparable;
  Alignment machine = review_tests::alignment(mode, choice[dice.below(choice.size())]);
  machine.source_count = machine.target_count = 5;
  return machine;
}

std::string random_side(Dice& dice) {
  const std::size_t first = dice.below(5);
  if (dice.below(4) == 0) return "";
  return dice.below(3) == 0 && first < 4 ? std::to_string(first) + "-" + std::to_string(first + 1)
                                         : std::to_string(first);
}

std::string random_pair(Dice& dice) {
  return dice.below(3) == 0 ? random_side(dice) + ":" + std::to_string(dice.below(5))
                            : std::to_string(1 + dice.below(6));
}

std::string random_step(Dice& dice) {
  switch (dice.below(10)) {
    case 0:
      return "accept " + random_pair(dice);
    case 1:
      return "accept " + random_pair(dice) + " " + random_pair(dice);
    case 2:
      return "reject " + random_pair(dice);
    case 3:
      return "join " + random_pair(dice) + " " + random_pair(dice);
    case 4:
      return "split " + random_pair(dice) + " " + std::to_string(dice.below(5)) + ":" + std::to_string(dice.below(5));
    case 5:
      return "shift " + std::string(dice.below(2) == 0 ? ":" : "") + std::to_string(dice.below(5)) + ": " +
             random_pair(dice);
    case 6:
      return "relink " + random_pair(dice) + " " + random_pair(dice);
    case 7:
      return "note " + random_pair(dice);
    case 8:
      return "undo " + std::to_string(1 + dice.below(3));
    default:
      return "redo " + std::to_string(1 + dice.below(3));
  }
}

class AnyEdits : public testing::TestWithParam<std::uint32_t> {
 protected:
  // Does some random steps; those that are refused change nothing. Returns how many were done.
  std::size_t work(Desk& desk, std::size_t steps) {
    std::size_t done = 0;
    for (std::size_t i = 0; i < steps; ++i) {
      const Alignment before = desk.now();
      try {
        desk.step(random_step(dice_));
        ++done;
      } catch (const aligner::Error&) {
        EXPECT_EQ(desk.now(), before);
      }
      EXPECT_NO_THROW(check_alignment(desk.now()));
    }
    return done;
  }
  Desk random_desk(int round) {
    return Desk(random_machine(dice_, round % 2 == 0 ? Mode::parallel : Mode::comparable));
  }

  Dice dice_{GetParam()};
};

TEST_P(AnyEdits, KeepTheRulesOfTheModeAfterEveryStep) {
  std::size_t done = 0;
  for (int round = 0; round < 200; ++round) {
    Desk desk = random_desk(round);
    done += work(desk, 20);
  }

  EXPECT_GT(done, 1000u);
}

TEST_P(AnyEdits, LeaveTheMachinesAlignmentWhenAllAreUndone) {
  for (int round = 0; round < 200; ++round) {
    Desk desk = random_desk(round);
    const Alignment machine = desk.now();
    if (work(desk, 15) == 0) continue;
    try {
      desk.step("undo 999");
    } catch (const aligner::Error&) {  // all were undone already
    }

    EXPECT_EQ(desk.now(), machine);
  }
}

TEST_P(AnyEdits, AreAsTheyWereWhenRedone) {
  for (int round = 0; round < 200; ++round) {
    Desk desk = random_desk(round);
    work(desk, 12);
    desk.run(desk.now().beads.empty() ? "accept 0:0" : "note 1");  // what was undone before stays so
    const Alignment before = desk.now();
    const std::string steps = std::to_string(1 + dice_.below(8));

    desk.step("undo " + steps);
    desk.step("redo " + steps);

    EXPECT_EQ(desk.now(), before);
  }
}

TEST_P(AnyEdits, ComeBackOneByOne) {
  for (int round = 0; round < 100; ++round) {
    Desk desk = random_desk(round);
    std::vector<Alignment> states{desk.now()};
    for (int i = 0; i < 6; ++i) {
      try {
        desk.step("accept " + random_pair(dice_));
        states.push_back(desk.now());
      } catch (const aligner::Error&) {  // refused
      }
    }

    for (std::size_t i = states.size() - 1; i-- > 0;) {
      desk.step("undo");
      EXPECT_EQ(notation(desk.now().beads), notation(states[i].beads));
    }
    for (std::size_t i = 1; i < states.size(); ++i) {
      desk.step("redo");
      EXPECT_EQ(notation(desk.now().beads), notation(states[i].beads));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyEdits, testing::Values(1u, 1858u, 1860u, 20260301u));

}  // namespace
