// Cells row by row. For a source token with a short row of translations the occurrences of these in the band are looked
// up (an inverted index); for a token with a long row (a function word) the tokens of the band are looked up in the
// row. Either way the time is near the smaller of the two. Memory: one float per token and cell.

#include "aligner/score/lexical_cells.h"

#include <algorithm>

#include "aligner/score/share_rows.h"

namespace aligner::score {
namespace {

using lexicon::TokenId;
using lexicon::TokenisedSegment;
using lexicon::TokenisedText;
using lexicon::TranslationEntry;
using lexicon::TranslationTable;

constexpr double level_share = 0.5;  // words and stems count alike

struct Posting {
  std::uint32_t segment;
  std::uint32_t position;
};

// Where each target token stands, by segment.
class InvertedIndex {
 public:
  InvertedIndex(const TokenisedText& text, TokenId lexicon::Token::*level) {
    TokenId largest = 0;
    for (const TokenisedSegment& segment : text.segments) {
      for (const lexicon::Token& token : segment.tokens) largest = std::max(largest, token.*level);
    }
    postings_.resize(static_cast<std::size_t>(largest) + 1);
    for (std::uint32_t j = 0; j < text.segments.size(); ++j) {
      const auto& tokens = text.segments[j].tokens;
      for (std::uint32_t at = 0; at < tokens.size(); ++at) postings_[tokens[at].*level].push_back({j, at});
    }
  }

  std::span<const Posting> find(TokenId token, Band::Range range) const {
    if (token >= postings_.size()) return {};
    const std::vector<Posting>& all = postings_[token];
    const auto before = [](const Posting& posting, std::uint32_t segment) { return posting.segment < segment; };
    const auto begin = std::lower_bound(all.begin(), all.end(), range.begin, before);
    const auto end = std::lower_bound(begin, all.end(), range.end, before);
    return {begin, end};
  }

 private:
  std::vector<std::vector<Posting>> postings_;
};

}  // namespace

class CellMaker {
 public:
  CellMaker(const TokenisedText& source, const TokenisedText& target, const LexicalModel& model, const Band& band,
            const PairWeights& weights, LexicalCells& cells)
      : source_(source),
        target_(target),
        levels_{{&lexicon::Token::word, &model.words, InvertedIndex(target, &lexicon::Token::word)},
                {&lexicon::Token::stem, &model.stems, InvertedIndex(target, &lexicon::Token::stem)}},
        weights_(weights),
        weights_begin_(source.segments.size() + 1, 0),
        cells_(cells) {
    cells.band_ = band;
    cells.rows_.resize(band.rows.size());
    for (const lexicon::Correspondence& pair : weights) ++weights_begin_[pair.source + 1];
    for (std::size_t i = 0; i < source.segments.size(); ++i) weights_begin_[i + 1] += weights_begin_[i];
  }

  void make_row(std::size_t i) const {
    LexicalCells::Row& row = cells_.rows_[i];
    const Band::Range range = cells_.band_.rows[i];
    const auto source_size = static_cast<std::uint32_t>(source_.segments[i].tokens.size());
    std::uint32_t size = 0;
    for (std::uint32_t j = range.begin; j < range.end; ++j) {
      const auto target_size = static_cast<std::uint32_t>(target_.segments[j].tokens.size());
      row.cells.push_back({size, target_size, source_size});
      size += target_size + source_size;
    }
    row.values.assign(size, 0.0F);
    std::vector<double> weights(range.end - range.begin, 0.0);
    for (std::size_t k = weights_begin_[i]; k < weights_begin_[i + 1]; ++k) {
      const lexicon::Correspondence& pair = weights_[k];
      if (pair.target >= range.begin && pair.target < range.end) {
        weights[pair.target - range.begin] = static_cast<double>(pair.weight);
      }
    }
    for (const Level& level : levels_) {
      add_bases(i, level, weights);
      add_lifts(i, level, weights, size);
    }
  }

 private:
  struct Level {
    TokenId lexicon::Token::*id;
    const TranslationTable* table;
    InvertedIndex index;
  };

  // Tokens without an entry have the smaller of their bases; a segment's base is the mean over its tokens.
  void add_bases(std::size_t i, const Level& level, const std::vector<double>& weights) const {
    LexicalCells::Row& row = cells_.rows_[i];
    const Band::Range range = cells_.band_.rows[i];
    const auto& sources = source_.segments[i].tokens;
    for (std::uint32_t j = range.begin; j < range.end; ++j) {
      const auto& targets = target_.segments[j].tokens;
      if (sources.empty() || targets.empty()) continue;
      const double weight = weights[j - range.begin];
      const LexicalCells::Cell& cell = row.cells[j - range.begin];
      double source_mean = 0;
      for (const lexicon::Token& token : sources) source_mean += level.table->source_base(token.*level.id, weight);
      source_mean /= static_cast<double>(sources.size());
      double target_mean = 0;
      for (std::size_t at = 0; at < targets.size(); ++at) {
        const double base = level.table->target_base(targets[at].*level.id, weight);
        target_mean += base;
        row.values[cell.begin + at] += static_cast<float>(level_share * std::min(base, source_mean));
      }
      target_mean /= static_cast<double>(targets.size());
      for (std::size_t at = 0; at < sources.size(); ++at) {
        const double base = level.table->source_base(sources[at].*level.id, weight);
        row.values[cell.begin + cell.forward_size + at] +=
            static_cast<float>(level_share * std::min(base, target_mean));
      }
    }
  }

  void add_lifts(std::size_t i, const Level& level, const std::vector<double>& weights, std::size_t row_size) const {
    const Band::Range range = cells_.band_.rows[i];
    const auto& sources = source_.segments[i].tokens;
    for (std::uint32_t at = 0; at < sources.size(); ++at) {
      const TokenId e = sources[at].*level.id;
      const std::span<const TranslationEntry> entries = level.table->row(e);
      const auto add = [&](const TranslationEntry& entry, Posting posting) {
        add_lift(i, at, e, entry, posting, level, weights[posting.segment - range.begin]);
      };
      if (entries.size() < row_size) {
        for (const TranslationEntry& entry : entries) {
          for (const Posting& posting : level.index.find(entry.target, range)) add(entry, posting);
        }
        continue;
      }
      for (std::uint32_t j = range.begin; j < range.end; ++j) {
        const auto& targets = target_.segments[j].tokens;
        for (std::uint32_t position = 0; position < targets.size(); ++position) {
          const TokenId f = targets[position].*level.id;
          const auto found =
              std::lower_bound(entries.begin(), entries.end(), f,
                               [](const TranslationEntry& entry, TokenId target) { return entry.target < target; });
          if (found != entries.end() && found->target == f) add(*found, {j, position});
        }
      }
    }
  }

  void add_lift(std::size_t i, std::uint32_t at, TokenId e, const TranslationEntry& entry, Posting posting,
                const Level& level, double weight) const {
    const double lift = level.table->lift(e, entry, weight);
    const double base = std::min(level.table->source_base(e, weight), level.table->target_base(entry.target, weight));
    const double extra = level_share * (lift - base);
    if (extra <= 0) return;
    LexicalCells::Row& row = cells_.rows_[i];
    const LexicalCells::Cell& cell = row.cells[posting.segment - cells_.band_.rows[i].begin];
    row.values[cell.begin + posting.position] += static_cast<float>(extra / static_cast<double>(cell.backward_size));
    row.values[cell.begin + cell.forward_size + at] +=
        static_cast<float>(extra / static_cast<double>(cell.forward_size));
  }

  const TokenisedText& source_;
  const TokenisedText& target_;
  Level levels_[2];
  const PairWeights& weights_;
  std::vector<std::size_t> weights_begin_;
  LexicalCells& cells_;
};

LexicalCells make_cells(const TokenisedText& source, const TokenisedText& target, const LexicalModel& model,
                        const Band& band, const PairWeights& weights, unsigned threads) {
  LexicalCells cells;
  const CellMaker maker(source, target, model, band, weights, cells);
  share_rows(band.rows.size(), threads, [&](std::size_t i) { maker.make_row(i); });
  return cells;
}

}  // namespace aligner::score
