#include "aligner/align/first_band.h"

#include <algorithm>
#include <cstdint>

namespace aligner::align {
namespace {

constexpr std::uint32_t corridor_pad = 12;       // nodes around the chain on each side
constexpr double smallest_link = 0.2;            // lighter matches are too often chance
constexpr std::size_t link_support_window = 40;  // segments; a link needs another that is near its diagonal
constexpr std::uint32_t link_support_slack = 15;

struct Link {
  std::uint32_t source;
  std::uint32_t target;
};

// Best chain that ends at or before a target column: a Fenwick tree of prefix maxima.
class PrefixMaxima {
 public:
  explicit PrefixMaxima(std::size_t size) : tree_(size + 1, {0.0, -1}) {}

  struct Best {
    double weight;
    int match;  // index, -1 for none
  };
  Best best_before(std::size_t column) const {
    Best best{0.0, -1};
    for (std::size_t at = column; at > 0; at &= at - 1) {
      if (tree_[at].weight > best.weight) best = tree_[at];
    }
    return best;
  }
  void add(std::size_t column, Best chain) {
    for (std::size_t at = column + 1; at < tree_.size(); at += at & (~at + 1)) {
      if (chain.weight > tree_[at].weight) tree_[at] = chain;
    }
  }

 private:
  std::vector<Best> tree_;
};

std::vector<Link> heaviest_chain(const std::vector<score::RareMatch>& matches, std::size_t target_count) {
  PrefixMaxima chains(target_count);
  std::vector<int> before(matches.size(), -1);
  std::vector<PrefixMaxima::Best> pending;  // of the row at work: links of one row do not follow each other
  std::vector<std::size_t> columns;
  const auto flush = [&] {
    for (std::size_t k = 0; k < pending.size(); ++k) chains.add(columns[k], pending[k]);
    pending.clear();
    columns.clear();
  };
  for (std::size_t k = 0; k < matches.size(); ++k) {
    if (k > 0 && matches[k].source != matches[k - 1].source) flush();
    if (static_cast<double>(matches[k].weight) < smallest_link) continue;
    const PrefixMaxima::Best best = chains.best_before(matches[k].target);
    before[k] = best.match;
    pending.push_back({best.weight + static_cast<double>(matches[k].weight), static_cast<int>(k)});
    columns.push_back(matches[k].target);
  }
  flush();
  std::vector<Link> chain;
  for (int k = chains.best_before(target_count).match; k >= 0; k = before[static_cast<std::size_t>(k)]) {
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

}  // namespace

score::Band first_band(const std::vector<score::RareMatch>& matches, std::size_t source_count, std::size_t target_count,
                       std::size_t node_limit) {
  const auto columns = static_cast<std::uint32_t>(target_count + 1);
  score::Band band;
  if ((source_count + 1) * (target_count + 1) <= node_limit) {
    band.rows.assign(source_count + 1, {0, columns});
    return band;
  }
  std::vector<Link> chain = supported(heaviest_chain(matches, target_count));
  chain.insert(chain.begin(), {0, 0});
  chain.push_back({static_cast<std::uint32_t>(source_count), static_cast<std::uint32_t>(target_count)});
  band.rows.assign(source_count + 1, {columns, 0});
  const auto last_row = static_cast<std::uint32_t>(source_count);
  for (std::size_t k = 0; k + 1 < chain.size(); ++k) {
    const Link& from = chain[k];
    const Link& to = chain[k + 1];
    const std::uint32_t begin = from.target < corridor_pad ? 0 : from.target - corridor_pad;
    const std::uint32_t end = std::min(columns, to.target + corridor_pad + 1);
    const std::uint32_t first = from.source < corridor_pad ? 0 : from.source - corridor_pad;
    for (std::uint32_t i = first; i <= std::min(last_row, to.source + corridor_pad); ++i) {
      band.rows[i].begin = std::min(band.rows[i].begin, begin);
      band.rows[i].end = std::max(band.rows[i].end, end);
    }
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

}  // namespace aligner::align
