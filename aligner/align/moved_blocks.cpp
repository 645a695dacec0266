#include "aligner/align/moved_blocks.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "aligner/align/accurate_path.h"
#include "aligner/align/calibrate.h"
#include "aligner/align/first_band.h"
#include "aligner/align/move_windows.h"

namespace aligner::align {
namespace {

constexpr std::size_t full_window_nodes = 10'000;  // of larger windows a corridor along the seeds is searched
// Nats against a block, beyond the number of its places. Measured: the best wrong blocks got 5 nats between
// translations with parts missing or foreign text in between (and most of these were repetitions of a sentence), and
// 12.5 between texts that are no translations of each other; of right blocks nearly all got more than 17.
constexpr double move_surprise = 14;
constexpr double smallest_posterior = 0.5;
constexpr double smallest_price = 0.1;  // nats: of a bead that the path has although it is worth nothing

// A bead of a window's path, or what lies between two of them.
struct Step {
  WeightedBead bead;  // counted from the window's begin
  double score = 0;   // nats, with priors
};

// A stretch of steps that scores more than any stretch that begins or ends elsewhere in it.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  double before = 0;  // sums of scores up to its begin and end
  double after = 0;

  double score() const { return after - before; }
};

// All maximal scoring subsequences, in order: Ruzzo & Tompa 1999. Linear but for chains of ever worse stretches.
std::vector<Stretch> maximal_stretches(const std::vector<Step>& steps) {
  std::vector<Stretch> stretches;
  double sum = 0;
  for (std::size_t k = 0; k < steps.size(); ++k) {
    const double before = sum;
    sum += steps[k].score;
    if (steps[k].score <= 0) continue;
    Stretch stretch{k, k + 1, before, sum};
    for (;;) {
      auto lower = stretches.end();
      while (lower != stretches.begin() && std::prev(lower)->before >= stretch.before) --lower;
      if (lower == stretches.begin() || std::prev(lower)->after >= stretch.after) break;
      --lower;
      stretch.begin = lower->begin;
      stretch.before = lower->before;
      stretches.erase(lower, stretches.end());
    }
    stretches.push_back(stretch);
  }
  return stretches;
}

// One window: its own lattice, and the blocks of its path.
class WindowSearch {
 public:
  WindowSearch(const MoveSearch& search, const MoveWindow& window)
      : search_(search), window_(window), lattice_(band_of(window), sizes_of(window).source, sizes_of(window).target) {}

  score::CellWindow cells() const {
    score::CellWindow cells{window_.source_begin, lattice_.segment_band()};
    for (score::Band::Range& row : cells.band.rows) {
      row.begin += window_.target_begin;
      row.end += window_.target_begin;
    }
    return cells;
  }

  std::vector<MovedBlock> find(const score::LexicalCells& cells) {
    lattice_.score([&](std::size_t i, std::size_t j, Shape shape) { return score(cells, i, j, shape); }, shapes.size(),
                   1);
    lattice_.charge_splittable(search_.priors);
    const std::vector<Step> steps = scored_path();
    std::vector<MovedBlock> blocks;
    for (const Stretch& stretch : maximal_stretches(steps)) {
      MovedBlock block{.beads = {}, .log_ratio = calibration_temperature * stretch.score()};
      for (std::size_t k = stretch.begin; k < stretch.end; ++k) {
        WeightedBead bead = steps[k].bead;
        if (bead.shape < gap_shapes) continue;
        bead.source += window_.source_begin;
        bead.target += window_.target_begin;
        block.beads.push_back(bead);
      }
      blocks.push_back(std::move(block));
    }
    return blocks;
  }

 private:
  static TextSizes sizes_of(const MoveWindow& window) {
    return {window.source_end - window.source_begin, window.target_end - window.target_begin};
  }

  static score::Band band_of(const MoveWindow& window) {
    const TextSizes sizes = sizes_of(window);
    return first_band(window.seeds, sizes.source, sizes.target, full_window_nodes);
  }

  double score(const score::LexicalCells& cells, std::size_t i, std::size_t j, Shape shape) const {
    const score::BeadPlace bead{window_.source_begin + i, shape.source, window_.target_begin + j, shape.target};
    double price = 0;
    for (std::size_t k = 0; k < shape.source; ++k) price += search_.source_prices[bead.source + k];
    for (std::size_t k = 0; k < shape.target; ++k) price += search_.target_prices[bead.target + k];
    return search_.bead_score(cells, bead) - price;
  }

  std::vector<Step> scored_path() {
    std::vector<Step> steps;
    bool after_gap = false;
    const std::vector<WeightedBead> beads = lattice_.posteriors(search_.priors, calibration_temperature);
    for (const WeightedBead& bead : most_accurate_path(beads, sizes_of(window_))) {
      const double open = after_gap ? search_.priors.gap_after_gap : search_.priors.gap_after_match;
      const double prior = std::log(search_.priors.shape[bead.shape] * (is_gap(bead) ? open : 1 - open));
      steps.push_back({bead, prior + (is_gap(bead) ? 0.0 : lattice_.score_of(bead))});
      after_gap = is_gap(bead);
    }
    return steps;
  }

  const MoveSearch& search_;
  const MoveWindow& window_;
  Lattice lattice_;
};

bool is_any(const std::vector<bool>& flags, std::size_t first, std::size_t count) {
  return std::find(flags.begin() + static_cast<std::ptrdiff_t>(first),
                   flags.begin() + static_cast<std::ptrdiff_t>(first + count),
                   true) != flags.begin() + static_cast<std::ptrdiff_t>(first + count);
}

// By segment: the blocks that take it.
using Takers = std::vector<std::vector<std::size_t>>;

struct BothTakers {
  Takers source;
  Takers target;
};

BothTakers takers_of(const std::vector<MovedBlock>& blocks, std::size_t source_count, std::size_t target_count) {
  BothTakers takers{Takers(source_count), Takers(target_count)};
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    for (const WeightedBead& bead : blocks[b].beads) {
      for (std::size_t k = 0; k < shapes[bead.shape].source; ++k) takers.source[bead.source + k].push_back(b);
      for (std::size_t k = 0; k < shapes[bead.shape].target; ++k) takers.target[bead.target + k].push_back(b);
    }
  }
  return takers;
}

bool is_same_bead(const WeightedBead& a, const WeightedBead& b) {
  return a.source == b.source && a.target == b.target && a.shape == b.shape;
}

// Whether two blocks are the same one, seen through two windows.
bool share_bead(const MovedBlock& a, const MovedBlock& b) {
  return std::any_of(a.beads.begin(), a.beads.end(), [&](const WeightedBead& bead) {
    const auto same = std::partition_point(b.beads.begin(), b.beads.end(),
                                           [&](const WeightedBead& other) { return other.source < bead.source; });
    return same != b.beads.end() && is_same_bead(*same, bead);
  });
}

// The log ratio of the strongest rival of each block, or that of no move: its bar.
std::vector<double> strongest_rivals(const std::vector<MovedBlock>& blocks, const BothTakers& takers) {
  std::vector<double> strongest(blocks.size(), 0);
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    std::set<std::size_t> others;
    for (const WeightedBead& bead : blocks[b].beads) {
      for (std::size_t k = 0; k < shapes[bead.shape].source; ++k) {
        others.insert(takers.source[bead.source + k].begin(), takers.source[bead.source + k].end());
      }
      for (std::size_t k = 0; k < shapes[bead.shape].target; ++k) {
        others.insert(takers.target[bead.target + k].begin(), takers.target[bead.target + k].end());
      }
    }
    for (const std::size_t other : others) {
      if (!share_bead(blocks[b], blocks[other])) strongest[b] = std::max(strongest[b], blocks[other].log_ratio);
    }
  }
  return strongest;
}

// Those likelier than not, without rivals.
std::vector<MovedBlock> accept(std::vector<MovedBlock> blocks, double bar, std::size_t source_count,
                               std::size_t target_count) {
  const std::vector<double> rivals = strongest_rivals(blocks, takers_of(blocks, source_count, target_count));
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const double ratio = blocks[b].log_ratio;
    blocks[b].posterior = 1 / (1 + std::exp(bar - ratio) + std::exp(rivals[b] - ratio));
  }
  std::erase_if(blocks, [](const MovedBlock& block) { return block.posterior <= smallest_posterior; });
  blocks = without_rivals(std::move(blocks), source_count, target_count);
  for (MovedBlock& block : blocks) {
    for (WeightedBead& bead : block.beads) bead.probability *= static_cast<float>(block.posterior);
  }
  return blocks;
}

std::vector<bool> free_segments(const std::vector<double>& prices) {
  std::vector<bool> is_free;
  for (const double price : prices) is_free.push_back(price <= 0);
  return is_free;
}

double log_count(const std::vector<bool>& is_free) {
  return std::log(static_cast<double>(std::max<std::ptrdiff_t>(1, std::count(is_free.begin(), is_free.end(), true))));
}

}  // namespace

double price_of(const WeightedBead& bead, double score, const PathPriors& priors) {
  const Shape shape = shapes[bead.shape];
  const double kept = score + std::log(priors.shape[bead.shape] * (1 - priors.gap_after_gap));
  const double alone = shape.source * std::log(priors.shape[0] * priors.gap_after_gap) +
                       shape.target * std::log(priors.shape[1] * priors.gap_after_gap);
  return std::max(smallest_price, kept - alone);
}

std::vector<MovedBlock> without_rivals(std::vector<MovedBlock> blocks, std::size_t source_count,
                                       std::size_t target_count) {
  std::stable_sort(blocks.begin(), blocks.end(),
                   [](const MovedBlock& a, const MovedBlock& b) { return a.log_ratio > b.log_ratio; });
  std::vector<bool> is_source_taken(source_count);
  std::vector<bool> is_target_taken(target_count);
  std::erase_if(blocks, [&](const MovedBlock& block) {
    const bool has_rival = std::any_of(block.beads.begin(), block.beads.end(), [&](const WeightedBead& bead) {
      return is_any(is_source_taken, bead.source, shapes[bead.shape].source) ||
             is_any(is_target_taken, bead.target, shapes[bead.shape].target);
    });
    if (has_rival) return true;
    for (const WeightedBead& bead : block.beads) {
      std::fill_n(is_source_taken.begin() + bead.source, shapes[bead.shape].source, true);
      std::fill_n(is_target_taken.begin() + bead.target, shapes[bead.shape].target, true);
    }
    return false;
  });
  return blocks;
}

std::vector<MovedBlock> find_moved_blocks(const MoveSearch& search) {
  const std::vector<bool> is_free_source = free_segments(search.source_prices);
  const std::vector<bool> is_free_target = free_segments(search.target_prices);
  const std::vector<MoveWindow> windows = find_move_windows(
      search.source.tokens, search.target.tokens, search.lexicon.words, is_free_source, is_free_target, search.points);
  std::vector<score::CellWindow> cell_windows;
  for (const MoveWindow& window : windows) cell_windows.push_back(WindowSearch(search, window).cells());
  std::vector<std::vector<MovedBlock>> found(windows.size());
  search.cells.visit(cell_windows, search.threads, [&](std::size_t k, const score::LexicalCells& cells) {
    found[k] = WindowSearch(search, windows[k]).find(cells);
  });
  std::vector<MovedBlock> blocks;
  for (auto& of_window : found) std::move(of_window.begin(), of_window.end(), std::back_inserter(blocks));
  const double bar = log_count(is_free_source) + log_count(is_free_target) + move_surprise;
  return accept(std::move(blocks), bar, is_free_source.size(), is_free_target.size());
}

}  // namespace aligner::align
