#pragma once
// Which phrases of a bead's two sides stand for each other. Private to the room.
//
//   PhrasePairer pairer(corpus, links, source_phrases, target_phrases);
//   pairer.visit(row, [&](const PairMention& pair) { ... });
//   std::vector<PhrasePair> pairs = count_pairs(pairer, row_count, {});
//
// Units pair by what is known of them: the same concept, two spellings of a name. Phrases pair by links of words, as in
// phrase-based translation (Koehn, Och, Marcu 2003): no word of the one is linked to a word outside the other. Links of
// function words do not count, and a phrase may reach over up to two neighbours that have no link, so that one linked
// syllable is enough for a compound.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "aligner/glossary/aligned_corpus.h"
#include "aligner/glossary/link_words.h"
#include "aligner/glossary/phrase_table.h"

namespace aligner::glossary {

struct PairMention {
  PhraseMention source;
  PhraseMention target;
  double covered = 0;     // 0 to 1: share of the content words of both that are linked to each other
  bool is_known = false;  // two units that are one by what is known of them
};

/// Two phrases with what was counted of them over all rows.
struct PhrasePair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float joint = 0;    // rows' weights
  float covered = 0;  // likewise, times PairMention::covered
  std::uint32_t mentions = 0;
  bool is_known = false;  // of any mention

  friend bool operator==(const PhrasePair&, const PhrasePair&) = default;
};

class PhrasePairer {
 public:
  /// All must outlive the pairer.
  PhrasePairer(AlignedCorpus& corpus, const RowLinks& links, const PhraseTable& source, const PhraseTable& target)
      : corpus_(corpus), links_(links), source_(source), target_(target) {}

  /// Calls take for each pair of the row, in an order that depends on the row alone.
  void visit(std::size_t row, const std::function<void(const PairMention&)>& take);

  std::size_t row_count() const { return corpus_.rows().size(); }
  double weight(std::size_t row) const { return corpus_.rows()[row].weight; }

 private:
  // Source positions reach from first to last, inclusive; first > last: no link.
  struct Reach {
    std::uint32_t first = 0xFFFFFFFF;
    std::uint32_t last = 0;
    bool has_link() const { return first <= last; }
    void add(std::uint32_t at);
  };

  void visit_units(std::size_t row, const std::function<void(const PairMention&)>& take);
  void read_links(std::size_t row);
  void visit_at(const BeadRow& row, PhraseMention source, const std::function<void(const PairMention&)>& take);
  void offer(TokenRange window, const PhraseMention& source, const std::function<void(const PairMention&)>& take);
  std::vector<std::uint32_t> phrases_at(TokenRange target) const;
  double covered(TokenRange source, TokenRange target) const;

  AlignedCorpus& corpus_;
  const RowLinks& links_;
  const PhraseTable& source_;
  const PhraseTable& target_;
  // Of the row that is visited, by position inside it.
  std::vector<Reach> target_of_;  // where the links of a source token lead
  std::vector<Reach> source_of_;
  TokenRange source_row_;
  TokenRange target_row_;
  TokenRange target_mentions_;
  std::vector<bool> source_known_;  // mentions of units that are paired already, by position in the row's mentions
  std::vector<bool> target_known_;
};

/// All pairs that were met, by source, then target. `progress` as in LinkWordsOptions. Memory grows with the number of
/// different pairs.
std::vector<PhrasePair> count_pairs(PhrasePairer& pairer, const std::function<bool(double)>& progress);

}  // namespace aligner::glossary
