#pragma once
// Two texts as they are cut in one alignment, and where stretches of them stand in another cut. Private to the room.
//
//   const CutPair pair = load_cut_pair(handle, alignment);
//   place_group(pair.source, decided_in, segments);  // their positions here; none where a limit has moved

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "aligner/align/aligned_texts.h"
#include "aligner/store/project_database.h"
#include "aligner/text/span.h"

namespace aligner::store {

struct Cut {
  std::int64_t document = 0;
  std::int64_t segmentation = 0;  // 0: this cut is not stored
  std::vector<std::int64_t> ids;  // of segments, by position; none where it is not stored
  std::vector<text::Span> spans;
};

struct CutPair {
  align::Mode mode = align::Mode::parallel;
  Cut source;
  Cut target;
  std::vector<align::Bead> moved;  // beads that the machine found to be moved, by source
};

/// A segment of any cut.
struct PlacedSegment {
  std::size_t position = 0;
  text::Span span;
};

/// Throws Error where there is no such alignment.
CutPair load_cut_pair(SQLite::Database& handle, AlignmentId id);

/// The same for texts in hand; nothing where one of them is not in the database.
std::optional<CutPair> find_cut_pair(SQLite::Database& handle, const align::AlignedSide& source,
                                     const align::AlignedSide& target, align::Mode mode);

/// An alignment without any pair but what is moved: what decisions are tried on.
align::Alignment blank_alignment(const CutPair& pair);

/// Positions in `cut` of segments of the cut `made_in`; none where the limits of their stretch are no limits here.
std::optional<std::vector<std::size_t>> place_group(const Cut& cut, std::int64_t made_in,
                                                    const std::vector<PlacedSegment>& segments);

}  // namespace aligner::store
