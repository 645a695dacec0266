#include "aligner/glossary/aligned_corpus.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "aligner/anchors/find_anchors.h"
#include "aligner/text/folded_text.h"

namespace aligner::glossary {
namespace {

using anchors::Anchor;
using anchors::ConceptMention;
using anchors::Name;

// Names of several words agree less than exactly where one document has the name in full and the other in part.
constexpr double sure_spelling = 0.8;

bool is_hyphen(std::string_view mark) { return mark == "-" || mark == "\u2010" || mark == "\u2011"; }

bool is_plain_word(const lexicon::Token& token) { return token.kind == lexicon::TokenClass::word; }

// A hyphen that touches a word on both sides: Sino-Russian.
bool joins_words(const std::vector<lexicon::Token>& tokens, std::size_t at, const text::Document& document) {
  if (at == 0 || at + 1 >= tokens.size() || tokens[at].kind != lexicon::TokenClass::punctuation) return false;
  const bool touches =
      tokens[at - 1].span.end == tokens[at].span.begin && tokens[at].span.end == tokens[at + 1].span.begin;
  return touches && is_plain_word(tokens[at - 1]) && is_plain_word(tokens[at + 1]) &&
         is_hyphen(document.slice(tokens[at].span));
}

std::uint32_t narrow(std::size_t value) { return static_cast<std::uint32_t>(value); }

std::string key_of(const Anchor& anchor) {
  if (const auto* mention = std::get_if<ConceptMention>(&anchor.value)) return "concept " + mention->concept_id;
  const auto& name = std::get<Name>(anchor.value);
  return "name " + (name.entity.empty() ? name.key : name.entity);
}

bool is_unit(const Anchor& anchor) {
  if (const auto* mention = std::get_if<ConceptMention>(&anchor.value)) return !mention->inherited;
  const auto* name = std::get_if<Name>(&anchor.value);
  return name != nullptr && !name->key.empty();
}

// "See Section": capitals alone make no name.
bool is_function_phrase(const text::Document& document, const Anchor& anchor, const CorpusSide& side) {
  if (anchor.kind() != anchors::AnchorKind::name) return false;
  const std::string words = text::fold(document.slice(anchor.span));
  return !side.words.may_begin(words.substr(0, words.find(' '))) ||
         !side.words.may_end(words.substr(words.rfind(' ') + 1));
}

}  // namespace

struct AlignedCorpus::ReadSide {
  struct Found {
    text::Span span;
    std::uint32_t unit = 0;
  };
  std::vector<std::vector<TermToken>> tokens;  // by segment
  std::vector<std::vector<Found>> units;

  // The tokens of a segment that a span covers, counted from the segment's first.
  TokenRange find(std::size_t segment, text::Span span) const {
    const auto& all = tokens[segment];
    const auto begin =
        std::partition_point(all.begin(), all.end(), [span](const TermToken& t) { return t.end <= span.begin; });
    const auto end = std::partition_point(begin, all.end(), [span](const TermToken& t) { return t.begin < span.end; });
    return {narrow(static_cast<std::size_t>(begin - all.begin())), narrow(static_cast<std::size_t>(end - all.begin()))};
  }
};

AlignedCorpus::AlignedCorpus(const text::LanguageTag& source, const text::LanguageTag& target,
                             const terms::TermList& terms)
    : terms_(terms), source_(source), target_(target), matcher_(terms) {}

void AlignedCorpus::add(std::int64_t alignment, const align::AlignedTexts& texts, double smallest_confidence) {
  const bool is_turned = texts.source.document.language().language() != source_.language.language();
  const ReadSide source = read(is_turned ? texts.target : texts.source, source_);
  const ReadSide target = read(is_turned ? texts.source : texts.target, target_);
  share_concepts(source, target);
  for (std::size_t i = 0; i < texts.alignment.beads.size(); ++i) {
    const align::Bead& bead = texts.alignment.beads[i];
    if (bead.source.empty() || bead.target.empty() || bead.confidence < smallest_confidence) continue;
    BeadRow row{.alignment = alignment,
                .bead = narrow(i),
                .is_turned = is_turned,
                .weight = static_cast<float>(bead.confidence),
                .source_mentions_begin = narrow(source_.mentions.size()),
                .target_mentions_begin = narrow(target_.mentions.size())};
    row.source = append(source, is_turned ? bead.target : bead.source, source_);
    row.target = append(target, is_turned ? bead.source : bead.target, target_);
    rows_.push_back(row);
  }
}

AlignedCorpus::ReadSide AlignedCorpus::read(const align::AlignedSide& texts, CorpusSide& side) {
  ReadSide read;
  const text::Document& document = texts.document;
  const lexicon::TokenisedText tokenised = lexicon::tokenise(document, texts.segmentation, side.vocabulary);
  read.tokens.resize(tokenised.segments.size());
  read.units.resize(tokenised.segments.size());
  for (std::size_t segment = 0; segment < tokenised.segments.size(); ++segment) {
    const std::vector<lexicon::Token>& tokens = tokenised.segments[segment].tokens;
    bool is_joined = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const bool follows_hyphen = std::exchange(is_joined, joins_words(tokens, at, document));
      if (is_joined) continue;
      read.tokens[segment].push_back({.word = tokens[at].word,
                                      .stem = tokens[at].stem,
                                      .form = side.forms.number_of(document.slice(tokens[at].span)),
                                      .begin = narrow(tokens[at].span.begin),
                                      .end = narrow(tokens[at].span.end),
                                      .kind = tokens[at].kind,
                                      .begins_segment = at == 0,
                                      .follows_hyphen = follows_hyphen});
    }
  }
  for (const Anchor& anchor : anchors::find_anchors(document, texts.segmentation, terms_)) {
    if (is_unit(anchor) && !is_function_phrase(document, anchor, side))
      read.units[anchor.segment].push_back({anchor.span, unit_of(anchor, side)});
  }
  count_mentions(read, side);
  return read;
}

void AlignedCorpus::count_mentions(const ReadSide& read, CorpusSide& side) {
  for (std::size_t segment = 0; segment < read.units.size(); ++segment) {
    for (const ReadSide::Found& found : read.units[segment]) {
      Unit& unit = side.units[found.unit];
      ++unit.mentions;
      const TokenRange range = read.find(segment, found.span);
      if (!unit.concept_id.empty())
        unit.forms.add(side, std::span(read.tokens[segment]).subspan(range.begin, range.size()));
    }
  }
}

void AlignedCorpus::share_concepts(const ReadSide& source, const ReadSide& target) {
  std::set<std::string> in_source;
  for (const auto& segment : source.units) {
    for (const ReadSide::Found& found : segment) in_source.insert(source_.units[found.unit].concept_id);
  }
  for (const auto& segment : target.units) {
    for (const ReadSide::Found& found : segment) {
      const std::string& id = target_.units[found.unit].concept_id;
      if (!id.empty() && in_source.contains(id)) shared_concepts_.insert(id);
    }
  }
}

std::uint32_t AlignedCorpus::unit_of(const Anchor& anchor, CorpusSide& side) {
  const auto [entry, is_new] = side.unit_numbers.try_emplace(key_of(anchor), narrow(side.units.size()));
  if (!is_new) return entry->second;
  std::string concept_id;
  if (const auto* mention = std::get_if<ConceptMention>(&anchor.value)) {
    concept_id = mention->concept_id;
  } else {
    concept_id = find_concept(anchor);
    // Another spelling of a listed concept is that concept, and shares its unit.
    if (!concept_id.empty()) {
      const auto listed = side.unit_numbers.try_emplace("concept " + concept_id, narrow(side.units.size())).first;
      side.unit_numbers[key_of(anchor)] = listed->second;
      if (listed->second < side.units.size()) return listed->second;
    }
  }
  side.units.push_back({.example = anchor, .concept_id = concept_id});
  if (!concept_id.empty()) {
    side.units.back().example.value = ConceptMention{.concept_id = concept_id};
  }
  return narrow(side.units.size() - 1);
}

std::string AlignedCorpus::find_concept(const Anchor& name) {
  if (concepts_by_key_.empty()) {
    for (std::size_t i = 0; i < terms_.concepts().size(); ++i) {
      Anchor mention;
      mention.value = ConceptMention{.concept_id = terms_.concepts()[i].id};
      for (const std::string& key : matcher_.keys(mention)) concepts_by_key_[key].push_back(i);
    }
  }
  std::vector<std::size_t> near;
  for (const std::string& key : matcher_.lookup_keys(name)) {
    const auto found = concepts_by_key_.find(key);
    if (found != concepts_by_key_.end()) near.insert(near.end(), found->second.begin(), found->second.end());
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::string best;
  double best_score = sure_spelling;
  for (const std::size_t i : near) {
    Anchor mention;
    mention.value = ConceptMention{.concept_id = terms_.concepts()[i].id};
    const auto match = matcher_.match(name, mention);
    if (match && match->score > best_score) {
      best_score = match->score;
      best = terms_.concepts()[i].id;
    }
  }
  return best;
}

TokenRange AlignedCorpus::append(const ReadSide& read, const std::vector<std::size_t>& segments, CorpusSide& side) {
  TokenRange range{narrow(side.tokens.size()), 0};
  for (const std::size_t segment : segments) {
    const auto& tokens = read.tokens[segment];
    const std::uint32_t first = narrow(side.tokens.size());
    side.tokens.insert(side.tokens.end(), tokens.begin(), tokens.end());
    for (const ReadSide::Found& found : read.units[segment]) {
      const TokenRange place = read.find(segment, found.span);
      if (place.size() == 0) continue;
      side.mentions.push_back({{first + place.begin, first + place.end}, found.unit});
    }
  }
  range.end = narrow(side.tokens.size());
  return range;
}

TokenRange AlignedCorpus::source_mentions(std::size_t row) const {
  const bool is_last = row + 1 == rows_.size();
  return {rows_[row].source_mentions_begin,
          is_last ? narrow(source_.mentions.size()) : rows_[row + 1].source_mentions_begin};
}

TokenRange AlignedCorpus::target_mentions(std::size_t row) const {
  const bool is_last = row + 1 == rows_.size();
  return {rows_[row].target_mentions_begin,
          is_last ? narrow(target_.mentions.size()) : rows_[row + 1].target_mentions_begin};
}

double AlignedCorpus::relate(std::uint32_t source_unit, std::uint32_t target_unit) {
  const Unit& source = source_.units[source_unit];
  const Unit& target = target_.units[target_unit];
  if (!source.concept_id.empty() && !target.concept_id.empty()) return source.concept_id == target.concept_id ? 1 : 0;
  const std::uint64_t key = (std::uint64_t{source_unit} << 32U) | target_unit;
  const auto [entry, is_new] = related_.try_emplace(key, 0.0);
  if (!is_new) return entry->second;
  const auto match = matcher_.match(source.example, target.example);
  if (match && match->relation != anchors::AnchorRelation::related) entry->second = match->score;
  return entry->second;
}

}  // namespace aligner::glossary
