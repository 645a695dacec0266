// Cells row by row. The tokens of a row's band are chained by type in an array over the target vocabulary, so that the
// translations of each source token find their places in the band with one look each. Nearly all cells were not learnt
// from: what their entries add is kept ready in the table, and only the few others are worked out. Memory: one float
// per token and cell.

#include "aligner/score/lexical_cells.h"

#include <algorithm>
#include <limits>

#include "aligner/score/share_rows.h"

namespace aligner::score {
namespace {

using lexicon::TokenId;
using lexicon::TokenisedSegment;
using lexicon::TokenisedText;
using lexicon::TranslationEntry;
using lexicon::TranslationTable;

constexpr double level_share = 0.5;  // words and stems count alike
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

// A token of the band and the next one of its type.
struct Place {
  std::uint32_t segment;
  std::uint32_t position;
  std::uint32_t next;
};

// One level of the model with what does not change from row to row.
struct Level {
  TokenId lexicon::Token::*id;
  const TranslationTable* table;
  std::vector<float> target_means;  // mean base of each target segment's tokens, nothing left out
};

Level make_level(TokenId lexicon::Token::*id, const TranslationTable& table, const TokenisedText& target) {
  Level level{id, &table, {}};
  for (const TokenisedSegment& segment : target.segments) {
    double sum = 0;
    for (const lexicon::Token& token : segment.tokens) sum += table.target_base(token.*id, 0);
    level.target_means.push_back(
        segment.tokens.empty() ? 0.0F : static_cast<float>(sum / static_cast<double>(segment.tokens.size())));
  }
  return level;
}

}  // namespace

// What a thread needs beside the rows it fills.
struct CellScratch {
  std::vector<std::uint32_t> heads;  // by target token: its first place in the band, or none
  std::vector<Place> places;
  std::vector<double> weights;  // by column of the band
};

class CellMaker {
 public:
  CellMaker(const TokenisedText& source, const TokenisedText& target, const LexicalModel& model,
            const PairWeights& weights)
      : source_(source),
        target_(target),
        levels_{make_level(&lexicon::Token::word, model.words, target),
                make_level(&lexicon::Token::stem, model.stems, target)},
        weights_(weights),
        weights_begin_(source.segments.size() + 1, 0) {
    for (const lexicon::Correspondence& pair : weights) ++weights_begin_[pair.source + 1];
    for (std::size_t i = 0; i < source.segments.size(); ++i) weights_begin_[i + 1] += weights_begin_[i];
  }

  CellScratch make_scratch() const {
    const std::size_t largest = std::max(model_target_size(levels_[0]), model_target_size(levels_[1]));
    return {.heads = std::vector<std::uint32_t>(largest, none), .places = {}, .weights = {}};
  }

  static LexicalCells empty_cells(std::size_t first_row, const Band& band) {
    LexicalCells cells;
    cells.first_row_ = first_row;
    cells.band_ = band;
    cells.rows_.resize(band.rows.size());
    return cells;
  }

  void make_rows(CellScratch& scratch, LexicalCells& cells) const {
    for (std::size_t k = 0; k < cells.rows_.size(); ++k) make_row(scratch, cells, k);
  }

  void make_row(CellScratch& scratch, LexicalCells& cells, std::size_t at) const {
    const std::size_t i = cells.first_row_ + at;
    LexicalCells::Row& row = cells.rows_[at];
    const Band::Range range = cells.band_.rows[at];
    const auto source_size = static_cast<std::uint32_t>(source_.segments[i].tokens.size());
    std::uint32_t size = 0;
    row.cells.reserve(range.end - range.begin);
    for (std::uint32_t j = range.begin; j < range.end; ++j) {
      const auto target_size = static_cast<std::uint32_t>(target_.segments[j].tokens.size());
      row.cells.push_back({size, target_size, source_size});
      size += target_size + source_size;
    }
    row.values.assign(size, 0.0F);
    scratch.weights.assign(range.end - range.begin, 0.0);
    for (std::size_t k = weights_begin_[i]; k < weights_begin_[i + 1]; ++k) {
      const lexicon::Correspondence& pair = weights_[k];
      if (pair.target >= range.begin && pair.target < range.end) {
        scratch.weights[pair.target - range.begin] = static_cast<double>(pair.weight);
      }
    }
    for (const Level& level : levels_) {
      add_bases(i, range, level, scratch.weights, row);
      chain_places(range, level, scratch);
      add_lifts(i, range.begin, level, scratch, row);
      for (std::uint32_t j = range.begin; j < range.end; ++j) {
        for (const lexicon::Token& token : target_.segments[j].tokens) scratch.heads[token.*level.id] = none;
      }
    }
  }

 private:
  static std::size_t model_target_size(const Level& level) { return level.table->target_size(); }

  // Tokens without an entry have the smaller of their bases; a segment's base is the mean over its tokens.
  void add_bases(std::size_t i, Band::Range range, const Level& level, const std::vector<double>& weights,
                 LexicalCells::Row& row) const {
    const auto& sources = source_.segments[i].tokens;
    if (sources.empty()) return;
    const float common_mean = source_mean(i, level, 0);
    for (std::uint32_t j = range.begin; j < range.end; ++j) {
      const auto& targets = target_.segments[j].tokens;
      if (targets.empty()) continue;
      const double weight = weights[j - range.begin];
      float* values = row.values.data() + row.cells[j - range.begin].begin;
      const float mean_of_source = weight > 0 ? source_mean(i, level, weight) : common_mean;
      double target_sum = 0;
      for (const lexicon::Token& token : targets) {
        const double base = level.table->target_base(token.*level.id, weight);
        target_sum += base;
        *values++ += static_cast<float>(level_share) * std::min(static_cast<float>(base), mean_of_source);
      }
      const float mean_of_target =
          weight > 0 ? static_cast<float>(target_sum / static_cast<double>(targets.size())) : level.target_means[j];
      for (const lexicon::Token& token : sources) {
        const auto base = static_cast<float>(level.table->source_base(token.*level.id, weight));
        *values++ += static_cast<float>(level_share) * std::min(base, mean_of_target);
      }
    }
  }

  float source_mean(std::size_t i, const Level& level, double weight) const {
    const auto& sources = source_.segments[i].tokens;
    double sum = 0;
    for (const lexicon::Token& token : sources) sum += level.table->source_base(token.*level.id, weight);
    return static_cast<float>(sum / static_cast<double>(sources.size()));
  }

  // Chains the band's tokens by type, so that each type's places come from left to right.
  void chain_places(Band::Range range, const Level& level, CellScratch& scratch) const {
    scratch.places.clear();
    for (std::uint32_t j = range.end; j-- > range.begin;) {
      const auto& targets = target_.segments[j].tokens;
      for (auto position = static_cast<std::uint32_t>(targets.size()); position-- > 0;) {
        std::uint32_t& head = scratch.heads[targets[position].*level.id];
        scratch.places.push_back({j, position, head});
        head = static_cast<std::uint32_t>(scratch.places.size() - 1);
      }
    }
  }

  void add_lifts(std::size_t i, std::uint32_t first, const Level& level, const CellScratch& scratch,
                 LexicalCells::Row& row) const {
    const auto& sources = source_.segments[i].tokens;
    for (std::uint32_t at = 0; at < sources.size(); ++at) {
      const TokenId e = sources[at].*level.id;
      const std::span<const TranslationEntry> entries = level.table->row(e);
      const std::span<const float> extras = level.table->row_extras(e);
      for (std::size_t k = 0; k < entries.size(); ++k) {
        for (std::uint32_t p = scratch.heads[entries[k].target]; p != none; p = scratch.places[p].next) {
          const Place& place = scratch.places[p];
          const double weight = scratch.weights[place.segment - first];
          const float extra =
              static_cast<float>(level_share) * (weight > 0 ? extra_without(e, entries[k], level, weight) : extras[k]);
          if (extra <= 0) continue;
          const LexicalCells::Cell& cell = row.cells[place.segment - first];
          row.values[cell.begin + place.position] += extra / static_cast<float>(cell.backward_size);
          row.values[cell.begin + cell.forward_size + at] += extra / static_cast<float>(cell.forward_size);
        }
      }
    }
  }

  static float extra_without(TokenId e, const TranslationEntry& entry, const Level& level, double weight) {
    const double base = std::min(level.table->source_base(e, weight), level.table->target_base(entry.target, weight));
    return static_cast<float>(level.table->lift(e, entry, weight) - base);
  }

  const TokenisedText& source_;
  const TokenisedText& target_;
  Level levels_[2];
  const PairWeights& weights_;
  std::vector<std::size_t> weights_begin_;
};

LexicalCells make_cells(const TokenisedText& source, const TokenisedText& target, const LexicalModel& model,
                        const Band& band, const PairWeights& weights, unsigned threads) {
  const CellMaker maker(source, target, model, weights);
  LexicalCells cells = CellMaker::empty_cells(0, band);
  share_rows(
      band.rows.size(), threads, [&] { return maker.make_scratch(); },
      [&](CellScratch& scratch, std::size_t k) { maker.make_row(scratch, cells, k); });
  return cells;
}

void visit_windows(const lexicon::TokenisedText& source, const lexicon::TokenisedText& target,
                   const LexicalModel& model, const std::vector<CellWindow>& windows, const PairWeights& weights,
                   unsigned threads, const std::function<void(std::size_t window, const LexicalCells& cells)>& visit) {
  const CellMaker maker(source, target, model, weights);
  share_rows(
      windows.size(), threads, [&] { return maker.make_scratch(); },
      [&](CellScratch& scratch, std::size_t k) {
        LexicalCells cells = CellMaker::empty_cells(windows[k].first_source, windows[k].band);
        maker.make_rows(scratch, cells);
        visit(k, cells);
      });
}

}  // namespace aligner::score
