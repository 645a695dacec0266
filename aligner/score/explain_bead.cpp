#include "aligner/score/explain_bead.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace aligner::score {
namespace {

constexpr double smallest_word_weight = 0.25;  // nats; less is no reason to name to a reader
constexpr double smallest_lift = 3;

// A token of the bead with its term in the score.
struct Voice {
  const lexicon::Token* token = nullptr;
  double weight = 0;  // nats
};

double term_of(double share, double attraction) { return std::log(1 - share + share * attraction); }

std::vector<Voice> source_voices(const ExplainContext& context, const BeadPlace& bead) {
  std::vector<Voice> voices;
  for (std::size_t i = bead.source; i < bead.source + bead.source_count; ++i) {
    const auto attractions = context.model.source_attractions(context.source, context.target, context.cells, bead, i);
    for (std::size_t at = 0; at < attractions.size(); ++at) {
      voices.push_back({&context.source.tokens.segments[i].tokens[at],
                        term_of(static_cast<double>(context.source.shares[i][at]), attractions[at])});
    }
  }
  return voices;
}

std::vector<Voice> target_voices(const ExplainContext& context, const BeadPlace& bead) {
  std::vector<Voice> voices;
  for (std::size_t j = bead.target; j < bead.target + bead.target_count; ++j) {
    const auto attractions = context.model.target_attractions(context.source, context.target, context.cells, bead, j);
    for (std::size_t at = 0; at < attractions.size(); ++at) {
      voices.push_back({&context.target.tokens.segments[j].tokens[at],
                        term_of(static_cast<double>(context.target.shares[j][at]), attractions[at])});
    }
  }
  return voices;
}

double entry_lift(const lexicon::TranslationTable& table, lexicon::TokenId e, lexicon::TokenId f) {
  const auto row = table.row(e);
  const auto found = std::lower_bound(
      row.begin(), row.end(), f,
      [](const lexicon::TranslationEntry& entry, lexicon::TokenId target) { return entry.target < target; });
  return found != row.end() && found->target == f ? table.lift(e, *found, 0) : 0;
}

double lift_of(const ExplainContext& context, const lexicon::Token& source, const lexicon::Token& target) {
  return 0.5 * (entry_lift(context.lexicon.words, source.word, target.word) +
                entry_lift(context.lexicon.stems, source.stem, target.stem));
}

const anchors::AnchorMatch* find_match(const ExplainContext& context, const AnchorType* source,
                                       const AnchorType* target) {
  const auto source_index = static_cast<std::size_t>(source - context.source_anchors.types().data());
  const auto target_index = static_cast<std::size_t>(target - context.target_anchors.types().data());
  const auto before = [](const AnchorPair& pair, std::pair<std::size_t, std::size_t> key) {
    return std::pair(pair.source, pair.target) < key;
  };
  const auto found = std::lower_bound(context.anchor_pairs.begin(), context.anchor_pairs.end(),
                                      std::pair(source_index, target_index), before);
  if (found == context.anchor_pairs.end() || found->source != source_index || found->target != target_index) {
    return nullptr;
  }
  return &found->match;
}

struct Candidate {
  std::size_t source = 0;  // index into the voices
  std::size_t target = 0;
  double strength = 0;
  const anchors::AnchorMatch* match = nullptr;  // nullptr for words
};

// All pairs that could explain each other, strongest first.
std::vector<Candidate> find_candidates(const ExplainContext& context, const std::vector<Voice>& source,
                                       const std::vector<Voice>& target) {
  std::vector<Candidate> candidates;
  for (std::size_t s = 0; s < source.size(); ++s) {
    const bool is_anchor = source[s].token->kind == lexicon::TokenClass::anchor;
    if (source[s].token->kind == lexicon::TokenClass::punctuation) continue;
    const AnchorType* source_type = is_anchor ? context.source_anchors.find(source[s].token->word) : nullptr;
    for (std::size_t t = 0; t < target.size(); ++t) {
      const bool target_is_anchor = target[t].token->kind == lexicon::TokenClass::anchor;
      if (is_anchor != target_is_anchor) continue;
      if (is_anchor) {
        const AnchorType* target_type = context.target_anchors.find(target[t].token->word);
        const anchors::AnchorMatch* match = find_match(context, source_type, target_type);
        const bool agrees = match != nullptr && match->relation != anchors::AnchorRelation::conflict;
        if (agrees) candidates.push_back({s, t, 1000 + match->score, match});
        continue;
      }
      if (target[t].token->kind == lexicon::TokenClass::punctuation) continue;
      const double lift = lift_of(context, *source[s].token, *target[t].token);
      if (lift >= smallest_lift) candidates.push_back({s, t, std::log(lift), nullptr});
    }
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(-a.strength, a.source, a.target) < std::tuple(-b.strength, b.source, b.target);
  });
  return candidates;
}

Evidence make_evidence(const ExplainContext& context, const Candidate& candidate, const Voice& source,
                       const Voice& target) {
  Evidence evidence;
  evidence.source = source.token->span;
  evidence.target = target.token->span;
  evidence.weight = context.model.weights().lexical * 0.5 * (source.weight + target.weight);
  if (candidate.match == nullptr) {
    evidence.relation = "translation";
    return evidence;
  }
  evidence.kind = evidence_kind(context.source_anchors.find(source.token->word)->example);
  evidence.relation = anchors::to_string(candidate.match->relation);
  evidence.reason = candidate.match->reason;
  return evidence;
}

Evidence conflict_evidence(const AnchorConflict& conflict) {
  Evidence evidence;
  evidence.kind = conflict.kind;
  evidence.source = conflict.source;
  evidence.target = conflict.target;
  evidence.relation = anchors::to_string(conflict.pair->match.relation);
  evidence.weight = conflict.weight;
  evidence.reason = conflict.pair->match.reason;
  return evidence;
}

// Evidence of the whole bead, without a place in the texts.
Evidence fit_evidence(EvidenceKind kind, double weight) {
  Evidence evidence;
  evidence.kind = kind;
  evidence.relation = weight < 0 ? "differs" : "fits";
  evidence.weight = weight;
  return evidence;
}

}  // namespace

std::vector<Evidence> explain_bead(const ExplainContext& context, const BeadPlace& bead) {
  const std::vector<Voice> source = source_voices(context, bead);
  const std::vector<Voice> target = target_voices(context, bead);
  std::vector<bool> source_used(source.size(), false);
  std::vector<bool> target_used(target.size(), false);
  std::vector<Evidence> evidence;
  std::size_t words = 0;
  for (const Candidate& candidate : find_candidates(context, source, target)) {
    if (source_used[candidate.source] || target_used[candidate.target]) continue;
    source_used[candidate.source] = target_used[candidate.target] = true;
    Evidence found = make_evidence(context, candidate, source[candidate.source], target[candidate.target]);
    if (candidate.match == nullptr) {
      if (found.weight < smallest_word_weight || words >= context.word_limit) continue;
      ++words;
    }
    evidence.push_back(std::move(found));
  }
  for (const AnchorConflict& conflict : context.conflicts.find(bead)) evidence.push_back(conflict_evidence(conflict));
  const BeadParts parts = context.model.score(context.source, context.target, context.cells, bead);
  evidence.push_back(fit_evidence(EvidenceKind::length, parts.length));
  evidence.push_back(fit_evidence(EvidenceKind::boundary, parts.boundary));
  if (context.source.distances != nullptr) {
    evidence.push_back(fit_evidence(EvidenceKind::embedding, parts.embedding));
  }
  std::stable_sort(evidence.begin(), evidence.end(),
                   [](const Evidence& a, const Evidence& b) { return a.weight > b.weight; });
  return evidence;
}

}  // namespace aligner::score
