#include "aligner/score/pair_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

#include "aligner/score/anchor_conflicts.h"
#include "aligner/score/bead_model.h"
#include "aligner/score/explain_bead.h"
#include "aligner/score/lexical_cells.h"
#include "aligner/score/segment_search.h"
#include "aligner/score/share_rows.h"

namespace aligner::score {
namespace {

constexpr std::size_t candidates = 24;  // of a segment
constexpr std::size_t rivals = 4;       // on each side
constexpr double worst_rival = -20;     // nats; where there are fewer
constexpr double usual_tokens = 40;     // of both segments: there the margin is what it is
constexpr double extra_tokens = 10;     // the shortest are not surer for being short
// Without order the shape of a pair has to tell more than on a path. Measured: with the weights of paths strict F1 of
// mixtures falls from .960 to .951.
constexpr BeadWeights pair_weights{.length = 1.2, .boundary = 0.7};

// The best scores of one segment's pairs, the best first.
struct BestScores {
  std::array<double, rivals + 1> scores;

  BestScores() { scores.fill(worst_rival); }
  void add(double score) {
    for (double& place : scores) {
      if (score > place) std::swap(place, score);
    }
  }
  // The mean of the best; a pair of score `own` is none of its own rivals.
  double mean_without(double own) const {
    double sum = 0;
    for (const double score : scores) sum += score;
    return (sum - std::max(own, scores.back())) / static_cast<double>(rivals);
  }
};

// A window of one cell for each pair.
std::vector<CellWindow> windows_of(const PairWeights& pairs) {
  std::vector<CellWindow> windows;
  for (const lexicon::Correspondence& pair : pairs) {
    windows.push_back({pair.source, {{{pair.target, pair.target + 1}}}});
  }
  return windows;
}

BeadPlace place_of(const lexicon::Correspondence& pair) { return {.source = pair.source, .target = pair.target}; }

}  // namespace

struct PairModel::State {
  PreparedBitext& bitext;
  unsigned threads;
  BeadModel model;
  AnchorConflicts conflicts;
  LexicalModel lexicon;
  PairWeights weights;
  std::vector<PairScore> pairs;

  State(PreparedBitext& texts, unsigned thread_count)
      : bitext(texts),
        threads(thread_count),
        model(std::span(texts.source).first(1), std::span(texts.target).first(1), pair_weights),
        conflicts(texts, 0),
        lexicon(texts.learn({})) {}

  PreparedText& source() const { return bitext.source[0]; }
  PreparedText& target() const { return bitext.target[0]; }

  // Calls visit(k, cells) for every pair, with its cell; what it taught is left out.
  void visit_pairs(const PairWeights& some, unsigned visitors, const CellMaker::WindowVisit& visit) const {
    CellMaker(source().tokens, target().tokens, lexicon, weights).visit(windows_of(some), visitors, visit);
  }

  void score_all();
  void find_candidates(const SegmentSearch& search, std::size_t count, bool is_forward);
  void add_scores(const SegmentSearch& search, std::size_t count, bool is_forward);
  void score_taught();
  void find_margins();
};

// Adds the pairs that each of `count` segments finds worth a look.
void PairModel::State::find_candidates(const SegmentSearch& search, std::size_t count, bool is_forward) {
  std::vector<std::vector<std::uint32_t>> found(count);
  share_rows(
      count, threads, [&] { return search.make_scratch(); },
      [&](SegmentSearch::Scratch& scratch, std::size_t i) {
        search.look(scratch, i);
        found[i] = search.find_best(scratch, candidates);
      });
  for (std::uint32_t i = 0; i < count; ++i) {
    for (const std::uint32_t j : found[i]) pairs.push_back(is_forward ? PairScore{i, j} : PairScore{j, i});
  }
}

// Adds the lexical score of one direction to every pair; `pairs` must be sorted by the segment that is looked from.
void PairModel::State::add_scores(const SegmentSearch& search, std::size_t count, bool is_forward) {
  const auto from = [&](const PairScore& pair) { return is_forward ? pair.source : pair.target; };
  std::vector<std::size_t> begin(count + 1, 0);
  for (const PairScore& pair : pairs) ++begin[from(pair) + 1];
  for (std::size_t i = 0; i < count; ++i) begin[i + 1] += begin[i];
  const double weight = 0.5 * model.weights().lexical;
  share_rows(
      count, threads, [&] { return search.make_scratch(); },
      [&](SegmentSearch::Scratch& scratch, std::size_t i) {
        if (begin[i] == begin[i + 1]) return;
        search.look(scratch, i);
        for (std::size_t k = begin[i]; k < begin[i + 1]; ++k) {
          pairs[k].score += weight * search.score(scratch, is_forward ? pairs[k].target : pairs[k].source);
        }
      });
}

// Pairs that were learnt from: what they taught is left out.
void PairModel::State::score_taught() {
  std::vector<double> scores(weights.size());
  visit_pairs(weights, threads, [&](std::size_t k, const LexicalCells& cells) {
    scores[k] = model.score(source(), target(), cells, place_of(weights[k])).total();
  });
  std::size_t k = 0;
  for (PairScore& pair : pairs) {
    while (k < weights.size() &&
           std::pair(weights[k].source, weights[k].target) < std::pair(pair.source, pair.target)) {
      ++k;
    }
    if (k == weights.size()) break;
    if (weights[k].source == pair.source && weights[k].target == pair.target) pair.score = scores[k];
  }
}

void PairModel::State::find_margins() {
  std::vector<BestScores> by_source(source().tokens.segments.size());
  std::vector<BestScores> by_target(target().tokens.segments.size());
  for (const PairScore& pair : pairs) {
    by_source[pair.source].add(pair.score);
    by_target[pair.target].add(pair.score);
  }
  for (PairScore& pair : pairs) {
    const double rivals_mean =
        0.5 * (by_source[pair.source].mean_without(pair.score) + by_target[pair.target].mean_without(pair.score));
    const std::size_t tokens =
        source().tokens.segments[pair.source].tokens.size() + target().tokens.segments[pair.target].tokens.size();
    pair.margin = (pair.score - rivals_mean) * std::sqrt(usual_tokens / (static_cast<double>(tokens) + extra_tokens));
  }
}

void PairModel::State::score_all() {
  const auto by_source = [](const PairScore& a, const PairScore& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  };
  const auto by_target = [](const PairScore& a, const PairScore& b) {
    return std::pair(a.target, a.source) < std::pair(b.target, b.source);
  };
  model.fill_source_shares(source(), bitext.source_side);
  model.fill_target_shares(target(), bitext.target_side);
  const SegmentSearch forward(source(), target(), forward_levels(lexicon));
  const SegmentSearch backward(target(), source(), backward_levels(lexicon));
  const std::size_t source_count = source().tokens.segments.size();
  const std::size_t target_count = target().tokens.segments.size();
  pairs.clear();
  find_candidates(forward, source_count, true);
  find_candidates(backward, target_count, false);
  for (const lexicon::Correspondence& pair : weights) pairs.push_back({pair.source, pair.target});
  std::sort(pairs.begin(), pairs.end(), by_target);
  pairs.erase(
      std::unique(pairs.begin(), pairs.end(),
                  [](const PairScore& a, const PairScore& b) { return a.source == b.source && a.target == b.target; }),
      pairs.end());
  add_scores(backward, target_count, false);
  std::sort(pairs.begin(), pairs.end(), by_source);
  add_scores(forward, source_count, true);
  for (PairScore& pair : pairs) {
    pair.score += model.score_shape(source(), target(), {.source = pair.source, .target = pair.target}).total();
  }
  score_taught();
  for (PairScore& pair : pairs) pair.score += conflicts.weight({.source = pair.source, .target = pair.target});
  find_margins();
}

PairModel::PairModel(PreparedBitext& bitext, unsigned threads) : state_(std::make_unique<State>(bitext, threads)) {
  state_->score_all();
}

PairModel::~PairModel() = default;
PairModel::PairModel(PairModel&&) noexcept = default;
PairModel& PairModel::operator=(PairModel&&) noexcept = default;

const std::vector<PairScore>& PairModel::pairs() const { return state_->pairs; }

void PairModel::learn(const PairWeights& weights) {
  // One after the other: what is observed is added up.
  state_->visit_pairs(weights, 1, [&](std::size_t k, const LexicalCells& cells) {
    state_->model.observe(state_->source(), state_->target(), cells, place_of(weights[k]), state_->bitext.source_side,
                          state_->bitext.target_side, static_cast<double>(weights[k].weight));
  });
  state_->model.fit();
  state_->weights = weights;
  state_->lexicon = state_->bitext.learn(std::span(&weights, 1));
  state_->score_all();
}

std::vector<std::vector<Evidence>> PairModel::explain(const PairWeights& pairs) const {
  std::vector<std::vector<Evidence>> reasons(pairs.size());
  state_->visit_pairs(pairs, state_->threads, [&](std::size_t k, const LexicalCells& cells) {
    reasons[k] = explain_bead(
        {state_->source(), state_->target(), cells, state_->lexicon, state_->model, state_->bitext.source_anchors,
         state_->bitext.target_anchors, state_->bitext.anchor_pairs, state_->conflicts},
        place_of(pairs[k]));
  });
  return reasons;
}

}  // namespace aligner::score
