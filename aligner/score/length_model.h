#pragma once
// LengthModel: long sentences are translated by long ones.
//
//   LengthModel model = LengthModel::from_texts(source_lengths, target_lengths);
//   double llr = model.log_ratio(120, 1, 95, 1);  // nats for "120 characters in one sentence : 95 characters in one"
//
// The target's length given the source's is normal with mean and variance proportional to it (Gale & Church 1993),
// mixed with the null; the null is what a group of so many unrelated sentences would measure: a Gamma distribution
// fitted to the side's own lengths. The mixture keeps a misfit from costing more than ln .05 (one sentence each) or ln
// .005 (groups). Both directions are averaged. Lengths are characters without white space.

#include <array>
#include <cstddef>
#include <span>

namespace aligner::score {

struct LengthObservation {
  double source = 0;  // characters of the bead's source group
  double target = 0;
  double weight = 0;  // posterior probability of the bead
};

/// A group of sentences as the model looks at it: its length and what is costly to make of it, made once for many
/// beads.
struct GroupLength {
  GroupLength() : GroupLength(0, 1) {}
  GroupLength(double characters, int sentences);

  double length = 0;
  double log_length = 0;     // of the length, half a character at least
  double one_in_spread = 0;  // of what the variance grows with
  double log_spread = 0;     // likewise
  int sentence_count = 1;    // 1 to longest_length_group
};

inline constexpr std::size_t longest_length_group = 5;

class LengthModel {
 public:
  /// First guess from the lengths of all segments of both sides (summed over documents).
  static LengthModel from_texts(std::span<const double> source, std::span<const double> target);

  /// Log-likelihood ratio of a bead against unrelated text, in nats. The counts are sentences in each group, 1 to 5.
  double log_ratio(const GroupLength& source, const GroupLength& target) const;
  double log_ratio(double source_length, int source_count, double target_length, int target_count) const {
    return log_ratio(GroupLength(source_length, source_count), GroupLength(target_length, target_count));
  }

  /// Re-estimates ratio and variances from beads; leaves the null as it is. Nothing changes under a total weight of 1.
  void fit(std::span<const LengthObservation> beads);

  /// The model of one of the documents that this one was fitted to: from its beads, in which this model counts as
  /// `weight` usual ones.
  LengthModel fitted_to(std::span<const LengthObservation> beads, double weight) const;

  /// Target characters per source character.
  double ratio() const { return ratio_; }

 private:
  struct Gamma {
    double shape = 1;
    double scale = 1;
    std::array<double, longest_length_group + 1> log_norm{};  // by number of sentences; 0 is not used

    double log_density(const GroupLength& group) const;
  };

  static Gamma fit_gamma(std::span<const double> lengths);
  void refit(std::span<const LengthObservation> beads, double own_weight);
  void take_slopes();

  double ratio_ = 1;
  double usual_source_ = 0;        // characters of a bead of those it was fitted to
  double forward_variance_ = 6.8;  // per character: Gale & Church 1993
  double backward_variance_ = 6.8;
  // What follows from these.
  struct Slope {
    double one_in = 0;  // of what the variance grows by for each character
    double log = 0;     // likewise
  };
  double one_in_ratio_ = 1;
  Slope forward_;
  Slope backward_;
  Gamma source_null_;
  Gamma target_null_;
};

}  // namespace aligner::score
