#include "aligner/score/link_background.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <span>
#include <utility>

#include "aligner/score/anchor_weight.h"
#include "aligner/score/link_anchors.h"

namespace aligner::score {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// Set on the two judged pairs of accounts (bundled and not); half and one and a half times of each moves average
// precision by less than .01.
constexpr double concept_strength = 0.2;  // of a concept of the scene, a time being 1
constexpr double understood_share = 0.7;  // that is left for each segment in which the matter is only understood
constexpr days longest_time{366};

double understood(bool is_understood) { return is_understood ? understood_share : 1; }

}  // namespace

// A time is near all of its side but those that end before it or begin behind it.
std::vector<std::vector<double>> LinkBackground::weigh_times(const std::vector<SegmentTimes>& told) {
  std::vector<sys_days> begins;
  std::vector<sys_days> ends;
  for (const SegmentTimes& segment : told) {
    for (const StoryTime& time : segment.times) {
      begins.push_back(time.earliest);
      ends.push_back(time.latest);
    }
  }
  std::sort(begins.begin(), begins.end());
  std::sort(ends.begin(), ends.end());
  std::vector<std::vector<double>> rarities(told.size());
  for (std::size_t i = 0; i < told.size(); ++i) {
    for (const StoryTime& time : told[i].times) {
      const auto over = std::lower_bound(ends.begin(), ends.end(), time.earliest - near_times) - ends.begin();
      const auto begun = std::upper_bound(begins.begin(), begins.end(), time.latest + near_times) - begins.begin();
      rarities[i].push_back(rarity(std::min(static_cast<std::size_t>(begun - over), told.size()), told.size()));
    }
  }
  return rarities;
}

// What segments name, and behind it what they leave to be understood.
std::vector<std::vector<LinkBackground::Known>> LinkBackground::read_names(const AnchoredText& text,
                                                                           const terms::TermList& terms) {
  const auto in_order = [](const Known& a, const Known& b) { return a.number < b.number; };
  std::vector<std::vector<Known>> named(text.segmentation.size());
  for (const anchors::Anchor& anchor : text.anchors) {
    const terms::Concept* told = concept_of(anchor, &terms);
    if (told == nullptr || told->type == deed_type) continue;
    const auto [place, is_new] = numbers_.try_emplace(told->id, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back(english_name(terms, told->id));
    named[anchor.segment].push_back({place->second, anchor.span});
  }
  const auto sort_once = [&](std::vector<Known>& all) {
    std::stable_sort(all.begin(), all.end(), in_order);
    const auto is_same = [](const Known& a, const Known& b) { return a.number == b.number; };
    all.erase(std::unique(all.begin(), all.end(), is_same), all.end());
  };
  for (std::vector<Known>& segment : named) sort_once(segment);

  std::vector<std::vector<Known>> known = named;
  const auto understand = [&](std::size_t segment, const std::vector<Known>& all) {
    for (const Known& one : all) known[segment].push_back({one.number, std::nullopt});
  };
  std::optional<std::size_t> heading;  // above, the title aside
  for (std::size_t i = 1; i < named.size(); ++i) {
    const segment::Segment& before = text.segmentation.segments[i - 1];
    if (before.span.empty()) {  // another document begins
      heading.reset();
      continue;
    }
    if (text.segmentation.segments[i].kind == segment::SegmentKind::heading) {
      heading = i;
      continue;
    }
    if (heading) understand(i, named[*heading]);
    if (before.kind != segment::SegmentKind::heading) understand(i, named[i - 1]);
    sort_once(known[i]);
  }
  return known;
}

LinkBackground::Side LinkBackground::read(const AnchoredText& text, const terms::TermList* terms) {
  Side side;
  side.times = read_story_times(text);
  side.time_rarities = weigh_times(side.times);
  side.known.resize(text.segmentation.size());
  if (terms != nullptr) side.known = read_names(text, *terms);
  std::vector<std::size_t> counts(names_.size());
  for (const std::vector<Known>& segment : side.known) {
    for (const Known& one : segment) ++counts[one.number];
  }
  for (const std::size_t count : counts) side.rarities.push_back(rarity(count, side.known.size()));
  return side;
}

LinkBackground::LinkBackground(const AnchoredText& source, const AnchoredText& target, const terms::TermList* terms)
    : source_(read(source, terms)), target_(read(target, terms)) {}

std::optional<LinkBackground::SharedTime> LinkBackground::shared_time(std::size_t source, std::size_t target) const {
  const SegmentTimes& from = source_.times[source];
  const SegmentTimes& to = target_.times[target];
  if (!from.is_inherited && !to.is_inherited) return std::nullopt;
  const double share = understood(from.is_inherited) * understood(to.is_inherited);
  std::optional<SharedTime> best;
  for (std::size_t k = 0; k < from.times.size(); ++k) {
    for (std::size_t l = 0; l < to.times.size(); ++l) {
      const StoryTime& here = from.times[k];
      const StoryTime& there = to.times[l];
      if (here.length() > longest_time || there.length() > longest_time) continue;
      if (!are_near(here, there, near_times)) continue;
      const double rare = std::sqrt(source_.time_rarities[source][k] * target_.time_rarities[target][l]);
      if (!best || share * rare > best->weight) best = SharedTime{&here, &there, share * rare};
    }
  }
  return best;
}

std::vector<LinkBackground::SharedConcept> LinkBackground::shared_concepts(std::size_t source,
                                                                           std::size_t target) const {
  std::vector<SharedConcept> shared;
  const std::vector<Known>& from = source_.known[source];
  const std::vector<Known>& to = target_.known[target];
  auto there = to.begin();
  for (const Known& here : from) {
    while (there != to.end() && there->number < here.number) ++there;
    if (there == to.end()) break;
    if (there->number != here.number || (here.span && there->span)) continue;
    const double rare = std::sqrt(source_.rarities[here.number] * target_.rarities[here.number]);
    shared.push_back({&here, &*there, concept_strength * understood(!here.span) * understood(!there->span) * rare});
  }
  return shared;
}

double LinkBackground::weight(std::size_t source, std::size_t target) const {
  const auto time = shared_time(source, target);
  double sum = time ? time->weight : 0;
  for (const SharedConcept& one : shared_concepts(source, target)) sum += one.weight;
  return sum;
}

std::vector<Evidence> LinkBackground::find(std::size_t source, std::size_t target) const {
  std::vector<Evidence> found;
  if (const auto time = shared_time(source, target)) {
    const auto& [here, there, weight] = *time;
    const bool is_same = here->name == there->name;
    found.push_back({EvidenceKind::context, place_in(source_.times[source], *here),
                     place_in(target_.times[target], *there), is_same ? "same" : "near", weight,
                     "time of the story: " + here->name + (is_same ? "" : " here, " + there->name + " there")});
  }
  for (const auto& [here, there, weight] : shared_concepts(source, target)) {
    found.push_back({EvidenceKind::context, here->span.value_or(text::Span{}), there->span.value_or(text::Span{}),
                     "term", weight, "both are about " + names_[here->number]});
  }
  return found;
}

}  // namespace aligner::score
