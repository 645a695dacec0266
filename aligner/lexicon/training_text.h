#pragma once
// TrainingText: documents to learn from, laid out for sweeps over them: one long row of tokens for each side, and the
// segments that correspond. Private.
//
//   TrainingText text(documents, {.smallest_weight = 0.03, .heard = 0.8});
//   for (const SegmentPair& pair : text.pairs_of(source_segment)) use(text.target.segment(pair.target));

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aligner/lexicon/translation_table.h"
#include "aligner/lexicon/vocabulary.h"

namespace aligner::lexicon {

/// Segments and tokens of one side, both numbered over all documents.
struct FlatSide {
  std::vector<TokenId> tokens;
  std::vector<std::uint32_t> begins = {0};  // by segment, one more at the end

  std::size_t segment_count() const { return begins.size() - 1; }
  std::span<const TokenId> segment(std::size_t k) const {
    return std::span(tokens).subspan(begins[k], begins[k + 1] - begins[k]);
  }
};

/// Two segments that correspond. Shares are Model 1's 1/l with soft segments: how much each token of one segment can
/// give to each of the other.
struct SegmentPair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float weight = 0;
  float forward_share = 0;
  float backward_share = 0;
  float forward_weight = 0;  // the share times what the target segment has of counterparts, 1 at most
  float backward_weight = 0;
  bool is_fresh = false;
};

struct TrainingText {
  struct Options {
    double smallest_weight = 0;  // correspondences below are passed over
    double heard = 1;            // share of the tokens that the other side explains
  };
  TrainingText(std::span<const TrainingDocument> documents, const Options& options);

  std::span<const SegmentPair> pairs_of(std::size_t source_segment) const {
    return std::span(pairs).subspan(pairs_begin[source_segment],
                                    pairs_begin[source_segment + 1] - pairs_begin[source_segment]);
  }

  FlatSide source;
  FlatSide target;
  std::vector<SegmentPair> pairs;          // by source, then target
  std::vector<std::uint32_t> pairs_begin;  // by source segment, one more at the end
};

}  // namespace aligner::lexicon
