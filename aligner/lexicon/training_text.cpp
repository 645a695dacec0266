#include "aligner/lexicon/training_text.h"

#include <algorithm>

namespace aligner::lexicon {
namespace {

void append(const std::vector<std::vector<TokenId>>& segments, FlatSide& side) {
  for (const std::vector<TokenId>& segment : segments) {
    side.tokens.insert(side.tokens.end(), segment.begin(), segment.end());
    side.begins.push_back(static_cast<std::uint32_t>(side.tokens.size()));
  }
}

}  // namespace

TrainingText::TrainingText(std::span<const TrainingDocument> documents, const Options& options) {
  for (const TrainingDocument& document : documents) {
    const std::size_t source_first = source.segment_count();
    const std::size_t target_first = target.segment_count();
    append(document.source, source);
    append(document.target, target);
    std::vector<double> source_mass(document.source.size(), 0);
    std::vector<double> target_mass(document.target.size(), 0);
    for (const Correspondence& pair : document.correspondences) {
      source_mass[pair.source] += static_cast<double>(pair.weight);
      target_mass[pair.target] += static_cast<double>(pair.weight);
    }
    auto fresh = document.fresh.begin();
    for (const Correspondence& pair : document.correspondences) {
      const bool is_fresh =
          fresh != document.fresh.end() && fresh->source == pair.source && fresh->target == pair.target;
      if (is_fresh) ++fresh;
      const std::size_t source_size = document.source[pair.source].size();
      const std::size_t target_size = document.target[pair.target].size();
      const auto weight = static_cast<double>(pair.weight);
      // An empty line has nothing to share out.
      if (source_size == 0 || target_size == 0 || weight < options.smallest_weight) continue;
      const double forward = options.heard * weight / (target_mass[pair.target] * static_cast<double>(source_size));
      const double backward = options.heard * weight / (source_mass[pair.source] * static_cast<double>(target_size));
      pairs.push_back({static_cast<std::uint32_t>(source_first + pair.source),
                       static_cast<std::uint32_t>(target_first + pair.target), pair.weight, static_cast<float>(forward),
                       static_cast<float>(backward),
                       static_cast<float>(forward * std::min(1.0, target_mass[pair.target])),
                       static_cast<float>(backward * std::min(1.0, source_mass[pair.source])), is_fresh});
    }
  }
  pairs_begin.assign(source.segment_count() + 1, 0);
  for (const SegmentPair& pair : pairs) ++pairs_begin[pair.source + 1];
  for (std::size_t k = 0; k < source.segment_count(); ++k) pairs_begin[k + 1] += pairs_begin[k];
}

}  // namespace aligner::lexicon
