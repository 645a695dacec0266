#include "aligner/score/anchor_tokens.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>

#include "aligner/anchors/anchor_matcher.h"
#include "aligner/score/anchor_weight.h"

namespace aligner::score {
namespace {

std::string day_text(std::chrono::year_month_day day) {
  return std::to_string(static_cast<int>(day.year())) + "-" + std::to_string(static_cast<unsigned>(day.month())) + "-" +
         std::to_string(static_cast<unsigned>(day.day()));
}

struct KeyMaker {
  std::string operator()(const anchors::Date& date) const {
    return "date " + day_text(date.earliest) + " " + day_text(date.latest) + " " +
           std::to_string(static_cast<int>(date.calendar)) + (date.open_begin ? "<" : "") + (date.open_end ? ">" : "");
  }
  std::string operator()(const anchors::Number& number) const {
    return "number " + std::to_string(static_cast<int>(number.role)) + " " + anchors::to_string(number);
  }
  std::string operator()(const anchors::Name& name) const {
    return "name " + (name.entity.empty() ? name.key : name.entity);
  }
  std::string operator()(const anchors::ConceptMention& mention) const { return "term " + mention.concept_id; }
};

constexpr std::size_t most_forms = 16;  // of one type; nobody writes a name in more ways

void add_form(AnchorType& type, const anchors::Anchor& anchor) {
  const bool is_known = std::any_of(type.forms.begin(), type.forms.end(),
                                    [&](const anchors::Anchor& form) { return form.value == anchor.value; });
  if (!is_known && type.forms.size() < most_forms) type.forms.push_back(anchor);
}

// Types that have a form under each key: only anchors that share a key can match.
using Buckets = std::unordered_map<std::string, std::vector<std::size_t>>;

using KeysOf = std::vector<std::string> (anchors::AnchorMatcher::*)(const anchors::Anchor&);

template <typename Value>
void sort_out_doubles(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// Of all forms together.
std::vector<std::string> keys_of(const AnchorType& type, anchors::AnchorMatcher& matcher, KeysOf keys_of_form) {
  std::vector<std::string> keys;
  for (const anchors::Anchor& form : type.forms) {
    for (std::string& key : (matcher.*keys_of_form)(form)) keys.push_back(std::move(key));
  }
  sort_out_doubles(keys);
  return keys;
}

// How the forms that agree best do so; the first ones where several agree alike.
std::optional<anchors::AnchorMatch> match_types(const AnchorType& source, const AnchorType& target,
                                                anchors::AnchorMatcher& matcher) {
  std::optional<anchors::AnchorMatch> best;
  for (const anchors::Anchor& from : source.forms) {
    for (const anchors::Anchor& to : target.forms) {
      std::optional<anchors::AnchorMatch> match = matcher.match(from, to);
      if (match && (!best || match->score > best->score)) best = std::move(match);
    }
  }
  return best;
}

}  // namespace

EvidenceKind evidence_kind(const anchors::Anchor& anchor) {
  switch (anchor.kind()) {
    case anchors::AnchorKind::date:
      return EvidenceKind::date;
    case anchors::AnchorKind::number:
      return EvidenceKind::number;
    case anchors::AnchorKind::name:
      return EvidenceKind::name;
    case anchors::AnchorKind::term:
      return EvidenceKind::term;
  }
  return EvidenceKind::term;
}

std::string anchor_key(const anchors::Anchor& anchor) { return std::visit(KeyMaker{}, anchor.value); }

void AnchorTokens::add(std::span<const anchors::Anchor> anchors, lexicon::TokenisedText& text,
                       lexicon::LanguageSide& side) {
  std::size_t segment = 0;
  std::size_t taken = 0;  // in this segment
  for (const anchors::Anchor& anchor : anchors) {
    taken = anchor.segment == segment ? taken + 1 : 1;
    segment = anchor.segment;
    if (taken > longest_segment_anchors) continue;
    const std::string key = anchor_key(anchor);
    const lexicon::Token token = lexicon::add_anchor_token(key, anchor.span, side);
    const auto [found, is_new] = by_key_.try_emplace(key, types_.size());
    if (is_new) {
      types_.push_back({anchor, {}, token.word, token.stem});
      by_word_.emplace(token.word, found->second);
    }
    add_form(types_[found->second], anchor);
    text.segments[anchor.segment].tokens.push_back(token);
  }
}

const AnchorType* AnchorTokens::find(lexicon::TokenId word) const {
  const auto found = by_word_.find(word);
  return found == by_word_.end() ? nullptr : &types_[found->second];
}

std::vector<AnchorPair> match_anchor_types(const AnchorTokens& source, const AnchorTokens& target,
                                           const terms::TermList& terms) {
  anchors::AnchorMatcher matcher(terms);
  Buckets buckets;
  for (std::size_t t = 0; t < target.types().size(); ++t) {
    for (const std::string& key : keys_of(target.types()[t], matcher, &anchors::AnchorMatcher::keys)) {
      buckets[key].push_back(t);
    }
  }
  std::vector<AnchorPair> pairs;
  for (std::size_t s = 0; s < source.types().size(); ++s) {
    std::vector<std::size_t> candidates;
    for (const std::string& key : keys_of(source.types()[s], matcher, &anchors::AnchorMatcher::lookup_keys)) {
      const auto found = buckets.find(key);
      if (found == buckets.end()) continue;
      candidates.insert(candidates.end(), found->second.begin(), found->second.end());
    }
    sort_out_doubles(candidates);
    for (const std::size_t t : candidates) {
      auto match = match_types(source.types()[s], target.types()[t], matcher);
      if (match) pairs.push_back({s, t, std::move(*match)});
    }
  }
  return pairs;
}

void add_anchor_priors(const AnchorTokens& source, const AnchorTokens& target, const std::vector<AnchorPair>& pairs,
                       lexicon::PriorTable& word_priors, lexicon::PriorTable& stem_priors) {
  for (const AnchorPair& pair : pairs) {
    const double prior = anchor_prior(pair.match);
    if (prior <= 0) continue;
    const AnchorType& from = source.types()[pair.source];
    const AnchorType& to = target.types()[pair.target];
    word_priors.add(from.word, to.word, prior);
    stem_priors.add(from.stem, to.stem, prior);
  }
}

}  // namespace aligner::score
