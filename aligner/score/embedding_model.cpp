#include "aligner/score/embedding_model.h"

#include <algorithm>
#include <cmath>

namespace aligner::score {
namespace {

constexpr double null_share = 0.05;           // of beads whose vectors say nothing, as in the length model
constexpr double prior_weight = 20;           // beads' worth of belief in the first guesses
constexpr double smallest_variance = 0.0009;  // a spread of .03: a few equal pairs must not make all others impossible
constexpr double smallest_usual = 1e-4;       // where all vectors are one, no distance says anything
constexpr std::size_t sample_size = 4000;     // pairs of strangers a text

std::size_t group_count(std::size_t segments, std::size_t size) { return segments < size ? 0 : segments - size + 1; }

// Mean distance to the other side's groups without `cosine`, the one that is asked about.
std::optional<double> usual_distance(float mean, std::size_t groups, double cosine) {
  if (groups < 2) return std::nullopt;
  const auto count = static_cast<double>(groups);
  return 1 - (count * static_cast<double>(mean) - cosine) / (count - 1);
}

// Distances of pairs spread evenly over both texts; all pairs where there are few. Some are translations.
void sample(const VectorDistances& text, std::vector<double>& distances) {
  const std::size_t pairs = text.source_count() * text.target_count();
  const std::size_t taken = std::min(pairs, sample_size);
  for (std::size_t k = 0; k < taken; ++k) {
    // Multiples of the golden ratio are spread evenly, so no column is met more often than others.
    const std::size_t golden = k * 0x9E3779B9U % (std::size_t{1} << 32);
    const std::size_t source = taken == pairs ? k / text.target_count() : k * text.source_count() / taken;
    const std::size_t target = taken == pairs ? k % text.target_count() : golden * text.target_count() >> 32;
    const auto distance = text.distance({source, 1}, {target, 1});
    if (distance) distances.push_back(*distance);
  }
}

}  // namespace

VectorDistances::VectorDistances(const SegmentVectors& source, const SegmentVectors& target)
    : source_(&source),
      target_(&target),
      source_groups_(measure(source, mean_directions(target))),
      target_groups_(measure(target, mean_directions(source))) {}

std::vector<std::vector<double>> VectorDistances::mean_directions(const SegmentVectors& vectors) {
  std::vector<std::vector<double>> means;
  for (std::size_t count = 1; count <= longest_vector_group; ++count) {
    std::vector<double> mean(vectors.dimension(), 0.0);
    const std::size_t groups = group_count(vectors.segment_count(), count);
    for (std::size_t first = 0; first < groups; ++first) {
      const std::vector<float> direction = vectors.direction({first, count});
      for (std::size_t at = 0; at < mean.size(); ++at) mean[at] += static_cast<double>(direction[at]);
    }
    for (double& value : mean) value /= static_cast<double>(std::max<std::size_t>(1, groups));
    means.push_back(std::move(mean));
  }
  return means;
}

VectorDistances::Groups VectorDistances::measure(const SegmentVectors& vectors,
                                                 const std::vector<std::vector<double>>& means) {
  Groups groups(vectors.segment_count());
  for (std::size_t first = 0; first < groups.size(); ++first) {
    for (std::size_t count = 1; count <= longest_vector_group && first + count <= groups.size(); ++count) {
      Group& group = groups[first][count - 1];
      const std::vector<float> direction = vectors.direction({first, count});
      const SegmentVectors::Rows rows = vectors.rows_of({first, count});
      double squares = 0;
      for (const std::uint32_t one : rows) {
        for (const std::uint32_t other : rows) squares += vectors.cosine(one, vectors, other);
      }
      group.scale = squares > 1e-12 ? 1 / std::sqrt(squares) : 0;
      for (std::size_t size = 0; size < means.size(); ++size) {
        double cosine = 0;
        for (std::size_t at = 0; at < direction.size(); ++at) {
          cosine += static_cast<double>(direction[at]) * means[size][at];
        }
        group.mean[size] = static_cast<float>(cosine);
      }
    }
  }
  return groups;
}

std::optional<double> VectorDistances::distance(const SegmentGroup& source, const SegmentGroup& target) const {
  const Group& source_group = source_groups_[source.first][source.count - 1];
  const Group& target_group = target_groups_[target.first][target.count - 1];
  double cosine = 0;
  for (const std::uint32_t one : source_->rows_of(source)) {
    for (const std::uint32_t other : target_->rows_of(target)) cosine += source_->cosine(one, *target_, other);
  }
  cosine = std::clamp(cosine * source_group.scale * target_group.scale, -1.0, 1.0);
  const auto from_source =
      usual_distance(source_group.mean[target.count - 1], group_count(target_count(), target.count), cosine);
  const auto from_target =
      usual_distance(target_group.mean[source.count - 1], group_count(source_count(), source.count), cosine);
  if (!from_source && !from_target) return std::nullopt;
  const double usual =
      from_source && from_target ? 0.5 * (*from_source + *from_target) : *(from_source ? from_source : from_target);
  if (usual < smallest_usual) return std::nullopt;
  return (1 - cosine) / usual;
}

EmbeddingModel::EmbeddingModel(std::span<const VectorDistances* const> texts) {
  std::vector<double> distances;
  for (const VectorDistances* text : texts) sample(*text, distances);
  if (distances.empty()) return;
  std::sort(distances.begin(), distances.end());
  // Translations among the pairs lie in the lower half; the median and the wider of two spreads do not mind a few.
  const double median = distances[distances.size() / 2];
  const double below = median - distances[distances.size() * 16 / 100];  // one standard deviation of a normal
  double above = 0;
  for (std::size_t k = distances.size() / 2; k < distances.size(); ++k) {
    above += (distances[k] - median) * (distances[k] - median);
  }
  above /= static_cast<double>(distances.size() - distances.size() / 2);
  const auto count = static_cast<double>(distances.size());
  const double total = count + prior_weight;
  strange_.mean = (count * median + prior_weight * strange_.mean) / total;
  strange_.variance = (count * std::max(above, below * below) + prior_weight * strange_.variance) / total;
  strange_.variance = std::max(strange_.variance, smallest_variance);
}

double EmbeddingModel::log_ratio(const std::optional<double>& distance) const {
  if (!distance || related_.mean >= strange_.mean) return 0;
  // Between the means the ratio of two normal distributions only falls; outside it could turn round.
  const double d = std::clamp(*distance, related_.mean, strange_.mean);
  const auto log_density = [d](const Normal& normal) {
    return -0.5 * ((d - normal.mean) * (d - normal.mean) / normal.variance + std::log(normal.variance));
  };
  const double difference = std::min(50.0, log_density(related_) - log_density(strange_));
  return std::log(null_share + (1 - null_share) * std::exp(difference));
}

void EmbeddingModel::observe(const std::optional<double>& distance, double probability) {
  if (!distance) return;
  const double d = std::clamp(*distance, 0.0, 2.0);
  weight_ += probability;
  sum_ += probability * d;
  squares_ += probability * d * d;
}

void EmbeddingModel::fit() {
  const EmbeddingModel first;
  if (weight_ <= 0) return;
  const double total = weight_ + prior_weight;
  const double first_squares = first.related_.variance + first.related_.mean * first.related_.mean;
  related_.mean = (sum_ + prior_weight * first.related_.mean) / total;
  const double squares = (squares_ + prior_weight * first_squares) / total;
  related_.variance = std::max(smallest_variance, squares - related_.mean * related_.mean);
  weight_ = sum_ = squares_ = 0;
}

}  // namespace aligner::score
