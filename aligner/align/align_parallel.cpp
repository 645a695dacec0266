#include "aligner/align/align_parallel.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "aligner/align/block_band.h"
#include "aligner/align/calibrate.h"
#include "aligner/align/lattice.h"
#include "aligner/align/moved_blocks.h"
#include "aligner/align/place_moved.h"
#include "aligner/error.h"
#include "aligner/score/anchor_conflicts.h"
#include "aligner/score/explain_bead.h"

namespace aligner::align {
namespace {

constexpr double shape_prior_weight = 20;  // beads' worth of belief in the first shape probabilities
constexpr double transition_prior_weight = 10;
constexpr double smallest_observed = 0.05;        // posteriors below do not shape the models
constexpr std::uint32_t band_pad = 2;             // 3, 6 and 10 gave the same F1 at many times the cost
constexpr std::size_t small_text_nodes = 20'000;  // below, the first pass tries all shapes
constexpr int most_looks = 5;                     // for moved blocks; each takes what those before made free
constexpr double largest_cost = 50;               // -ln p of a gap that the last pass found impossible

// First guesses by shape, in the order of `shapes`; gaps and others are normalised apart.
constexpr std::array<double, shapes.size()> first_shapes = {
    0.03, 0.03, 0.70, 0.07, 0.07, 0.02, 0.015, 0.015, 0.006, 0.006, 0.005, 0.005, 0.002, 0.002, 0.002, 0.001, 0.001};

std::array<double, shapes.size()> normalised_shapes(const std::array<double, shapes.size()>& counts,
                                                    double prior_weight) {
  std::array<double, shapes.size()> probabilities{};
  const double prior_total = std::accumulate(first_shapes.begin(), first_shapes.end(), 0.0);
  const auto fill = [&](std::size_t begin, std::size_t end) {
    double total = 0;
    for (std::size_t s = begin; s < end; ++s) {
      probabilities[s] = counts[s] + prior_weight * first_shapes[s] / prior_total;
      total += probabilities[s];
    }
    for (std::size_t s = begin; s < end; ++s) probabilities[s] /= total;
  };
  fill(0, gap_shapes);
  fill(gap_shapes, shapes.size());
  return probabilities;
}

score::BeadPlace place_of(const WeightedBead& bead) {
  return {bead.source, shapes[bead.shape].source, bead.target, shapes[bead.shape].target};
}

// What one document needs between passes.
struct DocumentState {
  FixedPoints points;
  score::Band band;
  score::PairWeights weights;
};

class ParallelRun {
 public:
  ParallelRun(std::span<const score::AnchoredBitext> bitexts, const score::Knowledge& knowledge,
              const ParallelOptions& options)
      : options_(options),
        bitext_(bitexts, knowledge),
        model_(bitext_.source, bitext_.target, options.weights),
        documents_(bitexts.size()) {
    priors_.shape = normalised_shapes({}, 1);
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      if (d < options.fixed_points.size()) {
        check_fixed_points(options.fixed_points[d], source_count(d), target_count(d));
        documents_[d].points = with_delimiter_ends(options.fixed_points[d]);
      }
      documents_[d].band =
          first_band_between(documents_[d].points, bitext_.rare_matches(d), source_count(d), target_count(d));
      conflicts_.emplace_back(bitext_, d, options.weights);
    }
  }

  // Learns all there is to learn; the lexicon is then that of the last pass.
  void learn() {
    lexicon_ = bitext_.learn({});
    for (int pass = 0; pass < options_.passes; ++pass) {
      run_pass(pass);
      learn_lexicon();
    }
  }

  lexicon::Lexicon extract(std::string note) const { return bitext_.extract(lexicon_.words, std::move(note)); }

  std::vector<Alignment> run() {
    learn();
    std::vector<Alignment> alignments;
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      report(options_.passes, d);
      alignments.push_back(finish(d));
    }
    return alignments;
  }

 private:
  std::size_t source_count(std::size_t d) const { return bitext_.source[d].tokens.segments.size(); }
  std::size_t target_count(std::size_t d) const { return bitext_.target[d].tokens.segments.size(); }

  Lattice make_lattice(std::size_t d) const {
    return Lattice(documents_[d].band, source_count(d), target_count(d), documents_[d].points);
  }

  void report(int pass, std::size_t document) const {
    if (!options_.progress) return;
    const double documents = static_cast<double>(documents_.size());
    const double done = (pass + static_cast<double>(document) / documents) / (options_.passes + 1);
    if (!options_.progress(done)) throw Error("interrupted while aligning; nothing was written");
  }

  double score_bead(std::size_t d, const score::LexicalCells& cells, const score::BeadPlace& bead) const {
    return model_.score(bitext_.source[d], bitext_.target[d], cells, bead).total() + conflicts_[d].weight(bead);
  }

  // Fills lattice and cells of a document with the present models.
  score::LexicalCells fill(std::size_t d, Lattice& lattice, std::size_t shape_count) {
    model_.fill_source_shares(bitext_.source[d], bitext_.source_side);
    model_.fill_target_shares(bitext_.target[d], bitext_.target_side);
    score::LexicalCells cells = score::make_cells(bitext_.source[d].tokens, bitext_.target[d].tokens, lexicon_,
                                                  lattice.segment_band(), documents_[d].weights, options_.threads);
    lattice.score(
        [&](std::size_t i, std::size_t j, Shape shape) {
          const score::BeadPlace bead{i, shape.source, j, shape.target};
          return score_bead(d, cells, bead);
        },
        shape_count, options_.threads);
    lattice.charge_splittable(priors_);
    return cells;
  }

  void run_pass(int pass) {
    std::array<double, shapes.size()> shape_counts{};
    Lattice::Transitions transitions;
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      report(pass, d);
      if (source_count(d) == 0 || target_count(d) == 0) continue;
      Lattice lattice = make_lattice(d);
      const bool is_coarse = pass == 0 && source_count(d) * target_count(d) > small_text_nodes;
      const score::LexicalCells cells = fill(d, lattice, is_coarse ? small_shapes : shapes.size());
      std::vector<WeightedBead> beads = lattice.posteriors(priors_, options_.temperature);
      std::erase_if(beads, [&](const WeightedBead& bead) { return lattice.is_delimiter(bead.source, bead.target); });
      collect(d, cells, beads, shape_counts);
      transitions += lattice.transitions();
      documents_[d].band = lattice.narrowed_band(is_coarse ? 2 * band_pad : band_pad);
    }
    model_.fit();
    priors_.shape = normalised_shapes(shape_counts, shape_prior_weight);
    fit_transitions(pass, transitions);
  }

  void collect(std::size_t d, const score::LexicalCells& cells, const std::vector<WeightedBead>& beads,
               std::array<double, shapes.size()>& shape_counts) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, float> weights;
    for (const WeightedBead& bead : beads) {
      shape_counts[bead.shape] += static_cast<double>(bead.probability);
      if (bead.shape < gap_shapes) continue;
      const score::BeadPlace place = place_of(bead);
      for (std::size_t i = 0; i < place.source_count; ++i) {
        for (std::size_t j = 0; j < place.target_count; ++j) {
          weights[{static_cast<std::uint32_t>(place.source + i), static_cast<std::uint32_t>(place.target + j)}] +=
              bead.probability;
        }
      }
      if (static_cast<double>(bead.probability) < smallest_observed) continue;
      model_.observe(bitext_.source[d], bitext_.target[d], cells, place, bitext_.source_side, bitext_.target_side,
                     static_cast<double>(bead.probability));
    }
    documents_[d].weights.clear();
    for (const auto& [pair, weight] : weights) {
      documents_[d].weights.push_back({pair.first, pair.second, std::min(1.0F, weight)});
    }
  }

  // Free from the first pass on, these learn to delete everything: 1.6 sentences for one look like gaps before the
  // lexicon knows better. So they start low and are held down for two passes.
  void fit_transitions(int pass, const Lattice::Transitions& seen) {
    const PathPriors first;
    const double opening = (seen.match_to_gap + transition_prior_weight * first.gap_after_match) /
                           (seen.from_match + transition_prior_weight);
    const double going_on =
        (seen.gap_to_gap + transition_prior_weight * first.gap_after_gap) / (seen.from_gap + transition_prior_weight);
    priors_.gap_after_match = std::clamp(opening, 1e-4, pass < 2 ? first.gap_after_match : 0.5);
    priors_.gap_after_gap = std::clamp(going_on, 1e-3, pass < 2 ? first.gap_after_gap : 0.95);
  }

  void learn_lexicon() {
    std::vector<score::PairWeights> weights;
    for (const DocumentState& document : documents_) weights.push_back(document.weights);
    lexicon_ = bitext_.learn(weights);
  }

  Alignment finish(std::size_t d) {
    Alignment alignment;
    alignment.source_count = source_count(d);
    alignment.target_count = target_count(d);
    alignment.method = "lattice-em/1";
    if (source_count(d) == 0 || target_count(d) == 0) {
      add_one_sided(alignment);
      return alignment;
    }
    Lattice lattice = make_lattice(d);
    const score::LexicalCells cells = fill(d, lattice, shapes.size());
    const score::ExplainContext context = explain_context(d, cells);
    std::vector<WeightedBead> path = path_with_posteriors(lattice);
    std::vector<WeightedBead> moved;
    if (options_.order == Order::blocks_may_move) moved = take_out_moved(d, lattice, path);
    const Calibration calibration(pairs_of(path, lattice));
    const Explanations why = explain_moved(d, moved);
    for (const auto& [step, is_moved] : place_moved(path, moved)) {
      Bead bead = make_bead(step, calibration);
      bead.moved = is_moved;
      if (lattice.is_delimiter(step.source, step.target)) {
        bead.confidence = 1;
        bead.cost = 0;
      }
      const auto found = why.find(key_of(step));
      if (found != why.end()) {
        bead.evidence = found->second;
      } else if (step.shape >= gap_shapes) {
        bead.evidence = score::explain_bead(context, place_of(step));
      }
      alignment.beads.push_back(std::move(bead));
    }
    return alignment;
  }

  // Looks for moved blocks and takes them out of the path, which is searched anew without their segments: what they
  // held together by chance finds its right place then, and may set free more of them.
  std::vector<WeightedBead> take_out_moved(std::size_t d, Lattice& lattice, std::vector<WeightedBead>& path) const {
    std::vector<WeightedBead> moved;
    std::vector<bool> is_source_moved(source_count(d));
    std::vector<bool> is_target_moved(target_count(d));
    for (int look = 0; look < most_looks; ++look) {
      const std::vector<MovedBlock> blocks = look_for_moved(d, lattice, path, is_source_moved, is_target_moved);
      if (blocks.empty()) break;
      for (const MovedBlock& block : blocks) {
        for (const WeightedBead& bead : block.beads) {
          std::fill_n(is_source_moved.begin() + bead.source, shapes[bead.shape].source, true);
          std::fill_n(is_target_moved.begin() + bead.target, shapes[bead.shape].target, true);
          moved.push_back(bead);
        }
      }
      lattice.leave_alone(is_source_moved, is_target_moved);
      path = path_with_posteriors(lattice);
    }
    return moved;
  }

  std::vector<MovedBlock> look_for_moved(std::size_t d, const Lattice& lattice, const std::vector<WeightedBead>& path,
                                         const std::vector<bool>& is_source_moved,
                                         const std::vector<bool>& is_target_moved) const {
    MoveSearch search{.source = bitext_.source[d],
                      .target = bitext_.target[d],
                      .lexicon = lexicon_,
                      .weights = documents_[d].weights,
                      .priors = priors_,
                      .points = documents_[d].points,
                      .bead_score = [this, d](const score::LexicalCells& cells,
                                              const score::BeadPlace& bead) { return score_bead(d, cells, bead); },
                      .source_prices = prices(is_source_moved),
                      .target_prices = prices(is_target_moved),
                      .threads = options_.threads};
    for (const WeightedBead& step : path) {
      if (step.shape < gap_shapes) continue;
      const bool is_delimiter = lattice.is_delimiter(step.source, step.target);
      const double price = is_delimiter ? never_moved : price_of(step, lattice.score_of(step), priors_);
      std::fill_n(search.source_prices.begin() + step.source, shapes[step.shape].source, price);
      std::fill_n(search.target_prices.begin() + step.target, shapes[step.shape].target, price);
    }
    return find_moved_blocks(search);
  }

  static std::vector<double> prices(const std::vector<bool>& is_moved) {
    std::vector<double> all;
    for (const bool moved : is_moved) all.push_back(moved ? never_moved : 0);
    return all;
  }

  score::ExplainContext explain_context(std::size_t d, const score::LexicalCells& cells) const {
    return {bitext_.source[d],      bitext_.target[d],    cells,        lexicon_, model_, bitext_.source_anchors,
            bitext_.target_anchors, bitext_.anchor_pairs, conflicts_[d]};
  }

  using BeadKey = std::pair<std::uint64_t, std::uint8_t>;
  using Explanations = std::map<BeadKey, std::vector<score::Evidence>>;

  // Moved beads lie outside the band, so each gets cells of its own.
  Explanations explain_moved(std::size_t d, const std::vector<WeightedBead>& moved) const {
    std::vector<score::CellWindow> windows;
    for (const WeightedBead& bead : moved) {
      const score::Band::Range columns{bead.target, bead.target + shapes[bead.shape].target};
      windows.push_back({bead.source, {std::vector(shapes[bead.shape].source, columns)}});
    }
    std::vector<std::vector<score::Evidence>> found(moved.size());
    score::visit_windows(bitext_.source[d].tokens, bitext_.target[d].tokens, lexicon_, windows, documents_[d].weights,
                         options_.threads, [&](std::size_t k, const score::LexicalCells& cells) {
                           found[k] = score::explain_bead(explain_context(d, cells), place_of(moved[k]));
                         });
    Explanations all;
    for (std::size_t k = 0; k < moved.size(); ++k) all[key_of(moved[k])] = std::move(found[k]);
    return all;
  }

  // The best path, each bead with its posterior at the temperature that is calibrated. That of a gap is the posterior
  // of its segment having no counterpart, wherever in the other text the path then is.
  std::vector<WeightedBead> path_with_posteriors(Lattice& lattice) const {
    std::map<BeadKey, float> posterior;
    for (const WeightedBead& bead : lattice.posteriors(priors_, calibration_temperature)) {
      posterior[key_of(bead)] += bead.probability;
    }
    std::vector<WeightedBead> path = lattice.best_path(priors_);
    for (WeightedBead& step : path) {
      const auto found = posterior.find(key_of(step));
      if (found != posterior.end()) step.probability = std::min(1.0F, found->second);
    }
    return path;
  }

  static BeadKey key_of(const WeightedBead& bead) {
    const std::uint64_t source = shapes[bead.shape].source > 0 ? bead.source : 0;
    const std::uint64_t target = shapes[bead.shape].target > 0 ? bead.target : 0;
    return {source << 32 | target, bead.shape};
  }

  // Delimiters are sure, and say nothing about the others.
  static std::vector<PosteriorBead> pairs_of(const std::vector<WeightedBead>& path, const Lattice& lattice) {
    std::vector<PosteriorBead> pairs;
    for (const WeightedBead& step : path) {
      const bool is_delimiter = lattice.is_delimiter(step.source, step.target);
      if (step.shape >= gap_shapes && !is_delimiter) pairs.push_back(posterior_bead(step));
    }
    return pairs;
  }

  static PosteriorBead posterior_bead(const WeightedBead& step) {
    return {static_cast<double>(step.probability), shapes[step.shape].source, shapes[step.shape].target};
  }

  static Bead make_bead(const WeightedBead& step, const Calibration& calibration) {
    Bead bead;
    const score::BeadPlace place = place_of(step);
    for (std::size_t i = 0; i < place.source_count; ++i) bead.source.push_back(place.source + i);
    for (std::size_t j = 0; j < place.target_count; ++j) bead.target.push_back(place.target + j);
    const bool is_gap = step.shape < gap_shapes;
    bead.confidence = is_gap ? static_cast<double>(step.probability) : calibration.confidence(posterior_bead(step));
    bead.cost = bead.confidence > 0 ? std::clamp(-std::log(bead.confidence), 0.0, largest_cost) : largest_cost;
    return bead;
  }

  // A text against nothing: every segment alone, and surely so.
  static void add_one_sided(Alignment& alignment) {
    for (std::size_t i = 0; i < alignment.source_count; ++i) {
      alignment.beads.push_back({.source = {i}, .target = {}, .confidence = 1, .grade = {}, .evidence = {}});
    }
    for (std::size_t j = 0; j < alignment.target_count; ++j) {
      alignment.beads.push_back({.source = {}, .target = {j}, .confidence = 1, .grade = {}, .evidence = {}});
    }
  }

  ParallelOptions options_;
  score::PreparedBitext bitext_;
  score::BeadModel model_;
  std::vector<score::AnchorConflicts> conflicts_;  // by document
  score::LexicalModel lexicon_;
  PathPriors priors_;
  std::vector<DocumentState> documents_;
};

}  // namespace

std::vector<Alignment> align_parallel(std::span<const score::AnchoredBitext> bitexts, const score::Knowledge& knowledge,
                                      const ParallelOptions& options) {
  return ParallelRun(bitexts, knowledge, options).run();
}

lexicon::Lexicon learn_parallel(std::span<const score::AnchoredBitext> bitexts, const score::Knowledge& knowledge,
                                std::string note, const ParallelOptions& options) {
  ParallelRun run(bitexts, knowledge, options);
  run.learn();
  return run.extract(std::move(note));
}

}  // namespace aligner::align
