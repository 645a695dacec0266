#pragma once
// The times that segments of an account are set in. Private to the models of comparable texts.
//
//   std::vector<SegmentTimes> told = read_story_times(text);  // a text with its anchors
//   told[3].times.front().name;                               // "May 1858", though it stands in the segment before
//   told[3].is_inherited;                                     // true
//
// A segment without a date is set in the time of the one before it that has any, up to six segments back and not over a
// heading or an empty segment: the time of the story. Times without a beginning or an end, and days whose year is only
// understood, are none.

#include <chrono>
#include <string>
#include <vector>

#include "aligner/score/anchored_text.h"
#include "aligner/text/span.h"

namespace aligner::score {

struct StoryTime {
  std::chrono::sys_days earliest;
  std::chrono::sys_days latest;
  text::Span span;   // where it is told
  std::string name;  // "28 May 1858"

  std::chrono::days length() const { return latest - earliest; }
};

struct SegmentTimes {
  std::vector<StoryTime> times;
  bool is_inherited = false;  // they are told in a segment before
};

/// Accounts date an event by its beginning, by its end, or in another calendar: times so far apart may be one.
inline constexpr std::chrono::days near_times{62};

/// Whether two times share a day when each is that much longer.
bool are_near(const StoryTime& one, const StoryTime& other, std::chrono::days near);

/// Where a segment itself tells one of its times; nowhere if it is inherited.
text::Span place_in(const SegmentTimes& segment, const StoryTime& time);

/// By segment.
std::vector<SegmentTimes> read_story_times(const AnchoredText& text);

}  // namespace aligner::score
