#pragma once
// LinkModel: how strongly two segments of comparable texts are tied, without order.
//
//   LinkModel model(bitext, knowledge);
//   for (const LinkScore& pair : model.scored_pairs()) ...  // every pair that shares something, with margin
//   std::vector<Evidence> why = model.explain(12, 30);
//
// Ties are anchors (dates, numbers, names, concepts and related concepts, treaties that "it" stands for) and words that
// look alike or that a lexicon, the bundled one or the user's, says translate each other. Ties are weighed by their
// rarity on both sides (anchor_weight.h): what half of the sentences mention says little. Each anchor ties once;
// conflicting days count against. What a segment leaves to be understood ties it too, beside others
// (link_background.h). The sum grows with the share of both segments that is tied and shrinks with their lengths; of a
// heading and a sentence half of it counts. What is well tied up to four segments before and behind lends a part of its
// score: accounts of the same events keep some order. What counts is the margin over the best rivals of both sides
// (after Artetxe & Schwenk 2019); pairs with the segment beside are no rivals, for one sentence here may be two there.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "aligner/score/evidence.h"
#include "aligner/score/prepared_bitext.h"

namespace aligner::score {

struct LinkScore {
  std::uint32_t source = 0;  // segments
  std::uint32_t target = 0;
  double tie = 0;           // sum of the ties' weights, nats
  double score = 0;         // tie over the square root of both lengths
  double margin = 0;        // score minus the mean of the best rivals
  double source_share = 0;  // share of the source segment's information that is tied, 0 to 1
  double target_share = 0;
  bool has_conflict = false;  // something in them contradicts
};

/// Of texts in which many documents are joined: which of these may be tied to each other. Segments that stand in the
/// same documents are a group.
struct TieScope {
  std::vector<std::uint32_t> group_of;                    // by source segment
  std::vector<std::vector<SegmentBlock::Range>> open_to;  // by group: segments of the target, ascending
};

/// Mentions that segments inherit (discourse.h) are found, or stand among the anchors already.
enum class Inherited { find, given };

class LinkModel {
 public:
  /// Without a scope all segments may be tied. It must outlive the call only.
  LinkModel(const AnchoredBitext& bitext, const Knowledge& knowledge, const TieScope* scope = nullptr,
            Inherited inherited = Inherited::find);
  ~LinkModel();
  LinkModel(LinkModel&&) noexcept;
  LinkModel& operator=(LinkModel&&) noexcept;
  LinkModel(const LinkModel&) = delete;
  LinkModel& operator=(const LinkModel&) = delete;

  /// All pairs with a positive tie, by source, then target.
  const std::vector<LinkScore>& scored_pairs() const;

  /// The ties of one pair, strongest first; conflicts last, with negative weight.
  std::vector<Evidence> explain(std::size_t source, std::size_t target) const;

  /// The texts as they were prepared, inherited mentions among their anchors, for other models to share.
  PreparedBitext& bitext();

  std::size_t source_count() const;
  std::size_t target_count() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace aligner::score
