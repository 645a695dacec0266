#include "aligner/score/discourse.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "aligner/score/link_anchors.h"
#include "aligner/segment/words.h"
#include "aligner/text/folded_text.h"

namespace aligner::score {
namespace {

constexpr std::string_view treaty_type = "treaty";  // what pronouns are taken to stand for
constexpr std::string_view person_type = "person";
constexpr std::size_t pronoun_reach = 2;  // segments back

// How much a concept is in mind. Each was tried at half and twice on the two judged pairs of accounts.
constexpr double named_weight = 1;
constexpr double inherited_weight = 0.7;
constexpr double place_weight = 0.4;    // a treaty, where the place is mentioned that it is named after
constexpr double fading = 0.7;          // from segment to segment
constexpr double heading_fading = 0.3;  // over a heading
constexpr double least_in_mind = 0.03;

// Words that open a sentence and stand for what was named before. Two-syllable Vietnamese forms begin with these.
constexpr std::string_view thing_pronouns[] = {"it", "this", "these", "its", "nó",   "ông", "này",      "đây", "theo",
                                               "он", "она",  "оно",   "это", "этот", "эта", "согласно", "его"};
// Words that stand for a person wherever they are.
constexpr std::string_view person_pronouns[] = {"he",   "his",  "him", "himself", "she", "her", "ông",
                                                "bà",   "cô",   "anh", "hắn",     "он",  "его", "ему",
                                                "него", "нему", "нём", "она",     "её",  "ей"};
// Words that point back, before a thing or behind it: "this land", "этих земель", "vùng này".
constexpr std::string_view pointing_before[] = {"this", "these", "that", "those", "эта",   "эти",
                                                "этих", "этот",  "этой", "этом",  "этого", "этими"};
constexpr std::string_view pointing_behind[] = {"này", "đó", "ấy"};

// The words of a segment, cut when they are first asked for.
class SegmentWords {
 public:
  SegmentWords(const AnchoredText& text, const segment::Segment& segment) : text_(text), segment_(segment) {}

  std::optional<text::Span> opening(std::span<const std::string_view> listed) {
    return !words().empty() && is_one_of(words().front(), listed) ? std::optional(words().front().span) : std::nullopt;
  }

  /// The first listed word that is no part of a name ("Anh", England) and no title before one ("ông Lý").
  std::optional<text::Span> first_pronoun(std::span<const std::string_view> listed) {
    for (std::size_t k = 0; k < words().size(); ++k) {
      const bool is_title = k + 1 < words().size() && is_capitalised(words()[k + 1]) &&
                            words()[k + 1].span.begin <= words()[k].span.end + 1;
      if (is_one_of(words()[k], listed) && (k == 0 || !is_capitalised(words()[k])) && !is_title) return words()[k].span;
    }
    return std::nullopt;
  }

  /// Whether a word beside a place points back to what was told of it.
  bool point_at(text::Span place) {
    for (std::size_t k = 0; k < words().size(); ++k) {
      const bool is_before = k + 1 < words().size() && words()[k + 1].span.begin == place.begin;
      const bool is_behind = k > 0 && words()[k - 1].span.end == place.end;
      if (is_before && is_one_of(words()[k], pointing_before)) return true;
      if (is_behind && is_one_of(words()[k], pointing_behind)) return true;
    }
    return false;
  }

 private:
  const std::vector<segment::Word>& words() {
    if (!words_) words_ = segment::find_words(text_.document.bytes(), segment_.span, text_.document.language());
    return *words_;
  }

  bool is_capitalised(const segment::Word& word) const {
    const std::string_view written = text_.document.slice(word.span);
    const auto is_inside = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
    const auto end = std::find_if_not(written.begin() + 1, written.end(), is_inside);
    const std::string first(written.begin(), end);
    return text::fold(first) != first;
  }

  bool is_one_of(const segment::Word& word, std::span<const std::string_view> listed) const {
    return std::find(listed.begin(), listed.end(), text::fold(text_.document.slice(word.span))) != listed.end();
  }

  const AnchoredText& text_;
  const segment::Segment& segment_;
  std::optional<std::vector<segment::Word>> words_;
};

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
    const terms::Concept* named = concept_of(anchor, &terms);
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

// How much a reader has each narrower concept in mind, by the generic concept it is narrower than.
class Mind {
 public:
  void fade(double share) {
    for (auto& [generic, narrower] : by_generic_) {
      for (auto& [id, value] : narrower) value *= share;
    }
  }

  void think_of(const std::string& generic, const std::string& id, double weight) {
    by_generic_[generic][id] += weight;
  }

  /// The one most in mind (ties: the first by id), where any is.
  std::optional<std::string> most(const std::string& generic) const {
    const auto narrower = by_generic_.find(generic);
    if (narrower == by_generic_.end()) return std::nullopt;
    const auto best = std::max_element(narrower->second.begin(), narrower->second.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best->second >= least_in_mind ? std::optional(best->first) : std::nullopt;
  }

 private:
  std::map<std::string, std::map<std::string, double>> by_generic_;
};

// A treaty, and the generic concept that it is narrower than.
struct Namesake {
  std::string generic;
  std::string treaty;
};

// The treaties that are named after a place.
std::vector<Namesake> namesakes_of(const terms::Concept& place, const terms::TermList& terms) {
  std::vector<Namesake> found;
  for (const terms::ConceptRelation& relation : place.relations) {
    const terms::Concept* treaty =
        relation.kind == terms::RelationKind::namesake ? terms.find(relation.concept_id) : nullptr;
    if (treaty == nullptr || treaty->type != treaty_type) continue;
    for (const std::string& generic : broader_of(*treaty)) found.push_back({generic, treaty->id});
  }
  return found;
}

bool is_place(const Mention& mention) { return mention.named->type == "place" || mention.named->type == "river"; }

// Reads a text from its beginning to its end.
class Reader {
 public:
  Reader(const AnchoredText& text, const terms::TermList& terms)
      : text_(text), terms_(terms), mentions_(mentions_by_segment(text, terms)), topics_(find_topics(mentions_)) {}

  std::vector<anchors::Anchor> read() {
    for (at_ = 0; at_ < mentions_.size(); ++at_) read_segment(text_.segmentation.segments[at_]);
    return std::move(inherited_);
  }

 private:
  void read_segment(const segment::Segment& segment) {
    const bool is_heading = segment.kind == segment::SegmentKind::heading;
    mind_.fade(is_heading ? heading_fading : fading);
    if (is_heading) {
      heading_places_.clear();
      person_.reset();
      treaty_at_.clear();
    }
    settled_.clear();
    treaties_of_places_.clear();
    for (const Mention& mention : mentions_[at_]) note(mention, is_heading);
    SegmentWords words(text_, segment);
    for (const Mention& mention : mentions_[at_]) inherit_for_generic(mention);
    inherit_treaty(words);
    inherit_person(words);
    if (!is_heading) inherit_places(words);
  }

  void note(const Mention& mention, bool is_heading) {
    for (const std::string& generic : broader_of(*mention.named)) {
      mind_.think_of(generic, mention.named->id, named_weight);
      settled_.insert(generic);
      if (mention.named->type == treaty_type) treaty_at_[generic] = at_;
    }
    for (const Namesake& namesake : namesakes_of(*mention.named, terms_)) {
      treaties_of_places_[namesake.generic].insert(namesake.treaty);
      if (is_heading) heading_places_.insert(mention.named->id);
      if (heading_places_.contains(mention.named->id)) {
        mind_.think_of(namesake.generic, namesake.treaty, place_weight);
      }
    }
  }

  void inherit(text::Span place, const std::string& concept_id) {
    inherited_.push_back({at_, place, anchors::ConceptMention{concept_id, terms::TermStatus::admitted, true}});
  }

  void inherit_narrower(text::Span place, const std::string& generic, const std::string& concept_id) {
    inherit(place, concept_id);
    mind_.think_of(generic, concept_id, inherited_weight);
  }

  void inherit_for_generic(const Mention& mention) {
    for (const std::string& generic : generics_of(*mention.named, terms_)) {
      if (!settled_.insert(generic).second) continue;
      const bool is_part = mention.named->id != generic;
      if (const auto meant = meant_by(generic, is_part)) inherit_narrower(mention.span, generic, *meant);
    }
  }

  std::optional<std::string> meant_by(const std::string& generic, bool is_part) const {
    const auto here = treaties_of_places_.find(generic);
    if (!is_part && here != treaties_of_places_.end() && here->second.size() == 1) return *here->second.begin();
    if (const auto in_mind = mind_.most(generic)) return in_mind;
    const auto topic = topics_.find(generic);
    return topic != topics_.end() ? std::optional(topic->second) : std::nullopt;
  }

  void inherit_treaty(SegmentWords& words) {
    for (const auto& [generic, named_at] : treaty_at_) {
      if (at_ - named_at > pronoun_reach || settled_.contains(generic)) continue;
      const auto pronoun = words.opening(thing_pronouns);
      const auto in_mind = mind_.most(generic);
      if (pronoun && in_mind) inherit_narrower(*pronoun, generic, *in_mind);
    }
  }

  void inherit_person(SegmentWords& words) {
    const auto named = std::find_if(mentions_[at_].begin(), mentions_[at_].end(),
                                    [](const Mention& one) { return one.named->type == person_type; });
    if (named != mentions_[at_].end()) {
      person_ = named->named->id;
      person_at_ = at_;
      return;
    }
    if (!person_ || at_ - person_at_ > pronoun_reach) return;
    if (const auto pronoun = words.first_pronoun(person_pronouns)) {
      inherit(*pronoun, *person_);
      person_at_ = at_;
    }
  }

  void inherit_places(SegmentWords& words) {
    if (at_ == 0 || std::any_of(mentions_[at_].begin(), mentions_[at_].end(), is_place)) return;
    const auto pointed = std::find_if(mentions_[at_].begin(), mentions_[at_].end(), [&](const Mention& one) {
      return one.named->type == deed_type && words.point_at(one.span);
    });
    if (pointed == mentions_[at_].end()) return;
    std::set<std::string> places;
    for (const Mention& before : mentions_[at_ - 1]) {
      if (is_place(before) && places.insert(before.named->id).second) inherit(pointed->span, before.named->id);
    }
  }

  const AnchoredText& text_;
  const terms::TermList& terms_;
  std::vector<std::vector<Mention>> mentions_;
  std::map<std::string, std::string> topics_;
  std::size_t at_ = 0;  // the segment that is read
  Mind mind_;
  std::map<std::string, std::size_t> treaty_at_;  // of this section: where one was named last, by generic concept
  std::set<std::string> heading_places_;          // that treaties are named after
  std::optional<std::string> person_;
  std::size_t person_at_ = 0;
  std::set<std::string> settled_;  // of this segment: generic concepts that need no heir
  std::map<std::string, std::set<std::string>> treaties_of_places_;  // likewise, by generic concept
  std::vector<anchors::Anchor> inherited_;
};

}  // namespace

std::vector<anchors::Anchor> inherited_mentions(const AnchoredText& text, const terms::TermList& terms) {
  return Reader(text, terms).read();
}

}  // namespace aligner::score
