#pragma once
// Chooses the beads of a document by models that are learnt. Private to this room.
//
//   Alignment alignment = choose_beads(models, 0, report);
//
// The path of which most is expected to be right (accurate_path.h), what stands elsewhere in the target
// (moved_blocks.h), and for each bead confidence and evidence.

#include <cstddef>

#include "aligner/align/alignment.h"
#include "aligner/align/parallel_models.h"

namespace aligner::align {

/// The alignment of document d; its mode_reason and settings are left empty.
Alignment choose_beads(ParallelModels& models, std::size_t d, const Report& report);

}  // namespace aligner::align
