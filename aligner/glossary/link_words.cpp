#include "aligner/glossary/link_words.h"

#include <utility>
#include <vector>

#include "aligner/lexicon/lexicon_priors.h"
#include "aligner/lexicon/prior_table.h"
#include "aligner/lexicon/word_aligner.h"

namespace aligner::glossary {
namespace {

// Units that are one are taken to translate each other where they are as sure as two spellings of a name.
constexpr double sure_enough = 0.8;

std::vector<lexicon::Token> tokens_of(const CorpusSide& side, TokenRange range) {
  std::vector<lexicon::Token> tokens;
  for (const TermToken& token : side.at(range)) tokens.push_back({token.word, token.stem, token.kind, {}});
  return tokens;
}

// Names and listed concepts of a row that meet only one like them there.
std::vector<lexicon::WordHint> hints_of(AlignedCorpus& corpus, std::size_t row) {
  std::vector<lexicon::WordHint> hints;
  const BeadRow& bead = corpus.rows()[row];
  const TokenRange sources = corpus.source_mentions(row);
  const TokenRange targets = corpus.target_mentions(row);
  for (std::uint32_t i = sources.begin; i < sources.end; ++i) {
    const UnitMention& source = corpus.source().mentions[i];
    std::size_t related = 0;
    lexicon::WordHint hint;
    for (std::uint32_t j = targets.begin; j < targets.end; ++j) {
      const UnitMention& target = corpus.target().mentions[j];
      const double score = corpus.relate(source.unit, target.unit);
      if (score < sure_enough) continue;
      ++related;
      hint = {source.tokens.begin - bead.source.begin, source.tokens.end - bead.source.begin,
              target.tokens.begin - bead.target.begin, target.tokens.end - bead.target.begin,
              static_cast<float>(score)};
    }
    if (related == 1) hints.push_back(hint);
  }
  return hints;
}

}  // namespace

RowLinks link_words(AlignedCorpus& corpus, const LinkWordsOptions& options) {
  const lexicon::LanguageSide& source = corpus.source().vocabulary;
  const lexicon::LanguageSide& target = corpus.target().vocabulary;
  lexicon::PriorTable words = lexicon::find_word_priors(source.words, target.words);
  lexicon::PriorTable stems = lexicon::find_word_priors(source.stems, target.stems);
  if (options.seed != nullptr) {
    lexicon::add_lexicon_priors(*options.seed, source, target, words, stems, lexicon::seed_word_trust);
  }
  words.normalise();
  stems.normalise();
  lexicon::WordBitext bitext;
  for (std::size_t row = 0; row < corpus.rows().size(); ++row) {
    const BeadRow& bead = corpus.rows()[row];
    bitext.add(tokens_of(corpus.source(), bead.source), tokens_of(corpus.target(), bead.target), hints_of(corpus, row));
  }
  const lexicon::WordAlignment aligned =
      lexicon::align_words(bitext, source, target, {.words = &words, .stems = &stems},
                           {.threads = options.threads, .progress = options.progress});
  RowLinks links(corpus.rows().size());
  for (std::size_t row = 0; row < links.size(); ++row) {
    const BeadRow& bead = corpus.rows()[row];
    for (const lexicon::WordLink& link : aligned.links[row]) {
      links[row].push_back({bead.source.begin + link.source, bead.target.begin + link.target});
    }
  }
  return links;
}

}  // namespace aligner::glossary
