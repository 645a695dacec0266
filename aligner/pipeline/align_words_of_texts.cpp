#include "aligner/pipeline/align_words_of_texts.h"

#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "aligner/anchors/find_anchors.h"
#include "aligner/error.h"
#include "aligner/lexicon/lexicon_priors.h"
#include "aligner/lexicon/prior_table.h"
#include "aligner/pipeline/read_side.h"
#include "aligner/score/word_hints.h"

namespace aligner::pipeline {
namespace {

OutsideLexicons read_lexicons(const WordSettings& settings) {
  OutsideLexicons outside(settings.seed_lexicon);
  for (const std::filesystem::path& path : settings.lexicons) outside.read_lexicon(path);
  for (const std::filesystem::path& path : settings.dictionaries) outside.read_dictionary(path);
  return outside;
}

void check_lines(const align::AlignedSide& source, const align::AlignedSide& target) {
  const std::size_t source_lines = source.segmentation.size();
  const std::size_t target_lines = target.segmentation.size();
  if (source_lines == target_lines) return;
  throw Error(source.document.name() + " has " + std::to_string(source_lines) + " lines, " + target.document.name() +
              " has " + std::to_string(target_lines) +
              ": words are linked line by line, and line n must translate line n; align the texts first");
}

LexiconChoice choose_lexicons(const OutsideLexicons& outside, const align::AlignedSide& source,
                              const align::AlignedSide& target) {
  LexiconChoice choice = outside.choose(source.document.language(), target.document.language());
  for (std::size_t k = 0; k < choice.fits.size(); ++k) {
    if (choice.fits[k]) continue;
    outside.refuse(k,
                   "the texts are in " + source.document.language().str() + " and " + target.document.language().str());
  }
  return choice;
}

struct Priors {
  lexicon::PriorTable words;
  lexicon::PriorTable stems;
};

Priors find_priors(const lexicon::LanguageSide& source, const lexicon::LanguageSide& target,
                   const LexiconChoice& choice) {
  Priors priors{lexicon::find_word_priors(source.words, target.words),
                lexicon::find_word_priors(source.stems, target.stems)};
  for (const lexicon::Lexicon* lexicon : choice.lexicons) {
    lexicon::add_lexicon_priors(*lexicon, source, target, priors.words, priors.stems);
  }
  if (choice.seed != nullptr) {
    lexicon::add_lexicon_priors(*choice.seed, source, target, priors.words, priors.stems, lexicon::seed_word_trust);
  }
  priors.words.normalise();
  priors.stems.normalise();
  return priors;
}

lexicon::WordBitext pair_lines(const WordTexts& texts, const terms::TermList& terms) {
  const auto source_anchors = anchors::find_anchors(texts.source.document, texts.source.segmentation, terms);
  const auto target_anchors = anchors::find_anchors(texts.target.document, texts.target.segmentation, terms);
  const score::WordHints hints({texts.source.document, texts.source.segmentation, source_anchors},
                               {texts.target.document, texts.target.segmentation, target_anchors}, terms);
  lexicon::WordBitext bitext;
  for (std::size_t line = 0; line < texts.source_words.segments.size(); ++line) {
    const auto& source = texts.source_words.segments[line].tokens;
    const auto& target = texts.target_words.segments[line].tokens;
    const std::array segments = {line};
    bitext.add(source, target, hints.find({segments, source}, {segments, target}));
  }
  return bitext;
}

}  // namespace

WordTexts align_words_of_texts(const PairInput& pair, const WordSettings& settings) {
  const terms::TermList terms = read_terms_in_use(settings.bundled_terms, settings.term_lists);
  const OutsideLexicons outside = read_lexicons(settings);
  WordTexts texts;
  texts.source = read_side(pair.source, nullptr, InputForm::segment_per_line);
  texts.target = read_side(pair.target, nullptr, InputForm::segment_per_line);
  check_lines(texts.source, texts.target);
  const LexiconChoice choice = choose_lexicons(outside, texts.source, texts.target);
  const auto cut = settings.cut == WordCut::words ? &lexicon::tokenise : &lexicon::tokenise_at_white_space;
  lexicon::LanguageSide source_side;
  lexicon::LanguageSide target_side;
  texts.source_words = cut(texts.source.document, texts.source.segmentation, source_side);
  texts.target_words = cut(texts.target.document, texts.target.segmentation, target_side);
  if (settings.progress && !settings.progress(0)) throw Error("word alignment was stopped");
  const lexicon::WordBitext bitext = pair_lines(texts, terms);
  const Priors priors = find_priors(source_side, target_side, choice);
  texts.links = lexicon::align_words(bitext, source_side, target_side, {&priors.words, &priors.stems},
                                     {.threads = settings.threads,
                                      .smallest_probability = settings.smallest_probability,
                                      .progress = settings.progress})
                    .links;
  return texts;
}

}  // namespace aligner::pipeline
