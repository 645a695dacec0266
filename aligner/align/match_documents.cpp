#include "aligner/align/match_documents.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "aligner/align/link_odds.h"

namespace aligner::align {
namespace {

// Where right and wrong are as likely: there a pair scores e^.4 = 1.5 times as much as its rivals. Of documents of
// manuals (tools/bench/mine) as many are right from .2 to .3 on; accounts among pages that have to do with nothing need
// more.
constexpr LinkOdds usual_odds{.center = 0.4, .slope = 9};

}  // namespace

std::vector<DocumentMatch> match_documents(std::span<const score::DocumentScore> pairs,
                                           std::span<const std::pair<std::size_t, std::size_t>> known) {
  std::vector<RankedPair> ranked;
  std::vector<DocumentMatch> matches;
  for (const score::DocumentScore& pair : pairs) {
    ranked.push_back({pair.source, pair.target, pair.margin, 0});
    matches.push_back({pair, 0, false});
  }
  sort_best_first(ranked);
  const LinkOdds odds = fit_link_odds(ranked, usual_odds);
  std::sort(matches.begin(), matches.end(), [](const DocumentMatch& a, const DocumentMatch& b) {
    return std::tuple(-a.pair.margin, a.pair.source, a.pair.target) <
           std::tuple(-b.pair.margin, b.pair.source, b.pair.target);
  });
  std::set<std::size_t> sources;
  std::set<std::size_t> targets;
  const std::set<std::pair<std::size_t, std::size_t>> fixed(known.begin(), known.end());
  for (const auto& [source, target] : fixed) {
    sources.insert(source);
    targets.insert(target);
  }
  for (DocumentMatch& match : matches) {
    match.probability = odds.probability(match.pair.margin);
    const bool is_known = fixed.contains({match.pair.source, match.pair.target});
    match.is_chosen = is_known || (!sources.contains(match.pair.source) && !targets.contains(match.pair.target));
    if (!match.is_chosen) continue;
    sources.insert(match.pair.source);
    targets.insert(match.pair.target);
  }
  return matches;
}

}  // namespace aligner::align
