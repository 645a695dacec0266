#include "aligner/score/discourse.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "aligner/segment/words.h"
#include "aligner/text/folded_text.h"

namespace aligner::score {
namespace {

constexpr std::string_view treaty_type = "treaty";  // what pronouns are taken to stand for
constexpr std::size_t pronoun_reach = 2;            // segments back

// Words that open a sentence and stand for what was named before. Two-syllable Vietnamese forms begin with these.
constexpr std::string_view pronouns[] = {"it", "this", "these", "its", "nó",   "ông", "này",      "đây", "theo",
                                         "он", "она",  "оно",   "это", "этот", "эта", "согласно", "его"};

std::optional<text::Span> opening_pronoun(const AnchoredText& text, const segment::Segment& segment) {
  const auto words = segment::find_words(text.document.bytes(), segment.span, text.document.language());
  if (words.empty()) return std::nullopt;
  const std::string first = text::fold(text.document.slice(words.front().span));
  const bool is_pronoun = std::find(std::begin(pronouns), std::end(pronouns), first) != std::end(pronouns);
  return is_pronoun ? std::optional(words.front().span) : std::nullopt;
}

// The generic concepts that a mention of `concept_id` speaks of: itself, and what it is a part of, where others are
// narrower.
std::vector<std::string> generics_of(const terms::Concept& mentioned, const terms::TermList& terms) {
  const auto is_generic = [](const terms::Concept& candidate) {
    return std::any_of(candidate.relations.begin(), candidate.relations.end(),
                       [](const auto& relation) { return relation.kind == terms::RelationKind::narrower; });
  };
  std::vector<std::string> generics;
  if (is_generic(mentioned)) generics.push_back(mentioned.id);
  for (const terms::ConceptRelation& relation : mentioned.relations) {
    const terms::Concept* whole =
        relation.kind == terms::RelationKind::part_of ? terms.find(relation.concept_id) : nullptr;
    if (whole != nullptr && is_generic(*whole)) generics.push_back(whole->id);
  }
  return generics;
}

std::vector<std::string> broader_of(const terms::Concept& mentioned) {
  std::vector<std::string> broader;
  for (const terms::ConceptRelation& relation : mentioned.relations) {
    if (relation.kind == terms::RelationKind::broader) broader.push_back(relation.concept_id);
  }
  return broader;
}

// A concept that stands in a segment, with where.
struct Mention {
  const terms::Concept* named = nullptr;
  text::Span span;
};

std::vector<std::vector<Mention>> mentions_by_segment(const AnchoredText& text, const terms::TermList& terms) {
  std::vector<std::vector<Mention>> mentions(text.segmentation.size());
  for (const anchors::Anchor& anchor : text.anchors) {
    const auto* mention = std::get_if<anchors::ConceptMention>(&anchor.value);
    const terms::Concept* named = mention != nullptr ? terms.find(mention->concept_id) : nullptr;
    if (named != nullptr) mentions[anchor.segment].push_back({named, anchor.span});
  }
  return mentions;
}

// The concept a text is about, by the generic concept it is narrower than: that of the title, for treaties else the one
// named most often (ties: the first by id).
std::map<std::string, std::string> find_topics(const std::vector<std::vector<Mention>>& mentions) {
  std::map<std::string, std::string> topics;
  std::map<std::string, std::map<std::string, std::size_t>> counts;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    for (const Mention& mention : mentions[i]) {
      for (const std::string& generic : broader_of(*mention.named)) {
        if (i == 0) topics.try_emplace(generic, mention.named->id);
        if (mention.named->type == treaty_type) ++counts[generic][mention.named->id];
      }
    }
  }
  for (const auto& [generic, named] : counts) {
    const auto most =
        std::max_element(named.begin(), named.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    topics.try_emplace(generic, most->first);
  }
  return topics;
}

struct LastNamed {
  std::string concept_id;
  std::size_t segment = 0;
  bool is_treaty = false;
};

anchors::Anchor inherit(std::size_t segment, text::Span place, const std::string& concept_id) {
  return {segment, place, anchors::ConceptMention{concept_id, terms::TermStatus::admitted, true}};
}

}  // namespace

std::vector<anchors::Anchor> inherited_mentions(const AnchoredText& text, const terms::TermList& terms) {
  const std::vector<std::vector<Mention>> mentions = mentions_by_segment(text, terms);
  const std::map<std::string, std::string> topics = find_topics(mentions);
  std::map<std::string, LastNamed> last;  // by generic concept, in this section
  std::vector<anchors::Anchor> inherited;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const segment::Segment& segment = text.segmentation.segments[i];
    if (segment.kind == segment::SegmentKind::heading) last.clear();
    std::set<std::string> settled;  // generic concepts that need no heir here
    for (const Mention& mention : mentions[i]) {
      for (const std::string& generic : broader_of(*mention.named)) {
        last[generic] = {mention.named->id, i, mention.named->type == treaty_type};
        settled.insert(generic);
      }
    }
    for (const Mention& mention : mentions[i]) {
      for (const std::string& generic : generics_of(*mention.named, terms)) {
        if (!settled.insert(generic).second) continue;
        const auto recent = last.find(generic);
        const auto topic = topics.find(generic);
        if (recent != last.end()) {
          inherited.push_back(inherit(i, mention.span, recent->second.concept_id));
        } else if (topic != topics.end()) {
          inherited.push_back(inherit(i, mention.span, topic->second));
        }
      }
    }
    for (const auto& [generic, named] : last) {
      if (!named.is_treaty || i - named.segment > pronoun_reach || settled.contains(generic)) continue;
      if (const auto pronoun = opening_pronoun(text, segment))
        inherited.push_back(inherit(i, *pronoun, named.concept_id));
    }
  }
  return inherited;
}

}  // namespace aligner::score
