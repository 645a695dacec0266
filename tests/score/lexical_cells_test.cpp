#include "aligner/score/lexical_cells.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "tests/score/toy_model.h"

namespace aligner::score {
namespace {

using tungse_tests::make_toy_bitext;
using tungse_tests::ToyBitext;

const ToyBitext& toy_bitext() {
  static const ToyBitext bitext = make_toy_bitext({.sentences = 80});
  return bitext;
}

const ToyModel& toy_model() {
  static const ToyModel model(toy_bitext());
  return model;
}

LexicalCells cells_of(const Band& band, unsigned threads) {
  const ToyModel& toy = toy_model();
  return make_cells(toy.bitext.source[0].tokens, toy.bitext.target[0].tokens, toy.lexicon, band, toy.weights[0],
                    threads);
}

std::vector<float> values(std::span<const float> cell) { return {cell.begin(), cell.end()}; }

double mean(std::span<const float> cell) {
  double sum = 0;
  for (const float value : cell) sum += static_cast<double>(value);
  return sum / static_cast<double>(cell.size());
}

TEST(LexicalCells, HoldOneAttractionForEveryToken) {
  const ToyModel& toy = toy_model();

  for (std::size_t i = 0; i < 5; ++i) {
    for (std::size_t j = 0; j < 5; ++j) {
      EXPECT_EQ(toy.cells.forward(i, j).size(), toy.bitext.target[0].tokens.segments[j].tokens.size());
      EXPECT_EQ(toy.cells.backward(i, j).size(), toy.bitext.source[0].tokens.segments[i].tokens.size());
    }
  }
}

TEST(LexicalCells, OfWindowsAreThoseOfTheWholeBand) {
  const ToyModel& toy = toy_model();
  std::vector<CellWindow> windows;
  for (std::uint32_t k = 0; k < 40; ++k) windows.push_back({k, {{{2 * k, 2 * k + 2}, {0, 0}, {k, k + 1}}}});
  std::vector<int> visits(windows.size());

  const CellMaker maker(toy.bitext.source[0].tokens, toy.bitext.target[0].tokens, toy.lexicon, toy.weights[0]);
  maker.visit(windows, 4, [&](std::size_t k, const LexicalCells& cells) {
    ++visits[k];
    for (std::size_t row = 0; row < 3; ++row) {
      const Band::Range range = windows[k].band.rows[row];
      for (std::size_t j = range.begin; j < range.end; ++j) {
        EXPECT_EQ(values(cells.forward(k + row, j)), values(toy.cells.forward(k + row, j)));
        EXPECT_EQ(values(cells.backward(k + row, j)), values(toy.cells.backward(k + row, j)));
      }
    }
    EXPECT_FALSE(cells.contains(k + 1, 0));
    EXPECT_FALSE(cells.contains(k + 3, k));
  });

  EXPECT_EQ(visits, std::vector<int>(windows.size(), 1));
}

TEST(LexicalCells, OfABandWithHolesAreThoseOfTheWholeBand) {
  const ToyModel& toy = toy_model();
  const std::size_t count = toy.bitext.source[0].tokens.segments.size();
  const auto target_count = static_cast<std::uint32_t>(toy.bitext.target[0].tokens.segments.size());
  Band band;
  band.rows.resize(count);
  for (std::uint32_t i = 0; i < count; i += 3) {
    const std::uint32_t j = i * 7 % target_count;
    band.rows[i] = {j, j + 1};
  }

  const LexicalCells cells =
      make_cells(toy.bitext.source[0].tokens, toy.bitext.target[0].tokens, toy.lexicon, band, toy.weights[0], 2);

  for (std::uint32_t i = 0; i < count; i += 3) {
    const std::uint32_t j = band.rows[i].begin;
    if (!toy.cells.contains(i, j)) continue;
    EXPECT_EQ(values(cells.forward(i, j)), values(toy.cells.forward(i, j))) << i;
    EXPECT_EQ(values(cells.backward(i, j)), values(toy.cells.backward(i, j))) << i;
  }
}

TEST(LexicalCells, OneThreadAndFourGiveTheSameBits) {
  const Band band = full_band(80, 80);
  const LexicalCells one = cells_of(band, 1);
  const LexicalCells four = cells_of(band, 4);

  for (std::size_t i = 0; i < 80; ++i) {
    for (std::size_t j = 0; j < 80; ++j) {
      ASSERT_EQ(values(one.forward(i, j)), values(four.forward(i, j))) << i << " " << j;
      ASSERT_EQ(values(one.backward(i, j)), values(four.backward(i, j))) << i << " " << j;
    }
  }
}

TEST(LexicalCells, InsideANarrowBandTheValuesAreThoseOfTheFullBand) {
  Band narrow;
  for (std::uint32_t i = 0; i < 80; ++i) narrow.rows.push_back({i < 2 ? 0 : i - 2, std::min(80u, i + 3)});

  const LexicalCells cells = cells_of(narrow, 1);

  const LexicalCells& full = toy_model().cells;
  for (std::size_t i = 0; i < 80; ++i) {
    for (std::size_t j = narrow.rows[i].begin; j < narrow.rows[i].end; ++j) {
      for (std::size_t at = 0; at < full.forward(i, j).size(); ++at) {
        // Floats, added up in another order.
        ASSERT_NEAR(cells.forward(i, j)[at], full.forward(i, j)[at], 1e-4F * (1 + full.forward(i, j)[at]));
      }
      for (std::size_t at = 0; at < full.backward(i, j).size(); ++at) {
        ASSERT_NEAR(cells.backward(i, j)[at], full.backward(i, j)[at], 1e-4F * (1 + full.backward(i, j)[at]));
      }
    }
  }
}

TEST(LexicalCells, KnowWhatTheBandContains) {
  Band band;
  band.rows = {{0, 2}, {1, 3}};

  const LexicalCells cells = cells_of(band, 1);

  EXPECT_TRUE(cells.contains(0, 0));
  EXPECT_FALSE(cells.contains(0, 2));
  EXPECT_FALSE(cells.contains(1, 0));
  EXPECT_TRUE(cells.contains(1, 2));
  EXPECT_FALSE(cells.contains(2, 2));
}

TEST(LexicalCells, TranslationsDrawEachOtherMoreThanOtherSentencesDo) {
  const ToyModel& toy = toy_model();
  std::size_t stronger = 0;
  for (std::size_t i = 0; i < 80; ++i) {
    if (mean(toy.cells.forward(i, i)) > mean(toy.cells.forward(i, (i + 7) % 80))) ++stronger;
  }

  EXPECT_GE(stronger, 78u);
}

TEST(LexicalCells, AreNotNegative) {
  const ToyModel& toy = toy_model();
  for (std::size_t i = 0; i < 80; ++i) {
    for (std::size_t j = 0; j < 80; ++j) {
      for (const float value : toy.cells.forward(i, j)) ASSERT_GE(value, 0.0F);
      for (const float value : toy.cells.backward(i, j)) ASSERT_GE(value, 0.0F);
    }
  }
}

TEST(LexicalCells, WithNothingLearntUnrelatedWordsDrawWithOne) {
  const ToyBitext toy{tungse_tests::toy_text("en", "bade gilo\n"), tungse_tests::toy_text("ru", "шаже чифо\n"), {}};
  const AnchoredBitext view = toy.view();
  const PreparedBitext bitext(std::span(&view, 1), {});
  const LexicalModel model = bitext.learn({});

  const LexicalCells cells =
      make_cells(bitext.source[0].tokens, bitext.target[0].tokens, model, full_band(1, 1), {}, 1);

  for (const float value : cells.forward(0, 0)) EXPECT_FLOAT_EQ(value, 1.0F);
  for (const float value : cells.backward(0, 0)) EXPECT_FLOAT_EQ(value, 1.0F);
}

TEST(LexicalCells, EmptySegmentsHaveEmptyOrNoughtCells) {
  const ToyBitext toy{tungse_tests::toy_text("en", "a\n\n"), tungse_tests::toy_text("ru", "\nб\n"), {}};
  const AnchoredBitext view = toy.view();
  const PreparedBitext bitext(std::span(&view, 1), {});
  const LexicalModel model = bitext.learn({});

  const LexicalCells cells =
      make_cells(bitext.source[0].tokens, bitext.target[0].tokens, model, full_band(2, 2), {}, 1);

  EXPECT_TRUE(cells.forward(0, 0).empty());
  EXPECT_EQ(cells.backward(0, 0).size(), 1u);
  EXPECT_TRUE(cells.forward(1, 0).empty());
  EXPECT_TRUE(cells.backward(1, 0).empty());
}

}  // namespace
}  // namespace aligner::score
