#pragma once
// LexicalCells: for every pair of segments inside a band, how strongly each token of one is drawn to the other.
//
//   LexicalCells cells = make_cells(source, target, model, band, pair_weights, 2);
//   std::span<const float> pull = cells.forward(i, j);  // one attraction per token of target segment j
//
// The attraction of a target token f to a source segment is the mean lift R(e, f) over the segment's tokens e: 1 under
// unrelated text, 0 where the model knows the tokens and never saw them together. Word and stem level are averaged.
// What a pair of segments contributed to the model itself is taken out (leave-one-out).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "aligner/lexicon/tokenised_text.h"
#include "aligner/lexicon/translation_table.h"

namespace aligner::score {

/// For each row a half-open range of columns. Cells take any; a lattice needs both ends never to decrease from row to
/// row.
struct Band {
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  std::vector<Range> rows;
};

/// Probabilities that segments i and j stand in one bead, as found by the pass before. By source, then target.
using PairWeights = std::vector<lexicon::Correspondence>;

struct LexicalModel {
  lexicon::TranslationTable words;
  lexicon::TranslationTable stems;
};

class LexicalCells {
 public:
  bool contains(std::size_t i, std::size_t j) const {
    if (i < first_row_ || i - first_row_ >= rows_.size()) return false;
    const Row& row = rows_[i - first_row_];
    return j >= row.first_column && j - row.first_column < row.cells.size();
  }
  /// Attractions of the tokens of target segment j to source segment i. The cell must lie in the band.
  std::span<const float> forward(std::size_t i, std::size_t j) const {
    const Row& row = rows_[i - first_row_];
    const Cell& cell = row.cells[j - row.first_column];
    return std::span(row.values).subspan(cell.begin, cell.forward_size);
  }
  /// Attractions of the tokens of source segment i to target segment j.
  std::span<const float> backward(std::size_t i, std::size_t j) const {
    const Row& row = rows_[i - first_row_];
    const Cell& cell = row.cells[j - row.first_column];
    return std::span(row.values).subspan(cell.begin + cell.forward_size, cell.backward_size);
  }

  /// What a model makes of a cell by itself, for beads that ask it of many: kept by the one who makes the cells.
  struct Sums {
    double forward = 0;
    double backward = 0;
  };
  const Sums& sums(std::size_t i, std::size_t j) const {
    const Row& row = rows_[i - first_row_];
    return row.cells[j - row.first_column].sums;
  }
  /// Calls sum(i, j) -> Sums for every cell. Rows are shared out over threads.
  void keep_sums(const std::function<Sums(std::size_t i, std::size_t j)>& sum, unsigned threads);
  bool has_sums() const { return has_sums_; }

 private:
  friend class CellMaker;
  struct Cell {
    std::uint32_t begin = 0;
    std::uint32_t forward_size = 0;
    std::uint32_t backward_size = 0;
    Sums sums{};
  };
  struct Row {
    std::size_t first_column = 0;
    std::vector<Cell> cells;
    std::vector<float> values;
  };

  std::size_t first_row_ = 0;
  std::vector<Row> rows_;
  bool has_sums_ = false;
};

/// A part of two texts: source segments from `first_source` on, a row each; columns are segments of the whole target.
struct CellWindow {
  std::size_t first_source = 0;
  Band band;
};

/// Makes the cells of two texts: all of a band at once, some rows at a time, or window by window.
class CellMaker {
 public:
  /// What is given must outlive this.
  CellMaker(const lexicon::TokenisedText& source, const lexicon::TokenisedText& target, const LexicalModel& model,
            const PairWeights& weights);
  ~CellMaker();
  CellMaker(const CellMaker&) = delete;
  CellMaker& operator=(const CellMaker&) = delete;

  /// The cells of the band's rows from `first` to before `last`, shared out over `threads` threads; the result does
  /// not depend on their number, nor on which rows are made together.
  LexicalCells make(const Band& band, std::size_t first, std::size_t last, unsigned threads) const;

  using WindowVisit = std::function<void(std::size_t window, const LexicalCells& cells)>;
  /// Makes one window after the other and hands it to `visit` with its place in the list; it is asked for segments of
  /// the whole texts, and gone when `visit` returns. Windows are shared out over the threads, so several visits may
  /// run at a time.
  void visit(const std::vector<CellWindow>& windows, unsigned threads, const WindowVisit& visit) const;

 private:
  class Rows;
  std::unique_ptr<const Rows> rows_;
};

/// The cells of a whole band.
LexicalCells make_cells(const lexicon::TokenisedText& source, const lexicon::TokenisedText& target,
                        const LexicalModel& model, const Band& band, const PairWeights& weights, unsigned threads);

}  // namespace aligner::score
