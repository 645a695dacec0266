#include "aligner/align/link_odds.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <tuple>

namespace aligner::align {
namespace {

// Wrong links to a decoy. Decoys are second choices and lie a little lower: counted on the development sets (two bags
// of sentences, with and without lexicon) 1.0 to 1.9 where both are few.
constexpr double wrong_to_decoy = 1.3;
constexpr double smallest_margin = 0.25;  // of the usual center; below there are hardly right links
constexpr double center_deviation = 0.2;  // of the prior: of the center, as a share of the usual one
constexpr double log_slope_deviation = 0.4;

struct Chosen {
  std::vector<RankedPair> links;
  std::vector<RankedPair> others;
};

// A mark for each segment.
void mark(std::vector<bool>& marks, std::uint32_t segment) {
  if (marks.size() <= segment) marks.resize(segment + std::size_t{1}, false);
  marks[segment] = true;
}

bool is_marked(const std::vector<bool>& marks, std::uint32_t segment) {
  return segment < marks.size() && marks[segment];
}

Chosen choose(const std::vector<RankedPair>& pairs) {
  std::vector<bool> sources;
  std::vector<bool> targets;
  Chosen chosen;
  for (const RankedPair& pair : pairs) {
    if (is_marked(sources, pair.source) || is_marked(targets, pair.target)) {
      chosen.others.push_back(pair);
      continue;
    }
    mark(sources, pair.source);
    mark(targets, pair.target);
    chosen.links.push_back(pair);
  }
  return chosen;
}

// Margins of both kinds that bear on the fit.
struct Margins {
  std::vector<double> links;
  std::vector<double> decoys;
};

double log_likelihood(const LinkOdds& odds, const Margins& margins, const LinkOdds& usual) {
  const auto wrong = [&](double margin) { return (1 - odds.probability(margin)) / wrong_to_decoy; };
  double sum = 0;
  for (const double margin : margins.links) sum -= std::log1p(wrong(margin));
  for (const double margin : margins.decoys) sum += std::log(wrong(margin) / (1 + wrong(margin)) + 1e-9);
  const double from_center = (odds.center / usual.center - 1) / center_deviation;
  const double from_slope = std::log(odds.slope / usual.slope) / log_slope_deviation;
  return sum - 0.5 * (from_center * from_center + from_slope * from_slope);
}

std::vector<double> large_margins(const std::vector<RankedPair>& pairs, double smallest) {
  std::vector<double> margins;
  for (const RankedPair& pair : pairs) {
    if (pair.margin >= smallest) margins.push_back(pair.margin);
  }
  return margins;
}

}  // namespace

double LinkOdds::probability(double margin) const { return 1 / (1 + std::exp(-log_odds(margin))); }

void sort_best_first(std::vector<RankedPair>& pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const RankedPair& a, const RankedPair& b) {
    return std::tuple(-a.probability, -a.margin, a.source, a.target) <
           std::tuple(-b.probability, -b.margin, b.source, b.target);
  });
}

std::vector<RankedPair> choose_one_to_one(const std::vector<RankedPair>& pairs) { return choose(pairs).links; }

LinkOdds fit_link_odds(const std::vector<RankedPair>& pairs, const LinkOdds& usual) {
  const Chosen first = choose(pairs);
  const double smallest = smallest_margin * usual.center;
  const Margins margins{large_margins(first.links, smallest), large_margins(choose(first.others).links, smallest)};
  LinkOdds best = usual;
  double highest = -std::numeric_limits<double>::infinity();
  for (int center = 8; center <= 40; ++center) {  // half the usual one to two and a half times as far
    for (int slope = -4; slope <= 4; ++slope) {
      const LinkOdds odds{usual.center * center / 16, usual.slope * std::exp(0.25 * slope)};
      const double value = log_likelihood(odds, margins, usual);
      if (value > highest) {
        highest = value;
        best = odds;
      }
    }
  }
  return best;
}

}  // namespace aligner::align
