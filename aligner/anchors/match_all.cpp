#include "aligner/anchors/match_all.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "aligner/anchors/anchor_matcher.h"

namespace aligner::anchors {

std::vector<RelatedPair> match_all(std::span<const Anchor> source, std::span<const Anchor> target,
                                   const terms::TermList& terms) {
  AnchorMatcher matcher(terms);
  std::unordered_map<std::string, std::vector<std::size_t>> buckets;
  for (std::size_t t = 0; t < target.size(); ++t) {
    for (const std::string& key : matcher.keys(target[t])) buckets[key].push_back(t);
  }
  std::vector<RelatedPair> pairs;
  for (std::size_t s = 0; s < source.size(); ++s) {
    std::set<std::size_t> candidates;
    for (const std::string& key : matcher.lookup_keys(source[s])) {
      const auto found = buckets.find(key);
      if (found != buckets.end()) candidates.insert(found->second.begin(), found->second.end());
    }
    for (const std::size_t t : candidates) {
      std::optional<AnchorMatch> match = matcher.match(source[s], target[t]);
      if (match) pairs.push_back({s, t, std::move(*match)});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const RelatedPair& first, const RelatedPair& second) {
    return first.match.score > second.match.score;
  });
  return pairs;
}

}  // namespace aligner::anchors
