#include "aligner/glossary/link_words.h"

#include <algorithm>
#include <utility>

#include "aligner/lexicon/lexicon_priors.h"
#include "aligner/lexicon/prior_table.h"
#include "aligner/lexicon/translation_table.h"

namespace aligner::glossary {
namespace {

// A pair of words is linked where each is the other's best and they meet this many times as often as by chance.
constexpr double smallest_lift = 4;

std::vector<lexicon::TokenId> words_of(const CorpusSide& side, TokenRange range) {
  std::vector<lexicon::TokenId> words;
  for (std::uint32_t at = range.begin; at < range.end; ++at) words.push_back(side.tokens[at].word);
  return words;
}

lexicon::TranslationTable learn(AlignedCorpus& corpus, const LinkWordsOptions& options) {
  lexicon::PriorTable words =
      lexicon::find_word_priors(corpus.source().vocabulary.words, corpus.target().vocabulary.words);
  lexicon::PriorTable stems;
  if (options.seed != nullptr) {
    lexicon::add_lexicon_priors(*options.seed, corpus.source().vocabulary, corpus.target().vocabulary, words, stems,
                                lexicon::seed_trust);
  }
  words.normalise();
  lexicon::TrainingDocument document;
  for (const BeadRow& row : corpus.rows()) {
    const auto place = static_cast<std::uint32_t>(document.source.size());
    document.source.push_back(words_of(corpus.source(), row.source));
    document.target.push_back(words_of(corpus.target(), row.target));
    document.correspondences.push_back({place, place, row.weight});
  }
  return lexicon::train(std::span(&document, 1), words, corpus.source().vocabulary.words,
                        corpus.target().vocabulary.words);
}

std::vector<TokenLink> link_row(const AlignedCorpus& corpus, const BeadRow& row,
                                const lexicon::TranslationTable& table) {
  struct Candidate {
    double lift = 0;
    TokenLink link;
  };
  std::vector<Candidate> candidates;
  for (std::uint32_t i = row.source.begin; i < row.source.end; ++i) {
    const lexicon::TokenId word = corpus.source().tokens[i].word;
    const auto entries = table.row(word);
    for (std::uint32_t j = row.target.begin; j < row.target.end; ++j) {
      const lexicon::TokenId other = corpus.target().tokens[j].word;
      const auto entry = std::lower_bound(entries.begin(), entries.end(), other,
                                          [](const auto& e, lexicon::TokenId id) { return e.target < id; });
      if (entry == entries.end() || entry->target != other) continue;
      const double lift = table.lift(word, *entry, 0);
      if (lift >= smallest_lift) candidates.push_back({lift, {i, j}});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.lift > b.lift; });
  std::vector<bool> source_taken(row.source.size());
  std::vector<bool> target_taken(row.target.size());
  std::vector<TokenLink> links;
  for (const Candidate& one : candidates) {
    const std::uint32_t i = one.link.source - row.source.begin;
    const std::uint32_t j = one.link.target - row.target.begin;
    if (source_taken[i] && target_taken[j]) continue;
    if (source_taken[i] || target_taken[j]) continue;
    source_taken[i] = target_taken[j] = true;
    links.push_back(one.link);
  }
  std::sort(links.begin(), links.end(), [](const TokenLink& a, const TokenLink& b) { return a.source < b.source; });
  return links;
}

}  // namespace

RowLinks link_words(AlignedCorpus& corpus, const LinkWordsOptions& options) {
  const lexicon::TranslationTable table = learn(corpus, options);
  RowLinks links;
  for (const BeadRow& row : corpus.rows()) links.push_back(link_row(corpus, row, table));
  return links;
}

}  // namespace aligner::glossary
