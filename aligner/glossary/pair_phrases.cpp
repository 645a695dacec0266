#include "aligner/glossary/pair_phrases.h"

#include <algorithm>
#include <cmath>

#include "aligner/error.h"

namespace aligner::glossary {
namespace {

constexpr double related_enough = 0.6;  // AnchorMatch::score of two names that may be one
constexpr std::uint32_t most_unlinked = 2;
constexpr std::size_t largest_batch = std::size_t{1} << 22;  // pairs that wait to be added up

bool by_phrases(const PhrasePair& a, const PhrasePair& b) {
  return a.source != b.source ? a.source < b.source : a.target < b.target;
}

// Adds up pairs that are the same; keeps the order by phrases.
void add_up(std::vector<PhrasePair>& pairs) {
  std::stable_sort(pairs.begin(), pairs.end(), by_phrases);
  std::size_t kept = 0;
  for (const PhrasePair& pair : pairs) {
    if (kept > 0 && pairs[kept - 1].source == pair.source && pairs[kept - 1].target == pair.target) {
      pairs[kept - 1].joint += pair.joint;
      pairs[kept - 1].covered += pair.covered;
      pairs[kept - 1].mentions += pair.mentions;
      pairs[kept - 1].is_known |= pair.is_known;
    } else {
      pairs[kept++] = pair;
    }
  }
  pairs.resize(kept);
}

}  // namespace

void PhrasePairer::Reach::add(std::uint32_t at) {
  first = std::min(first, at);
  last = std::max(last, at);
}

void PhrasePairer::visit(std::size_t row, const std::function<void(const PairMention&)>& take) {
  const BeadRow& bead = corpus_.rows()[row];
  source_row_ = bead.source;
  target_row_ = bead.target;
  visit_units(row, take);
  read_links(row);
  const TokenRange mentions = corpus_.source_mentions(row);
  for (std::uint32_t i = mentions.begin; i < mentions.end; ++i) {
    const UnitMention& mention = corpus_.source().mentions[i];
    if (source_known_[i - mentions.begin]) continue;
    visit_at(bead, {mention.tokens, source_.phrase_of_unit(mention.unit)}, take);
  }
  for (std::uint32_t begin = bead.source.begin; begin < bead.source.end; ++begin) {
    const std::uint32_t furthest = std::min(bead.source.end, begin + longest_phrase);
    for (std::uint32_t end = begin + 1; end <= furthest; ++end) {
      const std::uint32_t phrase = source_.find({begin, end});
      if (phrase != no_phrase) visit_at(bead, {{begin, end}, phrase}, take);
    }
  }
}

void PhrasePairer::visit_units(std::size_t row, const std::function<void(const PairMention&)>& take) {
  struct Candidate {
    double score = 0;
    std::uint32_t source = 0;
    std::uint32_t target = 0;
  };
  const TokenRange sources = corpus_.source_mentions(row);
  target_mentions_ = corpus_.target_mentions(row);
  source_known_.assign(sources.size(), false);
  target_known_.assign(target_mentions_.size(), false);
  std::vector<Candidate> candidates;
  for (std::uint32_t i = sources.begin; i < sources.end; ++i) {
    for (std::uint32_t j = target_mentions_.begin; j < target_mentions_.end; ++j) {
      const double score = corpus_.relate(corpus_.source().mentions[i].unit, corpus_.target().mentions[j].unit);
      if (score >= related_enough) candidates.push_back({score, i, j});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  for (const Candidate& one : candidates) {
    if (source_known_[one.source - sources.begin] || target_known_[one.target - target_mentions_.begin]) continue;
    source_known_[one.source - sources.begin] = target_known_[one.target - target_mentions_.begin] = true;
    const UnitMention& source = corpus_.source().mentions[one.source];
    const UnitMention& target = corpus_.target().mentions[one.target];
    take({{source.tokens, source_.phrase_of_unit(source.unit)},
          {target.tokens, target_.phrase_of_unit(target.unit)},
          one.score,
          true});
  }
}

void PhrasePairer::read_links(std::size_t row) {
  target_of_.assign(source_row_.size(), {});
  source_of_.assign(target_row_.size(), {});
  for (const TokenLink& link : links_[row]) {
    if (!source_.is_content(link.source) || !target_.is_content(link.target)) continue;
    target_of_[link.source - source_row_.begin].add(link.target);
    source_of_[link.target - target_row_.begin].add(link.source);
  }
}

void PhrasePairer::visit_at(const BeadRow&, PhraseMention source, const std::function<void(const PairMention&)>& take) {
  // 1. Where the words of the source lead.
  Reach reach;
  for (std::uint32_t at = source.tokens.begin; at < source.tokens.end; ++at) {
    const Reach& one = target_of_[at - source_row_.begin];
    if (!one.has_link()) continue;
    reach.add(one.first);
    reach.add(one.last);
  }
  if (!reach.has_link() || reach.last - reach.first >= longest_phrase) return;
  // 2. Nothing there may lead elsewhere.
  for (std::uint32_t at = reach.first; at <= reach.last; ++at) {
    const Reach& back = source_of_[at - target_row_.begin];
    if (back.has_link() && (back.first < source.tokens.begin || back.last >= source.tokens.end)) return;
  }
  // 3. Neighbours without a link may belong to it.
  const auto is_free = [this](std::uint32_t at) {
    return target_.is_word(at) && !source_of_[at - target_row_.begin].has_link();
  };
  std::uint32_t lowest = reach.first;
  while (lowest > target_row_.begin && reach.first - lowest < most_unlinked && is_free(lowest - 1)) --lowest;
  std::uint32_t highest = reach.last + 1;
  while (highest < target_row_.end && highest - reach.last - 1 < most_unlinked && is_free(highest)) ++highest;
  for (std::uint32_t begin = lowest; begin <= reach.first; ++begin) {
    for (std::uint32_t end = reach.last + 1; end <= highest; ++end) offer({begin, end}, source, take);
  }
}

void PhrasePairer::offer(TokenRange window, const PhraseMention& source,
                         const std::function<void(const PairMention&)>& take) {
  for (const std::uint32_t phrase : phrases_at(window)) {
    take({source, {window, phrase}, covered(source.tokens, window)});
  }
}

std::vector<std::uint32_t> PhrasePairer::phrases_at(TokenRange target) const {
  std::vector<std::uint32_t> phrases;
  if (const std::uint32_t phrase = target_.find(target); phrase != no_phrase) phrases.push_back(phrase);
  for (std::uint32_t i = target_mentions_.begin; i < target_mentions_.end; ++i) {
    const UnitMention& mention = corpus_.target().mentions[i];
    if (mention.tokens == target && !target_known_[i - target_mentions_.begin]) {
      phrases.push_back(target_.phrase_of_unit(mention.unit));
    }
  }
  return phrases;
}

double PhrasePairer::covered(TokenRange source, TokenRange target) const {
  double words = 0;
  double linked = 0;
  for (std::uint32_t at = source.begin; at < source.end; ++at) {
    if (!source_.is_content(at)) continue;
    ++words;
    if (target_of_[at - source_row_.begin].has_link()) ++linked;
  }
  const double of_source = words > 0 ? linked / words : 0;
  words = linked = 0;
  for (std::uint32_t at = target.begin; at < target.end; ++at) {
    if (!target_.is_content(at)) continue;
    ++words;
    if (source_of_[at - target_row_.begin].has_link()) ++linked;
  }
  return std::sqrt(of_source * (words > 0 ? linked / words : 0));
}

std::vector<PhrasePair> count_pairs(PhrasePairer& pairer, const std::function<bool(double)>& progress) {
  std::vector<PhrasePair> pairs;
  std::vector<PhrasePair> of_row;
  std::size_t batch_end = largest_batch;
  for (std::size_t row = 0; row < pairer.row_count(); ++row) {
    const double share = static_cast<double>(row) / static_cast<double>(pairer.row_count());
    if (row % 1024 == 0 && progress && !progress(share))
      throw Error("interrupted while pairing terms; nothing was written");
    const auto weight = static_cast<float>(pairer.weight(row));
    pairer.visit(row, [&pairs, weight](const PairMention& pair) {
      pairs.push_back({pair.source.phrase, pair.target.phrase, weight, weight * static_cast<float>(pair.covered), 1,
                       pair.is_known});
    });
    if (pairs.size() < batch_end) continue;
    add_up(pairs);
    batch_end = pairs.size() + largest_batch;
  }
  add_up(pairs);
  return pairs;
}

}  // namespace aligner::glossary
