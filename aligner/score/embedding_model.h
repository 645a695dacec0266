#pragma once
// EmbeddingModel: how much more probable a distance of two embeddings is between translations than between segments
// that have nothing to do with each other.
//
//   VectorDistances distances(source_vectors, target_vectors);
//   EmbeddingModel model(std::vector{&distances});
//   model.log_ratio(distances.distance({4, 2}, {5, 1}));  // nats
//
// The distance is that of the angles, 1 - cosine, over what is usual for the two groups: the mean distance of each to
// all other groups of the other side that have as many segments. A segment that is near to everything is so no better
// a partner than others (margin: Artetxe & Schwenk 2019; vecalign, Thompson & Koehn 2019, compares with a random
// sample; here it is all, which costs nothing: the mean of cosines is the cosine with the mean).

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "aligner/score/segment_vectors.h"

namespace aligner::score {

/// Distances of the groups of one bitext. Keeps views: the vectors must outlive it.
class VectorDistances {
 public:
  /// The dimensions must be equal.
  VectorDistances(const SegmentVectors& source, const SegmentVectors& target);

  /// About 1 between strangers, near 0 between translations; nullopt where there is nothing to compare with, as
  /// between two texts of one segment each.
  std::optional<double> distance(const SegmentGroup& source, const SegmentGroup& target) const;

  std::size_t source_count() const { return source_->segment_count(); }
  std::size_t target_count() const { return target_->segment_count(); }

 private:
  struct Group {
    double scale = 1;                                // of a sum of directions, to make it a direction
    std::array<float, longest_vector_group> mean{};  // cosine to the other side's groups, by their segments
  };
  using Groups = std::vector<std::array<Group, longest_vector_group>>;  // by first segment, then count - 1

  static std::vector<std::vector<double>> mean_directions(const SegmentVectors& vectors);
  static Groups measure(const SegmentVectors& vectors, const std::vector<std::vector<double>>& means);

  const SegmentVectors* source_;
  const SegmentVectors* target_;
  Groups source_groups_;
  Groups target_groups_;
};

class EmbeddingModel {
 public:
  EmbeddingModel() = default;
  /// First guesses from the texts: how far strangers are apart.
  explicit EmbeddingModel(std::span<const VectorDistances* const> texts);

  /// Nats; 0 for nullopt. Never rises with the distance.
  double log_ratio(const std::optional<double>& distance) const;

  /// Collects the distance of a bead of the given posterior; fit() then re-estimates how near translations are.
  void observe(const std::optional<double>& distance, double probability);
  void fit();

 private:
  struct Normal {
    double mean;
    double variance;
  };
  // What sentence encoders give for pairs across languages, to begin with: cosines of about .8 against .3.
  Normal related_{0.35, 0.0225};
  Normal strange_{1.0, 0.01};
  double weight_ = 0;  // sums of what was observed
  double sum_ = 0;
  double squares_ = 0;
};

}  // namespace aligner::score
