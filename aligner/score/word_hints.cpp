#include "aligner/score/word_hints.h"

#include <algorithm>
#include <cstdint>

#include "aligner/score/anchor_tokens.h"
#include "aligner/score/anchor_weight.h"

namespace aligner::score {
namespace {

// "1860" lies in "after 1858", but that is no translation.
constexpr double smallest_prior = 0.5;

// The anchors of a text as tokens of rows that hold nothing else.
struct AnchorRows {
  lexicon::LanguageSide side;
  lexicon::TokenisedText rows;
  AnchorTokens anchors;

  explicit AnchorRows(const AnchoredText& text) {
    rows.segments.resize(text.segmentation.size());
    anchors.add(text.anchors, rows, side);
  }

  std::size_t type_of(const lexicon::Token& token) const {
    return static_cast<std::size_t>(anchors.find(token.word) - anchors.types().data());
  }
};

// The tokens that a stretch of the document touches, half open.
std::pair<std::uint32_t, std::uint32_t> tokens_in(text::Span span, std::span<const lexicon::Token> tokens) {
  const auto begin = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const lexicon::Token& token) { return token.span.end <= span.begin; });
  const auto end = std::partition_point(begin, tokens.end(),
                                        [&](const lexicon::Token& token) { return token.span.begin < span.end; });
  return {static_cast<std::uint32_t>(begin - tokens.begin()), static_cast<std::uint32_t>(end - tokens.begin())};
}

}  // namespace

WordHints::WordHints(const AnchoredText& source, const AnchoredText& target, const terms::TermList& terms) {
  const AnchorRows from(source);
  const AnchorRows to(target);
  const auto occurrences_of = [](const AnchorRows& anchors) {
    BySegment by_segment(anchors.rows.segments.size());
    for (std::size_t s = 0; s < by_segment.size(); ++s) {
      for (const lexicon::Token& token : anchors.rows.segments[s].tokens) {
        by_segment[s].push_back({token.span, anchors.type_of(token)});
      }
    }
    return by_segment;
  };
  source_ = occurrences_of(from);
  target_ = occurrences_of(to);
  for (const AnchorPair& pair : match_anchor_types(from.anchors, to.anchors, terms)) {
    const double prior = anchor_prior(pair.match);
    if (prior >= smallest_prior) strength_[{pair.source, pair.target}] = static_cast<float>(prior);
  }
}

std::vector<lexicon::WordHint> WordHints::find(const Passage& source, const Passage& target) const {
  std::vector<lexicon::WordHint> hints;
  for (const std::size_t s : source.segments) {
    for (const Occurrence& from : source_[s]) {
      for (const std::size_t t : target.segments) {
        for (const Occurrence& to : target_[t]) {
          const auto found = strength_.find({from.type, to.type});
          if (found == strength_.end()) continue;
          const auto [source_begin, source_end] = tokens_in(from.span, source.tokens);
          const auto [target_begin, target_end] = tokens_in(to.span, target.tokens);
          if (source_begin == source_end || target_begin == target_end) continue;
          hints.push_back({source_begin, source_end, target_begin, target_end, found->second});
        }
      }
    }
  }
  return hints;
}

}  // namespace aligner::score
