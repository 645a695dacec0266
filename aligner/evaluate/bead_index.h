#pragma once
// Private: a set of beads that answers which of them share segments with another bead.
//
//   BeadIndex index(gold);
//   index.contains(normalised(bead));          // an equal bead is there
//   index.find_overlapping(normalised(bead));  // positions of the beads that share segments on both sides

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "aligner/evaluate/score.h"

namespace aligner::evaluate {

/// The bead with both groups ascending and without repetition.
IndexBead normalised(IndexBead bead);

/// The beads that count (no empty side), normalised, each once, ordered by source, then target.
std::vector<IndexBead> counted_beads(const std::vector<IndexBead>& beads);

class BeadIndex {
 public:
  /// `beads` are normalised and have no empty side; equal ones may repeat.
  explicit BeadIndex(std::vector<IndexBead> beads);

  /// True when an equal bead is there.
  bool contains(const IndexBead& normalised_bead) const;

  /// True when a bead shares a source and a target segment with this one.
  bool overlaps(const IndexBead& normalised_bead) const;

  /// Positions of all such beads, ascending.
  std::vector<std::size_t> find_overlapping(const IndexBead& normalised_bead) const;

 private:
  using Places = std::unordered_map<std::size_t, std::vector<std::size_t>>;  // segment -> positions of its beads

  // How many beads the segments of a group stand in, repetitions counted; and which, ascending, each once.
  static std::size_t count_candidates(const Places& places, const std::vector<std::size_t>& group);
  static std::vector<std::size_t> find_candidates(const Places& places, const std::vector<std::size_t>& group);

  // Calls `visit` with the position of each overlapping bead, ascending, until it returns false.
  template <typename Visit>
  void visit_overlapping(const IndexBead& bead, Visit visit) const;

  std::vector<IndexBead> beads_;     // as given: positions refer to it
  std::vector<std::size_t> sorted_;  // positions, ordered by bead
  Places by_source_;
  Places by_target_;
};

}  // namespace aligner::evaluate
