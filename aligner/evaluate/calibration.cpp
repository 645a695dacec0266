#include "aligner/evaluate/calibration.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "aligner/error.h"

namespace aligner::evaluate {
namespace {

constexpr std::size_t bin_count = 10;

// The last edge that is not above `confidence`, edges being 0.1, 0.2 ... as written: 0.3 falls into the bin of 0.3.
std::size_t bin_of(double confidence) {
  std::size_t bin = 0;
  while (bin + 1 < bin_count && confidence >= static_cast<double>(bin + 1) / bin_count) ++bin;
  return bin;
}

}  // namespace

std::vector<CalibrationBin> calibration_bins(const std::vector<Prediction>& predictions) {
  std::vector<CalibrationBin> bins(bin_count);
  for (std::size_t i = 0; i < bin_count; ++i) {
    bins[i].low = static_cast<double>(i) / bin_count;
    bins[i].high = static_cast<double>(i + 1) / bin_count;
  }
  for (std::size_t i = 0; i < predictions.size(); ++i) {
    const double confidence = predictions[i].confidence;
    const bool is_probability = confidence >= 0 && confidence <= 1;  // false for NaN too
    if (!is_probability) {
      throw Error("prediction " + std::to_string(i) +
                  ": its confidence is not within 0 and 1; divide percentages by 100");
    }
    CalibrationBin& bin = bins[bin_of(confidence)];
    ++bin.count;
    bin.mean_confidence += confidence;
    bin.share_right += predictions[i].right ? 1 : 0;
  }
  for (CalibrationBin& bin : bins) {
    const double count = static_cast<double>(std::max<std::size_t>(bin.count, 1));
    bin.mean_confidence /= count;
    bin.share_right /= count;
  }
  return bins;
}

double expected_calibration_error(const std::vector<Prediction>& predictions) {
  if (predictions.empty()) return 0;
  double sum = 0;
  for (const CalibrationBin& bin : calibration_bins(predictions)) {
    sum += static_cast<double>(bin.count) * std::abs(bin.mean_confidence - bin.share_right);
  }
  return sum / static_cast<double>(predictions.size());
}

}  // namespace aligner::evaluate
