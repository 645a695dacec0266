// Length outliers: pairs whose lengths in characters stand in another ratio than those of the other pairs of the texts.
//
// The logarithm of the ratio, less its median, times the root of the length, has about one spread for all pairs:
// lengths are sums of many words, and their variance grows with them (Gale and Church 1993). Median and median
// deviation are used, so that outliers do not hide themselves. Fewer than twenty pairs tell nothing.

#include <algorithm>
#include <cmath>

#include "aligner/check/checked_texts.h"

namespace aligner::check {
namespace {

constexpr std::size_t fewest_pairs = 20;
constexpr std::size_t shortest = 40;            // characters of the longer side
constexpr double most_spreads = 5;              // standard deviations
constexpr double least_factor = 2;              // from the usual ratio
constexpr double grave_factor = 3;              // from here on a warning
constexpr double deviation_to_spread = 1.4826;  // of a normal distribution

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

struct Measured {
  std::size_t bead = 0;
  std::size_t source = 0;  // characters
  std::size_t target = 0;
  double log_ratio = 0;
  double weight = 0;  // root of the mean length
};

std::vector<Measured> measure(const CheckedTexts& view) {
  std::vector<Measured> pairs;
  for (const std::size_t index : view.pairs) {
    const align::Bead& bead = view.bead(index);
    Measured one{.bead = index,
                 .source = character_count(view.source.slice(view.source.passage(bead.source))),
                 .target = character_count(view.target.slice(view.target.passage(bead.target)))};
    if (one.source == 0 || one.target == 0) continue;
    one.log_ratio = std::log(static_cast<double>(one.target) / static_cast<double>(one.source));
    one.weight = std::sqrt(static_cast<double>(one.source + one.target) / 2);
    pairs.push_back(one);
  }
  return pairs;
}

std::string tenths(double value) {
  const auto rounded = static_cast<long>(std::lround(value * 10));
  return std::to_string(rounded / 10) + "." + std::to_string(rounded % 10);
}

}  // namespace

void check_lengths(const CheckedTexts& view, Findings& findings) {
  const std::vector<Measured> pairs = measure(view);
  if (pairs.size() < fewest_pairs) return;
  std::vector<double> values;
  for (const Measured& one : pairs) values.push_back(one.log_ratio);
  const double usual = median(values);
  values.clear();
  for (const Measured& one : pairs) values.push_back(std::abs(one.log_ratio - usual) * one.weight);
  const double spread = deviation_to_spread * median(values);
  for (const Measured& one : pairs) {
    const double away = std::abs(one.log_ratio - usual);
    if (std::max(one.source, one.target) < shortest || away < std::log(least_factor)) continue;
    if (away * one.weight < most_spreads * spread) continue;
    const align::Bead& bead = view.bead(one.bead);
    const bool is_short = one.log_ratio < usual;
    findings.add({.kind = FindingKind::length,
                  .severity = away >= std::log(grave_factor) ? Severity::warning : Severity::info,
                  .bead = one.bead,
                  .source = view.source.passage(bead.source),
                  .target = view.target.passage(bead.target),
                  .reason = "the target is " + tenths(std::exp(away)) + " times as " + (is_short ? "short" : "long") +
                            " as such passages usually are (" + std::to_string(one.source) + " and " +
                            std::to_string(one.target) + " characters)",
                  .remedy = is_short ? "Check that all of the source was translated."
                                     : "Check that nothing was added, or aligned wrongly."});
  }
}

}  // namespace aligner::check
