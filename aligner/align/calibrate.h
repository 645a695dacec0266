#pragma once
// Calibration: from the posteriors of one document's beads to how often such beads are right. Private to this room.
//
//   const Calibration calibration(beads);                     // the beads of the path that have two sides
//   calibration.confidence({.posterior = 0.97, .source_count = 1, .target_count = 2});  // between 0.85 and 0.97
//
// The posterior of a lattice is overconfident: tokens of a bead are counted as if each were evidence of its own, and a
// path that is wrong is often the best of many that are wrong in the same way. Both grow with the amount of evidence.
// So the posterior is taken at a low temperature, and its log-odds l are judged by those of the document:
//
//   ln p/(1-p) of being right = intercept + slope * l / m^(1/4) - shape_price * surprise
//
//   m         the mean of l over the document's beads, and 3 at least
//   surprise  of a bead that is not 1-1: -ln of the share of such beads in the document; of 1-1 beads 0
//
// In one document and for one shape this rises with the posterior, so nothing changes rank but by its shape.
// tools/bench/calibrate fits the three constants and tells how they do on texts that they were not fitted to. The form
// was chosen by comparing about forty on the same sets (temperatures .8, .5, .3 and .15; powers of m from 0 to 1;
// shape, number of beads and gaps); README.md says what that is worth.

#include <cstddef>
#include <span>

namespace aligner::align {

/// Of the posteriors to be calibrated.
inline constexpr double calibration_temperature = 0.5;

struct PosteriorBead {
  double posterior = 0;  // at calibration_temperature; those that were too small to be kept are 0
  std::size_t source_count = 1;
  std::size_t target_count = 1;
};

class Calibration {
 public:
  /// `beads` may be empty; then every bead is judged as one of a document of little evidence.
  explicit Calibration(std::span<const PosteriorBead> beads);

  /// More than 0 and less than 1.
  double confidence(const PosteriorBead& bead) const;

 private:
  double scale_ = 1;           // m^(1/4)
  double shape_surprise_ = 0;  // nats
};

}  // namespace aligner::align
