// Segments left alone count whatever the path, unless a pair covers them; so a pair is worth its own count less theirs,
// and the path is the heaviest chain of pairs that are worth anything. Chains grow along the source; for every target
// segment the heaviest chain that ends there or before is kept in a prefix tree.

#include "aligner/align/accurate_path.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "aligner/align/prefix_tree.h"

namespace aligner::align {
namespace {

constexpr double wrong_pair = 0.2;  // measured: .1 to .5 raise what is right of the pairs and lower how many there are
constexpr double gap_count = 0.5;   // two segments left alone count like one pair
constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

// A pair worth having, and the heaviest chain that ends with it.
struct Link {
  WeightedBead bead;
  double weight = 0;  // of the whole chain
  std::uint32_t before = nothing;
};

std::uint32_t source_end(const WeightedBead& bead) { return bead.source + shapes[bead.shape].source; }
std::uint32_t target_end(const WeightedBead& bead) { return bead.target + shapes[bead.shape].target; }

// Of two chains the heavier; of equal ones that which ends first in the target, then the older.
std::uint32_t heavier(std::uint32_t a, std::uint32_t b, const std::vector<Link>& links) {
  if (a == nothing || b == nothing) return a == nothing ? b : a;
  if (links[a].weight != links[b].weight) return links[a].weight > links[b].weight ? a : b;
  const std::uint32_t a_end = target_end(links[a].bead);
  const std::uint32_t b_end = target_end(links[b].bead);
  if (a_end != b_end) return a_end < b_end ? a : b;
  return std::min(a, b);
}

// By segment: the probability that it has no counterpart.
struct Alone {
  std::vector<double> source;
  std::vector<double> target;

  Alone(std::span<const WeightedBead> beads, TextSizes sizes) : source(sizes.source, 0), target(sizes.target, 0) {
    for (const WeightedBead& bead : beads) {
      if (bead.shape >= gap_shapes) continue;
      (shapes[bead.shape].source > 0 ? source[bead.source] : target[bead.target]) +=
          static_cast<double>(bead.probability);
    }
    for (std::vector<double>* side : {&source, &target}) {
      for (double& probability : *side) probability = std::min(1.0, probability);
    }
  }

  double worth(const WeightedBead& bead) const {
    double left_alone = 0;
    for (std::size_t i = bead.source; i < source_end(bead); ++i) left_alone += source[i];
    for (std::size_t j = bead.target; j < target_end(bead); ++j) left_alone += target[j];
    return static_cast<double>(bead.probability) - wrong_pair - gap_count * left_alone;
  }
};

std::vector<WeightedBead> heaviest_chain(std::span<const WeightedBead> beads, const Alone& alone, TextSizes sizes) {
  std::vector<Link> links;
  std::vector<std::vector<std::uint32_t>> ending(sizes.source + 1);  // chains by where they end in the source
  // By the column where they end.
  PrefixTree chains(sizes.target + 1, nothing,
                    [&links](std::uint32_t a, std::uint32_t b) { return heavier(a, b, links); });
  std::size_t row = 0;  // chains that end before are in `chains`
  const auto add_to = [&](std::size_t last) {
    for (; row <= last; ++row) {
      for (const std::uint32_t chain : ending[row]) chains.add(target_end(links[chain].bead), chain);
    }
  };
  for (const WeightedBead& bead : beads) {
    const double worth = bead.shape < gap_shapes ? 0 : alone.worth(bead);
    if (worth <= 0) continue;
    add_to(bead.source);
    const std::uint32_t before = chains.before(bead.target + 1);
    ending[source_end(bead)].push_back(static_cast<std::uint32_t>(links.size()));
    links.push_back({bead, worth + (before == nothing ? 0 : links[before].weight), before});
  }
  add_to(sizes.source);
  std::vector<WeightedBead> chain;
  for (std::uint32_t at = chains.before(sizes.target + 1); at != nothing; at = links[at].before) {
    chain.push_back(links[at].bead);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace

std::vector<WeightedBead> most_accurate_path(std::span<const WeightedBead> beads, TextSizes sizes,
                                             const FixedPoints& points) {
  const Alone alone(beads, sizes);
  std::vector<WeightedBead> path;
  std::uint32_t i = 0;
  std::uint32_t j = 0;
  const auto leave_alone = [&](std::size_t source_to, std::size_t target_to) {
    for (; i < source_to; ++i) path.push_back({i, j, 0, static_cast<float>(alone.source[i])});
    for (; j < target_to; ++j) path.push_back({i, j, 1, static_cast<float>(alone.target[j])});
  };
  auto point = points.begin();
  const auto go_to = [&](std::size_t source_to, std::size_t target_to) {
    for (; point != points.end() && point->source <= source_to && point->target <= target_to; ++point) {
      leave_alone(point->source, point->target);
    }
    leave_alone(source_to, target_to);
  };
  for (const WeightedBead& bead : heaviest_chain(beads, alone, sizes)) {
    go_to(bead.source, bead.target);
    path.push_back(bead);
    i = source_end(bead);
    j = target_end(bead);
  }
  go_to(sizes.source, sizes.target);
  return path;
}

}  // namespace aligner::align
