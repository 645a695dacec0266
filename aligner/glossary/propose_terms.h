#pragma once
// Proposes pairs of terms out of aligned texts: names, words and compounds of one to six words in each language.
//
//   TermProposer proposer(bundled_terms(), {.min_count = 2});
//   for (AlignmentId id : ids) proposer.add(id, project.load(id));
//   for (const Proposal& proposal : proposer.propose()) show(proposal);   // the best first
//
// Any number of alignments in any number of pairs of languages; all beads between two languages are learnt from
// together, the links of comparable texts by their confidence. Which words translate which is learnt from the texts
// (word alignment), with the bundled lexicon of the two languages as a first guess where there is one. Terms are runs
// of words that stand out against a background, hold together and stand by themselves; names and the concepts of the
// term list are units. There is no tagger: function words, Snowball's stems and counts are all that is known of a
// language.
//
// After Koehn, Och and Marcu 2003 (phrase pairs that fit the links), Dunning 1993 (log-likelihood ratio), Frantzi and
// Ananiadou 1998 (nested terms).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "aligner/align/aligned_texts.h"
#include "aligner/glossary/proposal.h"
#include "aligner/terms/term_list.h"

namespace aligner::glossary {

enum class SeedWords { use, leave };

struct ProposeOptions {
  std::size_t min_count = 2;              // contexts of a proposal that is neither a known concept nor two like names
  std::size_t most_proposals = 1000;      // of each pair of languages
  double smallest_confidence = 0.4;       // beads and links below teach nothing
  SeedWords seed_words = SeedWords::use;  // the bundled lexicon of the two languages
  unsigned threads = 1;                   // the result does not depend on it
  /// Called now and then with the share that is done, 0 to 1; returning false ends the work with Error.
  std::function<bool(double)> progress;
};

class TermProposer {
 public:
  /// `terms`: the concepts that are known; must outlive the proposer.
  TermProposer(const terms::TermList& terms, ProposeOptions options);
  TermProposer(TermProposer&& other) noexcept;
  TermProposer& operator=(TermProposer&& other) noexcept;
  ~TermProposer();

  /// Takes an alignment. `alignment` names it in contexts. Texts are not kept, some 100 bytes a word are. Alignments
  /// within one language are passed over.
  void add(std::int64_t alignment, const align::AlignedTexts& texts);

  /// What all of them hold to be one term, by score, the best first; ties by language and wording. The same alignments
  /// in the same order give the same bits. Throws Error where progress ended the work.
  std::vector<Proposal> propose();

 private:
  struct Corpora;
  std::unique_ptr<Corpora> corpora_;
};

}  // namespace aligner::glossary
