#include "aligner/score/prepared_bitext.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "aligner/lexicon/lexicon_priors.h"
#include "aligner/lexicon/prior_table.h"
#include "aligner/score/share_rows.h"

namespace aligner::score {
namespace {

constexpr std::size_t largest_at_a_time = 1'000'000;  // tokens of both sides; their tables take some 400 MiB

bool is_left_out(const anchors::Anchor& anchor, const Ingredients& left_out) {
  if (left_out.contains(Ingredient::anchors)) return true;
  switch (anchor.kind()) {
    case anchors::AnchorKind::date:
      return left_out.contains(Ingredient::date_anchors);
    case anchors::AnchorKind::number:
      return left_out.contains(Ingredient::number_anchors);
    case anchors::AnchorKind::name:
      return left_out.contains(Ingredient::name_anchors);
    case anchors::AnchorKind::term:
      return left_out.contains(Ingredient::term_anchors) || left_out.contains(Ingredient::term_list);
  }
  return false;
}

void add_anchors(const AnchoredText& text, const Ingredients& left_out, AnchorTokens& anchors, PreparedText& prepared,
                 lexicon::LanguageSide& side) {
  if (left_out.empty()) return anchors.add(text.anchors, prepared.tokens, side);
  std::vector<anchors::Anchor> kept(text.anchors.begin(), text.anchors.end());
  std::erase_if(kept, [&](const anchors::Anchor& anchor) { return is_left_out(anchor, left_out); });
  anchors.add(kept, prepared.tokens, side);
}

PreparedText prepare(const AnchoredText& text, const Ingredients& left_out, AnchorTokens& anchors,
                     lexicon::LanguageSide& side) {
  PreparedText prepared;
  prepared.tokens = lexicon::tokenise(text.document, text.segmentation, side);
  prepared.boundaries = classify_boundaries(text.document, text.segmentation);
  add_anchors(text, left_out, anchors, prepared, side);
  measure_groups(prepared);
  return prepared;
}

lexicon::Likeness likeness_without(const Ingredients& left_out) {
  return {.numbers = !left_out.contains(Ingredient::same_numbers),
          .words = !left_out.contains(Ingredient::same_words),
          .punctuation = !left_out.contains(Ingredient::same_punctuation),
          .cognates = !left_out.contains(Ingredient::cognates)};
}

std::vector<std::vector<lexicon::TokenId>> token_rows(const PreparedText& text,
                                                      lexicon::TokenId lexicon::Token::*level) {
  std::vector<std::vector<lexicon::TokenId>> rows;
  rows.reserve(text.tokens.segments.size());
  for (const lexicon::TokenisedSegment& segment : text.tokens.segments) {
    std::vector<lexicon::TokenId> row;
    row.reserve(segment.tokens.size());
    for (const lexicon::Token& token : segment.tokens) row.push_back(token.*level);
    rows.push_back(std::move(row));
  }
  return rows;
}

lexicon::TranslationTable learn_level(const PreparedBitext& bitext, std::span<const PairWeights> weights,
                                      const Earlier& earlier, lexicon::TokenId lexicon::Token::*level) {
  const bool is_word = level == &lexicon::Token::word;
  std::vector<lexicon::TrainingDocument> documents;
  for (std::size_t d = 0; d < weights.size(); ++d) {
    documents.push_back({token_rows(bitext.source[d], level), token_rows(bitext.target[d], level), weights[d],
                         earlier.lexicon != nullptr ? earlier.fresh[d] : PairWeights{}});
  }
  const lexicon::PriorTable& priors = is_word ? bitext.word_priors : bitext.stem_priors;
  const lexicon::Vocabulary& source = is_word ? bitext.source_side.words : bitext.source_side.stems;
  const lexicon::Vocabulary& target = is_word ? bitext.target_side.words : bitext.target_side.stems;
  if (earlier.lexicon == nullptr) return lexicon::train(documents, priors, source, target);
  return lexicon::train_again(is_word ? earlier.lexicon->words : earlier.lexicon->stems, documents, priors, source,
                              target);
}

}  // namespace

PreparedBitext::PreparedBitext(std::span<const AnchoredBitext> documents, const Knowledge& knowledge,
                               const Ingredients& left_out) {
  source_side.has_stems = target_side.has_stems = !left_out.contains(Ingredient::stems);
  for (const AnchoredBitext& document : documents) {
    source.push_back(prepare(document.source, left_out, source_anchors, source_side));
    target.push_back(prepare(document.target, left_out, target_anchors, target_side));
    source.back().document = target.back().document = source.size() - 1;
    if (document.source.vectors == nullptr || document.target.vectors == nullptr) continue;
    distances.push_back(std::make_unique<const VectorDistances>(*document.source.vectors, *document.target.vectors));
    source.back().distances = distances.back().get();
  }
  const lexicon::Likeness likeness = likeness_without(left_out);
  word_priors = lexicon::find_word_priors(source_side.words, target_side.words, likeness);
  stem_priors = lexicon::find_word_priors(source_side.stems, target_side.stems, likeness);
  const terms::TermList none;
  const bool has_terms = knowledge.terms != nullptr && !left_out.contains(Ingredient::term_list);
  anchor_pairs = match_anchor_types(source_anchors, target_anchors, has_terms ? *knowledge.terms : none);
  if (left_out.contains(Ingredient::anchor_conflicts)) {
    std::erase_if(anchor_pairs,
                  [](const AnchorPair& pair) { return pair.match.relation == anchors::AnchorRelation::conflict; });
  }
  add_anchor_priors(source_anchors, target_anchors, anchor_pairs, word_priors, stem_priors);
  lexicon::PriorTable known_stems;  // not asked for
  const auto add_known = [&](const lexicon::Lexicon& lexicon) {
    lexicon::add_lexicon_priors(lexicon, source_side, target_side, known_words, known_stems, {.words = 1, .stems = 0});
  };
  for (const lexicon::Lexicon* lexicon : knowledge.lexicons) {
    lexicon::add_lexicon_priors(*lexicon, source_side, target_side, word_priors, stem_priors);
    add_known(*lexicon);
  }
  if (knowledge.seed != nullptr) {
    lexicon::add_lexicon_priors(*knowledge.seed, source_side, target_side, word_priors, stem_priors,
                                lexicon::seed_trust);
    add_known(*knowledge.seed);
  }
  if (!documents.empty()) {
    source_language = documents[0].source.document.language();
    target_language = documents[0].target.document.language();
  }
  known_words.normalise();
  word_priors.normalise();
  stem_priors.normalise();
}

LexicalModel PreparedBitext::learn(std::span<const PairWeights> weights, unsigned threads,
                                   const Earlier& earlier) const {
  LexicalModel model;
  const auto learn_one = [&](std::size_t level) {
    if (level == 0) model.words = learn_words(weights, earlier);
    if (level == 1) model.stems = learn_stems(weights, earlier);
  };
  constexpr std::size_t levels = 2;
  const bool is_long = source_side.words.total() + target_side.words.total() > largest_at_a_time;
  share_rows(
      levels, is_long ? 1 : threads, [] { return 0; }, [&](int, std::size_t level) { learn_one(level); }, 1);
  return model;
}

lexicon::TranslationTable PreparedBitext::learn_stems(std::span<const PairWeights> weights,
                                                      const Earlier& earlier) const {
  return learn_level(*this, weights, earlier, &lexicon::Token::stem);
}

lexicon::TranslationTable PreparedBitext::learn_words(std::span<const PairWeights> weights,
                                                      const Earlier& earlier) const {
  return learn_level(*this, weights, earlier, &lexicon::Token::word);
}

lexicon::Lexicon PreparedBitext::extract(const lexicon::TranslationTable& words, std::string note) const {
  return lexicon::extract_lexicon(words, source_side.words, target_side.words, source_language, target_language,
                                  std::move(note));
}

std::vector<RareMatch> PreparedBitext::rare_matches(std::size_t document) const {
  const RareMatches matches(*this, document);
  return matches.in(matches.whole());
}

}  // namespace aligner::score
