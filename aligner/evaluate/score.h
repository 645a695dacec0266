#pragma once
// Compares an alignment with a gold alignment that people made: strict and lax precision, recall and F1.
//
//   AlignmentScore chapter = score_alignment(gold, hypothesis);
//   AlignmentScore book = add_scores({chapter, ...});  // counts are added up: long documents weigh more
//   book.strict.f1;                                     // 0 to 1
//
// The definition is that of the published scorer of vecalign (Thompson & Koehn 2019) with deletions left out on both
// sides. A hypothesis bead is right strictly when a gold bead has the same two groups, and right laxly when a gold
// bead shares at least one source and at least one target segment with it. Recall asks the same of each gold bead.

#include <cstddef>
#include <vector>

namespace aligner::evaluate {

/// A bead as bare segment indexes. Order and repetition inside a group do not matter.
struct IndexBead {
  std::vector<std::size_t> source;
  std::vector<std::size_t> target;

  friend bool operator==(const IndexBead&, const IndexBead&) = default;
};

struct BeadMeasure {
  double precision = 0;  // hits / found, 0 where nothing was found
  double recall = 0;     // recalled / expected, 0 where nothing was expected
  double f1 = 0;         // harmonic mean of both, 0 where both are 0

  std::size_t hits = 0;      // hypothesis beads that are right
  std::size_t found = 0;     // hypothesis beads that count
  std::size_t recalled = 0;  // gold beads that the hypothesis reaches; equals hits when strict
  std::size_t expected = 0;  // gold beads that count

  friend bool operator==(const BeadMeasure&, const BeadMeasure&) = default;
};

struct AlignmentScore {
  BeadMeasure strict;
  BeadMeasure lax;

  friend bool operator==(const AlignmentScore&, const AlignmentScore&) = default;
};

/// Beads with an empty side do not count on either side; a bead that stands twice counts once. The order of the beads
/// does not matter. Takes n log n time where a segment stands in few beads.
AlignmentScore score_alignment(const std::vector<IndexBead>& gold, const std::vector<IndexBead>& hypothesis);

/// The score of several documents together: counts are added, ratios taken afterwards (micro average).
AlignmentScore add_scores(const std::vector<AlignmentScore>& documents);

/// How one hypothesis bead fared. `uncounted` has an empty side.
enum class Verdict { uncounted, wrong, lax, strict };

/// One verdict for each bead of `hypothesis`, in its order; strict beads are lax too and are called strict.
std::vector<Verdict> judge_beads(const std::vector<IndexBead>& gold, const std::vector<IndexBead>& hypothesis);

}  // namespace aligner::evaluate
