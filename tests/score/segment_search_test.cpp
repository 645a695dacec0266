#include "aligner/score/segment_search.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "tests/score/toy_model.h"

namespace aligner::score {
namespace {

using tungse_tests::make_toy_bitext;

// Taught by its right alignment, nothing left out.
class SearchTest : public testing::Test {
 protected:
  SearchTest() : toy_(make_toy_bitext({.sentences = 60})) {
    toy_.model.fill_source_shares(toy_.bitext.source[0], toy_.bitext.source_side);
    toy_.model.fill_target_shares(toy_.bitext.target[0], toy_.bitext.target_side);
    cells_ = make_cells(source().tokens, target().tokens, toy_.lexicon, full_band(60, 60), {}, 1);
  }
  const PreparedText& source() const { return toy_.bitext.source[0]; }
  const PreparedText& target() const { return toy_.bitext.target[0]; }

  static double score_of(std::span<const float> pulls, const std::vector<float>& shares) {
    double sum = 0;
    for (std::size_t at = 0; at < pulls.size(); ++at) {
      sum += std::log(1 - static_cast<double>(shares[at]) * (1 - static_cast<double>(pulls[at])));
    }
    return sum;
  }

  ToyModel toy_;
  LexicalCells cells_;
};

TEST_F(SearchTest, ScoresAreThoseOfTheCells) {
  const SegmentSearch forward(source(), target(), forward_levels(toy_.lexicon));
  const SegmentSearch backward(target(), source(), backward_levels(toy_.lexicon));
  SegmentSearch::Scratch from_source = forward.make_scratch();
  SegmentSearch::Scratch from_target = backward.make_scratch();

  for (std::size_t i = 0; i < 60; i += 7) {
    forward.look(from_source, i);
    for (std::size_t j = 0; j < 60; j += 5) {
      backward.look(from_target, j);
      // Cells hold floats, summed in another order.
      EXPECT_NEAR(forward.score(from_source, j), score_of(cells_.forward(i, j), target().shares[j]), 1e-3);
      EXPECT_NEAR(backward.score(from_target, i), score_of(cells_.backward(i, j), source().shares[i]), 1e-3);
    }
  }
}

TEST_F(SearchTest, TheCounterpartIsAmongTheBest) {
  const SegmentSearch search(source(), target(), forward_levels(toy_.lexicon));
  SegmentSearch::Scratch scratch = search.make_scratch();

  int found = 0;
  for (std::uint32_t i = 0; i < 60; ++i) {
    search.look(scratch, i);
    const std::vector<std::uint32_t> best = search.find_best(scratch, 5);
    EXPECT_LE(best.size(), 5u);
    EXPECT_TRUE(std::is_sorted(best.begin(), best.end()));
    found += std::count(best.begin(), best.end(), i) > 0 ? 1 : 0;
  }
  EXPECT_GE(found, 58);
}

TEST_F(SearchTest, WhatWasLookedAtBeforeChangesNothing) {
  const SegmentSearch search(source(), target(), forward_levels(toy_.lexicon));
  SegmentSearch::Scratch fresh = search.make_scratch();
  SegmentSearch::Scratch used = search.make_scratch();
  for (std::size_t i = 0; i < 60; ++i) {
    search.look(used, i);
    search.find_best(used, 3);
  }

  search.look(fresh, 7);
  search.look(used, 7);

  EXPECT_EQ(search.score(fresh, 7), search.score(used, 7));
  EXPECT_EQ(search.find_best(fresh, 9), search.find_best(used, 9));
}

}  // namespace
}  // namespace aligner::score
