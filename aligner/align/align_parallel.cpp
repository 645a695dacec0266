#include "aligner/align/align_parallel.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "aligner/align/accurate_path.h"
#include "aligner/align/block_band.h"
#include "aligner/align/calibrate.h"
#include "aligner/align/lattice.h"
#include "aligner/align/moved_blocks.h"
#include "aligner/align/place_moved.h"
#include "aligner/error.h"
#include "aligner/score/anchor_conflicts.h"
#include "aligner/score/explain_bead.h"
#include "aligner/score/rare_matches.h"

namespace aligner::align {
namespace {

constexpr double shape_prior_weight = 20;  // beads' worth of belief in the first shape probabilities
constexpr double transition_prior_weight = 10;
constexpr double smallest_observed = 0.05;        // posteriors below do not shape the models
constexpr std::uint32_t band_pad = 2;             // 3, 6 and 10 gave the same F1 at many times the cost
constexpr std::size_t small_text_nodes = 20'000;  // below, the first pass tries all shapes
constexpr int held_passes = 2;                    // in which gaps are held down
constexpr double settled_change = 0.001;          // of weights by segment: what would move less is left out
constexpr std::size_t part_rows = 512;            // of a lattice, whose cells are kept at a time
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

std::uint64_t key_of(const lexicon::Correspondence& pair) { return std::uint64_t{pair.source} << 32 | pair.target; }

// Sorts pairs by source, then target, and adds up what is said of one pair, to 1 at most.
void merge_pairs(score::PairWeights& pairs) {
  std::stable_sort(pairs.begin(), pairs.end(), [](const lexicon::Correspondence& a, const lexicon::Correspondence& b) {
    return key_of(a) < key_of(b);
  });
  std::size_t kept = 0;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    if (kept > 0 && key_of(pairs[kept - 1]) == key_of(pairs[k])) {
      pairs[kept - 1].weight += pairs[k].weight;
    } else {
      pairs[kept++] = pairs[k];
    }
  }
  pairs.resize(kept);
  pairs.shrink_to_fit();
  for (lexicon::Correspondence& pair : pairs) pair.weight = std::min(1.0F, pair.weight);
}

// Sum over all pairs of how much the weight differs.
double change_between(const score::PairWeights& before, const score::PairWeights& after) {
  double change = 0;
  auto old = before.begin();
  for (const lexicon::Correspondence& pair : after) {
    for (; old != before.end() && key_of(*old) < key_of(pair); ++old) change += static_cast<double>(old->weight);
    const bool is_there = old != before.end() && key_of(*old) == key_of(pair);
    change += std::abs(static_cast<double>(pair.weight) - (is_there ? static_cast<double>(old->weight) : 0.0));
    if (is_there) ++old;
  }
  for (; old != before.end(); ++old) change += static_cast<double>(old->weight);
  return change;
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
        bitext_(bitexts, knowledge, options.left_out),
        model_(bitext_.source, bitext_.target, options.weights, options.left_out),
        documents_(bitexts.size()) {
    priors_.shape = normalised_shapes({}, 1);
    if (is_left_out(Ingredient::affine_gaps)) priors_.gap_after_gap = priors_.gap_after_match;
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      report(d);
      if (d < options.fixed_points.size()) {
        check_fixed_points(options.fixed_points[d], source_count(d), target_count(d));
        documents_[d].points = with_delimiter_ends(options.fixed_points[d]);
      }
      const score::RareMatches matches(bitext_, d);
      documents_[d].band = first_band_between(
          documents_[d].points, [&](const score::SegmentBlock& block) { return matches.in(block); }, source_count(d),
          target_count(d));
      conflicts_.emplace_back(bitext_, d, model_.weights());
    }
  }

  // Learns all there is to learn; the lexicon is then that of the last pass.
  void learn() {
    lexicon_ = bitext_.learn({});
    for (int pass = 0; pass < options_.passes; ++pass) {
      run_pass(pass);
      if (!is_left_out(Ingredient::learnt_lexicon)) learn_lexicon();
      if (is_settled(pass)) return;
    }
  }

  lexicon::Lexicon extract(std::string note) const { return bitext_.extract(lexicon_.words, std::move(note)); }

  std::vector<Alignment> run() {
    learn();
    std::vector<Alignment> alignments;
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      pass_ = options_.passes;
      report(d);
      alignments.push_back(finish(d));
    }
    return alignments;
  }

 private:
  using Ingredient = score::Ingredient;

  bool is_left_out(Ingredient ingredient) const { return options_.left_out.contains(ingredient); }
  std::size_t source_count(std::size_t d) const { return bitext_.source[d].tokens.segments.size(); }
  std::size_t target_count(std::size_t d) const { return bitext_.target[d].tokens.segments.size(); }

  Lattice make_lattice(std::size_t d) const {
    return Lattice(documents_[d].band, source_count(d), target_count(d), documents_[d].points);
  }

  void report(std::size_t document) const {
    if (!options_.progress) return;
    const double documents = static_cast<double>(documents_.size());
    const double done = (pass_ + static_cast<double>(document) / documents) / (options_.passes + 1);
    if (!options_.progress(done)) throw Error("interrupted while aligning; nothing was written");
  }

  score::CellMaker make_cell_maker(std::size_t d) const {
    static const score::PairWeights nothing;
    const score::PairWeights& taught = is_left_out(Ingredient::leave_one_out) ? nothing : documents_[d].weights;
    return {bitext_.source[d].tokens, bitext_.target[d].tokens, lexicon_, taught};
  }

  double score_bead(std::size_t d, const score::LexicalCells& cells, const score::BeadPlace& bead) const {
    return model_.score(bitext_.source[d], bitext_.target[d], cells, bead).total() + conflicts_[d].weight(bead);
  }

  // Fills the lattice of a document with the present models, in parts: the cells of a long text take more room than all
  // else.
  void fill(std::size_t d, const score::CellMaker& maker, Lattice& lattice, std::size_t shape_count) {
    model_.fill_source_shares(bitext_.source[d], bitext_.source_side);
    model_.fill_target_shares(bitext_.target[d], bitext_.target_side);
    const score::Band reach = lattice.segment_band();
    lattice.begin_scores(shape_count);
    for (std::size_t first = 0; first < lattice.row_count(); first += part_rows) {
      report(d);
      const std::size_t last = std::min(first + part_rows, lattice.row_count());
      const std::size_t reached = std::min(last - 1 + longest_group, source_count(d));
      score::LexicalCells cells = maker.make(reach, std::min(first, reached), reached, options_.threads);
      model_.sum_cells(bitext_.source[d], bitext_.target[d], cells, options_.threads);
      lattice.score_rows(
          first, last,
          [&](std::size_t i, std::size_t j, Shape shape) {
            return score_bead(d, cells, {i, shape.source, j, shape.target});
          },
          options_.threads);
    }
    if (!is_left_out(Ingredient::composite_charge)) lattice.charge_splittable(priors_);
  }

  // The cells that beads with two sides stand on.
  score::LexicalCells cells_of(std::size_t d, const score::CellMaker& maker,
                               const std::vector<WeightedBead>& beads) const {
    score::Band band;
    band.rows.assign(source_count(d), {static_cast<std::uint32_t>(target_count(d)), 0});
    for (const WeightedBead& bead : beads) {
      if (bead.shape < gap_shapes) continue;
      for (std::size_t i = bead.source; i < bead.source + shapes[bead.shape].source; ++i) {
        band.rows[i].begin = std::min(band.rows[i].begin, bead.target);
        band.rows[i].end = std::max(band.rows[i].end, bead.target + shapes[bead.shape].target);
      }
    }
    for (score::Band::Range& row : band.rows) row.begin = std::min(row.begin, row.end);
    return maker.make(band, 0, source_count(d), options_.threads);
  }

  // Whether a further pass would change next to nothing. Not before gaps are free and were seen.
  bool is_settled(int pass) const {
    double segments = 0;
    for (std::size_t d = 0; d < documents_.size(); ++d) segments += static_cast<double>(source_count(d));
    return pass >= held_passes && change_ < settled_change * segments;
  }

  void run_pass(int pass) {
    change_ = 0;
    std::array<double, shapes.size()> shape_counts{};
    Lattice::Transitions transitions;
    for (std::size_t d = 0; d < documents_.size(); ++d) {
      pass_ = pass;
      report(d);
      if (source_count(d) == 0 || target_count(d) == 0) continue;
      Lattice lattice = make_lattice(d);
      const bool is_coarse = pass == 0 && source_count(d) * target_count(d) > small_text_nodes;
      const score::CellMaker maker = make_cell_maker(d);
      fill(d, maker, lattice, is_coarse ? small_shapes : shapes.size());
      std::vector<WeightedBead> beads = lattice.posteriors(priors_, options_.temperature);
      std::erase_if(beads, [&](const WeightedBead& bead) { return lattice.is_delimiter(bead.source, bead.target); });
      collect(d, maker, beads, shape_counts);
      transitions += lattice.transitions();
      documents_[d].band = lattice.narrowed_band(is_coarse ? 2 * band_pad : band_pad);
    }
    model_.fit();
    if (!is_left_out(Ingredient::learnt_shapes)) priors_.shape = normalised_shapes(shape_counts, shape_prior_weight);
    fit_transitions(pass, transitions);
  }

  void collect(std::size_t d, const score::CellMaker& maker, const std::vector<WeightedBead>& beads,
               std::array<double, shapes.size()>& shape_counts) {
    std::vector<WeightedBead> observed;
    score::PairWeights weights;
    for (const WeightedBead& bead : beads) {
      shape_counts[bead.shape] += static_cast<double>(bead.probability);
      if (bead.shape < gap_shapes) continue;
      const score::BeadPlace place = place_of(bead);
      for (std::size_t i = 0; i < place.source_count; ++i) {
        for (std::size_t j = 0; j < place.target_count; ++j) {
          weights.push_back({static_cast<std::uint32_t>(place.source + i), static_cast<std::uint32_t>(place.target + j),
                             bead.probability});
        }
      }
      if (static_cast<double>(bead.probability) >= smallest_observed) observed.push_back(bead);
    }
    const score::LexicalCells cells = cells_of(d, maker, observed);
    for (const WeightedBead& bead : observed) {
      model_.observe(bitext_.source[d], bitext_.target[d], cells, place_of(bead), bitext_.source_side,
                     bitext_.target_side, static_cast<double>(bead.probability));
    }
    merge_pairs(weights);
    change_ += change_between(documents_[d].weights, weights);
    documents_[d].weights = std::move(weights);
  }

  // Free from the first pass on, these learn to delete everything: 1.6 sentences for one look like gaps before the
  // lexicon knows better. So they start low and are held down for two passes.
  void fit_transitions(int pass, Lattice::Transitions seen) {
    const PathPriors first;
    const bool is_one_state = is_left_out(Ingredient::affine_gaps);
    if (is_one_state) {
      seen.from_match += seen.from_gap;
      seen.match_to_gap += seen.gap_to_gap;
    }
    const double opening = (seen.match_to_gap + transition_prior_weight * first.gap_after_match) /
                           (seen.from_match + transition_prior_weight);
    const double going_on =
        (seen.gap_to_gap + transition_prior_weight * first.gap_after_gap) / (seen.from_gap + transition_prior_weight);
    priors_.gap_after_match = std::clamp(opening, 1e-4, pass < held_passes ? first.gap_after_match : 0.5);
    priors_.gap_after_gap = std::clamp(going_on, 1e-3, pass < held_passes ? first.gap_after_gap : 0.95);
    if (is_one_state) priors_.gap_after_gap = priors_.gap_after_match;
  }

  void learn_lexicon() {
    std::vector<score::PairWeights> weights;
    for (const DocumentState& document : documents_) weights.push_back(document.weights);
    lexicon_ = {};  // the old one makes room
    if (options_.threads > 1) {
      lexicon_ = bitext_.learn(weights, options_.threads);
      return;
    }
    lexicon_.words = bitext_.learn_words(weights);
    report(0);
    lexicon_.stems = bitext_.learn_stems(weights);
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
    const score::CellMaker maker = make_cell_maker(d);
    fill(d, maker, lattice, shapes.size());
    std::vector<WeightedBead> path = find_path(d, lattice);
    std::vector<WeightedBead> moved;
    if (options_.order == Order::blocks_may_move) moved = take_out_moved(d, maker, lattice, path);
    const Calibration calibration(pairs_of(path, lattice));
    const std::vector<PlacedBead> placed = place_moved(path, moved);
    std::vector<std::vector<score::Evidence>> evidence = explain(d, maker, placed);
    for (std::size_t k = 0; k < placed.size(); ++k) {
      const WeightedBead& step = placed[k].bead;
      Bead bead = make_bead(step, calibration);
      bead.moved = placed[k].is_moved;
      bead.evidence = std::move(evidence[k]);
      if (lattice.is_delimiter(step.source, step.target)) {
        bead.confidence = 1;
        bead.cost = 0;
      }
      alignment.beads.push_back(std::move(bead));
    }
    return alignment;
  }

  // Looks for moved blocks and takes them out of the path, which is searched anew without their segments: what they
  // held together by chance finds its right place then, and may set free more of them.
  std::vector<WeightedBead> take_out_moved(std::size_t d, const score::CellMaker& maker, Lattice& lattice,
                                           std::vector<WeightedBead>& path) const {
    std::vector<WeightedBead> moved;
    std::vector<bool> is_source_moved(source_count(d));
    std::vector<bool> is_target_moved(target_count(d));
    for (int look = 0; look < most_looks; ++look) {
      const std::vector<MovedBlock> blocks = look_for_moved(d, maker, lattice, path, is_source_moved, is_target_moved);
      if (blocks.empty()) break;
      for (const MovedBlock& block : blocks) {
        for (const WeightedBead& bead : block.beads) {
          std::fill_n(is_source_moved.begin() + bead.source, shapes[bead.shape].source, true);
          std::fill_n(is_target_moved.begin() + bead.target, shapes[bead.shape].target, true);
          moved.push_back(bead);
        }
      }
      lattice.leave_alone(is_source_moved, is_target_moved);
      path = find_path(d, lattice);
    }
    return moved;
  }

  std::vector<MovedBlock> look_for_moved(std::size_t d, const score::CellMaker& maker, const Lattice& lattice,
                                         const std::vector<WeightedBead>& path,
                                         const std::vector<bool>& is_source_moved,
                                         const std::vector<bool>& is_target_moved) const {
    MoveSearch search{.source = bitext_.source[d],
                      .target = bitext_.target[d],
                      .lexicon = lexicon_,
                      .cells = maker,
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

  // Evidence by bead: none of gaps.
  std::vector<std::vector<score::Evidence>> explain(std::size_t d, const score::CellMaker& maker,
                                                    const std::vector<PlacedBead>& placed) const {
    std::vector<score::CellWindow> windows;
    for (const PlacedBead& step : placed) {
      const Shape shape = shapes[step.bead.shape];
      const score::Band::Range columns{step.bead.target, step.bead.target + shape.target};
      const bool is_gap = step.bead.shape < gap_shapes;
      windows.push_back({step.bead.source, {std::vector(is_gap ? 0 : shape.source, columns)}});
    }
    std::vector<std::vector<score::Evidence>> evidence(placed.size());
    maker.visit(windows, options_.threads, [&](std::size_t k, const score::LexicalCells& cells) {
      if (placed[k].bead.shape >= gap_shapes) {
        evidence[k] = score::explain_bead(explain_context(d, cells), place_of(placed[k].bead));
      }
    });
    return evidence;
  }

  // The path that is expected to get most right, by posteriors at the temperature that is calibrated.
  std::vector<WeightedBead> find_path(std::size_t d, Lattice& lattice) const {
    const double temperature = is_left_out(Ingredient::calibration) ? options_.temperature : calibration_temperature;
    return most_accurate_path(lattice.posteriors(priors_, temperature), {source_count(d), target_count(d)},
                              documents_[d].points);
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

  Bead make_bead(const WeightedBead& step, const Calibration& calibration) const {
    Bead bead;
    const score::BeadPlace place = place_of(step);
    for (std::size_t i = 0; i < place.source_count; ++i) bead.source.push_back(place.source + i);
    for (std::size_t j = 0; j < place.target_count; ++j) bead.target.push_back(place.target + j);
    const bool is_raw = step.shape < gap_shapes || is_left_out(Ingredient::calibration);
    bead.confidence = is_raw ? static_cast<double>(step.probability) : calibration.confidence(posterior_bead(step));
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
  int pass_ = 0;       // at work
  double change_ = 0;  // of the weights of pairs in the last pass, summed
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
