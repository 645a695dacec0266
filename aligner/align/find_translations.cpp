#include "aligner/align/find_translations.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "aligner/align/link_order.h"

namespace aligner::align {
namespace {

constexpr LinkOdds usual_odds{.center = 4, .slope = 1};  // on the development sets
constexpr int most_rounds = 8;
constexpr double smallest_change = 0.05;  // of the pairs that are learnt from, that is worth another round
constexpr double smallest_taught = 0.7;   // probability of pairs that are learnt from; .4 taught too much that is wrong
constexpr double smallest_kept = 1e-3;    // less likely pairs are not given
constexpr std::size_t fewest_taught = 20;   // pairs that a lexicon is learnt from
constexpr std::size_t fewest_ordered = 20;  // sure pairs, to tell whether texts keep an order
constexpr double smallest_order = 0.5;      // share of sure pairs in order, for order to count
constexpr double order_trust = 0.1;         // of what order could add; all of it made pairs of .5 to .8 far too sure

// How the sure ones lie; 0 where there are too few to tell.
double find_order(const std::vector<RankedPair>& chosen) {
  std::vector<PlacedPair> sure;
  for (const RankedPair& pair : chosen) {
    if (pair.probability > 0.5) sure.push_back({pair.source, pair.target});
  }
  return sure.size() < fewest_ordered ? 0 : order_kept(sure);
}

// Where order is kept, the next pair is not to be looked for in the whole text: each pair's odds rise by about as much
// as there are pairs. What does not fit in is right only as often as order is broken. Leaves `pairs` by source.
void weigh_order(std::vector<RankedPair>& pairs, const LinkOdds& odds, double kept, double count) {
  std::sort(pairs.begin(), pairs.end(), [](const RankedPair& a, const RankedPair& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  });
  std::vector<PlacedPair> placed;
  for (const RankedPair& pair : pairs) {
    placed.push_back({pair.source, pair.target, odds.log_odds(pair.margin) + std::log(order_trust * count)});
  }
  const std::vector<double> in_order = order_posteriors(placed);
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    pairs[k].probability = kept * in_order[k] + (1 - kept) * pairs[k].probability;
  }
}

Translations judge(const std::vector<score::PairScore>& scores) {
  std::vector<RankedPair> pairs;
  for (const score::PairScore& score : scores) pairs.push_back({score.source, score.target, score.margin, 0});
  sort_best_first(pairs);
  const LinkOdds odds = fit_link_odds(pairs, usual_odds);
  for (RankedPair& pair : pairs) pair.probability = odds.probability(pair.margin);
  Translations found;
  found.pairs = choose_one_to_one(pairs);
  found.order_kept = find_order(found.pairs);
  if (found.order_kept > smallest_order) {
    double count = 0;
    for (const RankedPair& pair : found.pairs) count += pair.probability > 0.5 ? 1 : 0;
    weigh_order(pairs, odds, found.order_kept, count);
    sort_best_first(pairs);
    found.pairs = choose_one_to_one(pairs);
  }
  std::erase_if(found.pairs, [](const RankedPair& pair) { return pair.probability < smallest_kept; });
  return found;
}

// By source, of which none comes twice.
score::PairWeights weights_of(const std::vector<RankedPair>& pairs) {
  score::PairWeights weights;
  for (const RankedPair& pair : pairs) {
    if (pair.probability < smallest_taught) continue;
    weights.push_back({pair.source, pair.target, static_cast<float>(pair.probability)});
  }
  std::sort(weights.begin(), weights.end(), [](const auto& a, const auto& b) { return a.source < b.source; });
  return weights;
}

// Whether more than a few pairs of the one are not in the other.
bool has_changed(const score::PairWeights& before, const score::PairWeights& after) {
  std::size_t common = 0;
  auto old = before.begin();
  for (const lexicon::Correspondence& pair : after) {
    while (old != before.end() && old->source < pair.source) ++old;
    if (old != before.end() && old->source == pair.source && old->target == pair.target) ++common;
  }
  const auto all = static_cast<double>(std::max(before.size(), after.size()));
  return all - static_cast<double>(common) > smallest_change * all;
}

}  // namespace

Translations find_translations(score::PairModel& model, const std::function<void(double done)>& report) {
  Translations found = judge(model.pairs());
  score::PairWeights taught;
  for (int round = 0; round < most_rounds; ++round) {
    if (report) report(static_cast<double>(round) / most_rounds);
    score::PairWeights weights = weights_of(found.pairs);
    if (weights.size() < fewest_taught || !has_changed(taught, weights)) break;
    model.learn(weights);
    taught = std::move(weights);
    found = judge(model.pairs());
  }
  if (taught.empty()) found.pairs.clear();
  return found;
}

}  // namespace aligner::align
