#include "aligner/score/link_model.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "aligner/lexicon/prior_table.h"
#include "aligner/lexicon/vocabulary.h"
#include "aligner/score/anchor_weight.h"
#include "aligner/score/link_anchors.h"
#include "aligner/score/link_background.h"
#include "aligner/score/link_conflicts.h"

namespace aligner::score {
namespace {

// Set by hand-over-hand search on the two judged pairs of accounts (bundled and not); each was tried at half and twice.
constexpr double word_strength = 0.2;         // a word that looks alike, against an anchor
constexpr double rival_share = 0.3;           // of the rivals' mean that the margin takes off
constexpr double neighbour_share = 0.4;       // of the geometric mean with neighbouring pairs that is added
constexpr std::uint32_t neighbour_reach = 4;  // segments on each side
constexpr double neighbour_fading = 0.85;     // by segment that a neighbour is farther away
constexpr double neighbour_skew = 0.8;        // by segment that it is farther away on one side than on the other
constexpr double coverage_exponent = 0.3;     // of the share of both segments that is tied
constexpr double length_exponent = 0.2;       // of the product of both lengths
// A heading names what many sentences tell, so that one of them is seldom its counterpart.
constexpr double heading_share = 0.5;  // of the score of a heading and a sentence that is left
constexpr double extra_words = 12;     // short segments are not as precise as their shortness says
constexpr std::size_t rivals = 4;      // on each side
constexpr double smallest_word_prior = 0.35;
constexpr double smallest_known = 0.05;  // geometric mean of both probabilities; below, a lexicon guesses
constexpr double known_scale = 4;        // of that mean: from .25 on, a translation is as good as a likeness
// Pairs that one tie may open; commoner ones count only beside others. Words weigh too little to make a tie alone.
constexpr std::size_t anchor_candidates = 200'000;
constexpr std::size_t word_candidates = 400;

// Something in a segment that can be tied. Types are numbered over anchors first, then words.
struct Feature {
  std::uint32_t type = 0;
  double strength = 1;  // how seldom such things agree by chance, rarity apart
  text::Span span;
  bool is_word = false;
  EvidenceKind kind = EvidenceKind::term;
};

struct Side {
  std::vector<std::vector<Feature>> segments;
  std::vector<std::vector<std::uint32_t>> places;  // segments of each type, ascending
  std::vector<double> rarities;                    // of each type, nats
  std::vector<double> words;                       // of each segment
  std::vector<double> information;                 // sum of rarity * strength over each segment's features
  std::vector<bool> is_heading;                    // each segment

  void index(std::size_t type_count);
};

void Side::index(std::size_t type_count) {
  places.assign(type_count, {});
  for (std::uint32_t i = 0; i < segments.size(); ++i) {
    for (const Feature& feature : segments[i]) {
      if (places[feature.type].empty() || places[feature.type].back() != i) places[feature.type].push_back(i);
    }
  }
  rarities.assign(type_count, 0);
  for (std::size_t type = 0; type < type_count; ++type) {
    rarities[type] = rarity(places[type].size(), segments.size());
  }
  for (const auto& features : segments) {
    double sum = 0;
    for (const Feature& feature : features) sum += rarities[feature.type] * feature.strength;
    information.push_back(sum);
  }
}

std::vector<bool> headings_of(const segment::Segmentation& segmentation) {
  std::vector<bool> headings;
  for (const segment::Segment& one : segmentation.segments) {
    headings.push_back(one.kind == segment::SegmentKind::heading);
  }
  return headings;
}

// How two types can be tied.
struct TypeTie {
  double agreement = 0;  // negative for a conflict
  const anchors::AnchorMatch* match = nullptr;
};

std::uint64_t pair_key(std::uint32_t source, std::uint32_t target) { return std::uint64_t{source} << 32 | target; }

// Scores of pairs, by pair_key of segments.
using ScoreTable = std::unordered_map<std::uint64_t, double>;

// The best score of the pairs before (step -1) or behind (+1), the nearer the more it counts.
double best_near(const ScoreTable& scores, const LinkScore& pair, int step) {
  double best = 0;
  for (std::uint32_t k = 1; k <= neighbour_reach; ++k) {
    for (std::uint32_t l = 1; l <= neighbour_reach; ++l) {
      if (step < 0 && (pair.source < k || pair.target < l)) continue;
      const auto found = step < 0 ? scores.find(pair_key(pair.source - k, pair.target - l))
                                  : scores.find(pair_key(pair.source + k, pair.target + l));
      if (found == scores.end()) continue;
      const double nearness =
          std::pow(neighbour_fading, std::max(k, l) - 1) * std::pow(neighbour_skew, k < l ? l - k : k - l);
      best = std::max(best, nearness * found->second);
    }
  }
  return best;
}

// Another pair of a segment: its score, and the other segment.
struct Rival {
  double score;
  std::uint32_t segment;
};

// The mean of the best rivals; missing ones count as 0. What stands beside the segment is none: one sentence here may
// be two there.
double rival_mean(const std::vector<Rival>& best_first, std::uint32_t segment) {
  double sum = 0;
  std::size_t taken = 0;
  for (const Rival& rival : best_first) {
    const bool is_beside = rival.segment + 1 >= segment && rival.segment <= segment + 1;
    if (is_beside) continue;
    if (taken++ == rivals) break;
    sum += rival.score;
  }
  return sum / static_cast<double>(rivals);
}

// One tie inside a pair of segments.
struct Tie {
  const Feature* source = nullptr;
  const Feature* target = nullptr;
  double weight = 0;
  const anchors::AnchorMatch* match = nullptr;
};

}  // namespace

struct LinkModel::State {
  std::vector<anchors::Anchor> source_anchors;
  std::vector<anchors::Anchor> target_anchors;
  std::optional<PreparedBitext> bitext;
  const terms::TermList* terms = nullptr;
  Side source;
  Side target;
  std::unordered_map<std::uint64_t, TypeTie> ties;  // by pair_key of types
  std::optional<LinkConflicts> told_apart;
  std::optional<LinkBackground> background;
  std::vector<LinkScore> pairs;

  std::string relation_of_words(const Tie& tie) const;
  void make_features();
  void make_ties();
  void score_pairs(const TieScope* scope);
  void lend_to_neighbours();
  void find_margins();
  std::vector<Tie> find_ties(std::size_t i, std::size_t j) const;
  LinkScore score_pair(std::uint32_t i, std::uint32_t j) const;
};

namespace {

// Words that no anchor covers, then the anchors.
void add_features(const PreparedText& text, const AnchorTokens& anchors, const std::vector<anchors::Anchor>& placed,
                  const terms::TermList* terms, Side& side) {
  side.segments.resize(text.tokens.segments.size());
  const auto first_word_type = static_cast<std::uint32_t>(anchors.types().size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < text.tokens.segments.size(); ++i) {
    std::vector<Feature>& features = side.segments[i];
    while (next < placed.size() && placed[next].segment < i) ++next;  // anchors over the limit have no token
    double words = 0;
    std::vector<text::Span> covered;
    for (const lexicon::Token& token : text.tokens.segments[i].tokens) {
      if (token.kind != lexicon::TokenClass::anchor) continue;
      const AnchorType* type = anchors.find(token.word);
      const anchors::Anchor& anchor = placed[next++];
      covered.push_back(anchor.span);
      features.push_back({static_cast<std::uint32_t>(type - anchors.types().data()), link_strength(anchor, terms),
                          anchor.span, false, evidence_kind(anchor)});
    }
    for (const lexicon::Token& token : text.tokens.segments[i].tokens) {
      if (token.kind == lexicon::TokenClass::word) ++words;
      if (token.kind != lexicon::TokenClass::word) continue;
      const bool is_covered = std::any_of(covered.begin(), covered.end(),
                                          [&](const text::Span& span) { return span.overlaps(token.span); });
      if (!is_covered)
        features.push_back({first_word_type + token.word, word_strength, token.span, true, EvidenceKind::word});
    }
    side.words.push_back(words);
  }
}

}  // namespace

namespace {

// Adds the pairs of `from` and `to` that are in the scope, unless there are more than `most`.
void add_inside(const TieScope& scope, const std::vector<std::uint32_t>& from, const std::vector<std::uint32_t>& to,
                std::size_t most, std::vector<std::uint64_t>& pairs) {
  const std::size_t before = pairs.size();
  for (const std::uint32_t i : from) {
    for (const SegmentBlock::Range& open : scope.open_to[scope.group_of[i]]) {
      for (auto j = std::lower_bound(to.begin(), to.end(), open.begin); j != to.end() && *j < open.end; ++j) {
        pairs.push_back(pair_key(i, *j));
      }
    }
    if (pairs.size() - before <= most) continue;
    pairs.resize(before);
    return;
  }
}

}  // namespace

void LinkModel::State::make_features() {
  add_features(bitext->source[0], bitext->source_anchors, source_anchors, terms, source);
  add_features(bitext->target[0], bitext->target_anchors, target_anchors, terms, target);
  source.index(bitext->source_anchors.types().size() + bitext->source_side.words.size());
  target.index(bitext->target_anchors.types().size() + bitext->target_side.words.size());
}

void LinkModel::State::make_ties() {
  const std::vector<AnchorType>& source_types = bitext->source_anchors.types();
  for (const AnchorPair& pair : bitext->anchor_pairs) {
    ties[pair_key(static_cast<std::uint32_t>(pair.source), static_cast<std::uint32_t>(pair.target))] = {
        agreement(pair.match, source_types[pair.source].example), &pair.match};
  }
  const auto first_source = static_cast<std::uint32_t>(bitext->source_anchors.types().size());
  const auto first_target = static_cast<std::uint32_t>(bitext->target_anchors.types().size());
  for (const lexicon::Prior& prior : bitext->word_priors.priors()) {
    if (prior.forward < smallest_word_prior || prior.backward < smallest_word_prior) continue;
    ties[pair_key(first_source + prior.source, first_target + prior.target)] = {std::min(prior.forward, prior.backward),
                                                                                nullptr};
  }
  for (const lexicon::Prior& prior : bitext->known_words.priors()) {
    const double both = std::sqrt(prior.forward * prior.backward);
    if (both < smallest_known) continue;
    TypeTie& tie = ties[pair_key(first_source + prior.source, first_target + prior.target)];
    tie.agreement = std::max(tie.agreement, std::min(1.0, known_scale * both));
  }
}

// The ties between two segments, each feature in one at the most, strongest first; conflicts between features that
// found no counterpart come last.
std::vector<Tie> LinkModel::State::find_ties(std::size_t i, std::size_t j) const {
  std::vector<Tie> found;
  std::vector<Tie> conflicts;
  for (const Feature& from : source.segments[i]) {
    for (const Feature& to : target.segments[j]) {
      if (from.is_word != to.is_word) continue;
      const auto tie = ties.find(pair_key(from.type, to.type));
      if (tie == ties.end()) continue;
      const double rare = std::sqrt(source.rarities[from.type] * target.rarities[to.type]);
      const double strength = from.is_word ? word_strength : std::sqrt(from.strength * to.strength);
      const Tie candidate{&from, &to, tie->second.agreement * rare * strength, tie->second.match};
      if (candidate.weight > 0) found.push_back(candidate);
      if (candidate.weight < 0) conflicts.push_back(candidate);
    }
  }
  const auto stronger = [](const Tie& a, const Tie& b) {
    return std::tuple(-a.weight, a.source->span, a.target->span) <
           std::tuple(-b.weight, b.source->span, b.target->span);
  };
  std::stable_sort(found.begin(), found.end(), stronger);
  std::vector<Tie> kept;
  // A concept that is named twice in a segment ties once, and so do two readings of the same words.
  const auto take = [&](const Tie& tie) {
    const bool is_used = std::any_of(kept.begin(), kept.end(), [&](const Tie& other) {
      return other.source->type == tie.source->type || other.target->type == tie.target->type ||
             other.source->span.overlaps(tie.source->span) || other.target->span.overlaps(tie.target->span);
    });
    if (!is_used) kept.push_back(tie);
  };
  for (const Tie& tie : found) take(tie);
  for (const Tie& tie : conflicts) take(tie);
  return kept;
}

LinkScore LinkModel::State::score_pair(std::uint32_t i, std::uint32_t j) const {
  LinkScore pair{.source = i, .target = j};
  double source_tied = 0;
  double target_tied = 0;
  pair.tie = told_apart->weight(i, j);
  pair.has_conflict = pair.tie < 0;
  pair.tie += background->weight(i, j);
  for (const Tie& tie : find_ties(i, j)) {
    pair.tie += tie.weight;
    if (tie.weight < 0) pair.has_conflict = true;
    if (tie.weight <= 0) continue;
    source_tied += source.rarities[tie.source->type] * tie.source->strength;
    target_tied += target.rarities[tie.target->type] * tie.target->strength;
  }
  pair.source_share = source.information[i] > 0 ? std::min(1.0, source_tied / source.information[i]) : 0;
  pair.target_share = target.information[j] > 0 ? std::min(1.0, target_tied / target.information[j]) : 0;
  const double coverage = std::sqrt(pair.source_share * pair.target_share);
  const double length = (source.words[i] + extra_words) * (target.words[j] + extra_words);
  pair.score = std::max(0.0, pair.tie) * std::pow(coverage, coverage_exponent) / std::pow(length, length_exponent);
  if (source.is_heading[i] != target.is_heading[j]) pair.score *= heading_share;
  return pair;
}

void LinkModel::State::score_pairs(const TieScope* scope) {
  std::vector<std::uint64_t> candidates;
  for (const auto& [key, tie] : ties) {
    if (tie.agreement <= 0) continue;
    const auto& from = source.places[key >> 32];
    const auto& to = target.places[key & 0xFFFFFFFF];
    const std::size_t most = tie.match != nullptr ? anchor_candidates : word_candidates;
    if (scope != nullptr) {
      add_inside(*scope, from, to, most, candidates);
      continue;
    }
    if (from.size() * to.size() > most) continue;
    for (const std::uint32_t i : from) {
      for (const std::uint32_t j : to) candidates.push_back(pair_key(i, j));
    }
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (const std::uint64_t key : candidates) {
    const LinkScore pair = score_pair(static_cast<std::uint32_t>(key >> 32), static_cast<std::uint32_t>(key));
    if (pair.tie > 0) pairs.push_back(pair);
  }
}

// Neighbours of pairs that are well tied are likelier: accounts of the same events keep some order. What is told before
// and what is told behind speak both.
void LinkModel::State::lend_to_neighbours() {
  ScoreTable own;
  for (const LinkScore& pair : pairs) own[pair_key(pair.source, pair.target)] = pair.score;
  for (LinkScore& pair : pairs) {
    const double near = best_near(own, pair, -1) + best_near(own, pair, 1);
    pair.score += neighbour_share * std::sqrt(near * pair.score);
  }
}

void LinkModel::State::find_margins() {
  std::vector<std::vector<Rival>> by_source(source.segments.size());
  std::vector<std::vector<Rival>> by_target(target.segments.size());
  for (const LinkScore& pair : pairs) {
    by_source[pair.source].push_back({pair.score, pair.target});
    by_target[pair.target].push_back({pair.score, pair.source});
  }
  for (auto* side : {&by_source, &by_target}) {
    for (std::vector<Rival>& found : *side) {
      std::stable_sort(found.begin(), found.end(), [](const Rival& a, const Rival& b) { return a.score > b.score; });
    }
  }
  for (LinkScore& pair : pairs) {
    const double source_rivals = rival_mean(by_source[pair.source], pair.target);
    const double target_rivals = rival_mean(by_target[pair.target], pair.source);
    pair.margin = pair.score - 0.5 * rival_share * (source_rivals + target_rivals);
  }
}

// Words are tied because they look alike, or because a lexicon from outside says so.
std::string LinkModel::State::relation_of_words(const Tie& tie) const {
  const std::size_t first_source = bitext->source_anchors.types().size();
  const std::size_t first_target = bitext->target_anchors.types().size();
  lexicon::Vocabulary one;
  lexicon::Vocabulary other;
  one.add(bitext->source_side.words.name(static_cast<lexicon::TokenId>(tie.source->type - first_source)));
  other.add(bitext->target_side.words.name(static_cast<lexicon::TokenId>(tie.target->type - first_target)));
  const lexicon::PriorTable alike = lexicon::find_word_priors(one, other);
  return alike.priors().empty() ? "translation" : "cognate";
}

LinkModel::LinkModel(const AnchoredBitext& bitext, const Knowledge& knowledge, const TieScope* scope,
                     Inherited inherited)
    : state_(std::make_unique<State>()) {
  const terms::TermList* heirs_of = inherited == Inherited::given ? nullptr : knowledge.terms;
  state_->terms = knowledge.terms;
  state_->source_anchors = anchors_for_links(bitext.source, heirs_of);
  state_->target_anchors = anchors_for_links(bitext.target, heirs_of);
  const AnchoredBitext whole{{bitext.source.document, bitext.source.segmentation, state_->source_anchors},
                             {bitext.target.document, bitext.target.segmentation, state_->target_anchors}};
  state_->bitext.emplace(std::span(&whole, 1), knowledge);
  state_->told_apart.emplace(whole.source, whole.target, knowledge.terms);
  state_->background.emplace(whole.source, whole.target, knowledge.terms);
  state_->source.is_heading = headings_of(bitext.source.segmentation);
  state_->target.is_heading = headings_of(bitext.target.segmentation);
  state_->make_features();
  state_->make_ties();
  state_->score_pairs(scope);
  state_->lend_to_neighbours();
  state_->find_margins();
}

LinkModel::~LinkModel() = default;
LinkModel::LinkModel(LinkModel&&) noexcept = default;
LinkModel& LinkModel::operator=(LinkModel&&) noexcept = default;

PreparedBitext& LinkModel::bitext() { return *state_->bitext; }
const std::vector<LinkScore>& LinkModel::scored_pairs() const { return state_->pairs; }
std::size_t LinkModel::source_count() const { return state_->source.segments.size(); }
std::size_t LinkModel::target_count() const { return state_->target.segments.size(); }

std::vector<Evidence> LinkModel::explain(std::size_t source, std::size_t target) const {
  std::vector<Evidence> evidence;
  for (const Tie& tie : state_->find_ties(source, target)) {
    Evidence item;
    item.kind = tie.source->kind;
    item.source = tie.source->span;
    item.target = tie.target->span;
    item.weight = tie.weight;
    item.relation = tie.match != nullptr ? anchors::to_string(tie.match->relation) : state_->relation_of_words(tie);
    item.reason = tie.match != nullptr ? tie.match->reason : "";
    evidence.push_back(std::move(item));
  }
  for (Evidence& understood : state_->background->find(source, target)) evidence.push_back(std::move(understood));
  for (Evidence& conflict : state_->told_apart->find(source, target)) evidence.push_back(std::move(conflict));
  return evidence;
}

}  // namespace aligner::score
