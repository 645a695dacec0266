#include "aligner/glossary/association.h"

#include <algorithm>
#include <cmath>

namespace aligner::glossary {
namespace {

// Half of what a pair of words that hold together without doubt reaches.
constexpr double firm_information = 0.5;
constexpr double firm_ratio = 8;  // G² of a joint that chance makes once in two hundred

double entropy_term(double count, double expected) { return count > 0 ? count * std::log(count / expected) : 0; }

}  // namespace

double log_likelihood_ratio(const Contingency& counts) {
  const double total = std::max(counts.total, 1.0);
  const double first = std::min(counts.first, total);
  const double second = std::min(counts.second, total);
  const double joint = std::min({counts.joint, first, second});
  if (joint * total <= first * second) return 0;
  const double sum =
      entropy_term(joint, first * second / total) + entropy_term(first - joint, first * (total - second) / total) +
      entropy_term(second - joint, (total - first) * second / total) +
      entropy_term(std::max(total - first - second + joint, 0.0), (total - first) * (total - second) / total);
  return std::max(0.0, 2 * sum);
}

double cohesion(const Contingency& counts) {
  if (counts.joint * counts.total <= counts.first * counts.second) return 0;
  const double most = std::log(counts.total / counts.joint);
  const double information = std::log(counts.joint * counts.total / (counts.first * counts.second));
  const double share = most > 0 ? std::clamp(information / most / firm_information, 0.0, 1.0) : 1;
  const double ratio = log_likelihood_ratio(counts);
  return share * ratio / (ratio + firm_ratio);
}

}  // namespace aligner::glossary
