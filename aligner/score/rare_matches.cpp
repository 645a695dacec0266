#include "aligner/score/rare_matches.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include "aligner/score/prepared_bitext.h"

namespace aligner::score {
namespace {

constexpr std::size_t rare_count = 4;        // occurrences on each side that still tie segments together
constexpr double smallest_rare_prior = 0.3;  // looser cognates mislead more than they guide

std::span<const std::uint32_t> inside(std::span<const std::uint32_t> places, SegmentBlock::Range range) {
  const auto begin = std::lower_bound(places.begin(), places.end(), range.begin);
  return {begin, std::lower_bound(begin, places.end(), range.end)};
}

}  // namespace

RareMatches::Places::Places(const PreparedText& text, std::size_t word_count) : begin(word_count + 1, 0) {
  const auto for_each_place = [&](const auto& visit) {
    for (std::uint32_t i = 0; i < text.tokens.segments.size(); ++i) {
      for (const lexicon::Token& token : text.tokens.segments[i].tokens) {
        if (token.kind != lexicon::TokenClass::punctuation) visit(token.word, i);
      }
    }
  };
  for_each_place([&](lexicon::TokenId word, std::uint32_t) { ++begin[word + 1]; });
  for (std::size_t word = 0; word < word_count; ++word) begin[word + 1] += begin[word];
  segments.resize(begin.back());
  std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
  for_each_place([&](lexicon::TokenId word, std::uint32_t i) { segments[next[word]++] = i; });
}

RareMatches::RareMatches(const PreparedBitext& bitext, std::size_t document)
    : source_count_(bitext.source[document].tokens.segments.size()),
      target_count_(bitext.target[document].tokens.segments.size()),
      source_text_(bitext.source[document]),
      source_(bitext.source[document], bitext.source_side.words.size()),
      target_(bitext.target[document], bitext.target_side.words.size()),
      partner_begin_(bitext.source_side.words.size() + 1, 0) {
  for (const lexicon::Prior& prior : bitext.word_priors.priors()) {
    if (prior.forward < smallest_rare_prior) continue;
    ++partner_begin_[prior.source + 1];
    partners_.push_back({prior.target, prior.forward});  // priors come by source
  }
  for (std::size_t word = 0; word + 1 < partner_begin_.size(); ++word) {
    partner_begin_[word + 1] += partner_begin_[word];
  }
}

SegmentBlock RareMatches::whole() const {
  return {{0, static_cast<std::uint32_t>(source_count_)}, {0, static_cast<std::uint32_t>(target_count_)}};
}

std::vector<RareMatch> RareMatches::in(const SegmentBlock& block) const {
  const auto places_of = [](const Places& side, lexicon::TokenId word) {
    return std::span(side.segments).subspan(side.begin[word], side.begin[word + 1] - side.begin[word]);
  };
  struct Weighted {
    std::uint64_t place;  // source, then target
    lexicon::TokenId source;
    lexicon::TokenId target;
    double weight;
  };
  std::vector<Weighted> found;
  std::vector<lexicon::TokenId> done;  // of the segment at hand
  for (std::uint32_t i = block.source.begin; i < block.source.end; ++i) {
    done.clear();
    for (const lexicon::Token& token : source_text_.tokens.segments[i].tokens) {
      if (partner_begin_[token.word] == partner_begin_[token.word + 1]) continue;
      const auto from = inside(places_of(source_, token.word), block.source);
      const bool is_first = !from.empty() && from.front() == i;  // punctuation has no place
      if (!is_first || from.size() > rare_count) continue;
      if (std::find(done.begin(), done.end(), token.word) != done.end()) continue;
      done.push_back(token.word);
      for (std::size_t k = partner_begin_[token.word]; k < partner_begin_[token.word + 1]; ++k) {
        const auto to = inside(places_of(target_, partners_[k].target), block.target);
        if (to.empty() || to.size() > rare_count) continue;
        const double weight = partners_[k].prior / static_cast<double>(from.size() * to.size());
        for (const std::uint32_t s : from) {
          for (const std::uint32_t t : to) {
            found.push_back({std::uint64_t{s} << 32 | t, token.word, partners_[k].target, weight});
          }
        }
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const Weighted& a, const Weighted& b) {
    return std::tuple(a.place, a.source, a.target) < std::tuple(b.place, b.source, b.target);
  });
  std::vector<RareMatch> matches;
  double sum = 0;
  for (std::size_t k = 0; k < found.size(); ++k) {
    sum += found[k].weight;
    if (k + 1 < found.size() && found[k + 1].place == found[k].place) continue;
    matches.push_back({static_cast<std::uint32_t>(found[k].place >> 32), static_cast<std::uint32_t>(found[k].place),
                       static_cast<float>(sum)});
    sum = 0;
  }
  return matches;
}

}  // namespace aligner::score
