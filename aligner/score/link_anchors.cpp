#include "aligner/score/link_anchors.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <variant>

#include "aligner/score/discourse.h"

namespace aligner::score {
namespace {

// Tried at two thirds and one and a half times on the two judged pairs of accounts (bundled and not).
constexpr double date_strength = 1.3;
constexpr double other_strength = 0.5;      // offices, institutions, the country, the city
constexpr double inherited_strength = 0.7;  // of what "it" stands for
struct TypeStrength {
  std::string_view type;  // of a concept
  double strength;
};
constexpr TypeStrength type_strengths[] = {{"treaty", 1.3}, {"person", 1},  {"event", 1},    {"place", 0.8},
                                           {"river", 0.8},  {"state", 0.8}, {"people", 0.8}, {deed_type, 0.8}};

const anchors::ConceptMention* mention_of(const anchors::Anchor& anchor) {
  return std::get_if<anchors::ConceptMention>(&anchor.value);
}

bool is_narrower(const terms::TermList& terms, const std::string& narrow, const std::string& generic) {
  const terms::Concept* holder = terms.find(narrow);
  return holder != nullptr && std::any_of(holder->relations.begin(), holder->relations.end(), [&](const auto& one) {
           return one.kind == terms::RelationKind::broader && one.concept_id == generic;
         });
}

// Whether one of its segment's heirs says which one is meant.
bool is_replaced(const anchors::Anchor& anchor, std::span<const anchors::Anchor> heirs, const terms::TermList& terms) {
  const anchors::ConceptMention* mention = mention_of(anchor);
  return mention != nullptr && std::any_of(heirs.begin(), heirs.end(), [&](const anchors::Anchor& heir) {
           return heir.span == anchor.span && is_narrower(terms, mention_of(heir)->concept_id, mention->concept_id);
         });
}

bool is_inside_name(const anchors::Anchor& anchor, std::span<const anchors::Anchor> others) {
  if (anchor.kind() != anchors::AnchorKind::number && anchor.kind() != anchors::AnchorKind::date) return false;
  return std::any_of(others.begin(), others.end(), [&](const anchors::Anchor& other) {
    return mention_of(other) != nullptr && other.span.contains(anchor.span);
  });
}

// The anchors of one segment, from `begin` on.
std::span<const anchors::Anchor> of_segment(std::span<const anchors::Anchor> all, std::size_t begin,
                                            std::size_t segment) {
  std::size_t end = begin;
  while (end < all.size() && all[end].segment == segment) ++end;
  return all.subspan(begin, end - begin);
}

}  // namespace

std::vector<anchors::Anchor> anchors_for_links(const AnchoredText& text, const terms::TermList* terms) {
  if (terms == nullptr) return {text.anchors.begin(), text.anchors.end()};
  const std::vector<anchors::Anchor> inherited = inherited_mentions(text, *terms);
  std::vector<anchors::Anchor> all;
  std::size_t own_at = 0;
  std::size_t heir_at = 0;
  for (std::size_t i = 0; i < text.segmentation.size(); ++i) {
    const auto own = of_segment(text.anchors, own_at, i);
    const auto heirs = of_segment(inherited, heir_at, i);
    own_at += own.size();
    heir_at += heirs.size();
    for (const anchors::Anchor& anchor : own) {
      if (!is_inside_name(anchor, own) && !is_replaced(anchor, heirs, *terms)) all.push_back(anchor);
    }
    all.insert(all.end(), heirs.begin(), heirs.end());
  }
  return all;
}

const terms::Concept* concept_of(const anchors::Anchor& anchor, const terms::TermList* terms) {
  const anchors::ConceptMention* mention = mention_of(anchor);
  return mention != nullptr && terms != nullptr ? terms->find(mention->concept_id) : nullptr;
}

double link_strength(const anchors::Anchor& anchor, const terms::TermList* terms) {
  if (anchor.kind() == anchors::AnchorKind::date) return date_strength;
  const anchors::ConceptMention* mention = mention_of(anchor);
  if (mention == nullptr) return 1;
  const terms::Concept* told = concept_of(anchor, terms);
  const auto known = std::find_if(std::begin(type_strengths), std::end(type_strengths),
                                  [&](const auto& one) { return told != nullptr && one.type == told->type; });
  const double strength = known != std::end(type_strengths) ? known->strength : other_strength;
  return mention->inherited ? strength * inherited_strength : strength;
}

}  // namespace aligner::score
