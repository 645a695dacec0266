#include "aligner/align/link_comparable.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "aligner/align/find_translations.h"
#include "aligner/error.h"
#include "aligner/score/link_model.h"
#include "aligner/score/pair_model.h"

namespace aligner::align {
namespace {

// Where right and wrong ties are as likely: a logistic regression over the 800 best pairs of the two judged pairs of
// accounts (76 of them right). The shares of both segments added nothing to it; they tell the grades apart.
constexpr LinkOdds usual_tie_odds{.center = 1.1, .slope = 5};
constexpr double least_same = 0.8;  // confidence
constexpr double unsure_links = 2;  // of each kind, worth of belief that there are both
constexpr int share_steps = 2;

// A sentence that sums up much corresponds to many. With 3 the average precision on the judged pairs of accounts
// (bundled and not) is .684 and .464, with 8 .691 and .562; more only lengthen the tail.
constexpr std::size_t links_per_segment = 8;
constexpr double growing_share = 0.6;    // of the first link's margin that a neighbour needs to join it
constexpr std::size_t longest_side = 3;  // segments on the side that grows

// Two segments that may be linked, with what speaks for it.
struct Candidate {
  score::LinkScore tie;    // what they share
  double tied = 0;         // probability that this is no chance
  double translation = 0;  // probability that one translates the other
  double margin = 0;       // of the translation
  double confidence = 0;
};

Grade grade_of(const Candidate& pair) {
  if (pair.tie.has_conflict) return Grade::partly;
  const bool is_translation = pair.translation >= 0.5;
  const double share = (pair.tie.source_share + pair.tie.target_share) / 2;
  if (pair.confidence >= least_same && (is_translation || share >= 0.5)) return Grade::same;
  if (pair.confidence >= 0.6 && (is_translation || share >= 0.42)) return Grade::mostly;
  return pair.confidence >= 0.45 ? Grade::partly : Grade::related;
}

double scaled_odds(double probability, double factor) {
  return probability * factor / (probability * factor + 1 - probability);
}

// How many of the links are translations: where nearly all are, texts are mixtures of translated and other segments,
// and what is tied but no translation is most probably chance; where few are, what looks like a translation is.
double translated_share(const std::vector<Candidate>& candidates) {
  double share = 0.5;
  for (int step = 0; step < share_steps; ++step) {
    double translated = unsure_links;
    double tied = unsure_links;
    for (const Candidate& pair : candidates) {
      const double translation = scaled_odds(pair.translation, 2 * share);
      const double tie = scaled_odds(pair.tied, 2 * (1 - share));
      if (translation >= 0.5) translated += translation;
      if (tie >= 0.5) tied += tie * (1 - translation);
    }
    share = translated / (translated + tied);
  }
  return share;
}

LinkOdds fit_tie_odds(const std::vector<score::LinkScore>& ties) {
  std::vector<RankedPair> pairs;
  for (const score::LinkScore& tie : ties) pairs.push_back({tie.source, tie.target, tie.margin, 0});
  sort_best_first(pairs);
  return fit_link_odds(pairs, usual_tie_odds);
}

// Every pair that is tied or may be a translation, the surest first.
std::vector<Candidate> find_candidates(const std::vector<score::LinkScore>& ties, const Translations& translations) {
  const LinkOdds odds = fit_tie_odds(ties);
  std::map<std::pair<std::uint32_t, std::uint32_t>, Candidate> by_place;
  for (const score::LinkScore& tie : ties) {
    if (tie.margin <= 0) continue;  // rivals are tied better
    Candidate& candidate = by_place[{tie.source, tie.target}];
    candidate.tie = tie;
    candidate.tied = odds.probability(tie.margin);
  }
  for (const RankedPair& pair : translations.pairs) {
    Candidate& candidate = by_place[{pair.source, pair.target}];
    candidate.tie.source = pair.source;
    candidate.tie.target = pair.target;
    candidate.translation = pair.probability;
    candidate.margin = pair.margin;
  }
  std::vector<Candidate> candidates;
  for (const auto& [place, candidate] : by_place) candidates.push_back(candidate);
  const double share = translated_share(candidates);
  for (Candidate& pair : candidates) {
    pair.translation = scaled_odds(pair.translation, std::min(1.0, 2 * share));
    pair.tied = scaled_odds(pair.tied, std::min(1.0, 2 * (1 - share)));
    pair.confidence = 1 - (1 - pair.translation) * (1 - pair.tied);
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(-a.confidence, -a.margin, -a.tie.margin, a.tie.source, a.tie.target) <
           std::tuple(-b.confidence, -b.margin, -b.tie.margin, b.tie.source, b.tie.target);
  });
  return candidates;
}

// A link while it is put together.
struct Draft {
  std::vector<std::size_t> source;
  std::vector<std::size_t> target;
  Candidate first;
  Grade grade = Grade::related;
};

bool is_strong(Grade grade) { return grade == Grade::same || grade == Grade::mostly; }

bool touches(const std::vector<std::size_t>& group, std::size_t segment) {
  return segment + 1 == group.front() || segment == group.back() + 1;
}

// What a segment takes part in.
struct SegmentState {
  std::size_t links = 0;
  std::optional<std::size_t> strong;  // its draft of grade same or mostly
  bool is_translated = false;         // it stands in a translated part
  std::vector<std::size_t> accepted;  // links known to be right that it stands in
};

class Linker {
 public:
  Linker(std::size_t source_count, std::size_t target_count) : source_(source_count), target_(target_count) {}

  // Candidates come best first.
  void take(const Candidate& pair) {
    if (const std::optional<std::size_t> known = accepted_with(pair)) {
      std::optional<Candidate>& best = best_of_accepted_[*known];
      if (!best) best = pair;
    } else if (!grow(pair)) {
      add(pair);
    }
  }

  // A link that is known to be right. All of them come first.
  void take_accepted(const Bead& link) {
    for (const std::size_t segment : link.source) hold(source_.at(segment), best_of_accepted_.size());
    for (const std::size_t segment : link.target) hold(target_.at(segment), best_of_accepted_.size());
    best_of_accepted_.emplace_back();
  }

  /// By accepted link: the best pair of its segments that was found; none where none was.
  const std::vector<std::optional<Candidate>>& best_of_accepted() const { return best_of_accepted_; }

  // Whether a bead cuts a pair that is known otherwise.
  bool is_known(const Bead& bead) const {
    return std::any_of(bead.source.begin(), bead.source.end(), [&](std::size_t i) {
      return std::any_of(bead.target.begin(), bead.target.end(),
                         [&](std::size_t j) { return share_link(source_[i], target_[j]).has_value(); });
    });
  }

  // A bead of a translated part: its segments stand in no other strong link.
  void take_translated(const Bead& bead) {
    for (const std::size_t segment : bead.source) occupy(source_[segment]);
    for (const std::size_t segment : bead.target) occupy(target_[segment]);
  }

  const std::vector<Draft>& drafts() const { return drafts_; }

 private:
  // Joins the pair to a link that holds one of its segments and touches the other.
  bool grow(const Candidate& pair) {
    const auto grows = [&](const SegmentState& state, bool is_source) {
      if (!state.strong) return false;
      Draft& draft = drafts_[*state.strong];
      if (pair.tie.margin <= 0 || pair.tie.margin < growing_share * draft.first.tie.margin) return false;
      const std::vector<std::size_t>& held = is_source ? draft.source : draft.target;
      if (held.size() != 1) return false;
      return is_source ? join(draft.target, pair.tie.target, target_[pair.tie.target], *state.strong)
                       : join(draft.source, pair.tie.source, source_[pair.tie.source], *state.strong);
    };
    return grows(source_[pair.tie.source], true) || grows(target_[pair.tie.target], false);
  }

  static void hold(SegmentState& state, std::size_t link) {
    ++state.links;
    state.accepted.push_back(link);
  }

  // The first accepted link that both stand in.
  static std::optional<std::size_t> share_link(const SegmentState& source, const SegmentState& target) {
    for (const std::size_t link : source.accepted) {
      if (std::binary_search(target.accepted.begin(), target.accepted.end(), link)) return link;
    }
    return std::nullopt;
  }
  std::optional<std::size_t> accepted_with(const Candidate& pair) const {
    return share_link(source_[pair.tie.source], target_[pair.tie.target]);
  }

  static void occupy(SegmentState& state) {
    ++state.links;
    state.is_translated = true;
  }

  // Adds a segment to the group of one side, where it is free and a neighbour; tells whether it did.
  static bool join(std::vector<std::size_t>& group, std::size_t segment, SegmentState& state, std::size_t draft) {
    if (state.strong || state.is_translated || !state.accepted.empty() || !touches(group, segment) ||
        group.size() >= longest_side)
      return false;
    group.push_back(segment);
    std::sort(group.begin(), group.end());
    ++state.links;
    state.strong = draft;
    return true;
  }

  void add(const Candidate& pair) {
    SegmentState& source = source_[pair.tie.source];
    SegmentState& target = target_[pair.tie.target];
    if (source.is_translated && target.is_translated) return;  // what corresponds there is known
    if (source.links >= links_per_segment || target.links >= links_per_segment) return;
    Grade grade = grade_of(pair);
    if (is_strong(grade) && (source.links > 0 || target.links > 0)) grade = Grade::partly;
    ++source.links;
    ++target.links;
    if (is_strong(grade)) source.strong = target.strong = drafts_.size();
    drafts_.push_back({{pair.tie.source}, {pair.tie.target}, pair, grade});
  }

  std::vector<SegmentState> source_;
  std::vector<SegmentState> target_;
  std::vector<Draft> drafts_;
  std::vector<std::optional<Candidate>> best_of_accepted_;
};

// What holds a translation together are all its words, what holds others together are ties.
bool is_translation(const Draft& draft) { return draft.first.translation > draft.first.tied; }

Bead make_link(const Draft& draft) {
  Bead bead;
  bead.source = draft.source;
  bead.target = draft.target;
  bead.confidence = draft.first.confidence;
  bead.cost = std::max(0.0, -std::log(bead.confidence));
  bead.grade = draft.grade;
  return bead;
}

std::vector<score::Evidence> explain_ties(const Draft& draft, const score::LinkModel& ties) {
  std::vector<score::Evidence> all;
  for (const std::size_t i : draft.source) {
    for (const std::size_t j : draft.target) {
      const std::vector<score::Evidence> evidence = ties.explain(i, j);
      all.insert(all.end(), evidence.begin(), evidence.end());
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const score::Evidence& a, const score::Evidence& b) { return a.weight > b.weight; });
  return all;
}

std::vector<Bead> make_links(const std::vector<Draft>& drafts, const score::LinkModel& ties,
                             const score::PairModel& pairs) {
  std::vector<Bead> links;
  score::PairWeights translations;
  std::vector<std::size_t> places;  // of the translations among the links
  for (const Draft& draft : drafts) {
    links.push_back(make_link(draft));
    if (is_translation(draft)) {
      places.push_back(links.size() - 1);
      translations.push_back({draft.first.tie.source, draft.first.tie.target, 1});
    } else {
      links.back().evidence = explain_ties(draft, ties);
    }
  }
  const std::vector<std::vector<score::Evidence>> reasons = pairs.explain(translations);
  for (std::size_t k = 0; k < places.size(); ++k) links[places[k]].evidence = reasons[k];
  return links;
}

// The accepted links with the reasons and the grade that were found for them.
std::vector<Bead> make_accepted(const std::vector<Bead>& accepted, const std::vector<std::optional<Candidate>>& bests,
                                const score::LinkModel& ties, const score::PairModel& pairs) {
  std::vector<Bead> links;
  for (std::size_t k = 0; k < accepted.size(); ++k) {
    Draft draft{.source = accepted[k].source, .target = accepted[k].target};
    if (bests[k]) {
      draft.first = *bests[k];
      draft.grade = grade_of(draft.first);
    }
    Bead link = make_links({draft}, ties, pairs).front();
    link.confidence = 1;
    link.cost = 0;
    if (!bests[k]) link.grade.reset();
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace

Alignment link_comparable(const score::AnchoredBitext& bitext, const score::Knowledge& knowledge,
                          const LinkOptions& options) {
  score::LinkModel ties(bitext, knowledge, options.scope, options.inherited);
  Alignment alignment;
  alignment.mode = Mode::comparable;
  alignment.source_count = ties.source_count();
  alignment.target_count = ties.target_count();
  alignment.method = "links/2";
  if (alignment.source_count == 0 || alignment.target_count == 0) return alignment;

  score::PairModel pairs(ties.bitext(), options.threads);
  const Translations translations = find_translations(pairs, [&](double done) {
    if (options.progress && !options.progress(done)) throw Error("interrupted while linking; nothing was written");
  });
  Linker linker(alignment.source_count, alignment.target_count);
  for (const Bead& link : options.accepted) linker.take_accepted(link);
  std::vector<Bead> translated = options.translated;
  std::erase_if(translated, [&](const Bead& bead) { return linker.is_known(bead); });
  for (const Bead& bead : translated) linker.take_translated(bead);
  for (const Candidate& pair : find_candidates(ties.scored_pairs(), translations)) {
    if (pair.confidence < options.smallest_confidence || pair.confidence <= 0) break;
    linker.take(pair);
  }
  alignment.beads = make_links(linker.drafts(), ties, pairs);
  for (Bead& bead : translated) {
    if (bead.confidence < options.smallest_confidence) continue;
    bead.grade = bead.confidence >= least_same ? Grade::same : Grade::mostly;
    alignment.beads.push_back(std::move(bead));
  }
  std::stable_sort(alignment.beads.begin(), alignment.beads.end(),
                   [](const Bead& a, const Bead& b) { return a.confidence > b.confidence; });
  std::vector<Bead> accepted = make_accepted(options.accepted, linker.best_of_accepted(), ties, pairs);
  alignment.beads.insert(alignment.beads.begin(), std::make_move_iterator(accepted.begin()),
                         std::make_move_iterator(accepted.end()));
  return alignment;
}

}  // namespace aligner::align
