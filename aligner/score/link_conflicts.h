#pragma once
// LinkConflicts: what tells two segments of comparable texts apart, or makes them contradict each other. Private.
//
//   LinkConflicts conflicts(source, target, &terms);  // two texts with their anchors, inherited mentions among them
//   conflicts.weight(20, 15);                          // -4 nats: 1632 is told here, 1740 there
//   for (const Evidence& one : conflicts.find(20, 15)) ...
//
// Two accounts of the same matters are full of false friends: segments that share a place, a deed and a person and tell
// of something else. Three things give them away:
//   another treaty   both speak of treaties by name (what "it" stands for counts), and none of them is the same;
//   another time     both are set in time (story_times.h), and no two of their times come near each other. What only
//   the
//                    time of the story says does not count against a contradiction;
//   a denied deed    one deed is told on both sides and denied on one ("ratified": "refused to ratify"). That is no
//                    false friend but a contradiction: the two are about one matter, and it weighs nothing.
// Conflicting days (anchor_conflicts.h) are ties of the link model and not told here.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aligner/score/anchored_text.h"
#include "aligner/score/evidence.h"
#include "aligner/score/story_times.h"
#include "aligner/terms/term_list.h"
#include "aligner/text/span.h"

namespace aligner::score {

class LinkConflicts {
 public:
  /// Reads all it needs; the texts need not outlive it. Without terms only times can conflict.
  LinkConflicts(const AnchoredText& source, const AnchoredText& target, const terms::TermList* terms);

  /// What speaks against two segments being about one event, nats: 0, or negative.
  double weight(std::size_t source, std::size_t target) const;

  /// The same with reasons, one of each kind at the most. Their relation is "other", of a denied deed "conflict".
  std::vector<Evidence> find(std::size_t source, std::size_t target) const;

 private:
  // A treaty or a deed, with where it is told.
  struct Told {
    std::string concept_id;
    text::Span span;
    bool is_denied = false;
  };
  struct Segment {
    std::vector<Told> treaties;
    std::vector<Told> deeds;
    SegmentTimes story;
  };
  using ToldPair = std::pair<const Told*, const Told*>;

  static std::vector<Segment> read(const AnchoredText& text, const terms::TermList* terms);
  static bool are_other_treaties(const Segment& from, const Segment& to);
  static bool are_other_times(const Segment& from, const Segment& to);
  static std::optional<ToldPair> denied_deed(const Segment& from, const Segment& to);
  static double time_weight(const Segment& from, const Segment& to);

  std::vector<Segment> source_;
  std::vector<Segment> target_;
  std::map<std::string, std::string> names_;  // of treaties and deeds, by id: for people
};

}  // namespace aligner::score
