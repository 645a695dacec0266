#pragma once
// LinkBackground: what segments of comparable texts leave to be understood, and how that ties two of them. Private.
//
//   LinkBackground background(source, target, &terms);  // two texts with their anchors, inherited mentions among them
//   background.weight(30, 83);                          // 1.2 nats: both tell of June 1858, one without saying so
//   for (const Evidence& one : background.find(30, 83)) ...
//
// An account names the time, the people and the places once and goes on; the sentence that corresponds may name them
// itself. Two things are understood:
//   the time     of the story (story_times.h). Spans of more than a year, a reign or a war, are no time of a story;
//   the scene    what the heading above and the segment before name: people, places, treaties and the like, no deeds.
//                A title is the heading of no segment, and a heading is no segment before.
// They tie two segments where at least one of them does not name the matter itself: the seldomer it is on both sides
// (anchor_weight.h), the more. What both name themselves are ties of the link model. An empty segment parts documents.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aligner/score/anchored_text.h"
#include "aligner/score/evidence.h"
#include "aligner/score/story_times.h"
#include "aligner/terms/term_list.h"

namespace aligner::score {

class LinkBackground {
 public:
  /// Reads all it needs; the texts need not outlive it. Without terms there are only times.
  LinkBackground(const AnchoredText& source, const AnchoredText& target, const terms::TermList* terms);

  /// What speaks for two segments being about one event, nats: 0, or positive.
  double weight(std::size_t source, std::size_t target) const;

  /// The same with reasons, of the kind `context`: the time ("same" or "near"), then concepts ("term"). They have a
  /// place where the segment names the matter itself.
  std::vector<Evidence> find(std::size_t source, std::size_t target) const;

 private:
  // A concept that a segment names, or that is understood there (no span).
  struct Known {
    std::uint32_t number;
    std::optional<text::Span> span;
  };
  struct Side {
    std::vector<SegmentTimes> times;                 // by segment
    std::vector<std::vector<double>> time_rarities;  // nats, of each of these times
    std::vector<std::vector<Known>> known;           // by segment; by number, each once
    std::vector<double> rarities;                    // nats, by number of a concept
  };
  struct SharedTime {
    const StoryTime* source;
    const StoryTime* target;
    double weight;
  };
  struct SharedConcept {
    const Known* source;
    const Known* target;
    double weight;
  };

  Side read(const AnchoredText& text, const terms::TermList* terms);
  static std::vector<std::vector<double>> weigh_times(const std::vector<SegmentTimes>& told);
  std::vector<std::vector<Known>> read_names(const AnchoredText& text, const terms::TermList& terms);
  std::optional<SharedTime> shared_time(std::size_t source, std::size_t target) const;
  std::vector<SharedConcept> shared_concepts(std::size_t source, std::size_t target) const;

  std::map<std::string, std::uint32_t> numbers_;  // of concepts, by id
  std::vector<std::string> names_;                // of concepts, by number: for people
  Side source_;
  Side target_;
};

}  // namespace aligner::score
