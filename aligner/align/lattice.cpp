// Forward-backward over beads with affine gaps. Time: nodes of the band times shapes. Memory: a float for
// each of these, and for each node the two sums of the forward pass; of the others only the rows that beads reach over
// are kept.

#include "aligner/align/lattice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "aligner/align/block_band.h"
#include "aligner/error.h"
#include "aligner/score/log_add.h"
#include "aligner/score/share_rows.h"

namespace aligner::align {
namespace {

using score::log_add;

constexpr double minus_infinity = -std::numeric_limits<double>::infinity();
constexpr double unlikely = -6.907755278982137;  // ln 1e-3: beads below are not kept
constexpr double unthinkable = -18;              // nodes below count as impossible; nothing asks for less than 1e-7
// A bead of several segments on both sides must be this much better than the two beads it could be, less for shapes
// that the texts have often: -ln P(shape) - 3 nats. What is missing costs double. Measured: of such beads that were
// wrong on the development sets nearly all were less than 6 nats better, of the right ones of a text that has many
// hardly any.
constexpr double usual_surprise = 3;
constexpr double splittable_price = 2;
constexpr float possible_node = 1e-5F;      // others are not asked for their beads
constexpr float leaning_node = 1e-2F;       // at the edge of the band: the path may well be outside
constexpr std::uint32_t smallest_room = 8;  // columns that such a band gets more
constexpr std::uint32_t largest_room = 256;
constexpr std::size_t open_rows = longest_group + 1;  // that beads of one row lead to

// The place of each shape in `shapes`; those of no bead are never asked for.
std::size_t index_of(Shape shape) {
  static const auto table = [] {
    std::array<std::array<std::uint8_t, longest_group + 1>, longest_group + 1> places{};
    for (std::size_t s = 0; s < shapes.size(); ++s) {
      places[shapes[s].source][shapes[s].target] = static_cast<std::uint8_t>(s);
    }
    return places;
  }();
  return table[shape.source][shape.target];
}

// Columns of row i where a bead of that shape can begin so that both its ends lie in `nodes`.
score::Band::Range begins_in(const score::Band& nodes, std::size_t i, Shape shape) {
  const score::Band::Range& from = nodes.rows[i];
  const score::Band::Range& to = nodes.rows[i + shape.source];
  return {std::max(from.begin, to.begin - std::min<std::uint32_t>(to.begin, shape.target)),
          std::min(from.end, to.end - std::min<std::uint32_t>(to.end, shape.target))};
}

}  // namespace

std::optional<std::size_t> find_shape(std::size_t source_count, std::size_t target_count) {
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    if (shapes[s].source == source_count && shapes[s].target == target_count) return s;
  }
  return std::nullopt;
}

// Log priors, times temperature: of each shape among those with or without an empty side, and of a step from one such
// state to the next.
struct Lattice::LogPriors {
  std::array<double, shapes.size()> shape{};
  double temperature;
  double match_to_match;
  double match_to_gap;
  double gap_to_match;
  double gap_to_gap;

  LogPriors(const PathPriors& priors, double of_temperature)
      : temperature(of_temperature),
        match_to_match(temperature * std::log(1 - priors.gap_after_match)),
        match_to_gap(temperature * std::log(priors.gap_after_match)),
        gap_to_match(temperature * std::log(1 - priors.gap_after_gap)),
        gap_to_gap(temperature * std::log(priors.gap_after_gap)) {
    for (std::size_t s = 0; s < shapes.size(); ++s) {
      shape[s] = temperature * std::log(std::max(priors.shape[s], 1e-12));
    }
  }
  double add_to(float score, std::size_t s) const { return temperature * static_cast<double>(score) + shape[s]; }
  // From the sums of the paths to a node to those of the paths that go on from there, by what they go on with.
  StateSums forward(const StateSums& to) const {
    return {log_add(to.match + match_to_match, to.gap + gap_to_match),
            log_add(to.match + match_to_gap, to.gap + gap_to_gap)};
  }
  // From the sums of what lies behind a node, by its first bead, to those by the bead before.
  StateSums backward(const StateSums& behind) const {
    return {log_add(behind.match + match_to_match, behind.gap + match_to_gap),
            log_add(behind.match + gap_to_match, behind.gap + gap_to_gap)};
  }
};

Lattice::Transitions& Lattice::Transitions::operator+=(const Transitions& other) {
  from_match += other.from_match;
  match_to_gap += other.match_to_gap;
  from_gap += other.from_gap;
  gap_to_gap += other.gap_to_gap;
  return *this;
}

Lattice::Lattice(score::Band band, std::size_t source_count, std::size_t target_count, FixedPoints points)
    : band_(std::move(band)), source_count_(source_count), target_count_(target_count), points_(std::move(points)) {
  if (!points_.empty()) delimiter_column_.assign(source_count + 1, target_count + 1);
  for (const FixedPoint& point : points_) {
    if (point.is_delimiter) delimiter_column_[point.source] = point.target;
  }
  const bool has_given =
      std::any_of(points_.begin(), points_.end(), [](const FixedPoint& point) { return point.source_size > 0; });
  if (has_given) given_.assign(source_count + 1, nothing_given);
  for (std::size_t k = 0; k < points_.size(); ++k) {
    if (points_[k].source_size == 0) continue;
    std::fill_n(given_.begin() + points_[k].source, points_[k].source_size, static_cast<std::uint32_t>(k));
  }
  for (const score::Band::Range& range : band_.rows) {
    row_begin_.push_back(node_count_);
    node_count_ += range.end - range.begin;
  }
}

// Whether a bead leads to no node beyond the first point that is not behind its begin, which there must be. A path
// begins before all points, so it goes through every one; nodes that are neither before nor behind a point are never
// reached.
bool Lattice::may_pass(std::size_t i, std::size_t j, std::size_t shape, std::size_t next_point) const {
  if (shape < gap_shapes && is_delimiter(i, j)) return false;
  if (next_point > 0 && points_[next_point - 1].source_size > 0) {
    return leads_through(points_[next_point - 1], i, j, shape);
  }
  const FixedPoint& point = points_[next_point];
  return i + shapes[shape].source <= point.source && j + shapes[shape].target <= point.target;
}

// Columns of row i where a bead of that shape can begin so that it is scored: both its ends lie in the band, and if it
// is large in the nodes that are left to such.
score::Band::Range Lattice::begins_of(std::size_t i, std::size_t shape) const {
  if (i + shapes[shape].source > source_count_) return {};
  const score::Band::Range inside = begins_in(band_, i, shapes[shape]);
  if (shape < pair_shapes || large_bead_nodes_.rows.empty()) return inside;
  const score::Band::Range thinkable = begins_in(large_bead_nodes_, i, shapes[shape]);
  return {std::max(inside.begin, thinkable.begin), std::min(inside.end, thinkable.end)};
}

// Whether a bead is part of the only way through the bead that is given at `point`: that bead itself or, where its
// shape is not scored, first all gaps of the target, then those of the source.
bool Lattice::leads_through(const FixedPoint& point, std::size_t i, std::size_t j, std::size_t shape) const {
  const std::optional<std::size_t> whole = find_shape(point.source_size, point.target_size);
  if (whole && *whole < shape_count_) return shape == *whole && i == point.source && j == point.target;
  const bool is_target_passed = j >= point.target + point.target_size;
  return shape < gap_shapes && (shapes[shape].source > 0) == is_target_passed;
}

void Lattice::score(const BeadScore& bead_score, std::size_t shape_count, unsigned threads) {
  begin_scores(shape_count);
  score_rows(0, row_count(), bead_score, threads);
}

void Lattice::begin_scores(std::size_t shape_count) {
  shape_count_ = shape_count;
  scores_.assign(node_count_ * shape_count, no_bead);
}

void Lattice::score_rows(std::size_t first, std::size_t last, const BeadScore& bead_score, unsigned threads) {
  score::share_rows(last - first, threads, [&](std::size_t row) {
    const std::size_t i = first + row;
    for (std::size_t s = 0; s < shape_count_; ++s) {
      const score::Band::Range columns = begins_of(i, s);
      std::size_t next = 0;  // the first point that is not behind (i, j)
      for (std::size_t j = columns.begin; j < columns.end; ++j) {
        while (next < points_.size() && points_[next].source <= i && points_[next].target <= j) ++next;
        if (next < points_.size() && !may_pass(i, j, s, next)) continue;
        const double score = s < gap_shapes ? 0.0 : bead_score(i, j, shapes[s]);
        if (!std::isfinite(score)) throw Error("a bead has no finite score; please report this with the two texts");
        scores_of(node(i, j))[s] = static_cast<float>(score);
      }
    }
  });
}

void Lattice::charge_splittable(const PathPriors& priors) {
  if (shape_count_ <= small_shapes) return;  // none of them is so large
  std::array<double, shapes.size()> asked{};
  for (std::size_t s = small_shapes; s < shape_count_; ++s) {
    if (shapes[s].source < 2 || shapes[s].target < 2) continue;
    asked[s] = std::max(0.0, -std::log(priors.shape[s]) - usual_surprise);
  }
  // From the first row on: what a bead is compared with begins in its own node or in rows behind, which change later.
  std::array<float, shapes.size()> whole{};
  for (std::size_t i = 0; i < band_.rows.size(); ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const std::span<float> scores = scores_of(node(i, j));
      std::copy(scores.begin(), scores.end(), whole.begin());
      for (std::size_t s = small_shapes; s < shape_count_; ++s) {
        if (asked[s] == 0 || scores[s] == no_bead) continue;
        const double margin = static_cast<double>(scores[s]) - best_split(whole, i, j, shapes[s]);
        scores[s] -= static_cast<float>(splittable_price * std::clamp(asked[s] - margin, 0.0, asked[s]));
      }
    }
  }
}

void Lattice::leave_alone(const std::vector<bool>& source, const std::vector<bool>& target) {
  const auto is_held = [](const std::vector<bool>& side, std::size_t first, std::size_t count) {
    const auto begin = side.begin() + static_cast<std::ptrdiff_t>(first);
    return std::find(begin, begin + static_cast<std::ptrdiff_t>(count), true) !=
           begin + static_cast<std::ptrdiff_t>(count);
  };
  for (std::size_t i = 0; i < band_.rows.size(); ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const std::span<float> scores = scores_of(node(i, j));
      for (std::size_t s = gap_shapes; s < shape_count_; ++s) {
        if (scores[s] == no_bead) continue;
        if (is_held(source, i, shapes[s].source) || is_held(target, j, shapes[s].target)) scores[s] = no_bead;
      }
    }
  }
}

// The best two beads that together cover what one of `shape` at (i, j) does; `here` are the scores of that node.
double Lattice::best_split(std::span<const float> here, std::size_t i, std::size_t j, Shape shape) const {
  double best = minus_infinity;
  for (std::uint8_t k = 1; k < shape.source; ++k) {
    for (std::uint8_t l = 1; l < shape.target; ++l) {
      if (!contains(i + k, j + l)) continue;
      const Shape rest{static_cast<std::uint8_t>(shape.source - k), static_cast<std::uint8_t>(shape.target - l)};
      const float first = here[index_of({k, l})];
      const float second = scores_of(node(i + k, j + l))[index_of(rest)];
      if (first == no_bead || second == no_bead) continue;
      best = std::max(best, static_cast<double>(first) + static_cast<double>(second));
    }
  }
  return best;
}

std::vector<Lattice::StateSums> Lattice::forward(const LogPriors& log_priors) const {
  std::vector<StateSums> sums(node_count_);
  sums[node(0, 0)].match = 0;
  for (std::size_t i = 0; i < band_.rows.size(); ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const StateSums& to = sums[node(i, j)];
      if (to.match == impossible && to.gap == impossible) continue;
      const StateSums from = log_priors.forward(to);
      const std::span<const float> scores = scores_of(node(i, j));
      for (std::size_t s = 0; s < shape_count_; ++s) {
        if (scores[s] == no_bead) continue;
        StateSums& next = sums[node(i + shapes[s].source, j + shapes[s].target)];
        const double bead = log_priors.add_to(scores[s], s);
        if (s < gap_shapes) {
          next.gap = log_add(next.gap, bead + from.gap);
        } else {
          next.match = log_add(next.match, bead + from.match);
        }
      }
    }
  }
  return sums;
}

// Backward sums row by row, and with them the posteriors: the sums of a row and of those that its beads lead to are all
// that is needed at a time.
std::vector<WeightedBead> Lattice::posteriors(const PathPriors& priors, double temperature) {
  const LogPriors log_priors(priors, temperature);
  const std::vector<StateSums> before = forward(log_priors);
  const StateSums& end = before[node(source_count_, target_count_)];
  const double total = log_add(end.match, end.gap);
  log_evidence_ = total;
  transitions_ = {};
  node_probability_.assign(node_count_, 0);
  std::array<std::vector<StateSums>, open_rows> behind;  // by row modulo open_rows, then column of the band
  const auto behind_at = [&](std::size_t i, std::size_t j) -> StateSums& {
    return behind[i % open_rows][j - band_.rows[i].begin];
  };
  std::vector<WeightedBead> beads;  // from the last to the first
  for (std::size_t i = band_.rows.size(); i-- > 0;) {
    behind[i % open_rows].assign(band_.rows[i].end - band_.rows[i].begin, {});
    for (std::size_t j = band_.rows[i].end; j-- > band_.rows[i].begin;) {
      const std::size_t at = node(i, j);
      const std::span<const float> scores = scores_of(at);

      // 1. What lies behind every bead, and so behind the node.
      std::array<double, shapes.size()> onward{};
      StateSums first;
      for (std::size_t s = 0; s < shape_count_; ++s) {
        if (scores[s] == no_bead) continue;
        const StateSums& to = behind_at(i + shapes[s].source, j + shapes[s].target);
        const double bead = log_priors.add_to(scores[s], s);
        if (s < gap_shapes) {
          onward[s] = bead + to.gap;
          first.gap = log_add(first.gap, onward[s]);
        } else {
          onward[s] = bead + to.match;
          first.match = log_add(first.match, onward[s]);
        }
      }
      const bool is_end = i == source_count_ && j == target_count_;
      const StateSums here = is_end ? StateSums{0, 0} : log_priors.backward(first);
      behind_at(i, j) = here;

      // 2. The node's probability.
      const double log_match = before[at].match + here.match - total;
      const double log_gap = before[at].gap + here.gap - total;
      if (std::max(log_match, log_gap) < unthinkable) continue;
      const double in_match = std::exp(log_match);
      const double in_gap = std::exp(log_gap);
      node_probability_[at] = static_cast<float>(in_match + in_gap);
      if (node_probability_[at] < possible_node) continue;
      if (!is_delimiter(i, j) && !is_given(i, j)) {  // where there is no choice nothing is to be learnt
        transitions_.from_match += in_match;
        transitions_.from_gap += in_gap;
      }

      // 3. That of every bead.
      const StateSums from = log_priors.forward(before[at]);
      for (std::size_t s = shape_count_; s-- > 0;) {
        if (scores[s] == no_bead) continue;
        if (s < gap_shapes && !is_given(i, j)) {
          transitions_.match_to_gap += std::exp(before[at].match + log_priors.match_to_gap + onward[s] - total);
          transitions_.gap_to_gap += std::exp(before[at].gap + log_priors.gap_to_gap + onward[s] - total);
        }
        const double log_probability = (s < gap_shapes ? from.gap : from.match) + onward[s] - total;
        if (log_probability < unlikely) continue;
        beads.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), static_cast<std::uint8_t>(s),
                         static_cast<float>(std::min(1.0, std::exp(log_probability)))});
      }
    }
  }
  std::reverse(beads.begin(), beads.end());
  return beads;
}

score::Band Lattice::nodes_above(float probability) const {
  score::Band nodes;
  nodes.rows.assign(band_.rows.size(), {static_cast<std::uint32_t>(target_count_ + 1), 0});
  for (std::size_t i = 0; i < band_.rows.size(); ++i) {
    for (std::uint32_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      if (node_probability_[node(i, j)] < probability) continue;
      nodes.rows[i].begin = std::min(nodes.rows[i].begin, j);
      nodes.rows[i].end = j + 1;
    }
  }
  return nodes;
}

score::Band Lattice::narrowed_band(const Narrowing& narrowing) const {
  const std::uint32_t pad = narrowing.pad;
  const auto columns = static_cast<std::uint32_t>(target_count_ + 1);
  const std::size_t rows = band_.rows.size();
  const score::Band possible = nodes_above(narrowing.possible);
  const score::Band sure = nodes_above(narrowing.sure);
  std::vector<std::uint32_t> row_pad(rows, pad);
  for (std::size_t i = 0; i < rows; ++i) {
    if (sure.rows[i].begin < sure.rows[i].end) row_pad[i] = std::min(pad, narrowing.sure_pad);
  }
  score::Band wide;
  wide.rows.resize(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    score::Band::Range range{columns, 0};
    for (std::size_t k = i < pad ? 0 : i - pad; k < std::min(rows, i + pad + 1); ++k) {
      if ((k < i ? i - k : k - i) > row_pad[k]) continue;
      range.begin = std::min(range.begin, possible.rows[k].begin);
      range.end = std::max(range.end, possible.rows[k].end);
    }
    range.begin = range.begin < row_pad[i] ? 0 : range.begin - row_pad[i];
    range.end = std::min(columns, range.end + row_pad[i]);
    wide.rows[i] = range;
  }
  make_room(wide);
  // Ends never decrease, and rows that no path touches lie between their neighbours.
  for (std::size_t i = 1; i < rows; ++i) wide.rows[i].end = std::max(wide.rows[i].end, wide.rows[i - 1].end);
  for (std::size_t i = rows - 1; i-- > 0;) wide.rows[i].begin = std::min(wide.rows[i].begin, wide.rows[i + 1].begin);
  return confined(std::move(wide), points_);
}

// Widens the rows around those where a probable path leans on the edge of this lattice's band.
void Lattice::make_room(score::Band& band) const {
  const auto columns = static_cast<std::uint32_t>(target_count_ + 1);
  for (std::size_t i = 0; i < band_.rows.size(); ++i) {
    const score::Band::Range& row = band_.rows[i];
    if (row.begin == row.end) continue;
    const bool leans_left = row.begin > 0 && node_probability_[node(i, row.begin)] >= leaning_node;
    const bool leans_right = row.end < columns && node_probability_[node(i, row.end - 1)] >= leaning_node;
    if (!leans_left && !leans_right) continue;
    const std::uint32_t room = std::clamp(row.end - row.begin, smallest_room, largest_room);
    for (std::size_t k = i < room ? 0 : i - room; k < std::min<std::size_t>(band.rows.size(), i + room + 1); ++k) {
      score::Band::Range& wide = band.rows[k];
      if (leans_left) wide.begin = std::min(wide.begin, row.begin < room ? 0 : row.begin - room);
      if (leans_right) wide.end = std::max(wide.end, std::min(columns, row.end + room));
    }
  }
}

score::Band Lattice::segment_band() const {
  score::Band reach;
  reach.rows.assign(source_count_, {static_cast<std::uint32_t>(target_count_), 0});
  for (std::size_t s = gap_shapes; s < shape_count_; ++s) {
    const Shape shape = shapes[s];
    for (std::size_t i = 0; i + shape.source <= source_count_; ++i) {
      const score::Band::Range begins = begins_of(i, s);
      if (begins.begin >= begins.end) continue;
      for (std::size_t k = i; k < i + shape.source; ++k) {
        reach.rows[k].begin = std::min(reach.rows[k].begin, begins.begin);
        reach.rows[k].end = std::max(reach.rows[k].end, begins.end - 1 + shape.target);
      }
    }
  }
  for (score::Band::Range& row : reach.rows) row.begin = std::min(row.begin, row.end);
  return reach;
}

}  // namespace aligner::align
