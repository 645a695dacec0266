#include "aligner/align/learn_models.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace aligner::align {
namespace {

using score::Ingredient;

constexpr double shape_prior_weight = 20;  // beads' worth of belief in the first shape probabilities
constexpr double transition_prior_weight = 10;
constexpr double smallest_observed = 0.05;  // posteriors below do not shape the models
// A pad of 3, 6 and 10 gave the same F1 at many times the cost. Behind a coarse pass, with half that pad everywhere
// noise_iguide_vi_en loses .0006, as it does where a node of .9 is called sure; as it stands no development set loses
// more than .0001.
constexpr Lattice::Narrowing usual_narrowing{.pad = 2, .possible = 1e-5F, .sure = 0.999F, .sure_pad = 1};
constexpr Lattice::Narrowing coarse_narrowing{.pad = 4, .possible = 1e-3F, .sure = 0.99F, .sure_pad = 1};
constexpr std::size_t small_text_nodes = 20'000;  // below, the first pass tries all shapes
constexpr int held_passes = 2;                    // in which gaps are held down
// A node below this is no end of a bead of three segments and more in the next pass. Measured: with 1e-7 one of
// nineteen development sets loses .0005, with 1e-5 another .0002. A coarse pass knows less and says so: behind it 1e-3
// changes none.
constexpr float thinkable_node = 1e-7F;
constexpr float coarsely_thinkable_node = 1e-3F;
// Of documents of twice so many segments and more all models but the lexicon learn from every second, third ... stretch
// only: some thousand beads say what there is to say, and every one costs as much as scoring several. With 3000 no long
// text was aligned better, with 1000 one of six lost .0003.
constexpr std::size_t telling_segments = 1500;
constexpr std::size_t stretch_segments = 32;
// Of weights by segment: a lexicon is learnt anew where the pairs differ by more from those it was learnt from, and
// passes that move less are left out. At ten thousand segments two of five passes remain behind the first, and the
// lexicon is learnt twice; that moves no mean of the development sets.
constexpr double taught_change = 0.02;
constexpr double settled_change = 0.006;
// Where pairs differ less, long texts learn on top of the lexicon before: only its entries and those of pairs that
// weigh so much more take part. Measured on five texts of 6,000 to 10,000 segments grown from the development sets: F1
// .9953 .9911 .8923 .9894 .9910 so, .9953 .9909 .8923 .9895 .9910 with all learnt anew. Where pairs may differ by .3
// the third loses .045. Short texts, whose learning costs little, would lose .0005 of mean F1.
constexpr double little_change = 0.05;
constexpr double fresh_growth = 0.2;
constexpr double long_text_segments = 5000;

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

// Pairs that weigh more than they did.
score::PairWeights fresh_pairs(const score::PairWeights& before, const score::PairWeights& after) {
  score::PairWeights fresh;
  auto old = before.begin();
  for (const lexicon::Correspondence& pair : after) {
    while (old != before.end() && key_of(*old) < key_of(pair)) ++old;
    const bool was_there = old != before.end() && key_of(*old) == key_of(pair);
    const float growth = pair.weight - (was_there ? old->weight : 0.0F);
    if (static_cast<double>(growth) > fresh_growth) fresh.push_back(pair);
  }
  return fresh;
}

class Learner {
 public:
  Learner(ParallelModels& models, const PassReport& report) : models_(models), report_(report) {}

  void run() {
    models_.lexicon = models_.bitext.learn({});
    for (int pass = 0; pass < models_.options.passes; ++pass) {
      run_pass(pass);
      const bool is_last = is_settled(pass);
      const bool is_learning = !models_.is_left_out(Ingredient::learnt_lexicon) && is_worth_learning();
      if (!is_last || is_learning) drop_lattices();
      if (is_learning) learn_lexicon(pass);
      if (is_last) return;
    }
  }

 private:
  void run_pass(int pass) {
    change_ = 0;
    std::array<double, shapes.size()> shape_counts{};
    Lattice::Transitions transitions;
    for (std::size_t d = 0; d < models_.documents.size(); ++d) {
      report_(pass, d);
      if (models_.source_count(d) == 0 || models_.target_count(d) == 0) continue;
      Lattice lattice = models_.make_lattice(d);
      const bool is_coarse = pass == 0 && models_.source_count(d) * models_.target_count(d) > small_text_nodes;
      const score::CellMaker maker = models_.make_cell_maker(d);
      models_.fill(d, maker, lattice, is_coarse ? small_shapes : shapes.size(),
                   [&](std::size_t document) { report_(pass, document); });
      std::vector<WeightedBead> beads = lattice.posteriors(models_.priors, models_.options.temperature);
      std::erase_if(beads, [&](const WeightedBead& bead) {
        const bool is_part = bead.shape < gap_shapes && lattice.is_given(bead.source, bead.target);
        return is_part || lattice.is_delimiter(bead.source, bead.target);
      });
      collect(d, maker, beads, shape_counts);
      transitions += lattice.transitions();
      models_.documents[d].thinkable = lattice.nodes_above(is_coarse ? coarsely_thinkable_node : thinkable_node);
      models_.documents[d].band = lattice.narrowed_band(is_coarse ? coarse_narrowing : usual_narrowing);
      if (pass >= held_passes) models_.documents[d].lattice = std::move(lattice);
    }
    models_.model.fit();
    if (!models_.is_left_out(Ingredient::learnt_shapes)) {
      models_.priors.shape = shape_probabilities(shape_counts, shape_prior_weight);
    }
    fit_transitions(pass, transitions);
  }

  void drop_lattices() {
    for (DocumentState& document : models_.documents) document.lattice.reset();
  }

  void collect(std::size_t d, const score::CellMaker& maker, const std::vector<WeightedBead>& beads,
               std::array<double, shapes.size()>& shape_counts) {
    const std::size_t every = std::max<std::size_t>(1, models_.source_count(d) / telling_segments);
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
      const bool is_told = bead.source / stretch_segments % every == 0;
      if (is_told && static_cast<double>(bead.probability) >= smallest_observed) observed.push_back(bead);
    }
    const score::LexicalCells cells = cells_of(d, maker, observed);
    for (const WeightedBead& bead : observed) {
      models_.model.observe(models_.bitext.source[d], models_.bitext.target[d], cells, place_of(bead),
                            models_.bitext.source_side, models_.bitext.target_side,
                            static_cast<double>(bead.probability));
    }
    merge_pairs(weights);
    change_ += change_between(models_.documents[d].weights, weights);
    models_.documents[d].weights = std::move(weights);
  }

  // The cells that beads with two sides stand on.
  score::LexicalCells cells_of(std::size_t d, const score::CellMaker& maker,
                               const std::vector<WeightedBead>& beads) const {
    score::Band band;
    band.rows.assign(models_.source_count(d), {static_cast<std::uint32_t>(models_.target_count(d)), 0});
    for (const WeightedBead& bead : beads) {
      if (bead.shape < gap_shapes) continue;
      for (std::size_t i = bead.source; i < bead.source + shapes[bead.shape].source; ++i) {
        band.rows[i].begin = std::min(band.rows[i].begin, bead.target);
        band.rows[i].end = std::max(band.rows[i].end, bead.target + shapes[bead.shape].target);
      }
    }
    for (score::Band::Range& row : band.rows) row.begin = std::min(row.begin, row.end);
    return maker.make(band, 0, models_.source_count(d), models_.options.threads);
  }

  // Free from the first pass on, these learn to delete everything: 1.6 sentences for one look like gaps before the
  // lexicon knows better. So they start low and are held down for two passes.
  void fit_transitions(int pass, Lattice::Transitions seen) {
    const PathPriors first;
    const bool is_one_state = models_.is_left_out(Ingredient::affine_gaps);
    if (is_one_state) {
      seen.from_match += seen.from_gap;
      seen.match_to_gap += seen.gap_to_gap;
    }
    const double opening = (seen.match_to_gap + transition_prior_weight * first.gap_after_match) /
                           (seen.from_match + transition_prior_weight);
    const double going_on =
        (seen.gap_to_gap + transition_prior_weight * first.gap_after_gap) / (seen.from_gap + transition_prior_weight);
    models_.priors.gap_after_match = std::clamp(opening, 1e-4, pass < held_passes ? first.gap_after_match : 0.5);
    models_.priors.gap_after_gap = std::clamp(going_on, 1e-3, pass < held_passes ? first.gap_after_gap : 0.95);
    if (is_one_state) models_.priors.gap_after_gap = models_.priors.gap_after_match;
  }

  void learn_lexicon(int pass) {
    std::vector<score::PairWeights> weights;
    for (const DocumentState& document : models_.documents) weights.push_back(document.weights);
    score::LexicalModel before = std::exchange(models_.lexicon, {});
    score::Earlier earlier;
    if (is_little_changed()) {
      earlier.lexicon = &before;
      for (const DocumentState& document : models_.documents) {
        earlier.fresh.push_back(fresh_pairs(document.taught, document.weights));
      }
    } else {
      before = {};  // makes room
    }
    if (models_.options.threads > 1) {
      models_.lexicon = models_.bitext.learn(weights, models_.options.threads, earlier);
    } else {
      models_.lexicon.words = models_.bitext.learn_words(weights, earlier);
      report_(pass, 0);
      models_.lexicon.stems = models_.bitext.learn_stems(weights, earlier);
    }
    for (std::size_t d = 0; d < weights.size(); ++d) models_.documents[d].taught = std::move(weights[d]);
  }

  // Whether the weights are others than those that the present lexicon was learnt from.
  bool is_worth_learning() const { return change_since_taught() >= taught_change * segment_count(); }

  // Whether so few are others that a long text need not learn all anew.
  bool is_little_changed() const {
    return segment_count() >= long_text_segments && change_since_taught() < little_change * segment_count();
  }

  double change_since_taught() const {
    double change = 0;
    for (const DocumentState& document : models_.documents) change += change_between(document.taught, document.weights);
    return change;
  }

  double segment_count() const {
    double segments = 0;
    for (std::size_t d = 0; d < models_.documents.size(); ++d) segments += static_cast<double>(models_.source_count(d));
    return segments;
  }

  // Whether a further pass would change next to nothing. Not before gaps are free and were seen.
  bool is_settled(int pass) const { return pass >= held_passes && change_ < settled_change * segment_count(); }

  ParallelModels& models_;
  const PassReport& report_;
  double change_ = 0;  // of the weights of pairs in the last pass, summed
};

}  // namespace

void learn_models(ParallelModels& models, const PassReport& report) { Learner(models, report).run(); }

}  // namespace aligner::align
