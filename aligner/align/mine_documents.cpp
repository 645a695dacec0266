#include "aligner/align/mine_documents.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "aligner/align/align_parallel.h"
#include "aligner/align/choose_mode.h"
#include "aligner/align/joined_text.h"
#include "aligner/align/link_comparable.h"
#include "aligner/align/match_documents.h"
#include "aligner/error.h"
#include "aligner/score/document_model.h"

namespace aligner::align {
namespace {

constexpr int most_rounds = 3;
constexpr double smallest_tried = 0.03;   // probability of a pair that is worth aligning
constexpr double smallest_further = 0.7;  // probability of a pair beside a better one of the same document
constexpr double smallest_belief = 0.5;   // confidence that two documents are about the same thing, to say so
constexpr double smallest_taught = 0.7;   // confidence of beads that are learnt from
constexpr std::size_t fewest_taught = 20;
constexpr std::size_t most_reasons = 6;
// The constants below were set on collections of manuals (tools/bench/mine), by what right and wrong pairs have.
// How much an alignment says for a pair of documents beside their margin: a sure bead counts in full where the whole
// alignment is sure, and nothing where it is no better than those of unrelated documents.
constexpr double bead_log_odds = 1;
constexpr double most_log_odds = 10;
constexpr double idle_support = 0.5;
constexpr double telling_weight = 1;         // nats, of the words and anchors of a bead
constexpr double smallest_told_share = 0.4;  // of the segments of either document
constexpr double least_odds = 1e-3;          // what no comparison undercuts
constexpr double links_until_sure = 3;       // of comparable documents
constexpr double share_without_links = 0.7;  // of a margin's probability, where no sentence bears it out
constexpr double loose_odds = 0.4;  // of links between documents of which nothing else is known; counted on two bags
constexpr double telling_share = 0.05;  // of the sentences of the shorter document, that are linked

using DocumentPair = std::pair<std::size_t, std::size_t>;

std::vector<std::size_t> all_of(std::size_t count) {
  std::vector<std::size_t> all(count);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

double either(double one, double other) { return 1 - (1 - one) * (1 - other); }

// Beads of one segment a side that are sure, in the joined texts.
void add_weights(const MinedPair& pair, const JoinedText& source, const JoinedText& target,
                 score::PairWeights& weights) {
  for (const Bead& bead : pair.alignment.beads) {
    if (bead.source.size() != 1 || bead.target.size() != 1 || bead.confidence < smallest_taught) continue;
    weights.push_back({static_cast<std::uint32_t>(source.place_of(pair.source).segment + bead.source[0]),
                       static_cast<std::uint32_t>(target.place_of(pair.target).segment + bead.target[0]),
                       static_cast<float>(bead.confidence)});
  }
}

// How many of the beads or links that are more likely right than wrong are expected to be right.
double expected_right(const std::vector<Bead>& beads) {
  double sum = 0;
  for (const Bead& bead : beads) {
    if (!bead.source.empty() && !bead.target.empty() && bead.confidence >= 0.5) sum += bead.confidence;
  }
  return sum;
}

// Whether a bead stands on more than that lengths and ends fit, as they do between any short texts.
bool is_told(const Bead& bead) {
  double weight = 0;
  for (const score::Evidence& one : bead.evidence) {
    if (one.kind != score::EvidenceKind::length && one.kind != score::EvidenceKind::boundary) weight += one.weight;
  }
  return weight >= telling_weight;
}

// What an alignment says for two documents being a translation.
struct Verdict {
  bool is_translation = false;  // enough of the shorter one is told by the other, in order
  double log_odds = 0;          // nats that this adds to what the comparison said
};

Verdict judge(const Alignment& alignment, const ModeDecision& decision) {
  double told = 0;
  std::size_t source = 0;
  std::size_t target = 0;
  for (const Bead& bead : alignment.beads) {
    if (bead.source.empty() || bead.target.empty() || bead.confidence < 0.5 || !is_told(bead)) continue;
    told += bead.confidence;
    source += bead.source.size();
    target += bead.target.size();
  }
  const auto share = [](std::size_t part, std::size_t all) {
    return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(1, all));
  };
  const double told_share = std::max(share(source, alignment.source_count), share(target, alignment.target_count));
  const double support = std::max(0.0, (decision.support - idle_support) / (1 - idle_support));
  return {decision.mode == Mode::parallel && told_share >= smallest_told_share,
          std::min(most_log_odds, bead_log_odds * support * told)};
}

double with_log_odds(double probability, double more) {
  if (probability >= 1) return 1;
  const double odds = std::max(least_odds, probability / (1 - probability)) * std::exp(more);
  return odds / (1 + odds);
}

// Between documents that nothing else joins fewer links are right than their margins promise.
void doubt(std::vector<Bead>& links, double smallest) {
  for (Bead& link : links) {
    link.confidence = link.confidence * loose_odds / (link.confidence * loose_odds + 1 - link.confidence);
    link.cost = std::max(0.0, -std::log(link.confidence));
  }
  std::erase_if(links, [smallest](const Bead& link) { return link.confidence < smallest; });
}

void shift(text::Span& span, std::size_t by) {
  if (span.size() > 0) span = {span.begin - by, span.end - by};
}

// From the joined texts into two of their documents.
void move_evidence(std::vector<score::Evidence>& evidence, const JoinedText::Place& source,
                   const JoinedText::Place& target) {
  for (score::Evidence& one : evidence) {
    shift(one.source, source.byte);
    shift(one.target, target.byte);
  }
}

Bead moved_into(Bead bead, const JoinedText::Place& source, const JoinedText::Place& target) {
  for (std::size_t& segment : bead.source) segment -= source.segment;
  for (std::size_t& segment : bead.target) segment -= target.segment;
  move_evidence(bead.evidence, source, target);
  return bead;
}

class Miner {
 public:
  Miner(std::span<const score::AnchoredText> sources, std::span<const score::AnchoredText> targets,
        const score::Knowledge& knowledge, const MineOptions& options)
      : sources_(sources),
        targets_(targets),
        knowledge_(knowledge),
        options_(options),
        joined_source_(sources, all_of(sources.size()), {}),
        joined_target_(targets, all_of(targets.size()), {}),
        view_{joined_source_.view(), joined_target_.view()},
        bitext_(std::span(&view_, 1), knowledge) {}

  std::vector<MinedPair> run() {
    report(0.1);
    compare();
    for (int round = 0; round < most_rounds && align_new(round); ++round) {
      learn();
      compare();
    }
    finish_translations();
    report(0.5);
    link_rest();
    sort_pairs();
    return std::move(pairs_);
  }

 private:
  // Parts of the work may begin anew inside; what is told never goes back.
  bool goes_on(double done) {
    furthest_ = std::max(furthest_, done);
    return !options_.progress || options_.progress(furthest_);
  }
  void report(double done) {
    if (!goes_on(done)) throw Error("interrupted while mining; nothing was written");
  }
  std::function<bool(double)> part_of_progress(double from, double to) {
    if (!options_.progress) return {};
    return [this, from, to](double done) { return goes_on(from + (to - from) * done); };
  }
  bool is_only_pair() const { return sources_.size() == 1 && targets_.size() == 1; }

  void compare();
  bool align_new(int round);
  void learn();
  void finish_translations();
  void link_rest();
  std::vector<DocumentMatch> open_matches() const;
  void add_linked(std::map<DocumentPair, std::vector<Bead>>& links, const std::vector<DocumentMatch>& matches,
                  const Alignment& all, const JoinedText& source, const JoinedText& target);
  std::vector<score::Evidence> explain(const DocumentPair& pair) const;
  score::Knowledge known() const;
  void sort_pairs();

  std::span<const score::AnchoredText> sources_;
  std::span<const score::AnchoredText> targets_;
  const score::Knowledge& knowledge_;
  const MineOptions& options_;
  JoinedText joined_source_;
  JoinedText joined_target_;
  score::AnchoredBitext view_;
  score::PreparedBitext bitext_;
  std::optional<lexicon::Lexicon> learnt_;
  std::optional<score::DocumentModel> model_;
  std::vector<DocumentMatch> matches_;
  std::set<DocumentPair> tried_;
  double furthest_ = 0;                     // of the work, as it was told
  std::vector<MinedPair> pairs_;            // translations first
  std::vector<DocumentPair> translations_;  // of the first pairs
};

score::Knowledge Miner::known() const {
  score::Knowledge known = knowledge_;
  if (learnt_) known.lexicons.push_back(&*learnt_);
  return known;
}

void Miner::compare() {
  model_.emplace(bitext_, score::DocumentPlaces{joined_source_.document_of(), sources_.size()},
                 score::DocumentPlaces{joined_target_.document_of(), targets_.size()}, learnt_ ? &*learnt_ : nullptr,
                 options_.threads);
  matches_ = match_documents(model_->pairs(), translations_);
}

// Aligns what was chosen and not looked at before. True where there was a translation among them.
bool Miner::align_new(int round) {
  std::map<DocumentPair, double> chosen;  // with what the comparison says, 0 to 1
  for (const DocumentMatch& match : matches_) {
    const DocumentPair pair{match.pair.source, match.pair.target};
    const bool is_likely = match.probability >= smallest_tried || is_only_pair();
    if (match.is_chosen && is_likely && tried_.insert(pair).second) chosen.emplace(pair, match.probability);
  }
  if (is_only_pair() && tried_.insert({0, 0}).second) chosen.emplace(DocumentPair{0, 0}, 0);
  if (chosen.empty()) return false;
  std::vector<score::AnchoredBitext> views;
  for (const auto& [pair, probability] : chosen) views.push_back({sources_[pair.first], targets_[pair.second]});
  ParallelOptions parallel;
  parallel.threads = options_.threads;
  parallel.progress = part_of_progress(0.1 + 0.1 * round, 0.2 + 0.1 * round);
  std::vector<Alignment> alignments = align_parallel(views, known(), parallel);
  const std::size_t before = translations_.size();
  auto alignment = alignments.begin();
  for (const auto& [pair, probability] : chosen) {
    Alignment& one = *alignment++;
    const ModeDecision decision = choose_mode(one);
    const Verdict verdict = judge(one, decision);
    if (!verdict.is_translation || with_log_odds(probability, verdict.log_odds) < smallest_belief) continue;
    one.mode_reason = decision.reason;
    translations_.push_back(pair);
    pairs_.push_back({pair.first, pair.second, Relation::translation, 0, verdict.log_odds, {}, std::move(one)});
  }
  return translations_.size() > before;
}

void Miner::learn() {
  score::PairWeights weights;
  for (const MinedPair& pair : pairs_) add_weights(pair, joined_source_, joined_target_, weights);
  if (weights.size() < fewest_taught) return;
  std::sort(weights.begin(), weights.end(),
            [](const auto& a, const auto& b) { return std::pair(a.source, a.target) < std::pair(b.source, b.target); });
  learnt_ = bitext_.extract(bitext_.learn_words(std::span(&weights, 1)), "the collection");
}

std::vector<score::Evidence> Miner::explain(const DocumentPair& pair) const {
  std::vector<score::Evidence> evidence = model_->explain(pair.first, pair.second, most_reasons);
  move_evidence(evidence, joined_source_.place_of(pair.first), joined_target_.place_of(pair.second));
  return evidence;
}

void Miner::finish_translations() {
  std::map<DocumentPair, const DocumentMatch*> by_documents;
  for (const DocumentMatch& match : matches_) by_documents[{match.pair.source, match.pair.target}] = &match;
  for (MinedPair& pair : pairs_) {
    const auto found = by_documents.find({pair.source, pair.target});
    const double probability = found == by_documents.end() ? 0 : found->second->probability;
    pair.score = found == by_documents.end() ? 0 : found->second->pair.score;
    pair.confidence = with_log_odds(probability, pair.confidence);  // until here that was what the alignment says
    pair.evidence = explain({pair.source, pair.target});
  }
}

// Worth looking for ties between the two: the best pair of both, or one that is likely even beside a better one.
bool is_likely(const DocumentMatch& match) {
  return match.probability >= (match.is_chosen ? smallest_tried : smallest_further);
}

// Of documents that are no translation of another.
std::vector<DocumentMatch> Miner::open_matches() const {
  std::set<std::size_t> sources;
  std::set<std::size_t> targets;
  for (const auto& [source, target] : translations_) {
    sources.insert(source);
    targets.insert(target);
  }
  std::vector<DocumentMatch> open;
  for (const DocumentMatch& match : matches_) {
    if (!sources.contains(match.pair.source) && !targets.contains(match.pair.target)) open.push_back(match);
  }
  return open;
}

// Documents of one side that are not in a translation: those with a partner first, in the order of `first`.
std::vector<std::size_t> open_documents(std::size_t count, const std::vector<std::size_t>& first,
                                        const std::set<std::size_t>& closed) {
  std::vector<std::size_t> order = first;
  const std::set<std::size_t> placed(first.begin(), first.end());
  for (std::size_t k = 0; k < count; ++k) {
    if (!placed.contains(k) && !closed.contains(k)) order.push_back(k);
  }
  return order;
}

void Miner::link_rest() {
  std::set<std::size_t> closed_sources;
  std::set<std::size_t> closed_targets;
  for (const auto& [source, target] : translations_) {
    closed_sources.insert(source);
    closed_targets.insert(target);
  }
  const std::vector<DocumentMatch> matches = open_matches();
  std::vector<DocumentPair> partners;
  std::vector<DocumentPair> tied;
  for (const DocumentMatch& match : matches) {
    const DocumentPair pair{match.pair.source, match.pair.target};
    if (match.is_chosen) partners.push_back(pair);
    if (is_likely(match) || is_only_pair()) tied.push_back(pair);
  }
  // Partners stand in the same order on both sides, so that order can be seen.
  std::sort(partners.begin(), partners.end());
  std::vector<std::size_t> first_sources;
  std::vector<std::size_t> first_targets;
  for (const auto& [source, target] : partners) {
    first_sources.push_back(source);
    first_targets.push_back(target);
  }
  const std::vector<std::size_t> source_order = open_documents(sources_.size(), first_sources, closed_sources);
  const std::vector<std::size_t> target_order = open_documents(targets_.size(), first_targets, closed_targets);
  if (source_order.empty() || target_order.empty()) return;
  const JoinedText source(sources_, source_order, knowledge_);
  const JoinedText target(targets_, target_order, knowledge_);

  score::TieScope scope;
  scope.open_to.resize(sources_.size() + 1);
  for (const auto& [from, to] : tied) {
    const JoinedText::Place& place = target.place_of(to);
    scope.open_to[from].push_back(
        {static_cast<std::uint32_t>(place.segment), static_cast<std::uint32_t>(place.segment + place.segment_count)});
  }
  for (const std::uint32_t document : source.document_of()) {
    scope.group_of.push_back(
        std::min(document, static_cast<std::uint32_t>(sources_.size())));  // nothing is open to what stands between
  }
  const Alignment links = link_comparable({source.view(), target.view()}, known(),
                                          {.smallest_confidence = options_.smallest_confidence,
                                           .threads = options_.threads,
                                           .scope = &scope,
                                           .inherited = score::Inherited::given,
                                           .progress = part_of_progress(0.5, 1)});
  std::map<DocumentPair, std::vector<Bead>> by_documents;
  for (const DocumentPair& pair : tied) by_documents[pair];
  for (const Bead& bead : links.beads) {
    const DocumentPair pair{source.document_of()[bead.source[0]], target.document_of()[bead.target[0]]};
    by_documents[pair].push_back(moved_into(bead, source.place_of(pair.first), target.place_of(pair.second)));
  }
  add_linked(by_documents, matches, links, source, target);
}

void Miner::add_linked(std::map<DocumentPair, std::vector<Bead>>& links, const std::vector<DocumentMatch>& matches,
                       const Alignment& all, const JoinedText& source, const JoinedText& target) {
  std::map<DocumentPair, const DocumentMatch*> matched;
  for (const DocumentMatch& match : matches) matched[{match.pair.source, match.pair.target}] = &match;
  for (auto& [documents, beads] : links) {
    MinedPair pair;
    pair.source = documents.first;
    pair.target = documents.second;
    const auto found = matched.find(documents);
    double probability = 0;
    if (found != matched.end()) {
      pair.score = found->second->pair.score;
      if (is_likely(*found->second)) probability = found->second->probability;
    }
    const std::size_t source_count = source.place_of(pair.source).segment_count;
    const std::size_t target_count = target.place_of(pair.target).segment_count;
    const double right = expected_right(beads);
    const double share = right / static_cast<double>(std::max<std::size_t>(1, std::min(source_count, target_count)));
    const double by_links = (1 - std::exp(-share / telling_share)) * (1 - std::exp(-right / links_until_sure));
    pair.confidence = right > 0 ? either(probability, by_links) : share_without_links * probability;
    pair.relation = pair.confidence >= smallest_belief ? Relation::comparable : Relation::passages;
    if (pair.relation == Relation::passages) {
      doubt(beads, options_.smallest_confidence);
      double none = 1;
      for (const Bead& bead : beads) none *= 1 - bead.confidence;
      pair.confidence = 1 - none;
    }
    if (pair.confidence < options_.smallest_confidence || (pair.relation == Relation::passages && beads.empty())) {
      continue;
    }
    pair.evidence = explain(documents);
    pair.alignment.mode = Mode::comparable;
    pair.alignment.method = all.method;
    pair.alignment.source_count = source_count;
    pair.alignment.target_count = target_count;
    pair.alignment.mode_reason = "linked among all documents that are no translation of another";
    pair.alignment.beads = std::move(beads);
    pairs_.push_back(std::move(pair));
  }
}

void Miner::sort_pairs() {
  std::erase_if(pairs_, [&](const MinedPair& pair) { return pair.confidence < options_.smallest_confidence; });
  std::sort(pairs_.begin(), pairs_.end(), [](const MinedPair& a, const MinedPair& b) {
    return std::tuple(a.relation, -a.confidence, -a.score, a.source, a.target) <
           std::tuple(b.relation, -b.confidence, -b.score, b.source, b.target);
  });
}

}  // namespace

std::vector<MinedPair> mine_documents(std::span<const score::AnchoredText> sources,
                                      std::span<const score::AnchoredText> targets, const score::Knowledge& knowledge,
                                      const MineOptions& options) {
  if (sources.empty() || targets.empty()) return {};
  return Miner(sources, targets, knowledge, options).run();
}

std::string to_string(Relation relation) {
  switch (relation) {
    case Relation::translation:
      return "translation";
    case Relation::comparable:
      return "comparable";
    case Relation::passages:
      return "passages";
  }
  return "passages";
}

}  // namespace aligner::align
