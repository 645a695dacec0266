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

struct Group {
  const PreparedText& text;
  std::size_t first;
  std::size_t count;
};

// What draws the tokens of one segment of a bead: a row of pulls from each segment of the other side, and how much each
// counts.
class Pulls {
 public:
  // Of segment `at` of `drawn`; row_of(segment of `drawing`) gives its row.
  template <typename RowOf>
  Pulls(const Group& drawing, const Group& drawn, std::size_t at, double diagonal, const RowOf& row_of)
      : count_(drawing.count) {
    const bool is_even = drawn.count == 1 && !drawing.text.even_mixtures.empty();
    if (!is_even) {
      const double middle = middle_of(drawn.text, drawn.first, drawn.count, at - drawn.first);
      mixed_ = mix(drawing.text, drawing.first, drawing.count, middle, diagonal);
    }
    shares_ = is_even ? drawing.text.even_mixtures[drawing.first][drawing.count - 1].data() : mixed_.data();
    for (std::size_t r = 0; r < count_; ++r) rows_[r] = row_of(drawing.first + r).data();
  }
  Pulls(const Pulls&) = delete;
  Pulls& operator=(const Pulls&) = delete;

  std::size_t count() const { return count_; }
  // Of a token; of this one and the next three.
  template <std::size_t Count>
  float attraction(std::size_t at) const {
    float sum = 0;
    for (std::size_t r = 0; r < Count; ++r) sum += shares_[r] * rows_[r][at];
    return sum;
  }
  template <std::size_t Count>
  FourFloats four_attractions(std::size_t at) const {
    FourFloats sum = shares_[0] * four_from(rows_[0] + at);
    for (std::size_t r = 1; r < Count; ++r) sum += shares_[r] * four_from(rows_[r] + at);
    return sum;
  }

  std::vector<double> attractions(std::size_t token_count) const {
    std::vector<double> all(token_count);
    for (std::size_t r = 0; r < count_; ++r) {
      const auto share = static_cast<double>(shares_[r]);
      for (std::size_t at = 0; at < token_count; ++at) all[at] += share * static_cast<double>(rows_[r][at]);
    }
    return all;
  }

 private:
  std::size_t count_;    // segments of the other side
  GroupMixture mixed_;   // where the text keeps none for it
  const float* shares_;  // by segment of the other side
  std::array<const float*, longest_length_group> rows_;
};

// Adds the tokens of a segment, drawn by one segment of the other side.
void add_tokens(LogProduct& product, std::span<const float> attractions, std::span<const float> explained) {
  const float* const row = attractions.data();
  product.add_all(
      explained, [row](std::size_t at) { return four_from(row + at); }, [row](std::size_t at) { return row[at]; });
}

template <std::size_t Count>
void add_tokens_of(LogProduct& product, const Pulls& pulls, std::span<const float> explained) {
  product.add_all(
      explained, [&](std::size_t at) { return pulls.four_attractions<Count>(at); },
      [&](std::size_t at) { return pulls.attraction<Count>(at); });
}

void add_tokens(LogProduct& product, const Pulls& pulls, std::span<const float> explained) {
  switch (pulls.count()) {
    case 1:
      return add_tokens_of<1>(product, pulls, explained);
    case 2:
      return add_tokens_of<2>(product, pulls, explained);
    case 3:
      return add_tokens_of<3>(product, pulls, explained);
    case 4:
      return add_tokens_of<4>(product, pulls, explained);
    default:
      return add_tokens_of<5>(product, pulls, explained);
  }
}

// The two sides of a bead and what draws them to each other.
struct DrawnBead {
  DrawnBead(const PreparedText& source_text, const PreparedText& target_text, const LexicalCells& bead_cells,
            const BeadPlace& bead, double diagonal_share)
      : source{source_text, bead.source, bead.source_count},
        target{target_text, bead.target, bead.target_count},
        cells(bead_cells),
        diagonal(diagonal_share) {}

  Pulls target_pulls(std::size_t j) const {
    return {source, target, j, diagonal, [&](std::size_t i) { return cells.forward(i, j); }};
  }
  Pulls source_pulls(std::size_t i) const {
    return {target, source, i, diagonal, [&](std::size_t j) { return cells.backward(i, j); }};
  }
  void add_targets(LogProduct& product) const {
    for (std::size_t j = target.first; j < target.first + target.count; ++j) {
      add_tokens(product, target_pulls(j), target.text.shares[j]);
    }
  }
  void add_sources(LogProduct& product) const {
    for (std::size_t i = source.first; i < source.first + source.count; ++i) {
      add_tokens(product, source_pulls(i), source.text.shares[i]);
    }
  }

  Group source;
  Group target;
  const LexicalCells& cells;
  double diagonal;
};

double token_sum(std::span<const float> attractions, std::span<const float> explained) {
  LogProduct product;
  add_tokens(product, attractions, explained);
  return product.sum();
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
    const std::vector<lexicon::Token>& tokens = text.tokens.segments[i].tokens;
    text.shares[i].resize(tokens.size());
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      text.shares[i][at] = static_cast<float>(shares.of(tokens[at].kind, words.count(tokens[at].word)));
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
  const std::size_t token_count = target.tokens.segments[target_at].tokens.size();
  return DrawnBead(source, target, cells, bead, diagonal_).target_pulls(target_at).attractions(token_count);
}

std::vector<double> BeadModel::source_attractions(const PreparedText& source, const PreparedText& target,
                                                  const LexicalCells& cells, const BeadPlace& bead,
                                                  std::size_t source_at) const {
  const std::size_t token_count = source.tokens.segments[source_at].tokens.size();
  return DrawnBead(source, target, cells, bead, diagonal_).source_pulls(source_at).attractions(token_count);
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
  const DrawnBead drawn(source, target, cells, bead, diagonal_);
  double sums = 0;  // of single cells
  LogProduct product;
  if (bead.source_count == 1 && cells.has_sums()) {
    for (std::size_t k = 0; k < bead.target_count; ++k) sums += cells.sums(bead.source, bead.target + k).forward;
  } else {
    drawn.add_targets(product);
  }
  if (bead.target_count == 1 && cells.has_sums()) {
    for (std::size_t k = 0; k < bead.source_count; ++k) sums += cells.sums(bead.source + k, bead.target).backward;
  } else {
    drawn.add_sources(product);
  }
  parts.lexical = weights_.lexical * 0.5 * (sums + product.sum());
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
