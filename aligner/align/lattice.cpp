// Forward-backward and Viterbi over beads with affine gaps. Time and memory: nodes of the band times shapes.

#include "aligner/align/lattice.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "aligner/align/block_band.h"
#include "aligner/error.h"
#include "aligner/score/share_rows.h"

namespace aligner::align {
namespace {

constexpr double minus_infinity = -std::numeric_limits<double>::infinity();
constexpr double smallest_posterior = 1e-3;
// A bead of several segments on both sides must be this much better than the two beads it could be, less for shapes
// that the texts have often: -ln P(shape) - 3 nats. What is missing costs double. Measured: of such beads that were
// wrong on the development sets nearly all were less than 6 nats better, of the right ones of a text that has many
// hardly any.
constexpr double usual_surprise = 3;
constexpr double splittable_price = 2;
constexpr float possible_node = 1e-5F;

// log(1 + exp(-x)) for 0 <= x < 40 by cubic interpolation between values and slopes 1/32 apart: exact to 3e-10, and
// several times faster than the two functions. Beyond, nothing is added.
class SoftPlus {
 public:
  double operator()(double x) const {
    const double place = x * steps_per_unit;
    const auto k = static_cast<std::size_t>(place);
    const double t = place - static_cast<double>(k);
    const Knot& left = knots_[k];
    const Knot& right = knots_[k + 1];
    const double rise = right.value - left.value;
    return left.value +
           t * (left.slope + t * (3 * rise - 2 * left.slope - right.slope + t * (left.slope + right.slope - 2 * rise)));
  }
  static constexpr double end = 40;

 private:
  static constexpr double steps_per_unit = 32;
  struct Knot {
    double value;
    double slope;  // per step
  };
  std::vector<Knot> knots_ = [] {
    std::vector<Knot> knots;
    for (double k = 0; k <= end * steps_per_unit + 1; ++k) {
      const double x = k / steps_per_unit;
      knots.push_back({std::log1p(std::exp(-x)), -1 / (1 + std::exp(x)) / steps_per_unit});
    }
    return knots;
  }();
};

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

double log_add(double a, double b) {
  static const SoftPlus soft_plus;
  if (a < b) std::swap(a, b);
  if (b == minus_infinity) return a;
  const double difference = a - b;
  return difference >= SoftPlus::end ? a : a + soft_plus(difference);
}

// Log prior of each shape after each state.
struct LogPriors {
  std::array<double, shapes.size()> after_match{};
  std::array<double, shapes.size()> after_gap{};

  LogPriors(const PathPriors& priors, double temperature) {
    for (std::size_t s = 0; s < shapes.size(); ++s) {
      const bool is_gap = s < gap_shapes;
      const double shape = std::log(std::max(priors.shape[s], 1e-12));
      after_match[s] = temperature * (shape + std::log(is_gap ? priors.gap_after_match : 1 - priors.gap_after_match));
      after_gap[s] = temperature * (shape + std::log(is_gap ? priors.gap_after_gap : 1 - priors.gap_after_gap));
    }
  }
};

}  // namespace

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
  std::size_t nodes = 0;
  for (const score::Band::Range& range : band_.rows) {
    row_begin_.push_back(nodes);
    nodes += range.end - range.begin;
  }
  scores_.resize(nodes);
}

// Whether a bead leads to no node beyond the first point that is not behind its begin. A path begins before all points,
// so it goes through every one; nodes that are neither before nor behind a point are never reached.
bool Lattice::may_pass(std::size_t i, std::size_t j, std::size_t shape, std::size_t next_point) const {
  if (next_point == points_.size()) return true;
  if (shape < gap_shapes && is_delimiter(i, j)) return false;
  const FixedPoint& point = points_[next_point];
  return i + shapes[shape].source <= point.source && j + shapes[shape].target <= point.target;
}

void Lattice::score(const BeadScore& bead_score, std::size_t shape_count, unsigned threads) {
  shape_count_ = shape_count;
  score::share_rows(band_.rows.size(), threads, [&](std::size_t i) {
    std::size_t next = 0;  // the first point that is not behind (i, j)
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      while (next < points_.size() && points_[next].source <= i && points_[next].target <= j) ++next;
      auto& scores = scores_[node(i, j)];
      scores.fill(no_bead);
      for (std::size_t s = 0; s < shape_count; ++s) {
        if (!contains(i + shapes[s].source, j + shapes[s].target) || !may_pass(i, j, s, next)) continue;
        const double score = s < gap_shapes ? 0.0 : bead_score(i, j, shapes[s]);
        if (!std::isfinite(score)) throw Error("a bead has no finite score; please report this with the two texts");
        scores[s] = static_cast<float>(score);
      }
    }
  });
}

void Lattice::charge_splittable(const PathPriors& priors) {
  // From the first row on: what a bead is compared with begins in its own node or in rows behind, which change later.
  for (std::size_t i = 0; i < band_.rows.size(); ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      auto& scores = scores_[node(i, j)];
      const auto whole = scores;
      for (std::size_t s = gap_shapes; s < shape_count_; ++s) {
        if (scores[s] == no_bead || shapes[s].source < 2 || shapes[s].target < 2) continue;
        const double asked = std::max(0.0, -std::log(priors.shape[s]) - usual_surprise);
        const double margin = static_cast<double>(scores[s]) - best_split(whole, i, j, shapes[s]);
        scores[s] -= static_cast<float>(splittable_price * std::clamp(asked - margin, 0.0, asked));
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
      auto& scores = scores_[node(i, j)];
      for (std::size_t s = gap_shapes; s < shape_count_; ++s) {
        if (scores[s] == no_bead) continue;
        if (is_held(source, i, shapes[s].source) || is_held(target, j, shapes[s].target)) scores[s] = no_bead;
      }
    }
  }
}

// The best two beads that together cover what one of `shape` at (i, j) does; `here` are the scores of that node.
double Lattice::best_split(const Scores& here, std::size_t i, std::size_t j, Shape shape) const {
  double best = minus_infinity;
  for (std::uint8_t k = 1; k < shape.source; ++k) {
    for (std::uint8_t l = 1; l < shape.target; ++l) {
      if (!contains(i + k, j + l)) continue;
      const Shape rest{static_cast<std::uint8_t>(shape.source - k), static_cast<std::uint8_t>(shape.target - l)};
      const float first = here[index_of({k, l})];
      const float second = scores_[node(i + k, j + l)][index_of(rest)];
      if (first == no_bead || second == no_bead) continue;
      best = std::max(best, static_cast<double>(first) + static_cast<double>(second));
    }
  }
  return best;
}

std::vector<Lattice::Node> Lattice::forward(const PathPriors& priors, double temperature) const {
  const LogPriors log_priors(priors, temperature);
  std::vector<Node> sums(scores_.size(), {minus_infinity, minus_infinity});
  sums[node(0, 0)].match = 0;
  for (std::size_t i = 0; i < band_.rows.size(); ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const Node from = sums[node(i, j)];
      if (from.match == minus_infinity && from.gap == minus_infinity) continue;
      const auto& scores = scores_[node(i, j)];
      for (std::size_t s = 0; s < shape_count_; ++s) {
        if (scores[s] == no_bead) continue;
        Node& to = sums[node(i + shapes[s].source, j + shapes[s].target)];
        const double path = temperature * static_cast<double>(scores[s]) +
                            log_add(from.match + log_priors.after_match[s], from.gap + log_priors.after_gap[s]);
        double& sum = s < gap_shapes ? to.gap : to.match;
        sum = log_add(sum, path);
      }
    }
  }
  return sums;
}

std::vector<Lattice::Node> Lattice::backward(const PathPriors& priors, double temperature) const {
  const LogPriors log_priors(priors, temperature);
  std::vector<Node> sums(scores_.size(), {minus_infinity, minus_infinity});
  sums[node(source_count_, target_count_)] = {0, 0};
  for (std::size_t i = band_.rows.size(); i-- > 0;) {
    for (std::size_t j = band_.rows[i].end; j-- > band_.rows[i].begin;) {
      const auto& scores = scores_[node(i, j)];
      Node& from = sums[node(i, j)];
      for (std::size_t s = 0; s < shape_count_; ++s) {
        if (scores[s] == no_bead) continue;
        const Node& to = sums[node(i + shapes[s].source, j + shapes[s].target)];
        const double path = temperature * static_cast<double>(scores[s]) + (s < gap_shapes ? to.gap : to.match);
        from.match = log_add(from.match, path + log_priors.after_match[s]);
        from.gap = log_add(from.gap, path + log_priors.after_gap[s]);
      }
    }
  }
  return sums;
}

std::vector<WeightedBead> Lattice::posteriors(const PathPriors& priors, double temperature) {
  const LogPriors log_priors(priors, temperature);
  const std::vector<Node> before = forward(priors, temperature);
  const std::vector<Node> behind = backward(priors, temperature);
  const Node& end = before[node(source_count_, target_count_)];
  const double total = log_add(end.match, end.gap);
  log_evidence_ = total;
  transitions_ = {};
  node_probability_.assign(scores_.size(), 0);
  std::vector<WeightedBead> beads;
  for (std::size_t i = 0; i < band_.rows.size(); ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const std::size_t at = node(i, j);
      const double in_match = std::exp(before[at].match + behind[at].match - total);
      const double in_gap = std::exp(before[at].gap + behind[at].gap - total);
      node_probability_[at] = static_cast<float>(in_match + in_gap);
      if (node_probability_[at] < possible_node) continue;
      if (!is_delimiter(i, j)) {  // where there is no choice nothing is to be learnt
        transitions_.from_match += in_match;
        transitions_.from_gap += in_gap;
      }
      for (std::size_t s = 0; s < shape_count_; ++s) {
        if (scores_[at][s] == no_bead) continue;
        const Node& to = behind[node(i + shapes[s].source, j + shapes[s].target)];
        const double onward = temperature * static_cast<double>(scores_[at][s]) + (s < gap_shapes ? to.gap : to.match);
        const double from_match = std::exp(before[at].match + log_priors.after_match[s] + onward - total);
        const double from_gap = std::exp(before[at].gap + log_priors.after_gap[s] + onward - total);
        if (s < gap_shapes) {
          transitions_.match_to_gap += from_match;
          transitions_.gap_to_gap += from_gap;
        }
        const double probability = from_match + from_gap;
        if (probability < smallest_posterior) continue;
        beads.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), static_cast<std::uint8_t>(s),
                         static_cast<float>(std::min(1.0, probability))});
      }
    }
  }
  return beads;
}

std::vector<WeightedBead> Lattice::best_path(const PathPriors& priors) const {
  const LogPriors log_priors(priors, 1);
  struct Step {
    double score = minus_infinity;
    std::uint8_t shape = 0;
    bool from_gap = false;
  };
  struct Best {
    Step match;
    Step gap;
  };
  std::vector<Best> best(scores_.size());
  best[node(0, 0)].match.score = 0;
  for (std::size_t i = 0; i < band_.rows.size(); ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const Best& from = best[node(i, j)];
      for (std::size_t s = 0; s < shape_count_; ++s) {
        const float bead = scores_[node(i, j)][s];
        if (bead == no_bead) continue;
        const double after_match = from.match.score + log_priors.after_match[s];
        const double after_gap = from.gap.score + log_priors.after_gap[s];
        const double score = std::max(after_match, after_gap) + static_cast<double>(bead);
        Best& to = best[node(i + shapes[s].source, j + shapes[s].target)];
        Step& step = s < gap_shapes ? to.gap : to.match;
        // Ties: the step that was met first stays, that is the smaller source index and the earlier shape.
        if (score > step.score) step = {score, static_cast<std::uint8_t>(s), after_gap > after_match};
      }
    }
  }
  std::vector<WeightedBead> path;
  std::size_t i = source_count_;
  std::size_t j = target_count_;
  const Best& end = best[node(i, j)];
  bool in_gap = end.gap.score > end.match.score;
  while (i > 0 || j > 0) {
    const Best& here = best[node(i, j)];
    const Step& step = in_gap ? here.gap : here.match;
    i -= shapes[step.shape].source;
    j -= shapes[step.shape].target;
    path.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), step.shape, 0});
    in_gap = step.from_gap;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

score::Band Lattice::narrowed_band(std::uint32_t pad) const {
  const auto columns = static_cast<std::uint32_t>(target_count_ + 1);
  const std::size_t rows = band_.rows.size();
  score::Band possible;
  possible.rows.assign(rows, {columns, 0});
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::uint32_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      if (node_probability_[node(i, j)] < possible_node) continue;
      possible.rows[i].begin = std::min(possible.rows[i].begin, j);
      possible.rows[i].end = j + 1;
    }
  }
  score::Band wide;
  wide.rows.resize(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    score::Band::Range range{columns, 0};
    for (std::size_t k = i < pad ? 0 : i - pad; k < std::min(rows, i + pad + 1); ++k) {
      range.begin = std::min(range.begin, possible.rows[k].begin);
      range.end = std::max(range.end, possible.rows[k].end);
    }
    range.begin = range.begin < pad ? 0 : range.begin - pad;
    range.end = std::min(columns, range.end + pad);
    wide.rows[i] = range;
  }
  // Ends never decrease, and rows that no path touches lie between their neighbours.
  for (std::size_t i = 1; i < rows; ++i) wide.rows[i].end = std::max(wide.rows[i].end, wide.rows[i - 1].end);
  for (std::size_t i = rows - 1; i-- > 0;) wide.rows[i].begin = std::min(wide.rows[i].begin, wide.rows[i + 1].begin);
  return confined(std::move(wide), points_);
}

score::Band Lattice::segment_band() const {
  score::Band reach;
  const auto columns = static_cast<std::uint32_t>(target_count_);
  for (std::size_t i = 0; i < source_count_; ++i) {
    const std::size_t first = i + 1 < longest_group ? 0 : i + 1 - longest_group;
    const std::size_t last = std::min(source_count_, i + longest_group);
    reach.rows.push_back({std::min(columns, band_.rows[first].begin), std::min(columns, band_.rows[last].end)});
  }
  return reach;
}

}  // namespace aligner::align
