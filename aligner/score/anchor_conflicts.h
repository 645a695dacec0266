#pragma once
// AnchorConflicts: what in the two sides of a bead cannot both be true.
//
//   AnchorConflicts conflicts(bitext, 0);                    // of the first document
//   conflicts.weight({.source = 4, .target = 4});            // -2.1 nats: "16 May 1858" here, "20 May 1858" there
//   for (const AnchorConflict& one : conflicts.find(bead)) ... // which, and why
//
// Two anchors of a bead contradict each other where match_anchors says so and neither has a counterpart in the bead:
// "from 16 to 20 May 1858" does not contradict its translation. A year or month is no counterpart of a day. Segments
// with more than eight such anchors (a table in one line) have no conflicts.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "aligner/score/bead_model.h"
#include "aligner/score/evidence.h"
#include "aligner/score/prepared_bitext.h"
#include "aligner/text/span.h"

namespace aligner::score {

struct AnchorConflict {
  text::Span source;  // where the two stand in their documents
  text::Span target;
  const AnchorPair* pair = nullptr;  // of the bitext's anchor_pairs
  EvidenceKind kind = EvidenceKind::date;
  double weight = 0;  // nats, negative (anchor_weight.h), on the scale of the bead's lexical part
};

class AnchorConflicts {
 public:
  /// Of one document. The bitext must outlive this.
  AnchorConflicts(const PreparedBitext& bitext, std::size_t document, const BeadWeights& weights = {});

  /// The conflicts of a bead, the gravest first; no anchor stands in two.
  std::vector<AnchorConflict> find(const BeadPlace& bead) const;

  /// The sum of their weights; 0 where there are none, and found out fast then.
  double weight(const BeadPlace& bead) const {
    const bool may_conflict =
        has_suspects(source_, bead.source, bead.source_count) && has_suspects(target_, bead.target, bead.target_count);
    return may_conflict ? sum_weights(bead) : 0;
  }

 private:
  // Anchors that contradict something somewhere on the other side.
  struct Suspect {
    std::size_t type = 0;
    text::Span span;
  };
  // One side of the document.
  struct Side {
    std::vector<std::vector<Suspect>> suspects;      // by segment
    std::vector<std::uint32_t> suspects_before;      // by segment, one more at the end
    std::vector<std::vector<std::size_t>> places;    // by type: its segments, ascending
    std::vector<std::vector<std::size_t>> partners;  // by type: types of the other side that it agrees with
    std::vector<double> rarities;                    // by type, nats
  };

  static Side make_side(const PreparedText& text, const AnchorTokens& anchors, const std::vector<bool>& contradicted);
  static bool has_suspects(const Side& side, std::size_t first, std::size_t count) {
    return side.suspects_before[first] < side.suspects_before[first + count];
  }
  double sum_weights(const BeadPlace& bead) const;
  static bool has_counterpart(const std::vector<std::size_t>& partners, const Side& other, std::size_t first,
                              std::size_t count);
  const AnchorPair* find_pair(std::size_t source_type, std::size_t target_type) const;

  const PreparedBitext& bitext_;
  double scale_ = 1;
  Side source_;
  Side target_;
};

}  // namespace aligner::score
