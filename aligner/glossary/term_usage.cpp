#include "aligner/glossary/term_usage.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <variant>

#include "aligner/anchors/anchor_matcher.h"
#include "aligner/anchors/find_anchors.h"
#include "aligner/glossary/judge_usage.h"
#include "aligner/glossary/wording_search.h"
#include "aligner/terms/find_terms.h"

namespace aligner::glossary {
namespace {

using terms::TermMention;

constexpr double sure_name = 0.75;  // AnchorMatch::score of a name that is a spelling of a concept

bool is_judged(const align::Bead& bead, align::Mode mode, const UsageOptions& options) {
  if (bead.source.empty() || bead.target.empty() || bead.confidence < options.smallest_confidence) return false;
  if (mode == align::Mode::parallel || !bead.grade) return mode == align::Mode::parallel;
  return *bead.grade == align::Grade::same || *bead.grade == align::Grade::mostly;
}

// One side of an alignment with what was found in it.
struct SideView {
  Side side = Side::source;
  const align::AlignedSide* texts = nullptr;
  std::size_t text = 0;                            // its place among all texts
  std::vector<std::vector<TermMention>> mentions;  // by segment
  std::vector<std::vector<anchors::Anchor>> names;
  std::vector<std::vector<StemmedWord>> words;
  WordingSearch* search = nullptr;

  std::string slice(text::Span span) const { return std::string(texts->document.slice(span)); }
};

bool has_wording_in(const terms::Concept& holder, const text::LanguageTag& language) {
  return std::any_of(holder.terms.begin(), holder.terms.end(), [&language](const terms::Term& term) {
    const bool is_usable = term.status == terms::TermStatus::preferred || term.status == terms::TermStatus::admitted;
    return is_usable && term.language.language() == language.language();
  });
}

// "Russian" names Russia and the Russians alike: where the one stands on the other side, the other is not missing.
bool stands_for_another(const TermMention& mention, const std::map<std::size_t, std::vector<TermMention>>& here,
                        const std::map<std::size_t, std::vector<TermMention>>& there) {
  return std::any_of(here.begin(), here.end(), [&](const auto& other) {
    if (other.first == mention.concept_index || !there.contains(other.first)) return false;
    return std::any_of(other.second.begin(), other.second.end(),
                       [&mention](const TermMention& one) { return one.span == mention.span; });
  });
}

// The concepts that segments mention, each with its mentions.
std::map<std::size_t, std::vector<TermMention>> concepts_of(const SideView& view,
                                                            const std::vector<std::size_t>& segments) {
  std::map<std::size_t, std::vector<TermMention>> concepts;
  for (const std::size_t segment : segments) {
    for (const TermMention& mention : view.mentions[segment]) concepts[mention.concept_index].push_back(mention);
  }
  return concepts;
}

std::vector<std::size_t> neighbours_of(const SideView& view, const std::vector<std::size_t>& segments) {
  std::vector<std::size_t> neighbours;
  if (segments.front() > 0) neighbours.push_back(segments.front() - 1);
  if (segments.back() + 1 < view.words.size()) neighbours.push_back(segments.back() + 1);
  return neighbours;
}

}  // namespace

struct UsageFinder::State {
  State(const terms::TermList& list, UsageOptions chosen) : terms(list), options(chosen), matcher(list) {}

  const terms::TermList& terms;
  UsageOptions options;
  anchors::AnchorMatcher matcher;
  std::map<std::string, WordingSearch> searches;  // by language
  std::map<std::string, std::size_t> text_places;
  std::vector<std::map<std::pair<std::size_t, std::size_t>, std::size_t>> uses;  // by text: concept, term -> times
  std::vector<TextUse> texts;                                                    // without wordings
  UsageEvidence evidence;

  SideView view_of(const align::AlignedSide& side, Side which, bool& is_new_text);
  void note_deprecated(std::int64_t alignment, const align::Alignment& beads, const SideView& view);
  void judge(std::int64_t alignment, std::size_t bead_index, const align::Bead& bead, const SideView& from,
             const SideView& to);
  double doubt_missing(const terms::Concept& holder, const std::string& wording, const SideView& from,
                       const std::vector<std::size_t>& segments, const SideView& to);
  bool stands_in(const terms::Concept& holder, const std::vector<std::size_t>& segments, const SideView& view);
};

SideView UsageFinder::State::view_of(const align::AlignedSide& side, Side which, bool& is_new_text) {
  SideView view{.side = which, .texts = &side};
  const text::LanguageTag& language = side.document.language();
  view.search = &searches.try_emplace(language.language(), language).first->second;
  const auto place =
      text_places.try_emplace(language.str() + " " + side.sha256 + " " + side.document.name(), texts.size());
  is_new_text = place.second;
  view.text = place.first->second;
  if (is_new_text) {
    texts.push_back({.document = side.document.name(), .language = language});
    uses.emplace_back();
  }
  terms::TermSearch finder(terms::TermFinder(terms, language));
  for (const segment::Segment& segment : side.segmentation.segments) {
    view.mentions.push_back(finder.find(side.document.bytes(), segment.span));
    view.words.push_back(view.search->words(side.document.bytes(), segment.span));
    if (!is_new_text) continue;
    for (const TermMention& one : view.mentions.back()) ++uses[view.text][{one.concept_index, one.term_index}];
  }
  view.names.resize(side.segmentation.size());
  for (anchors::Anchor& anchor : anchors::find_anchors(side.document, side.segmentation, terms)) {
    if (anchor.kind() == anchors::AnchorKind::name) view.names[anchor.segment].push_back(std::move(anchor));
  }
  return view;
}

bool UsageFinder::State::stands_in(const terms::Concept& holder, const std::vector<std::size_t>& segments,
                                   const SideView& view) {
  anchors::Anchor mention;
  mention.value = anchors::ConceptMention{.concept_id = holder.id};
  return std::any_of(segments.begin(), segments.end(), [&](std::size_t segment) {
    if (view.search->has(holder, view.words[segment])) return true;
    return std::any_of(view.names[segment].begin(), view.names[segment].end(), [&](const anchors::Anchor& name) {
      const auto match = matcher.match(mention, name);
      return match && match->score >= sure_name;
    });
  });
}

// What makes it unlikely that a missing wording is a fault: a factor, 0 to 1.
double UsageFinder::State::doubt_missing(const terms::Concept& holder, const std::string& wording, const SideView& from,
                                         const std::vector<std::size_t>& segments, const SideView& to) {
  double factor = holder.type == "notion" ? common_notion : 1;
  const std::vector<StemmedWord> words = from.search->words(wording, {0, wording.size()});
  for (const auto& [other, mentions] : concepts_of(to, segments)) {
    // The town where its treaty is meant, or the treaty where the Treaty of Aigun is.
    const bool is_related = terms.find_relation(holder.id, terms.concepts()[other].id) != nullptr;
    if (!is_related && !from.search->has(terms.concepts()[other], words)) continue;
    factor *= related_stands_there;
    break;
  }
  if (stands_in(holder, neighbours_of(to, segments), to)) factor *= stands_beside;
  return factor;
}

void UsageFinder::State::judge(std::int64_t alignment, std::size_t bead_index, const align::Bead& bead,
                               const SideView& from, const SideView& to) {
  const auto& segments = from.side == Side::source ? bead.source : bead.target;
  const auto& opposite = from.side == Side::source ? bead.target : bead.source;
  const auto here = concepts_of(from, segments);
  const auto there = concepts_of(to, opposite);
  const text::LanguageTag& language = to.texts->document.language();
  for (const auto& [concept_index, mentions] : here) {
    const terms::Concept& holder = terms.concepts()[concept_index];
    const UsagePlace place{.alignment = alignment,
                           .bead = bead_index,
                           .side = from.side,
                           .span = mentions.front().span,
                           .wording = from.slice(mentions.front().span),
                           .language = language};
    if (const auto found = there.find(concept_index); found != there.end()) {
      // Counted from one side, or each pair would count twice.
      if (from.side == Side::source) ++evidence.pairs[concept_index].with_both;
      evidence.note_rendering(concept_index, from.text, to.text, mentions, found->second, to.side, alignment,
                              bead_index, [&to](text::Span span) { return to.slice(span); });
    } else if (has_wording_in(holder, language) && !stands_for_another(mentions.front(), here, there)) {
      if (stands_in(holder, opposite, to)) {
        ++evidence.pairs[concept_index].with_both;
      } else {
        ++evidence.pairs[concept_index].with_one;
        evidence.missing.push_back(
            {concept_index, place, bead.confidence * doubt_missing(holder, place.wording, from, opposite, to)});
      }
    }
  }
}

void UsageFinder::State::note_deprecated(std::int64_t alignment, const align::Alignment& beads, const SideView& view) {
  std::map<std::size_t, std::size_t> bead_of;  // segment -> the first bead that has it
  for (std::size_t i = 0; i < beads.beads.size(); ++i) {
    const bool is_pair = !beads.beads[i].source.empty() && !beads.beads[i].target.empty();
    if (!is_pair) continue;
    for (const std::size_t segment : view.side == Side::source ? beads.beads[i].source : beads.beads[i].target) {
      bead_of.try_emplace(segment, i);
    }
  }
  for (std::size_t segment = 0; segment < view.mentions.size(); ++segment) {
    for (const TermMention& mention : view.mentions[segment]) {
      const terms::Term& term = terms.concepts()[mention.concept_index].terms[mention.term_index];
      if (term.status != terms::TermStatus::deprecated) continue;
      const bool means_another =
          std::any_of(view.mentions[segment].begin(), view.mentions[segment].end(), [&](const TermMention& other) {
            const terms::Term& wording = terms.concepts()[other.concept_index].terms[other.term_index];
            return other.span == mention.span && wording.status != terms::TermStatus::deprecated;
          });
      UsagePlace place{.alignment = alignment,
                       .side = view.side,
                       .span = mention.span,
                       .wording = view.slice(mention.span),
                       .language = view.texts->document.language()};
      if (const auto bead = bead_of.find(segment); bead != bead_of.end()) place.bead = bead->second;
      evidence.deprecated.push_back({mention.concept_index, place, means_another ? perhaps_another : 1.0});
    }
  }
}

UsageFinder::UsageFinder(UsageFinder&& other) noexcept = default;
UsageFinder& UsageFinder::operator=(UsageFinder&& other) noexcept = default;
UsageFinder::~UsageFinder() = default;

UsageFinder::UsageFinder(const terms::TermList& terms, UsageOptions options)
    : state_(std::make_unique<State>(terms, options)) {}

void UsageFinder::add(std::int64_t alignment, const align::AlignedTexts& texts) {
  bool is_new_source = false;
  bool is_new_target = false;
  const SideView source = state_->view_of(texts.source, Side::source, is_new_source);
  const SideView target = state_->view_of(texts.target, Side::target, is_new_target);
  if (is_new_source) state_->note_deprecated(alignment, texts.alignment, source);
  if (is_new_target) state_->note_deprecated(alignment, texts.alignment, target);
  for (std::size_t i = 0; i < texts.alignment.beads.size(); ++i) {
    const align::Bead& bead = texts.alignment.beads[i];
    if (!is_judged(bead, texts.alignment.mode, state_->options)) continue;
    state_->judge(alignment, i, bead, source, target);
    state_->judge(alignment, i, bead, target, source);
  }
}

TermUsage UsageFinder::finish() {
  TermUsage usage;
  std::map<std::size_t, ConceptUse> concepts;
  for (std::size_t text = 0; text < state_->texts.size(); ++text) {
    for (const auto& [key, count] : state_->uses[text]) {
      const auto& [concept_index, term_index] = key;
      ConceptUse& use = concepts[concept_index];
      if (use.texts.empty()) {
        use.texts = state_->texts;
        use.concept_id = state_->terms.concepts()[concept_index].id;
        const auto pairs = state_->evidence.pairs.find(concept_index);
        if (pairs != state_->evidence.pairs.end()) {
          use.pairs_with_both = pairs->second.with_both;
          use.pairs_with_one = pairs->second.with_one;
        }
      }
      const terms::Term& term = state_->terms.concepts()[concept_index].terms[term_index];
      use.texts[text].wordings.push_back({term.wording, term.status, count});
    }
  }
  for (auto& [index, use] : concepts) {
    for (TextUse& text : use.texts) {
      std::stable_sort(text.wordings.begin(), text.wordings.end(),
                       [](const WordingUse& a, const WordingUse& b) { return a.count > b.count; });
    }
    usage.concepts.push_back(std::move(use));
  }
  usage.findings = judge_usage(state_->evidence, state_->terms, state_->searches, state_->options);
  return usage;
}

std::string to_string(FindingKind kind) {
  switch (kind) {
    case FindingKind::missing:
      return "missing";
    case FindingKind::competing:
      return "competing";
    case FindingKind::deprecated:
      return "deprecated";
  }
  return "missing";
}

}  // namespace aligner::glossary
