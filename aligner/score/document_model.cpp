#include "aligner/score/document_model.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include "aligner/lexicon/lexicon_priors.h"
#include "aligner/score/anchor_weight.h"
#include "aligner/score/share_rows.h"

namespace aligner::score {
namespace {

using lexicon::TokenId;

constexpr double smallest_word = 0.1;         // geometric mean of both probabilities; below, words are not tied
constexpr double word_scale = 2;              // of that mean: from .5 on, a translation ties as well as an equal value
constexpr double anchor_strength = 1;         // beside words
constexpr std::size_t fewest_documents = 10;  // of a side, for words to be too common in it
constexpr double largest_share = 0.5;         // of the documents of a side; what more have, ties nothing
constexpr std::size_t most_places = 2000;
constexpr std::size_t rivals = 4;     // on each side
constexpr double usual_rival = 0.03;  // score of unrelated documents, where there are fewer
constexpr double least_score = 0.01;  // below, ratios of scores say nothing

// What a document has, or which documents have it.
struct Weighted {
  std::uint32_t of = 0;  // word or document
  double weight = 0;
};

struct Tie {
  TokenId target = 0;
  double strength = 0;
  const AnchorPair* anchors = nullptr;
};

// One side of the collection.
struct Side {
  std::vector<std::vector<Weighted>> words;   // by document, by word
  std::vector<std::vector<Weighted>> places;  // by word, by document
  std::vector<double> norms;                  // by document

  void weigh(const std::vector<bool>& is_tied);
};

// Counts what is no punctuation; plain numbers have anchors.
Side count_words(const PreparedText& text, const DocumentPlaces& places, std::size_t word_count) {
  Side side;
  side.words.resize(places.count);
  side.places.resize(word_count);
  for (std::size_t i = 0; i < text.tokens.segments.size(); ++i) {
    if (places.document_of[i] == DocumentPlaces::between) continue;
    for (const lexicon::Token& token : text.tokens.segments[i].tokens) {
      if (token.kind != lexicon::TokenClass::word && token.kind != lexicon::TokenClass::anchor) continue;
      side.words[places.document_of[i]].push_back({token.word, 1});
    }
  }
  for (std::uint32_t document = 0; document < places.count; ++document) {
    std::vector<Weighted>& words = side.words[document];
    std::sort(words.begin(), words.end(), [](const Weighted& a, const Weighted& b) { return a.of < b.of; });
    std::size_t kept = 0;
    for (const Weighted& word : words) {
      if (kept > 0 && words[kept - 1].of == word.of) {
        ++words[kept - 1].weight;
      } else {
        words[kept++] = word;
      }
    }
    words.resize(kept);
    for (const Weighted& word : words) side.places[word.of].push_back({document, 0});
  }
  return side;
}

// From counts to weights. What ties nothing weighs nothing, but it is there; what ties nearly everything is not.
void Side::weigh(const std::vector<bool>& is_tied) {
  const std::size_t all = words.size();
  const auto is_common = [&](std::size_t count) {
    const bool has_many =
        all >= fewest_documents && static_cast<double>(count) > largest_share * static_cast<double>(all);
    return has_many || count > most_places;
  };
  std::vector<std::size_t> next(places.size(), 0);
  for (std::vector<Weighted>& document : words) {
    double sum = 0;
    for (Weighted& word : document) {
      const std::size_t count = places[word.of].size();
      word.weight = is_common(count) ? 0 : (1 + std::log(word.weight)) * rarity(count, all);
      sum += word.weight * word.weight;
      if (!is_tied[word.of]) word.weight = 0;
      places[word.of][next[word.of]++].weight = word.weight;
    }
    norms.push_back(std::sqrt(sum));
  }
  for (std::vector<Weighted>& documents : places) {
    if (!documents.empty() && documents.front().weight == 0) documents.clear();
  }
}

// A run of segments.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Of each document.
std::vector<Run> runs_of(const DocumentPlaces& places) {
  std::vector<Run> runs(places.count);
  for (std::size_t i = 0; i < places.document_of.size(); ++i) {
    if (places.document_of[i] == DocumentPlaces::between) continue;
    Run& run = runs[places.document_of[i]];
    if (run.end == 0) run.begin = i;
    run.end = i + 1;
  }
  return runs;
}

// Where a word first stands in a document.
std::optional<text::Span> find_span(const PreparedText& text, const Run& run, TokenId word) {
  for (std::size_t i = run.begin; i < run.end; ++i) {
    for (const lexicon::Token& token : text.tokens.segments[i].tokens) {
      if (token.word == word) return token.span;
    }
  }
  return std::nullopt;
}

}  // namespace

struct DocumentModel::State {
  const PreparedBitext& bitext;
  std::vector<Run> source_runs;  // by document
  std::vector<Run> target_runs;
  Side source;
  Side target;
  std::vector<std::vector<Tie>> ties;  // by word of the source
  std::vector<DocumentScore> pairs;

  void make_ties(const lexicon::Lexicon* learnt);
  void add_words(const lexicon::PriorTable& words);
  void weigh();
  void score_pairs(unsigned threads);
  void find_margins();
};

void DocumentModel::State::add_words(const lexicon::PriorTable& words) {
  for (const lexicon::Prior& prior : words.priors()) {
    if (bitext.source_anchors.find(prior.source) != nullptr) continue;
    const double both = std::sqrt(prior.forward * prior.backward);
    if (both < smallest_word) continue;
    ties[prior.source].push_back({prior.target, std::min(1.0, word_scale * both), nullptr});
  }
}

void DocumentModel::State::make_ties(const lexicon::Lexicon* learnt) {
  ties.resize(bitext.source_side.words.size());
  for (const AnchorPair& pair : bitext.anchor_pairs) {
    const AnchorType& from = bitext.source_anchors.types()[pair.source];
    const double strength = anchor_strength * agreement(pair.match, from.example);
    if (strength <= 0) continue;
    ties[from.word].push_back({bitext.target_anchors.types()[pair.target].word, strength, &pair});
  }
  add_words(bitext.word_priors);
  add_words(bitext.known_words);
  if (learnt != nullptr) {
    lexicon::PriorTable words;
    lexicon::PriorTable stems;
    lexicon::add_lexicon_priors(*learnt, bitext.source_side, bitext.target_side, words, stems, {1, 0});
    words.normalise();
    add_words(words);
  }
  for (std::vector<Tie>& some : ties) {  // the strongest of those with one word
    std::sort(some.begin(), some.end(), [](const Tie& a, const Tie& b) {
      return std::tuple(a.target, -a.strength) < std::tuple(b.target, -b.strength);
    });
    some.erase(std::unique(some.begin(), some.end(), [](const Tie& a, const Tie& b) { return a.target == b.target; }),
               some.end());
  }
}

void DocumentModel::State::weigh() {
  std::vector<bool> is_source_tied(ties.size(), false);
  std::vector<bool> is_target_tied(bitext.target_side.words.size(), false);
  for (std::size_t word = 0; word < ties.size(); ++word) {
    for (const Tie& tie : ties[word]) {
      if (source.places[word].empty() || target.places[tie.target].empty()) continue;
      is_source_tied[word] = true;
      is_target_tied[tie.target] = true;
    }
  }
  source.weigh(is_source_tied);
  target.weigh(is_target_tied);
}

void DocumentModel::State::score_pairs(unsigned threads) {
  struct Scratch {
    std::vector<double> best;  // of one word, by document of the other side
    std::vector<double> sum;
    std::vector<std::uint32_t> of_word;
    std::vector<std::uint32_t> met;
  };
  std::vector<std::vector<DocumentScore>> found(source.words.size());
  const auto score = [&](Scratch& scratch, std::size_t document) {
    for (const Weighted& word : source.words[document]) {
      if (word.weight == 0) continue;
      for (const Tie& tie : ties[word.of]) {
        for (const Weighted& place : target.places[tie.target]) {
          const double weight = tie.strength * place.weight;
          if (scratch.best[place.of] == 0) scratch.of_word.push_back(place.of);
          scratch.best[place.of] = std::max(scratch.best[place.of], weight);
        }
      }
      for (const std::uint32_t other : scratch.of_word) {
        if (scratch.sum[other] == 0) scratch.met.push_back(other);
        scratch.sum[other] += word.weight * scratch.best[other];
        scratch.best[other] = 0;
      }
      scratch.of_word.clear();
    }
    std::vector<DocumentScore>& best = found[document];
    for (const std::uint32_t other : scratch.met) {
      const double norm = source.norms[document] * target.norms[other];
      best.push_back({static_cast<std::uint32_t>(document), other, std::min(1.0, scratch.sum[other] / norm), 0});
      scratch.sum[other] = 0;
    }
    scratch.met.clear();
    std::sort(best.begin(), best.end(), [](const DocumentScore& a, const DocumentScore& b) {
      return std::tuple(-a.score, a.target) < std::tuple(-b.score, b.target);
    });
    if (best.size() > most_document_candidates) best.resize(most_document_candidates);
  };
  share_rows(
      source.words.size(), threads,
      [&] {
        return Scratch{std::vector<double>(target.words.size()), std::vector<double>(target.words.size()), {}, {}};
      },
      score, 1);
  for (std::vector<DocumentScore>& best : found) {
    std::sort(best.begin(), best.end(),
              [](const DocumentScore& a, const DocumentScore& b) { return a.target < b.target; });
    pairs.insert(pairs.end(), best.begin(), best.end());
  }
}

void DocumentModel::State::find_margins() {
  std::vector<std::vector<double>> by_source(source.words.size());
  std::vector<std::vector<double>> by_target(target.words.size());
  for (const DocumentScore& pair : pairs) {
    by_source[pair.source].push_back(pair.score);
    by_target[pair.target].push_back(pair.score);
  }
  for (auto* side : {&by_source, &by_target}) {
    for (auto& scores : *side) std::sort(scores.rbegin(), scores.rend());
  }
  const auto rival_mean = [](const std::vector<double>& scores, double own) {
    double sum = 0;
    std::size_t taken = 0;
    bool is_own_met = false;
    for (const double score : scores) {
      if (!is_own_met && score == own) {
        is_own_met = true;
        continue;
      }
      if (taken == rivals) break;
      ++taken;
      sum += std::max(score, usual_rival);
    }
    return (sum + usual_rival * static_cast<double>(rivals - taken)) / static_cast<double>(rivals);
  };
  for (DocumentScore& pair : pairs) {
    const double mean =
        0.5 * (rival_mean(by_source[pair.source], pair.score) + rival_mean(by_target[pair.target], pair.score));
    pair.margin = std::log((pair.score + least_score) / (mean + least_score));
  }
}

DocumentModel::DocumentModel(const PreparedBitext& bitext, const DocumentPlaces& source, const DocumentPlaces& target,
                             const lexicon::Lexicon* learnt, unsigned threads)
    : state_(std::make_unique<State>(State{bitext,
                                           runs_of(source),
                                           runs_of(target),
                                           count_words(bitext.source[0], source, bitext.source_side.words.size()),
                                           count_words(bitext.target[0], target, bitext.target_side.words.size()),
                                           {},
                                           {}})) {
  state_->make_ties(learnt);
  state_->weigh();
  state_->score_pairs(threads);
  state_->find_margins();
}

DocumentModel::~DocumentModel() = default;
DocumentModel::DocumentModel(DocumentModel&&) noexcept = default;
DocumentModel& DocumentModel::operator=(DocumentModel&&) noexcept = default;

const std::vector<DocumentScore>& DocumentModel::pairs() const& { return state_->pairs; }

std::vector<Evidence> DocumentModel::explain(std::size_t source, std::size_t target, std::size_t most) const {
  const State& state = *state_;
  struct Found {
    TokenId source;
    const Tie* tie;
    double weight;
  };
  std::vector<Found> found;
  const std::vector<Weighted>& there = state.target.words[target];
  const double norm = state.source.norms[source] * state.target.norms[target];
  for (const Weighted& word : state.source.words[source]) {
    std::optional<Found> best;
    for (const Tie& tie : state.ties[word.of]) {
      const auto other = std::lower_bound(there.begin(), there.end(), tie.target,
                                          [](const Weighted& a, TokenId id) { return a.of < id; });
      if (other == there.end() || other->of != tie.target) continue;
      const double weight = tie.strength * word.weight * other->weight / norm;
      if (weight > 0 && (!best || weight > best->weight)) best = Found{word.of, &tie, weight};
    }
    if (best) found.push_back(*best);
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.weight > b.weight; });
  std::vector<Evidence> evidence;
  std::vector<TokenId> used;  // of the target: "ký" and "ký kết" may both be tied to "sign"
  for (const Found& one : found) {
    if (evidence.size() == most) break;
    if (std::find(used.begin(), used.end(), one.tie->target) != used.end()) continue;
    const auto from = find_span(state.bitext.source[0], state.source_runs[source], one.source);
    const auto to = find_span(state.bitext.target[0], state.target_runs[target], one.tie->target);
    if (!from || !to) continue;
    const bool is_covered = std::any_of(evidence.begin(), evidence.end(), [&](const Evidence& before) {
      return before.source.overlaps(*from) || before.target.overlaps(*to);
    });
    if (is_covered) continue;
    used.push_back(one.tie->target);
    Evidence item;
    item.source = *from;
    item.target = *to;
    item.weight = one.weight;
    if (one.tie->anchors != nullptr) {
      item.kind = evidence_kind(state.bitext.source_anchors.types()[one.tie->anchors->source].example);
      item.relation = anchors::to_string(one.tie->anchors->match.relation);
      item.reason = one.tie->anchors->match.reason;
    } else {
      item.kind = EvidenceKind::word;
      item.relation = "translation";
    }
    evidence.push_back(std::move(item));
  }
  return evidence;
}

}  // namespace aligner::score
