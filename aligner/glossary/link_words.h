#pragma once
// Which words of a bead's two sides translate each other. Private to the room.
//
//   RowLinks links = link_words(corpus, {.seed = &lexicon});
//   for (const TokenLink& link : links[row]) ...

#include <cstdint>
#include <functional>
#include <vector>

#include "aligner/glossary/aligned_corpus.h"
#include "aligner/lexicon/saved_lexicon.h"

namespace aligner::glossary {

struct TokenLink {
  std::uint32_t source = 0;  // token positions of the corpus's sides
  std::uint32_t target = 0;
};

using RowLinks = std::vector<std::vector<TokenLink>>;  // by row; by source, then target

struct LinkWordsOptions {
  const lexicon::Lexicon* seed = nullptr;  // from the source's language to the target's; nullptr: none
  unsigned threads = 1;
  std::function<bool(double)> progress;  // share done; false ends the work with Error
};

/// Learns over all rows. Rows are taken for right with their weight; the same corpus gives the same links.
RowLinks link_words(AlignedCorpus& corpus, const LinkWordsOptions& options);

}  // namespace aligner::glossary
