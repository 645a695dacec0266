#include "aligner/anchors/anchor_matcher.h"

#include "aligner/anchors/concept_names.h"
#include "aligner/anchors/match_keys.h"

namespace aligner::anchors {

const std::vector<Name>& AnchorMatcher::names_of(const std::string& concept_id) {
  const auto [entry, is_new] = names_.try_emplace(concept_id);
  const terms::Concept* holder = is_new ? terms_->find(concept_id) : nullptr;
  if (holder != nullptr) entry->second = read_concept_names(*holder);
  return entry->second;
}

std::optional<AnchorMatch> AnchorMatcher::match(const Anchor& source, const Anchor& target) {
  const auto* mention = std::get_if<ConceptMention>(&source.value);
  const auto* name = std::get_if<Name>(&target.value);
  if (mention == nullptr && name == nullptr) {
    mention = std::get_if<ConceptMention>(&target.value);
    name = std::get_if<Name>(&source.value);
  }
  if (mention == nullptr || name == nullptr) return match_anchors(source, target, *terms_);
  const terms::Concept* holder = terms_->find(mention->concept_id);
  return holder == nullptr ? std::nullopt : match_concept_name(*holder, names_of(holder->id), *name);
}

std::vector<std::string> AnchorMatcher::keys(const Anchor& anchor) {
  const auto* mention = std::get_if<ConceptMention>(&anchor.value);
  const terms::Concept* holder = mention == nullptr ? nullptr : terms_->find(mention->concept_id);
  return holder == nullptr ? match_keys(anchor, *terms_) : concept_keys(*holder, names_of(holder->id));
}

std::vector<std::string> AnchorMatcher::lookup_keys(const Anchor& anchor) {
  const bool is_concept = std::holds_alternative<ConceptMention>(anchor.value);
  return is_concept ? keys(anchor) : anchors::lookup_keys(anchor, *terms_);
}

}  // namespace aligner::anchors
