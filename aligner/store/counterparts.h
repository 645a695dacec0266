#pragma once
// What stands opposite a segment, as people left it. Private to the room.

#include <cstdint>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/store/concordance.h"
#include "aligner/store/live_cuts.h"
#include "aligner/store/segment_text.h"
#include "aligner/store/statement.h"

namespace aligner::store {

/// A bead that a segment stands in, seen from the segment.
struct OppositeBead {
  bool is_reviewed = false;  // it is kept among those that people changed
  std::int64_t id = 0;
  const CutUse* use = nullptr;  // of the segment's cut; not owned
  double confidence = 0;
  std::optional<align::Grade> grade;
  bool is_accepted = false;
  std::vector<std::size_t> segments;  // of the other side, never empty
  std::vector<text::Span> spans;      // theirs
};

class CounterpartReader {
 public:
  CounterpartReader(SQLite::Database& handle, const ConcordanceQuery& query);

  /// The beads in alignments that the cut is used in, with something on the other side, the surest first. The result
  /// points into `cut`.
  std::vector<OppositeBead> find(std::int64_t segment, const LiveCut& cut);

  /// Whether the query asks for anything about pairs.
  bool has_filter() const;

  /// Takes out the beads that the query does not want. False where the segment itself is not wanted.
  bool filter(std::vector<OppositeBead>& beads) const;

  /// With its words.
  static align::Counterpart make(const OppositeBead& bead, TextReader& texts);

 private:
  bool is_wanted(const OppositeBead& bead) const;

  const ConcordanceQuery& query_;  // not owned; outlived by the caller's
  Statement beads_;
  Statement segments_;
  Statement reviewed_segments_;
};

}  // namespace aligner::store
