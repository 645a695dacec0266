#include "aligner/score/link_conflicts.h"

#include <algorithm>
#include <chrono>
#include <span>
#include <string_view>
#include <utility>
#include <variant>

#include "aligner/score/link_anchors.h"
#include "aligner/segment/words.h"
#include "aligner/text/folded_text.h"

namespace aligner::score {
namespace {

// Nats. Each was tried at half and twice on the two judged pairs of accounts (bundled and not).
constexpr double other_treaty_weight = -3;
constexpr double other_time_weight = -4;
constexpr double other_story_time_weight = -2;      // where one of the times is only that of the sentence before
constexpr std::chrono::days near_story_times{366};  // a story moves on
constexpr std::size_t denial_reach = 3;             // words before the deed
constexpr std::string_view treaty_type = "treaty";

// Words that deny the deed behind them. Of từ chối and the like the last syllable is enough.
constexpr std::string_view denials[] = {
    "not",    "never",   "no",    "without", "cannot",    "refuse",     "refuses",    "refused",   "refusing",
    "failed", "nor",     "không", "chưa",    "chẳng",     "chối",       "не",         "ни",        "без",
    "отказ",  "отказал", "未",    "不",      "отказался", "отказалась", "отказались", "отказалось"};

bool is_denial(std::string_view word) {
  const bool is_listed = std::find(std::begin(denials), std::end(denials), word) != std::end(denials);
  return is_listed || word.ends_with("n't") || word.ends_with("n’t");
}

// Whether one of the words before a place denies what stands there; not over a comma or the like.
bool is_denied(const AnchoredText& text, const std::vector<segment::Word>& words, text::Span place) {
  auto word =
      std::partition_point(words.begin(), words.end(), [&](const auto& one) { return one.span.end <= place.begin; });
  for (std::size_t left = denial_reach; word != words.begin() && left > 0; --left) {
    --word;
    const std::string_view between = text.document.slice({word->span.end, place.begin});
    if (between.find_first_of(",;:()") != std::string_view::npos) return false;
    if (is_denial(text::fold(text.document.slice(word->span)))) return true;
  }
  return false;
}

// A treaty by name is narrower than the treaty as such.
bool is_named_treaty(const terms::Concept& one) {
  return one.type == treaty_type && std::any_of(one.relations.begin(), one.relations.end(), [](const auto& relation) {
           return relation.kind == terms::RelationKind::broader;
         });
}

template <typename T, typename Holds>
bool any_pair(const std::vector<T>& ones, const std::vector<T>& others, const Holds& holds) {
  return std::any_of(ones.begin(), ones.end(), [&](const T& one) {
    return std::any_of(others.begin(), others.end(), [&](const T& other) { return holds(one, other); });
  });
}

}  // namespace

std::vector<LinkConflicts::Segment> LinkConflicts::read(const AnchoredText& text, const terms::TermList* terms) {
  std::vector<Segment> segments(text.segmentation.size());
  std::size_t cut = text.segmentation.size();  // the segment that `words` are of
  std::vector<segment::Word> words;
  for (const anchors::Anchor& anchor : text.anchors) {
    Segment& segment = segments[anchor.segment];
    const terms::Concept* told = concept_of(anchor, terms);
    if (told == nullptr) continue;
    if (is_named_treaty(*told)) segment.treaties.push_back({told->id, anchor.span, false});
    if (told->type != deed_type || std::get<anchors::ConceptMention>(anchor.value).inherited) continue;
    if (cut != anchor.segment) {
      words = segment::find_words(text.document.bytes(), text.segmentation.segments[anchor.segment].span,
                                  text.document.language());
      cut = anchor.segment;
    }
    segment.deeds.push_back({told->id, anchor.span, is_denied(text, words, anchor.span)});
  }
  std::vector<SegmentTimes> times = read_story_times(text);
  for (std::size_t i = 0; i < segments.size(); ++i) segments[i].story = std::move(times[i]);
  return segments;
}

LinkConflicts::LinkConflicts(const AnchoredText& source, const AnchoredText& target, const terms::TermList* terms)
    : source_(read(source, terms)), target_(read(target, terms)) {
  if (terms == nullptr) return;
  for (const auto* side : {&source_, &target_}) {
    for (const Segment& segment : *side) {
      for (const auto* told : {&segment.treaties, &segment.deeds}) {
        for (const Told& one : *told) names_.try_emplace(one.concept_id, english_name(*terms, one.concept_id));
      }
    }
  }
}

bool LinkConflicts::are_other_treaties(const Segment& from, const Segment& to) {
  if (from.treaties.empty() || to.treaties.empty()) return false;
  return !any_pair(from.treaties, to.treaties,
                   [](const Told& a, const Told& b) { return a.concept_id == b.concept_id; });
}

bool LinkConflicts::are_other_times(const Segment& from, const Segment& to) {
  if (from.story.times.empty() || to.story.times.empty()) return false;
  if ((from.story.is_inherited || to.story.is_inherited) && denied_deed(from, to)) return false;
  const auto near = from.story.is_inherited || to.story.is_inherited ? near_story_times : near_times;
  return !any_pair(from.story.times, to.story.times,
                   [near](const StoryTime& a, const StoryTime& b) { return are_near(a, b, near); });
}

double LinkConflicts::time_weight(const Segment& from, const Segment& to) {
  return from.story.is_inherited || to.story.is_inherited ? other_story_time_weight : other_time_weight;
}

// A deed that is denied on one side, and not told the same way on both as well.
std::optional<LinkConflicts::ToldPair> LinkConflicts::denied_deed(const Segment& from, const Segment& to) {
  for (const Told& here : from.deeds) {
    for (const Told& there : to.deeds) {
      if (here.concept_id != there.concept_id || here.is_denied == there.is_denied) continue;
      const bool is_told_alike = any_pair(from.deeds, to.deeds, [&](const Told& a, const Told& b) {
        return a.concept_id == here.concept_id && b.concept_id == here.concept_id && a.is_denied == b.is_denied;
      });
      if (!is_told_alike) return ToldPair(&here, &there);
    }
  }
  return std::nullopt;
}

double LinkConflicts::weight(std::size_t source, std::size_t target) const {
  const Segment& from = source_[source];
  const Segment& to = target_[target];
  double sum = are_other_treaties(from, to) ? other_treaty_weight : 0;
  if (are_other_times(from, to)) sum += time_weight(from, to);
  return sum;
}

std::vector<Evidence> LinkConflicts::find(std::size_t source, std::size_t target) const {
  const Segment& from = source_[source];
  const Segment& to = target_[target];
  std::vector<Evidence> found;
  if (are_other_treaties(from, to)) {
    const Told& here = from.treaties.front();
    const Told& there = to.treaties.front();
    found.push_back({EvidenceKind::term, here.span, there.span, "other", other_treaty_weight,
                     names_.at(here.concept_id) + " here, " + names_.at(there.concept_id) + " there"});
  }
  if (are_other_times(from, to)) {
    const StoryTime& here = from.story.times.front();
    const StoryTime& there = to.story.times.front();
    found.push_back({EvidenceKind::date, place_in(from.story, here), place_in(to.story, there), "other",
                     time_weight(from, to), here.name + " here, " + there.name + " there"});
  }
  if (const auto deed = denied_deed(from, to)) {
    const auto& [here, there] = *deed;
    found.push_back({EvidenceKind::term, here->span, there->span, "conflict", 0,
                     names_.at(here->concept_id) +
                         (here->is_denied ? " is denied here, not there" : " is denied there, not here")});
  }
  return found;
}

}  // namespace aligner::score
