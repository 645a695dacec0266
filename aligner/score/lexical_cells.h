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
    return i < band_.rows.size() && j >= band_.rows[i].begin && j < band_.rows[i].end;
  }
  /// Attractions of the tokens of target segment j to source segment i. The cell must lie in the band.
  std::span<const float> forward(std::size_t i, std::size_t j) const {
    const Cell& cell = at(i, j);
    return std::span(rows_[i].values).subspan(cell.begin, cell.forward_size);
  }
  /// Attractions of the tokens of source segment i to target segment j.
  std::span<const float> backward(std::size_t i, std::size_t j) const {
    const Cell& cell = at(i, j);
    return std::span(rows_[i].values).subspan(cell.begin + cell.forward_size, cell.backward_size);
  }

 private:
  friend class CellMaker;
  struct Cell {
    std::uint32_t begin = 0;
    std::uint32_t forward_size = 0;
    std::uint32_t backward_size = 0;
  };
  struct Row {
    std::vector<Cell> cells;
    std::vector<float> values;
  };
  const Cell& at(std::size_t i, std::size_t j) const { return rows_[i].cells[j - band_.rows[i].begin]; }

  Band band_;
  std::vector<Row> rows_;
};

/// Fills the band, rows shared out over `threads` threads; the result does not depend on their number.
LexicalCells make_cells(const lexicon::TokenisedText& source, const lexicon::TokenisedText& target,
                        const LexicalModel& model, const Band& band, const PairWeights& weights, unsigned threads);

}  // namespace aligner::score
