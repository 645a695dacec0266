#pragma once
// Lattice: all monotone alignments of two texts inside a band, and what is probable among them. Private to this room.
//
//   Lattice lattice(band, source_count, target_count);
//   lattice.score(bead_score, threads);                   // one score per node and shape
//   std::vector<WeightedBead> beads = lattice.posteriors(priors, 0.8);
//
// A node (i, j) means: the first i source and j target segments are done. Beads lead from node to node. Two states tell
// whether the last bead had an empty side, so that gaps are affine: opening one costs more than going on.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "aligner/align/fixed_points.h"
#include "aligner/score/lexical_cells.h"

namespace aligner::align {

struct Shape {
  std::uint8_t source = 0;  // segments on each side
  std::uint8_t target = 0;
};

inline constexpr std::array<Shape, 17> shapes = {{{1, 0},
                                                  {0, 1},
                                                  {1, 1},
                                                  {1, 2},
                                                  {2, 1},
                                                  {2, 2},
                                                  {1, 3},
                                                  {3, 1},
                                                  {1, 4},
                                                  {4, 1},
                                                  {2, 3},
                                                  {3, 2},
                                                  {3, 3},
                                                  {1, 5},
                                                  {5, 1},
                                                  {2, 4},
                                                  {4, 2}}};
inline constexpr std::size_t gap_shapes = 2;    // the first two
inline constexpr std::size_t pair_shapes = 3;   // 1-0 to 1-1
inline constexpr std::size_t small_shapes = 5;  // 1-0 to 2-1: enough for a first pass
inline constexpr std::uint8_t longest_group = 5;

/// The place of a shape among `shapes`; none where it is not there.
std::optional<std::size_t> find_shape(std::size_t source_count, std::size_t target_count);

struct WeightedBead {
  std::uint32_t source = 0;  // first segments
  std::uint32_t target = 0;
  std::uint8_t shape = 0;  // index into shapes
  float probability = 0;   // posterior
};

/// Whether one of its sides is empty.
inline bool is_gap(const WeightedBead& bead) { return bead.shape < gap_shapes; }

/// What is known of a path before looking at the texts. All natural logarithms.
struct PathPriors {
  std::array<double, shapes.size()> shape{};  // probabilities inside {gaps} and {others}, each sum to 1
  double gap_after_match = 0.01;
  double gap_after_gap = 0.2;
};

class Lattice {
 public:
  /// `band` has source_count + 1 rows of node columns, each inside [0, target_count + 1); the first row holds column 0
  /// and the last row column target_count. No bead crosses one of `points`, among which are the ends of delimiters
  /// (block_band.h); the band must hold a path through all of them. A bead that is given is the only way from its begin
  /// to its end; one of a shape that is not scored is passed by gaps, which say nothing.
  Lattice(score::Band band, std::size_t source_count, std::size_t target_count, FixedPoints points = {});

  using BeadScore = std::function<double(std::size_t source, std::size_t target, Shape shape)>;

  /// Scores every bead of the first `shape_count` shapes whose two ends lie in the band; gaps score 0.
  void score(const BeadScore& bead_score, std::size_t shape_count, unsigned threads);

  /// The same in parts, for texts whose scores need more room than there is: begin_scores() once, then every row in
  /// some call of score_rows(), those from `first` to before `last`.
  void begin_scores(std::size_t shape_count);
  void score_rows(std::size_t first, std::size_t last, const BeadScore& bead_score, unsigned threads);
  std::size_t row_count() const { return band_.rows.size(); }

  /// Lowers the scores of beads of several segments on both sides that could as well be two beads: what they gain by
  /// staying whole must be more than chance, the more so the rarer their shape. Call it once, after score().
  void charge_splittable(const PathPriors& priors);

  /// Beads of three segments and more are scored only where both ends lie in `nodes`, columns by row. Call it before
  /// begin_scores(). They are most of the work, and nearly everywhere none of them can be right. Measured: with those
  /// of three segments left free the mean of the development sets is the same, one of them is better by .0005, and
  /// scoring costs a fifth more.
  void confine_large_beads(score::Band nodes) { large_bead_nodes_ = std::move(nodes); }

  /// Takes out every bead of two sides that holds one of these segments, by segment; they can only be left alone.
  void leave_alone(const std::vector<bool>& source, const std::vector<bool>& target);

  /// Beads with a posterior of at least 1e-3, by source, then target. `temperature` scales log probabilities (below 1:
  /// less sure). Keeps node probabilities for narrowed_band().
  std::vector<WeightedBead> posteriors(const PathPriors& priors, double temperature);

  /// What score() and charge_splittable() gave a bead, in nats.
  double score_of(const WeightedBead& bead) const {
    return static_cast<double>(scores_of(node(bead.source, bead.target))[bead.shape]);
  }

  /// From the first to the last node of each row that posteriors() gave at least so much; an empty range where none.
  score::Band nodes_above(float probability) const;

  /// The nodes that posteriors() found possible, widened by a pad in every direction. Where a probable path (above
  /// 1e-2) leans on the edge of the band it is widened by as much as it is wide there, so that a band that misses the
  /// right path comes nearer to it with every pass.
  struct Narrowing {
    std::uint32_t pad = 2;
    float possible = 1e-5F;  // of nodes
    float sure = 0.999F;
    std::uint32_t sure_pad = 1;  // enough around a row that holds a sure node
  };
  score::Band narrowed_band(const Narrowing& narrowing) const;

  /// From the first to the last column of segments that a bead to be scored stands on, by source segment; an empty
  /// range where none does. Call it behind begin_scores(), without which all shapes count.
  score::Band segment_band() const;

  /// Whether the bead that begins at (i, j) is one of delimiters.
  bool is_delimiter(std::size_t i, std::size_t j) const {
    return !delimiter_column_.empty() && delimiter_column_[i] == j;
  }

  /// Whether a bead that is given (FixedPoint::source_size) begins at (i, j), or (i, j) is on the way through it.
  bool is_given(std::size_t i, std::size_t j) const {
    return !given_.empty() && given_[i] != nothing_given && j >= points_[given_[i]].target;
  }

  /// How often paths open a gap and go on in one, as expected by the last call of posteriors().
  struct Transitions {
    double from_match = 0;
    double match_to_gap = 0;
    double from_gap = 0;
    double gap_to_gap = 0;

    Transitions& operator+=(const Transitions& other);
  };
  const Transitions& transitions() const { return transitions_; }

  /// Log of the sum over all paths, from the last call of posteriors(): the evidence for the texts as a whole, in nats.
  double log_evidence() const { return log_evidence_; }

 private:
  // Log sums over paths, by whether the bead at their end has an empty side.
  static constexpr double impossible = -1e300;  // no path; unlike infinity it can be taken from itself
  struct StateSums {
    double match = impossible;
    double gap = impossible;
  };
  struct LogPriors;
  static constexpr float no_bead = -1e30F;
  static constexpr std::uint32_t nothing_given = 0xFFFFFFFF;

  // Of the beads that begin at a node, by shape.
  std::span<float> scores_of(std::size_t node) { return std::span(scores_).subspan(node * shape_count_, shape_count_); }
  std::span<const float> scores_of(std::size_t node) const {
    return std::span(scores_).subspan(node * shape_count_, shape_count_);
  }

  bool contains(std::size_t i, std::size_t j) const {
    return i < band_.rows.size() && j >= band_.rows[i].begin && j < band_.rows[i].end;
  }
  std::size_t node(std::size_t i, std::size_t j) const { return row_begin_[i] + j - band_.rows[i].begin; }
  bool may_pass(std::size_t i, std::size_t j, std::size_t shape, std::size_t next_point) const;
  score::Band::Range begins_of(std::size_t i, std::size_t shape) const;
  bool leads_through(const FixedPoint& point, std::size_t i, std::size_t j, std::size_t shape) const;
  double best_split(std::span<const float> here, std::size_t i, std::size_t j, Shape shape) const;
  std::vector<StateSums> forward(const LogPriors& log_priors) const;
  void make_room(score::Band& band) const;

  score::Band band_;
  score::Band large_bead_nodes_;  // no rows: everywhere
  std::size_t source_count_;
  std::size_t target_count_;
  FixedPoints points_;
  std::vector<std::size_t> delimiter_column_;  // by row; empty where there is no point
  std::vector<std::uint32_t> given_;           // by row: the point of the bead that is given there; empty likewise
  std::vector<std::size_t> row_begin_;
  std::size_t node_count_ = 0;
  std::vector<float> scores_;  // shape_count_ for each node where beads begin
  std::vector<float> node_probability_;
  std::size_t shape_count_ = shapes.size();
  Transitions transitions_;
  double log_evidence_ = 0;
};

}  // namespace aligner::align
