// The lexical part: every token of a bead asks how strongly the other side draws it. Where the other side has several
// segments, each counts by its length and by how near it lies to the diagonal of the bead; without that a 2-2 bead
// would pay for every word that is looked for in the wrong half.

#include "aligner/score/bead_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "aligner/score/log_product.h"

namespace aligner::score {
namespace {

constexpr double diagonal_pull = 4;             // measured: 2-2 beads are lost without
constexpr double smallest_length_weight = 0.3;  // beads less sure do not shape the length model
// Beads' worth of belief of a document in the lengths that are usual in all. Tokens' chances to be explained stay those
// of all: a document that is no translation would learn to explain nothing, and be called one.
constexpr double usual_length_weight = 50;

// exp(-diagonal_pull * distance) for distances of 0 to 1, by interpolation: beads of several segments ask for little
// else.
double diagonal_weight(double distance) {
  static constexpr std::size_t steps = 1024;
  static const std::array<double, steps + 2> table = [] {
    std::array<double, steps + 2> values{};
    for (std::size_t k = 0; k < values.size(); ++k) {
      values[k] = std::exp(-diagonal_pull * static_cast<double>(k) / static_cast<double>(steps));
    }
    return values;
  }();
  const double place = distance * static_cast<double>(steps);
  const auto k = static_cast<std::size_t>(place);
  return table[k] + (place - static_cast<double>(k)) * (table[k + 1] - table[k]);
}

// How much each of the `count` segments from `first` counts for a token of a segment whose middle lies at `middle` (0
// to 1).
GroupMixture mix(const PreparedText& text, std::size_t first, std::size_t count, double middle, double diagonal) {
  GroupMixture shares{};
  if (count == 1) {
    shares[0] = 1;
    return shares;
  }
  const double total = text.group(first, count).length + static_cast<double>(count);
  std::array<double, longest_length_group> weights{};
  double done = 0;
  double sum = 0;
  for (std::size_t r = 0; r < count; ++r) {
    const double part = (text.tokens.segments[first + r].length + 1) / total;
    weights[r] = part * diagonal_weight(diagonal * std::min(1.0, std::abs(done + part / 2 - middle)));
    done += part;
    sum += weights[r];
  }
  for (std::size_t r = 0; r < count; ++r) shares[r] = static_cast<float>(weights[r] / sum);
  return shares;
}

// The middle of segment `at` inside its group, 0 to 1.
double middle_of(const PreparedText& text, std::size_t first, std::size_t count, std::size_t at) {
  if (count == 1) return 0.5;
  double before = 0;
  for (std::size_t r = 0; r < at; ++r) before += text.tokens.segments[first + r].length + 1;
  const double total = text.group(first, count).length + static_cast<double>(count);
  return (before + (text.tokens.segments[first + at].length + 1) / 2) / total;
}

// How much each segment of a group counts for the tokens of segment `at` of a group opposite.
GroupMixture mix_for(const PreparedText& text, std::size_t first, std::size_t count, const PreparedText& opposite,
                     std::size_t opposite_first, std::size_t opposite_count, std::size_t at, double diagonal) {
  if (opposite_count == 1 && !text.even_mixtures.empty()) return text.even_mixtures[first][count - 1];
  return mix(text, first, count, middle_of(opposite, opposite_first, opposite_count, at), diagonal);
}

// What draws the tokens of one segment: a row of pulls from each segment of the other side, and how much each counts.
struct Pulls {
  GroupMixture shares{};
  std::array<const float*, longest_length_group> rows{};
  std::size_t count = 0;  // segments of the other side
  std::size_t size = 0;   // tokens

  // Of one token.
  template <std::size_t Count>
  float attraction(std::size_t at) const {
    float sum = 0;
    for (std::size_t r = 0; r < Count; ++r) sum += shares[r] * rows[r][at];
    return sum;
  }
  // The same of four tokens at once.
  template <std::size_t Count>
  std::array<float, 4> four_from(std::size_t at) const {
    std::array<float, 4> sums;
    for (std::size_t k = 0; k < 4; ++k) sums[k] = shares[0] * rows[0][at + k];
    for (std::size_t r = 1; r < Count; ++r) {
      for (std::size_t k = 0; k < 4; ++k) sums[k] += shares[r] * rows[r][at + k];
    }
    return sums;
  }

  std::vector<double> attractions() const {
    std::vector<double> all(size);
    for (std::size_t r = 0; r < count; ++r) {
      const auto share = static_cast<double>(shares[r]);
      for (std::size_t at = 0; at < size; ++at) all[at] += share * static_cast<double>(rows[r][at]);
    }
    return all;
  }
};

Pulls target_pulls(const PreparedText& source, const PreparedText& target, const LexicalCells& cells,
                   const BeadPlace& bead, std::size_t target_at, double diagonal) {
  Pulls pulls{.count = bead.source_count, .size = target.tokens.segments[target_at].tokens.size()};
  pulls.shares = mix_for(source, bead.source, bead.source_count, target, bead.target, bead.target_count,
                         target_at - bead.target, diagonal);
  for (std::size_t r = 0; r < bead.source_count; ++r) {
    pulls.rows[r] = cells.forward(bead.source + r, target_at).data();
  }
  return pulls;
}

Pulls source_pulls(const PreparedText& source, const PreparedText& target, const LexicalCells& cells,
                   const BeadPlace& bead, std::size_t source_at, double diagonal) {
  Pulls pulls{.count = bead.target_count, .size = source.tokens.segments[source_at].tokens.size()};
  pulls.shares = mix_for(target, bead.target, bead.target_count, source, bead.source, bead.source_count,
                         source_at - bead.source, diagonal);
  for (std::size_t r = 0; r < bead.target_count; ++r) {
    pulls.rows[r] = cells.backward(source_at, bead.target + r).data();
  }
  return pulls;
}

// The sum over the tokens of a segment, drawn by one segment of the other side.
double token_sum(std::span<const float> attractions, const std::vector<float>& shares) {
  const float* const row = attractions.data();
  return log_product(
      std::span(shares),
      [row](std::size_t at) {
        return std::array<float, 4>{row[at], row[at + 1], row[at + 2], row[at + 3]};
      },
      [row](std::size_t at) { return row[at]; });
}

template <std::size_t Count>
double token_sum_of(const Pulls& pulls, const std::vector<float>& shares) {
  return log_product(
      std::span(shares), [&](std::size_t at) { return pulls.four_from<Count>(at); },
      [&](std::size_t at) { return pulls.attraction<Count>(at); });
}

double token_sum(const Pulls& pulls, const std::vector<float>& shares) {
  switch (pulls.count) {
    case 1:
      return token_sum(std::span(pulls.rows[0], pulls.size), shares);
    case 2:
      return token_sum_of<2>(pulls, shares);
    case 3:
      return token_sum_of<3>(pulls, shares);
    case 4:
      return token_sum_of<4>(pulls, shares);
    default:
      return token_sum_of<5>(pulls, shares);
  }
}

std::vector<double> all_lengths(std::span<const PreparedText> texts) {
  std::vector<double> lengths;
  for (const PreparedText& text : texts) {
    for (const auto& segment : text.tokens.segments) lengths.push_back(segment.length);
  }
  return lengths;
}

std::vector<BoundaryClasses> all_boundaries(std::span<const PreparedText> texts) {
  std::vector<BoundaryClasses> classes;
  for (const PreparedText& text : texts) classes.insert(classes.end(), text.boundaries.begin(), text.boundaries.end());
  return classes;
}

std::vector<const VectorDistances*> all_distances(std::span<const PreparedText> source) {
  std::vector<const VectorDistances*> distances;
  for (const PreparedText& text : source) {
    if (text.distances != nullptr) distances.push_back(text.distances);
  }
  return distances;
}

// The source must come with distances.
std::optional<double> distance_of(const PreparedText& source, const BeadPlace& bead) {
  return source.distances->distance({bead.source, bead.source_count}, {bead.target, bead.target_count});
}

// For one segment of the other side, which has its middle in the middle.
void fill_even_mixtures(PreparedText& text, double diagonal) {
  if (!text.even_mixtures.empty()) return;
  const std::size_t size = text.tokens.segments.size();
  text.even_mixtures.resize(size);
  for (std::size_t first = 0; first < size; ++first) {
    for (std::size_t count = 1; count <= std::min(longest_length_group, size - first); ++count) {
      text.even_mixtures[first][count - 1] = mix(text, first, count, 0.5, diagonal);
    }
  }
}

void fill_shares(const ExplainedShares& shares, PreparedText& text, const lexicon::Vocabulary& words) {
  text.shares.resize(text.tokens.segments.size());
  for (std::size_t i = 0; i < text.shares.size(); ++i) {
    text.shares[i].clear();
    for (const lexicon::Token& token : text.tokens.segments[i].tokens) {
      text.shares[i].push_back(static_cast<float>(shares.of(token.kind, words.count(token.word))));
    }
  }
}

// Those of ingredients that are left out are 0.
BeadWeights weights_without(const Ingredients& left_out, BeadWeights weights) {
  if (left_out.contains(Ingredient::length)) weights.length = 0;
  if (left_out.contains(Ingredient::boundaries)) weights.boundary = 0;
  if (left_out.contains(Ingredient::lexical)) weights.lexical = 0;
  return weights;
}

}  // namespace

void measure_groups(PreparedText& text) {
  const std::size_t count = text.tokens.segments.size();
  text.groups.assign(count, {});
  for (std::size_t first = 0; first < count; ++first) {
    double length = 0;
    for (std::size_t n = 1; n <= longest_length_group && first + n <= count; ++n) {
      length += text.tokens.segments[first + n - 1].length;
      text.groups[first][n - 1] = GroupLength(length, static_cast<int>(n));
    }
  }
}

BeadModel::BeadModel(std::span<const PreparedText> source, std::span<const PreparedText> target,
                     const BeadWeights& weights, const Ingredients& left_out)
    : weights_(weights_without(left_out, weights)),
      diagonal_(left_out.contains(Ingredient::diagonal) ? 0 : 1),
      is_learning_shares_(!left_out.contains(Ingredient::learnt_shares)),
      usual_length_(LengthModel::from_texts(all_lengths(source), all_lengths(target))),
      length_(source.size(), usual_length_),
      lengths_(source.size()),
      boundary_(all_boundaries(source), all_boundaries(target)),
      embedding_(all_distances(source)) {}

std::vector<double> BeadModel::target_attractions(const PreparedText& source, const PreparedText& target,
                                                  const LexicalCells& cells, const BeadPlace& bead,
                                                  std::size_t target_at) const {
  return target_pulls(source, target, cells, bead, target_at, diagonal_).attractions();
}

std::vector<double> BeadModel::source_attractions(const PreparedText& source, const PreparedText& target,
                                                  const LexicalCells& cells, const BeadPlace& bead,
                                                  std::size_t source_at) const {
  return source_pulls(source, target, cells, bead, source_at, diagonal_).attractions();
}

void BeadModel::sum_cells(const PreparedText& source, const PreparedText& target, LexicalCells& cells,
                          unsigned threads) const {
  cells.keep_sums(
      [&](std::size_t i, std::size_t j) {
        return LexicalCells::Sums{token_sum(cells.forward(i, j), target.shares[j]),
                                  token_sum(cells.backward(i, j), source.shares[i])};
      },
      threads);
}

BeadParts BeadModel::score(const PreparedText& source, const PreparedText& target, const LexicalCells& cells,
                           const BeadPlace& bead) const {
  BeadParts parts = score_shape(source, target, bead);
  double forward = 0;
  for (std::size_t j = bead.target; j < bead.target + bead.target_count; ++j) {
    forward += bead.source_count == 1 && cells.has_sums()
                   ? cells.sums(bead.source, j).forward
                   : token_sum(target_pulls(source, target, cells, bead, j, diagonal_), target.shares[j]);
  }
  double backward = 0;
  for (std::size_t i = bead.source; i < bead.source + bead.source_count; ++i) {
    backward += bead.target_count == 1 && cells.has_sums()
                    ? cells.sums(i, bead.target).backward
                    : token_sum(source_pulls(source, target, cells, bead, i, diagonal_), source.shares[i]);
  }
  parts.lexical = weights_.lexical * 0.5 * (forward + backward);
  return parts;
}

BeadParts BeadModel::score_shape(const PreparedText& source, const PreparedText& target, const BeadPlace& bead) const {
  BeadParts parts;
  parts.length = weights_.length * length_[source.document].log_ratio(source.group(bead.source, bead.source_count),
                                                                      target.group(bead.target, bead.target_count));
  parts.boundary =
      weights_.boundary * boundary_.log_ratio(std::span(source.boundaries).subspan(bead.source, bead.source_count),
                                              std::span(target.boundaries).subspan(bead.target, bead.target_count));
  if (source.distances != nullptr) {
    parts.embedding = weights_.embedding * embedding_.log_ratio(distance_of(source, bead));
  }
  return parts;
}

void BeadModel::observe(const PreparedText& source, const PreparedText& target, const LexicalCells& cells,
                        const BeadPlace& bead, const lexicon::LanguageSide& source_side,
                        const lexicon::LanguageSide& target_side, double probability) {
  if (probability > smallest_length_weight) {
    lengths_[source.document].push_back({source.group(bead.source, bead.source_count).length,
                                         target.group(bead.target, bead.target_count).length, probability});
  }
  boundary_.observe(std::span(source.boundaries).subspan(bead.source, bead.source_count),
                    std::span(target.boundaries).subspan(bead.target, bead.target_count), probability);
  if (source.distances != nullptr) embedding_.observe(distance_of(source, bead), probability);
  for (std::size_t j = bead.target; j < bead.target + bead.target_count; ++j) {
    const std::vector<double> attractions = target_attractions(source, target, cells, bead, j);
    for (std::size_t at = 0; at < attractions.size(); ++at) {
      const lexicon::Token& token = target.tokens.segments[j].tokens[at];
      target_shares_.observe(token.kind, target_side.words.count(token.word), attractions[at], probability);
    }
  }
  for (std::size_t i = bead.source; i < bead.source + bead.source_count; ++i) {
    const std::vector<double> attractions = source_attractions(source, target, cells, bead, i);
    for (std::size_t at = 0; at < attractions.size(); ++at) {
      const lexicon::Token& token = source.tokens.segments[i].tokens[at];
      source_shares_.observe(token.kind, source_side.words.count(token.word), attractions[at], probability);
    }
  }
}

void BeadModel::fit() {
  fit_lengths();
  boundary_.fit();
  embedding_.fit();
  if (!is_learning_shares_) return;
  source_shares_.fit();
  target_shares_.fit();
}

void BeadModel::fit_lengths() {
  std::vector<LengthObservation> all;
  for (const auto& of_document : lengths_) all.insert(all.end(), of_document.begin(), of_document.end());
  usual_length_.fit(all);
  for (std::size_t d = 0; d < lengths_.size(); ++d) {
    length_[d] = lengths_.size() == 1 ? usual_length_ : usual_length_.fitted_to(lengths_[d], usual_length_weight);
    lengths_[d].clear();
  }
}

void BeadModel::fill_source_shares(PreparedText& text, const lexicon::LanguageSide& side) const {
  fill_shares(source_shares_, text, side.words);
  fill_even_mixtures(text, diagonal_);
}

void BeadModel::fill_target_shares(PreparedText& text, const lexicon::LanguageSide& side) const {
  fill_shares(target_shares_, text, side.words);
  fill_even_mixtures(text, diagonal_);
}

}  // namespace aligner::score
