#pragma once
// Does a confidence of 90 % mean that nine of ten are right?
//
//   std::vector<Prediction> predictions = {{.confidence = 0.93, .right = true}, ...};
//   expected_calibration_error(predictions);  // 0 is perfect; 0.06: off by six points on average
//   for (const CalibrationBin& bin : calibration_bins(predictions)) ...
//
// Measure: expected calibration error over ten bins of equal width (Naeini, Cooper & Hauskrecht 2015).

#include <cstddef>
#include <vector>

namespace aligner::evaluate {

struct Prediction {
  double confidence = 0;  // 0 to 1
  bool right = false;

  friend bool operator==(const Prediction&, const Prediction&) = default;
};

struct CalibrationBin {
  double low = 0;              // confidences from low, inclusive,
  double high = 0;             // to high, exclusive; the last bin includes 1
  std::size_t count = 0;       // predictions in it
  double mean_confidence = 0;  // 0 where the bin is empty
  double share_right = 0;      // likewise

  friend bool operator==(const CalibrationBin&, const CalibrationBin&) = default;
};

/// Ten bins, empty ones included. Throws Error naming the prediction when a confidence is not within 0 and 1.
std::vector<CalibrationBin> calibration_bins(const std::vector<Prediction>& predictions);

/// The mean distance between confidence and share of right ones, each bin weighted by its count. 0 where there is no
/// prediction. Throws as calibration_bins.
double expected_calibration_error(const std::vector<Prediction>& predictions);

}  // namespace aligner::evaluate
