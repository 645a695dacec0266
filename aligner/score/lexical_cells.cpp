// Cells block by block of source segments. How a token is drawn depends on its type and on the other segment alone: per
// row, it is worked out once for every type of target token that stands in the block's columns, and per column the
// other way round; the cells then only look up, words and stems at once. Each row of the table is searched for a
// block's types once a block, and long ones are kept spread out over the vocabulary.
//
// Cells that were learnt from are worked out one by one, with what they taught left out: on a narrow band about one in
// ten. Memory: one float per token and cell.

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

constexpr float level_share = 0.5F;       // words and stems count alike
constexpr std::size_t block_rows = 32;    // of 8 to 64 the fastest
constexpr std::size_t long_row = 256;     // entries; longer rows are spread out if they are not too thin
constexpr std::size_t thinnest_row = 16;  // tokens of the vocabulary for an entry
// Pairs of segments below were not learnt from, so nothing is to be left out.
constexpr auto smallest_taught = static_cast<float>(lexicon::TrainOptions{}.smallest_weight);
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

// One side of one level, with what does not change from block to block.
struct LevelSide {
  std::vector<float> bases;  // by token, nothing left out
  std::vector<float> means;  // of the bases of each segment's tokens
};

struct Level {
  TokenId lexicon::Token::*id;
  const TranslationTable* table;
  LevelSide source;
  LevelSide target;
  std::vector<std::uint32_t> spread_of;  // by source token: which of the rows in `spread` is its own, or none
  std::vector<std::uint32_t> spread;     // rows over the target vocabulary: place in the table's row, or none
};

template <typename Base>
LevelSide make_side(const TokenisedText& text, TokenId lexicon::Token::*id, std::size_t size, const Base& base) {
  LevelSide side;
  for (TokenId token = 0; token < size; ++token) side.bases.push_back(static_cast<float>(base(token)));
  for (const TokenisedSegment& segment : text.segments) {
    double sum = 0;
    for (const lexicon::Token& token : segment.tokens) sum += static_cast<double>(side.bases[token.*id]);
    side.means.push_back(segment.tokens.empty() ? 0.0F
                                                : static_cast<float>(sum / static_cast<double>(segment.tokens.size())));
  }
  return side;
}

Level make_level(TokenId lexicon::Token::*id, const TranslationTable& table, const TokenisedText& source,
                 const TokenisedText& target) {
  Level level{id, &table, {}, {}, {}, {}};
  level.source = make_side(source, id, table.source_size(), [&](TokenId token) { return table.source_base(token, 0); });
  level.target = make_side(target, id, table.target_size(), [&](TokenId token) { return table.target_base(token, 0); });
  level.spread_of.assign(table.source_size(), none);
  std::uint32_t spread_rows = 0;
  for (TokenId e = 0; e < table.source_size(); ++e) {
    const std::span<const TranslationEntry> row = table.row(e);
    if (row.size() < long_row || row.size() * thinnest_row < table.target_size()) continue;
    level.spread_of[e] = spread_rows++;
    level.spread.resize(spread_rows * table.target_size(), none);
    std::uint32_t* const places = level.spread.data() + (spread_rows - 1) * table.target_size();
    for (std::uint32_t k = 0; k < row.size(); ++k) places[row[k].target] = k;
  }
  return level;
}

// The types of a stretch of segments, numbered as they come, and the stretch in these numbers.
class LocalTypes {
 public:
  void begin(std::size_t vocabulary_size) {
    if (number_.size() < vocabulary_size) number_.resize(vocabulary_size, none);
    for (const TokenId token : types) number_[token] = none;
    types.clear();
    tokens.clear();
    begins.assign(1, 0);
    types_before.assign(1, 0);
  }
  void add(const TokenisedSegment& segment, TokenId lexicon::Token::*id) {
    for (const lexicon::Token& token : segment.tokens) {
      std::uint32_t& number = number_[token.*id];
      if (number == none) {
        number = static_cast<std::uint32_t>(types.size());
        types.push_back(token.*id);
      }
      tokens.push_back(number);
    }
    begins.push_back(tokens.size());
    types_before.push_back(types.size());
  }
  /// By token of the vocabulary: the number of its type, or none.
  const std::uint32_t* numbers() const { return number_.data(); }
  std::span<const std::uint32_t> segment(std::size_t k) const {
    return std::span(tokens).subspan(begins[k], begins[k + 1] - begins[k]);
  }

  std::vector<TokenId> types;
  std::vector<std::uint32_t> tokens;
  std::vector<std::size_t> begins;        // by segment, one more at the end
  std::vector<std::size_t> types_before;  // by segment, likewise: how many types stand before it

 private:
  std::vector<std::uint32_t> number_;  // by token of the vocabulary
};

// An entry of the table between two types of a block.
struct Tie {
  std::uint32_t other = 0;  // the type on the other side
  std::uint32_t entry = 0;  // place in the table's row
  float extra = 0;
};

// Ties by type.
struct Ties {
  std::span<const Tie> of(std::size_t type) const { return {all.data() + begins[type], all.data() + begins[type + 1]}; }
  std::vector<Tie> all;
  std::vector<std::size_t> begins;
};

// A block on one level.
struct LevelScratch {
  LocalTypes sources;
  LocalTypes targets;
  std::vector<float> source_bases;  // by type
  std::vector<float> target_bases;
  Ties forward;                   // by source type
  Ties backward;                  // by target type
  std::vector<float> attraction;  // of each type of one side to a segment of the other, this level's share
};

// What a thread needs beside the rows it fills.
struct CellScratch {
  LevelScratch levels[2];
  std::vector<std::size_t> next;
  std::vector<float> weights;              // of the cells of a block, row by row
  std::vector<std::size_t> weights_begin;  // by row of the block
  std::vector<std::uint32_t> chain;        // by target type: 1 + its last place in a segment, or 0
  std::vector<std::uint32_t> before;       // by place: the same for the place before it
  std::vector<TranslationTable::Side> source_sides;
  std::vector<TranslationTable::Side> target_sides;
};

}  // namespace

class CellMaker::Rows {
 public:
  using Row = LexicalCells::Row;

  Rows(const TokenisedText& source, const TokenisedText& target, const LexicalModel& model, const PairWeights& weights)
      : source_(source),
        target_(target),
        levels_{make_level(&lexicon::Token::word, model.words, source, target),
                make_level(&lexicon::Token::stem, model.stems, source, target)},
        weights_(weights),
        weights_begin_(source.segments.size() + 1, 0) {
    for (const lexicon::Correspondence& pair : weights) ++weights_begin_[pair.source + 1];
    for (std::size_t i = 0; i < source.segments.size(); ++i) weights_begin_[i + 1] += weights_begin_[i];
  }

  // Makes rows[0] and so on, which are those of source segments from `first`.
  // The rows of `cells` from `begin` on, block_rows at most.
  void make_block(CellScratch& scratch, std::span<const Band::Range> ranges, std::size_t begin,
                  LexicalCells& cells) const {
    const std::size_t count = std::min(block_rows, ranges.size() - begin);
    make_block(scratch, ranges.subspan(begin, count), std::span(cells.rows_).subspan(begin, count),
               cells.first_row_ + begin);
  }

  void make_block(CellScratch& scratch, std::span<const Band::Range> ranges, std::span<Row> rows,
                  std::size_t first) const {
    Band::Range columns{none, 0};
    for (const Band::Range& range : ranges) {
      if (range.begin >= range.end) continue;
      columns.begin = std::min(columns.begin, range.begin);
      columns.end = std::max(columns.end, range.end);
    }
    columns.begin = std::min(columns.begin, columns.end);
    scratch.weights.clear();
    scratch.weights_begin.clear();
    for (std::size_t r = 0; r < rows.size(); ++r) {
      open_row(rows[r], ranges[r], first + r);
      add_weights(scratch, ranges[r], first + r);
    }
    if (columns.begin == columns.end) return;
    for (std::size_t l = 0; l < 2; ++l) {
      number_types(scratch.levels[l], levels_[l], columns, first, rows.size());
      find_ties(scratch, scratch.levels[l], levels_[l]);
    }
    for (std::size_t r = 0; r < rows.size(); ++r) fill_forward(scratch, ranges[r], rows[r], r, first, columns.begin);
    for (std::uint32_t j = columns.begin; j < columns.end; ++j) fill_backward(scratch, ranges, rows, j, columns.begin);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::uint32_t j = ranges[r].begin; j < ranges[r].end; ++j) {
        const float weight = scratch.weights[scratch.weights_begin[r] + j - ranges[r].begin];
        if (weight == 0) continue;
        for (std::size_t l = 0; l < 2; ++l) {
          fill_without(scratch, scratch.levels[l], levels_[l], rows[r], r, j, columns.begin,
                       static_cast<double>(weight));
        }
      }
    }
  }

 private:
  void open_row(Row& row, const Band::Range& range, std::size_t i) const {
    const auto source_size = static_cast<std::uint32_t>(source_.segments[i].tokens.size());
    std::uint32_t size = 0;
    row.first_column = range.begin;
    row.cells.reserve(range.end > range.begin ? range.end - range.begin : 0);
    for (std::uint32_t j = range.begin; j < range.end; ++j) {
      const auto target_size = static_cast<std::uint32_t>(target_.segments[j].tokens.size());
      row.cells.push_back({size, target_size, source_size, {}});
      size += target_size + source_size;
    }
    row.values.assign(size, 0.0F);
  }

  void add_weights(CellScratch& scratch, const Band::Range& range, std::size_t i) const {
    const std::size_t begin = scratch.weights.size();
    scratch.weights_begin.push_back(begin);
    if (range.begin >= range.end) return;
    scratch.weights.resize(begin + range.end - range.begin, 0.0F);
    for (std::size_t k = weights_begin_[i]; k < weights_begin_[i + 1]; ++k) {
      const lexicon::Correspondence& pair = weights_[k];
      if (pair.weight < smallest_taught) continue;
      if (pair.target >= range.begin && pair.target < range.end) {
        scratch.weights[begin + pair.target - range.begin] = pair.weight;
      }
    }
  }

  void number_types(LevelScratch& scratch, const Level& level, Band::Range columns, std::size_t first,
                    std::size_t row_count) const {
    scratch.sources.begin(level.table->source_size());
    scratch.targets.begin(level.table->target_size());
    for (std::size_t r = 0; r < row_count; ++r) scratch.sources.add(source_.segments[first + r], level.id);
    for (std::uint32_t j = columns.begin; j < columns.end; ++j) scratch.targets.add(target_.segments[j], level.id);
    scratch.source_bases.clear();
    scratch.target_bases.clear();
    for (const TokenId e : scratch.sources.types) scratch.source_bases.push_back(level.source.bases[e]);
    for (const TokenId f : scratch.targets.types) scratch.target_bases.push_back(level.target.bases[f]);
  }

  // All entries between the types of the block's rows and columns.
  void find_ties(CellScratch& block, LevelScratch& scratch, const Level& level) const {
    const LocalTypes& sources = scratch.sources;
    const LocalTypes& targets = scratch.targets;
    Ties& forward = scratch.forward;
    forward.begins.assign(1, 0);
    std::size_t count = 0;
    for (const TokenId e : sources.types) {
      const std::span<const TranslationTable::Pull> row = level.table->row_pulls(e);
      if (forward.all.size() < count + row.size()) forward.all.resize(2 * (count + row.size()));
      Tie* const ties = forward.all.data();
      if (level.spread_of[e] != none && targets.types.size() < row.size()) {
        const std::uint32_t* const places = level.spread.data() + level.spread_of[e] * level.table->target_size();
        const TokenId* const types = targets.types.data();
        const auto type_count = static_cast<std::uint32_t>(targets.types.size());
        for (std::uint32_t f = 0; f < type_count; ++f) {
          const std::uint32_t k = places[types[f]];
          if (k != none) ties[count++] = {f, k, std::max(0.0F, row[k].extra)};
        }
      } else {
        const std::uint32_t* const numbers = targets.numbers();
        for (std::uint32_t k = 0; k < row.size(); ++k) {
          const std::uint32_t f = numbers[row[k].target];
          if (f != none) ties[count++] = {f, k, std::max(0.0F, row[k].extra)};
        }
      }
      forward.begins.push_back(count);
    }
    forward.all.resize(count);

    Ties& backward = scratch.backward;
    backward.begins.assign(targets.types.size() + 1, 0);
    for (const Tie& tie : forward.all) ++backward.begins[tie.other + 1];
    for (std::size_t f = 0; f < targets.types.size(); ++f) backward.begins[f + 1] += backward.begins[f];
    backward.all.resize(forward.all.size());
    std::vector<std::size_t>& next = block.next;
    next.assign(backward.begins.begin(), backward.begins.end() - 1);
    for (std::uint32_t e = 0; e < sources.types.size(); ++e) {
      for (const Tie& tie : forward.of(e)) backward.all[next[tie.other]++] = {e, tie.entry, tie.extra};
    }
  }

  // The smaller base, a segment's being the mean of its tokens', and what the entries add; of the first types, as many
  // as asked for.
  static void attract(std::span<const std::uint32_t> segment, const Ties& ties, std::span<const float> bases,
                      float segment_base, std::size_t type_count, std::vector<float>& attraction) {
    attraction.assign(bases.size(), 0.0F);
    for (const std::uint32_t type : segment) {
      for (const Tie& tie : ties.of(type)) attraction[tie.other] += tie.extra;
    }
    const float share = level_share / static_cast<float>(segment.size());
    for (std::size_t type = 0; type < type_count; ++type) {
      attraction[type] = level_share * std::min(bases[type], segment_base) + share * attraction[type];
    }
  }

  // Attractions of tokens whose types on both levels are these.
  static void look_up(const CellScratch& scratch, std::span<const std::uint32_t> words,
                      std::span<const std::uint32_t> stems, float* values) {
    const float* const by_word = scratch.levels[0].attraction.data();
    const float* const by_stem = scratch.levels[1].attraction.data();
    for (std::size_t at = 0; at < words.size(); ++at) values[at] = by_word[words[at]] + by_stem[stems[at]];
  }

  static bool is_taught(const CellScratch& scratch, const Band::Range& range, std::size_t r, std::uint32_t j) {
    return scratch.weights[scratch.weights_begin[r] + j - range.begin] > 0;
  }

  // Attractions of target tokens to one source segment.
  void fill_forward(CellScratch& scratch, const Band::Range& range, Row& row, std::size_t r, std::size_t first,
                    std::uint32_t first_column) const {
    if (range.begin >= range.end || source_.segments[first + r].tokens.empty()) return;
    for (std::size_t l = 0; l < 2; ++l) {
      LevelScratch& level = scratch.levels[l];
      attract(level.sources.segment(r), level.forward, level.target_bases, levels_[l].source.means[first + r],
              level.targets.types_before[range.end - first_column], level.attraction);
    }
    for (std::uint32_t j = range.begin; j < range.end; ++j) {
      if (is_taught(scratch, range, r, j)) continue;
      look_up(scratch, scratch.levels[0].targets.segment(j - first_column),
              scratch.levels[1].targets.segment(j - first_column),
              row.values.data() + row.cells[j - range.begin].begin);
    }
  }

  // The same for source tokens and target segment j, in all rows that reach it.
  void fill_backward(CellScratch& scratch, std::span<const Band::Range> ranges, std::span<Row> rows, std::uint32_t j,
                     std::uint32_t first_column) const {
    if (target_.segments[j].tokens.empty()) return;
    const auto asks = [&](std::size_t r) {
      return j >= ranges[r].begin && j < ranges[r].end && !is_taught(scratch, ranges[r], r, j);
    };
    std::size_t rows_end = rows.size();
    while (rows_end > 0 && !asks(rows_end - 1)) --rows_end;
    if (rows_end == 0) return;
    for (std::size_t l = 0; l < 2; ++l) {
      LevelScratch& level = scratch.levels[l];
      attract(level.targets.segment(j - first_column), level.backward, level.source_bases, levels_[l].target.means[j],
              level.sources.types_before[rows_end], level.attraction);
    }
    for (std::size_t r = 0; r < rows_end; ++r) {
      if (!asks(r)) continue;
      const LexicalCells::Cell& cell = rows[r].cells[j - ranges[r].begin];
      look_up(scratch, scratch.levels[0].sources.segment(r), scratch.levels[1].sources.segment(r),
              rows[r].values.data() + cell.begin + cell.forward_size);
    }
  }

  // Both for one cell, with what it taught itself left out.
  void fill_without(CellScratch& scratch, const LevelScratch& block, const Level& level, Row& row, std::size_t r,
                    std::uint32_t j, std::uint32_t first_column, double weight) const {
    const std::span<const std::uint32_t> sources = block.sources.segment(r);
    const std::span<const std::uint32_t> targets = block.targets.segment(j - first_column);
    if (sources.empty() || targets.empty()) return;
    const LexicalCells::Cell& cell = row.cells[j - row.first_column];
    float* const forward = row.values.data() + cell.begin;
    float* const backward = forward + cell.forward_size;

    // 1. Bases.
    scratch.source_sides.clear();
    scratch.target_sides.clear();
    double source_sum = 0;
    double target_sum = 0;
    for (const std::uint32_t e : sources) {
      scratch.source_sides.push_back(level.table->source_side(block.sources.types[e], weight));
      source_sum += scratch.source_sides.back().base;
    }
    for (const std::uint32_t f : targets) {
      scratch.target_sides.push_back(level.table->target_side(block.targets.types[f], weight));
      target_sum += scratch.target_sides.back().base;
    }
    const double source_mean = source_sum / static_cast<double>(sources.size());
    const double target_mean = target_sum / static_cast<double>(targets.size());
    for (std::size_t at = 0; at < targets.size(); ++at) {
      forward[at] += level_share * static_cast<float>(std::min(scratch.target_sides[at].base, source_mean));
    }
    for (std::size_t at = 0; at < sources.size(); ++at) {
      backward[at] += level_share * static_cast<float>(std::min(scratch.source_sides[at].base, target_mean));
    }

    // 2. Entries: the places of each target type are chained, from the last to the first.
    if (scratch.chain.size() < block.targets.types.size()) scratch.chain.resize(block.targets.types.size(), 0);
    scratch.before.assign(targets.size(), 0);
    for (std::uint32_t at = 0; at < targets.size(); ++at) {
      scratch.before[at] = scratch.chain[targets[at]];
      scratch.chain[targets[at]] = at + 1;
    }
    const float forward_share = level_share / static_cast<float>(sources.size());
    const float backward_share = level_share / static_cast<float>(targets.size());
    const std::uint32_t* const chain = scratch.chain.data();
    const std::uint32_t* const before = scratch.before.data();
    const TranslationTable::Side* const target_sides = scratch.target_sides.data();
    for (std::size_t at = 0; at < sources.size(); ++at) {
      const TranslationEntry* const entries = level.table->row(block.sources.types[sources[at]]).data();
      const TranslationTable::Side from = scratch.source_sides[at];
      float extras = 0;
      for (const Tie& tie : block.forward.of(sources[at])) {
        std::uint32_t place = chain[tie.other];
        if (place == 0) continue;
        const TranslationTable::Side& to = target_sides[place - 1];
        const double lift = level.table->lift(entries[tie.entry], weight, from, to);
        const auto extra = static_cast<float>(lift - std::min(from.base, to.base));
        if (extra <= 0) continue;
        for (; place != 0; place = before[place - 1]) {
          forward[place - 1] += forward_share * extra;
          extras += extra;
        }
      }
      backward[at] += backward_share * extras;
    }
    for (const std::uint32_t f : targets) scratch.chain[f] = 0;
  }

  const TokenisedText& source_;
  const TokenisedText& target_;
  Level levels_[2];
  const PairWeights& weights_;
  std::vector<std::size_t> weights_begin_;  // by source segment, one more at the end
};

void LexicalCells::keep_sums(const std::function<Sums(std::size_t i, std::size_t j)>& sum, unsigned threads) {
  share_rows(rows_.size(), threads, [&](std::size_t r) {
    for (std::size_t k = 0; k < rows_[r].cells.size(); ++k) {
      rows_[r].cells[k].sums = sum(first_row_ + r, rows_[r].first_column + k);
    }
  });
  has_sums_ = true;
}

CellMaker::CellMaker(const TokenisedText& source, const TokenisedText& target, const LexicalModel& model,
                     const PairWeights& weights)
    : rows_(std::make_unique<const Rows>(source, target, model, weights)) {}

CellMaker::~CellMaker() = default;

LexicalCells CellMaker::make(const Band& band, std::size_t first, std::size_t last, unsigned threads) const {
  LexicalCells cells;
  cells.first_row_ = first;
  cells.rows_.resize(last - first);
  const auto ranges = std::span(band.rows).subspan(first, last - first);
  share_rows(
      (ranges.size() + block_rows - 1) / block_rows, threads, [] { return CellScratch{}; },
      [&](CellScratch& scratch, std::size_t block) { rows_->make_block(scratch, ranges, block * block_rows, cells); },
      1);
  return cells;
}

void CellMaker::visit(const std::vector<CellWindow>& windows, unsigned threads, const WindowVisit& visit) const {
  share_rows(
      windows.size(), threads, [] { return CellScratch{}; },
      [&](CellScratch& scratch, std::size_t k) {
        LexicalCells cells;
        cells.first_row_ = windows[k].first_source;
        cells.rows_.resize(windows[k].band.rows.size());
        for (std::size_t begin = 0; begin < cells.rows_.size(); begin += block_rows) {
          rows_->make_block(scratch, windows[k].band.rows, begin, cells);
        }
        visit(k, cells);
      },
      1);
}

LexicalCells make_cells(const TokenisedText& source, const TokenisedText& target, const LexicalModel& model,
                        const Band& band, const PairWeights& weights, unsigned threads) {
  return CellMaker(source, target, model, weights).make(band, 0, band.rows.size(), threads);
}

}  // namespace aligner::score
