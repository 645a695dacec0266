#pragma once
// Learns from parallel texts by expectation maximisation, pass by pass. Private to this room.
//
//   learn_models(models, report);  // lexicon, lengths, boundaries, shares, shapes and gaps; bands narrow on the way
//
// Each pass scores the beads of every document inside its band by the models of the pass before and takes all
// posteriors as observations (Dempster, Laird & Rubin 1977). The first knows spelling, anchors and lexicons from
// outside alone.

#include <functional>

#include "aligner/align/parallel_models.h"

namespace aligner::align {

/// Called with the pass at work and the document.
using PassReport = std::function<void(int pass, std::size_t document)>;

/// Runs models.options.passes passes, or fewer where a pass would change next to nothing.
void learn_models(ParallelModels& models, const PassReport& report);

}  // namespace aligner::align
