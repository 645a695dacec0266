#include "aligner/score/anchor_conflicts.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "aligner/score/anchor_weight.h"

namespace aligner::score {
namespace {

using anchors::AnchorRelation;

constexpr std::size_t most_suspects = 8;  // of a segment; more are a table in one line, and say nothing together

// A year that holds the day, or a span that touches it, leaves open which day it was.
bool is_counterpart(AnchorRelation relation) {
  switch (relation) {
    case AnchorRelation::conflict:
    case AnchorRelation::contains:
    case AnchorRelation::contained:
    case AnchorRelation::overlaps:
      return false;
    default:
      return true;
  }
}

}  // namespace

AnchorConflicts::Side AnchorConflicts::make_side(const PreparedText& text, const AnchorTokens& anchors,
                                                 const std::vector<bool>& contradicted) {
  Side side;
  const std::size_t type_count = anchors.types().size();
  side.suspects.resize(text.tokens.segments.size());
  side.places.resize(type_count);
  side.partners.resize(type_count);
  side.suspects_before.push_back(0);
  for (std::size_t i = 0; i < text.tokens.segments.size(); ++i) {
    for (const lexicon::Token& token : text.tokens.segments[i].tokens) {
      if (token.kind != lexicon::TokenClass::anchor) continue;
      const auto type = static_cast<std::size_t>(anchors.find(token.word) - anchors.types().data());
      if (contradicted[type]) side.suspects[i].push_back({type, token.span});
      std::vector<std::size_t>& places = side.places[type];
      if (places.empty() || places.back() != i) places.push_back(i);
    }
    if (side.suspects[i].size() > most_suspects) side.suspects[i].clear();
    side.suspects_before.push_back(side.suspects_before.back() + static_cast<std::uint32_t>(side.suspects[i].size()));
  }
  for (const auto& places : side.places) {
    side.rarities.push_back(rarity(places.size(), text.tokens.segments.size()));
  }
  return side;
}

AnchorConflicts::AnchorConflicts(const PreparedBitext& bitext, std::size_t document, const BeadWeights& weights)
    : bitext_(bitext), scale_(weights.lexical) {
  std::vector<bool> source_contradicted(bitext.source_anchors.types().size(), false);
  std::vector<bool> target_contradicted(bitext.target_anchors.types().size(), false);
  for (const AnchorPair& pair : bitext.anchor_pairs) {
    if (pair.match.relation != AnchorRelation::conflict) continue;
    source_contradicted[pair.source] = target_contradicted[pair.target] = true;
  }
  source_ = make_side(bitext.source[document], bitext.source_anchors, source_contradicted);
  target_ = make_side(bitext.target[document], bitext.target_anchors, target_contradicted);
  for (const AnchorPair& pair : bitext.anchor_pairs) {
    if (!is_counterpart(pair.match.relation)) continue;
    if (source_contradicted[pair.source]) source_.partners[pair.source].push_back(pair.target);
    if (target_contradicted[pair.target]) target_.partners[pair.target].push_back(pair.source);
  }
}

bool AnchorConflicts::has_counterpart(const std::vector<std::size_t>& partners, const Side& other, std::size_t first,
                                      std::size_t count) {
  return std::any_of(partners.begin(), partners.end(), [&](std::size_t type) {
    const std::vector<std::size_t>& places = other.places[type];
    const auto found = std::lower_bound(places.begin(), places.end(), first);
    return found != places.end() && *found < first + count;
  });
}

const AnchorPair* AnchorConflicts::find_pair(std::size_t source_type, std::size_t target_type) const {
  const auto before = [](const AnchorPair& pair, std::pair<std::size_t, std::size_t> key) {
    return std::pair(pair.source, pair.target) < key;
  };
  const auto found = std::lower_bound(bitext_.anchor_pairs.begin(), bitext_.anchor_pairs.end(),
                                      std::pair(source_type, target_type), before);
  const bool is_it =
      found != bitext_.anchor_pairs.end() && found->source == source_type && found->target == target_type;
  return is_it ? &*found : nullptr;
}

std::vector<AnchorConflict> AnchorConflicts::find(const BeadPlace& bead) const {
  // 1. Suspects without a counterpart in the bead.
  const auto lonely = [](const Side& side, std::size_t first, std::size_t count, const Side& other,
                         std::size_t other_first, std::size_t other_count) {
    std::vector<Suspect> found;
    for (std::size_t i = first; i < first + count; ++i) {
      for (const Suspect& suspect : side.suspects[i]) {
        if (!has_counterpart(side.partners[suspect.type], other, other_first, other_count)) found.push_back(suspect);
      }
    }
    return found;
  };
  const std::vector<Suspect> sources =
      lonely(source_, bead.source, bead.source_count, target_, bead.target, bead.target_count);
  if (sources.empty()) return {};
  const std::vector<Suspect> targets =
      lonely(target_, bead.target, bead.target_count, source_, bead.source, bead.source_count);

  // 2. All of their conflicts, the gravest first.
  std::vector<AnchorConflict> conflicts;
  for (const Suspect& from : sources) {
    for (const Suspect& to : targets) {
      const AnchorPair* pair = find_pair(from.type, to.type);
      if (pair == nullptr || pair->match.relation != AnchorRelation::conflict) continue;
      const anchors::Anchor& example = bitext_.source_anchors.types()[from.type].example;
      const double weight =
          scale_ * anchor_weight(pair->match, example, source_.rarities[from.type], target_.rarities[to.type]);
      conflicts.push_back({from.span, to.span, pair, evidence_kind(example), weight});
    }
  }
  std::stable_sort(conflicts.begin(), conflicts.end(), [](const AnchorConflict& a, const AnchorConflict& b) {
    return std::tuple(a.weight, a.source, a.target) < std::tuple(b.weight, b.source, b.target);
  });

  // 3. Each anchor in one only.
  std::vector<AnchorConflict> kept;
  for (const AnchorConflict& conflict : conflicts) {
    const bool is_used = std::any_of(kept.begin(), kept.end(), [&](const AnchorConflict& other) {
      return other.source == conflict.source || other.target == conflict.target;
    });
    if (!is_used) kept.push_back(conflict);
  }
  return kept;
}

double AnchorConflicts::sum_weights(const BeadPlace& bead) const {
  double sum = 0;
  for (const AnchorConflict& conflict : find(bead)) sum += conflict.weight;
  return sum;
}

}  // namespace aligner::score
