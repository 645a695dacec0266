#include "aligner/glossary/choose_pairs.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>

#include "aligner/glossary/association.h"

namespace aligner::glossary {
namespace {

// What few mentions cannot prove: two of two count for .4, twenty of twenty for .9.
constexpr double doubted_mentions = 0.7;
constexpr double unseen_mentions = 1.3;
// A second counterpart: share of the phrase's mentions, and mentions.
constexpr double competing_share = 0.15;
constexpr std::uint32_t competing_mentions = 3;
constexpr double smallest_score = 0.1;

double exclusiveness(double joint, double count) {
  return std::max(0.0, joint - doubted_mentions) / (std::max(count, joint) + unseen_mentions);
}

// How much a phrase is a term, 0 to 1.
double term_quality(const Phrase& phrase) {
  return std::pow(phrase.unithood, 0.3) * std::pow(phrase.alone, 0.3) * (0.3 + 0.7 * phrase.termhood);
}

double score_of(const PhrasePair& pair, const Phrase& source, const Phrase& target) {
  const double both = std::sqrt(exclusiveness(pair.joint, source.count) * exclusiveness(pair.joint, target.count));
  const double covered = std::sqrt(pair.covered / pair.joint);
  return both * covered * std::sqrt(term_quality(source) * term_quality(target));
}

// What is written alike in both languages needs no glossary; names among it may still be looked for.
constexpr double written_alike = 0.4;

bool are_written_alike(const PhrasePair& pair, const PhraseTable& source, const PhraseTable& target) {
  const std::string example = source.example_of(pair.source);
  return !example.empty() && example == target.example_of(pair.target);
}

// "lệnh debuild", "debuild command": a word that both have alike makes the rest a term's frame rather than a term.
constexpr double shares_a_word = 0.75;

bool share_a_word(const PhrasePair& pair, const PhraseTable& source, const PhraseTable& target) {
  const std::string other = " " + target.example_of(pair.target) + " ";
  const std::string words = source.example_of(pair.source);
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (other.find(" " + words.substr(begin, end - begin) + " ") != std::string::npos) return true;
    begin = end + 1;
  }
  return false;
}

// A part of a compound ("quốc" of "quốc gia", country) meets the same counterpart as the whole: where the whole has so
// much of what the part has, the part is no term of its own there.
constexpr double whole_has = 0.5;
constexpr double firm_whole = 0.3;  // unithood
constexpr double part_of_whole = 0.3;

// For each of `pairs`, sorted by the phrase that they share: what its score is to be multiplied with.
template <typename Shared, typename Other>
void weigh_parts(const std::vector<PhrasePair>& pairs, std::vector<std::size_t> order, Shared shared, Other other,
                 const PhraseTable& others, std::vector<double>& factors) {
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return shared(pairs[a]) < shared(pairs[b]); });
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    while (end < order.size() && shared(pairs[order[end]]) == shared(pairs[order[begin]])) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      const PhrasePair& part = pairs[order[i]];
      for (std::size_t k = begin; k < end; ++k) {
        const PhrasePair& whole = pairs[order[k]];
        const bool is_longer = others[other(whole)].words > others[other(part)].words;
        if (!is_longer || whole.joint < whole_has * part.joint || others[other(whole)].unithood < firm_whole) continue;
        if (others.overlap(other(part), other(whole))) factors[order[i]] = part_of_whole;
      }
    }
    begin = end;
  }
}

std::vector<double> weigh_wholes(const std::vector<PhrasePair>& pairs, const PhraseTable& source,
                                 const PhraseTable& target, std::size_t min_count) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const bool has_unit = source.is_unit(pairs[i].source) || target.is_unit(pairs[i].target);
    if (pairs[i].mentions >= min_count && !has_unit) order.push_back(i);
  }
  std::vector<double> factors(pairs.size(), 1.0);
  const auto of_source = [](const PhrasePair& pair) { return pair.source; };
  const auto of_target = [](const PhrasePair& pair) { return pair.target; };
  weigh_parts(pairs, order, of_source, of_target, target, factors);
  weigh_parts(pairs, order, of_target, of_source, source, factors);
  return factors;
}

// The best counterpart that each phrase of a side has so far.
using Counterparts = std::unordered_map<std::uint32_t, std::uint32_t>;

std::optional<std::uint32_t> counterpart(const Counterparts& taken, std::uint32_t phrase) {
  const auto found = taken.find(phrase);
  return found == taken.end() ? std::nullopt : std::optional(found->second);
}

class Chooser {
 public:
  Chooser(const PhraseTable& source, const PhraseTable& target) : source_(source), target_(target) {}

  bool take(const PhrasePair& pair) {
    const auto of_source = counterpart(target_of_, pair.source);
    const auto of_target = counterpart(source_of_, pair.target);
    if (of_source && of_target) return false;
    if (of_source && !competes(pair, source_[pair.source], target_, *of_source, pair.target)) return false;
    if (of_target && !competes(pair, target_[pair.target], source_, *of_target, pair.source)) return false;
    if (!of_source) target_of_[pair.source] = pair.target;
    if (!of_target) source_of_[pair.target] = pair.source;
    return true;
  }

 private:
  static bool competes(const PhrasePair& pair, const Phrase& shared, const PhraseTable& others, std::uint32_t first,
                       std::uint32_t second) {
    return pair.mentions >= competing_mentions && pair.joint >= competing_share * shared.count &&
           !others.overlap(first, second);
  }

  const PhraseTable& source_;
  const PhraseTable& target_;
  Counterparts target_of_;
  Counterparts source_of_;
};

}  // namespace

std::vector<ChosenPair> choose_pairs(const std::vector<PhrasePair>& pairs, const PhraseTable& source,
                                     const PhraseTable& target, double row_weight, const ChooseOptions& options) {
  const std::vector<double> wholeness = weigh_wholes(pairs, source, target, options.min_count);
  std::vector<ChosenPair> scored;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const PhrasePair& pair = pairs[i];
    if (pair.mentions < options.min_count && !pair.is_known) continue;
    double score = wholeness[i] * score_of(pair, source[pair.source], target[pair.target]);
    if (share_a_word(pair, source, target)) score *= shares_a_word;
    if (are_written_alike(pair, source, target)) {
      if (!pair.is_known) continue;
      score *= written_alike;
    }
    if (score < smallest_score && !pair.is_known) continue;
    scored.push_back({.pair = pair, .score = score});
  }
  std::stable_sort(scored.begin(), scored.end(),
                   [](const ChosenPair& a, const ChosenPair& b) { return a.score > b.score; });
  std::vector<ChosenPair> chosen;
  Chooser chooser(source, target);
  for (ChosenPair& one : scored) {
    if (chosen.size() == options.most) break;
    if (!chooser.take(one.pair)) continue;
    one.association = log_likelihood_ratio({.joint = one.pair.joint,
                                            .first = source[one.pair.source].count,
                                            .second = target[one.pair.target].count,
                                            .total = row_weight});
    chosen.push_back(one);
  }
  return chosen;
}

}  // namespace aligner::glossary
