#include "aligner/align/first_band.h"

#include <algorithm>
#include <cstdint>

#include "aligner/align/prefix_tree.h"

namespace aligner::align {
namespace {

using score::SegmentBlock;

// Nodes on each side of the chain; what they miss the next band finds. Measured with a corridor in all texts of more
// than two thousand nodes, with the bundled lexicon and without: no development set gains more than .0001 by 4 and a
// tenth of the distance between two links. With 2 one loses .0001, and the second band is a quarter wider.
constexpr double corridor_pad = 3;
constexpr double smallest_link = 0.2;            // lighter matches are too often chance
constexpr std::size_t link_support_window = 40;  // segments; a link needs another that is near its diagonal
constexpr std::uint32_t link_support_slack = 15;
constexpr std::size_t fine_block_segments = 60;  // of the smaller side; smaller blocks are not looked into again
constexpr int deepest_search = 12;

struct Link {
  std::uint32_t source;
  std::uint32_t target;
};

// A chain of links, by its last.
struct Chain {
  double weight;
  int match;  // index, -1 for none
};

// Columns are counted from `first_target`.
std::vector<Link> heaviest_chain(const std::vector<score::RareMatch>& matches, std::uint32_t first_target,
                                 std::size_t target_count) {
  PrefixTree chains(target_count, Chain{0.0, -1},
                    [](const Chain& a, const Chain& b) { return b.weight > a.weight ? b : a; });
  std::vector<int> before(matches.size(), -1);
  std::vector<Chain> pending;  // of the row at work: links of one row do not follow each other
  std::vector<std::size_t> columns;
  const auto flush = [&] {
    for (std::size_t k = 0; k < pending.size(); ++k) chains.add(columns[k], pending[k]);
    pending.clear();
    columns.clear();
  };
  for (std::size_t k = 0; k < matches.size(); ++k) {
    if (k > 0 && matches[k].source != matches[k - 1].source) flush();
    if (static_cast<double>(matches[k].weight) < smallest_link) continue;
    const Chain best = chains.before(matches[k].target - first_target);
    before[k] = best.match;
    pending.push_back({best.weight + static_cast<double>(matches[k].weight), static_cast<int>(k)});
    columns.push_back(matches[k].target - first_target);
  }
  flush();
  std::vector<Link> chain;
  for (int k = chains.before(target_count).match; k >= 0; k = before[static_cast<std::size_t>(k)]) {
    chain.push_back({matches[static_cast<std::size_t>(k)].source, matches[static_cast<std::size_t>(k)].target});
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

// Where nothing guides and the texts are long, a corridor along the straight diagonal, as wide as memory allows.
score::Band diagonal_band(std::size_t source_count, std::size_t target_count) {
  const double slope = static_cast<double>(target_count) / static_cast<double>(source_count);
  const double half = std::max(static_cast<double>(largest_band_nodes) / (2.0 * static_cast<double>(source_count)),
                               corridor_pad + 2 * slope);
  const auto columns = static_cast<double>(target_count + 1);
  score::Band band;
  for (std::size_t i = 0; i <= source_count; ++i) {
    const double middle = slope * static_cast<double>(i);
    band.rows.push_back({static_cast<std::uint32_t>(std::max(0.0, middle - half)),
                         static_cast<std::uint32_t>(std::min(columns, middle + half + 1))});
  }
  return band;
}

std::size_t count_nodes(const score::Band& band) {
  std::size_t nodes = 0;
  for (const score::Band::Range& range : band.rows) nodes += range.end - range.begin;
  return nodes;
}

// Drops links that stand alone: no other link near their own diagonal.
std::vector<Link> supported(const std::vector<Link>& chain) {
  const auto support = [&](const Link& link, const Link& other) {
    const std::int64_t source = static_cast<std::int64_t>(other.source) - link.source;
    const std::int64_t target = static_cast<std::int64_t>(other.target) - link.target;
    return std::abs(source) <= static_cast<std::int64_t>(link_support_window) &&
           std::abs(source - target) <= static_cast<std::int64_t>(link_support_slack);
  };
  std::vector<Link> kept;
  for (std::size_t k = 0; k < chain.size(); ++k) {
    const bool by_last = k > 0 && support(chain[k], chain[k - 1]);
    const bool by_next = k + 1 < chain.size() && support(chain[k], chain[k + 1]);
    if (by_last || by_next) kept.push_back(chain[k]);
  }
  return kept;
}

// Links of a block, in order: those of its best chain, and between two that are far apart those of what is rare there.
void find_links(const FindMatches& find, const SegmentBlock& block, int depth, std::vector<Link>& links) {
  const std::uint32_t sources = block.source.end - block.source.begin;
  const std::uint32_t targets = block.target.end - block.target.begin;
  if (std::min(sources, targets) < fine_block_segments || depth > deepest_search || !find) return;
  const std::vector<Link> chain = supported(heaviest_chain(find(block), block.target.begin, targets));
  if (chain.empty()) return;
  SegmentBlock between = block;
  for (std::size_t k = 0; k <= chain.size(); ++k) {
    between.source.end = k < chain.size() ? chain[k].source : block.source.end;
    between.target.end = k < chain.size() ? chain[k].target : block.target.end;
    find_links(find, between, depth + 1, links);
    if (k == chain.size()) break;
    links.push_back(chain[k]);
    between.source.begin = chain[k].source + 1;
    between.target.begin = chain[k].target + 1;
  }
}

// Corridor between two links, whose ends lie a pad beside straight lines through either link, of slope 1 and of the
// texts' own slope. What is missing on one side lies between the lines.
void add_corridor(score::Band& band, const Link& from, const Link& to, double slope, std::uint32_t columns) {
  const double height = static_cast<double>(to.source - from.source);
  const double width = static_cast<double>(to.target - from.target);
  for (std::uint32_t i = from.source; i <= to.source; ++i) {
    const double done = static_cast<double>(i - from.source);
    const double left = height - done;
    double first = width;
    double last = 0;
    for (const double step : {1.0, slope}) {
      first = std::min({first, step * done, width - step * left});
      last = std::max({last, step * done, width - step * left});
    }
    const double begin = static_cast<double>(from.target) + std::max(0.0, first) - corridor_pad;
    const double end = static_cast<double>(from.target) + std::min(width, last) + corridor_pad + 1;
    score::Band::Range& row = band.rows[i];
    row.begin = std::min(row.begin, static_cast<std::uint32_t>(std::max(0.0, begin)));
    row.end = std::max(row.end, std::min(columns, static_cast<std::uint32_t>(end)));
  }
}

}  // namespace

score::Band first_band(const FindMatches& find, const SegmentBlock& block, std::size_t node_limit) {
  const std::size_t source_count = block.source.end - block.source.begin;
  const std::size_t target_count = block.target.end - block.target.begin;
  const auto columns = static_cast<std::uint32_t>(target_count + 1);
  const std::size_t all_nodes = (source_count + 1) * (target_count + 1);
  score::Band band;
  band.rows.assign(source_count + 1, {0, columns});
  if (all_nodes <= node_limit) return band;
  std::vector<Link> chain;
  find_links(find, block, 0, chain);
  if (chain.empty() && all_nodes <= largest_band_nodes) return band;
  for (Link& link : chain) link = {link.source - block.source.begin, link.target - block.target.begin};
  chain.insert(chain.begin(), {0, 0});
  chain.push_back({static_cast<std::uint32_t>(source_count), static_cast<std::uint32_t>(target_count)});
  band.rows.assign(source_count + 1, {columns, 0});
  const double slope = static_cast<double>(target_count) / std::max(1.0, static_cast<double>(source_count));
  for (std::size_t k = 0; k + 1 < chain.size(); ++k) {
    add_corridor(band, chain[k], chain[k + 1], slope, columns);
  }
  for (std::size_t i = 1; i < band.rows.size(); ++i) {
    band.rows[i].end = std::max(band.rows[i].end, band.rows[i - 1].end);
  }
  for (std::size_t i = band.rows.size() - 1; i-- > 0;) {
    band.rows[i].begin = std::min(band.rows[i].begin, band.rows[i + 1].begin);
  }
  return count_nodes(band) <= std::max(node_limit, largest_band_nodes) ? band
                                                                       : diagonal_band(source_count, target_count);
}

score::Band first_band(const std::vector<score::RareMatch>& matches, std::size_t source_count, std::size_t target_count,
                       std::size_t node_limit) {
  const auto inside = [&](const SegmentBlock& block) {
    std::vector<score::RareMatch> found;
    for (const score::RareMatch& match : matches) {
      const bool is_inside = match.source >= block.source.begin && match.source < block.source.end &&
                             match.target >= block.target.begin && match.target < block.target.end;
      if (is_inside) found.push_back(match);
    }
    return found;
  };
  return first_band(inside,
                    {{0, static_cast<std::uint32_t>(source_count)}, {0, static_cast<std::uint32_t>(target_count)}},
                    node_limit);
}

}  // namespace aligner::align
